"""The adjudication screen: the paragraph, what each coder said, what is decided and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotator.model.codebook import Codebook, Variable
from annotator.model.coding import Answer
from annotator.reports.dispute_words import letter, name_of
from annotator.tui.adjudication.composing import REASONS, Composition
from annotator.tui.adjudication.points import point_lines, statement_in_words
from annotator.tui.agreement.frame import filled, first_in_view, keys_line, paragraphs, title_line
from annotator.tui.guidance import in_short
from annotator.tui.places import ADJUDICATION, commands_in
from annotator.tui.views.line import Hit, Line, Span, both_ends, crop, rule, span
from annotator.tui.views.page import ArticleText

WHY = ("slip", "unclear text", "gap in the codebook", "real difference")
"""What the reasons are called, in the order of their keys."""

_EDGES = 7  # title, article, two headings, take, why, keys
_NOTES = 2  # lines of note and rule, where there is room for them
_SMALL = 18  # lines of a terminal below which there is none
_MOST_LINES = 200
_MOST_LEFT = 3  # variables of which it is told how many are open
_ROOMY = 34  # lines of a terminal from which on the text before is shown


@dataclass(frozen=True)
class AdjudicationPage:
    """A case with all there is to say about it.

    `before` tells in words what was decided on it earlier; `left` how many are open by variable.
    """

    title: str
    place: str
    left: Mapping[str, int]
    composed: Composition
    text: ArticleText
    codebook: Codebook
    before: str = ""
    scroll: int = 0
    note: str = ""


def adjudication_lines(page: AdjudicationPage, width: int, height: int) -> list[Line]:
    """The whole screen."""
    n_text, n_points, n_more = _heights(page, width, height)
    head = [
        title_line(page.title, page.place, width),
        _where(page, width),
        *_text(page, width, n_text),
        rule((span(_heading(page), "head"),), width),
    ]
    points, here = point_lines(page.composed, page.codebook, width)
    first = first_in_view(here, 0, len(points), n_points)
    body = [*points[first : first + n_points], *[()] * (n_points - len(points))]
    more = [*_more(page, width), *[()] * n_more][:n_more]
    notes = _notes(page, width) if height >= _SMALL else []
    foot = [rule((), width), _take(page.composed, width), _why(page.composed), *notes]
    foot.append(keys_line(commands_in(ADJUDICATION), width, page.note))
    return filled(head, [*body, *more], foot, width, height)


def message_lines(title: str, message: str, note: str, width: int, height: int) -> list[Line]:
    """The screen where there is no case."""
    foot = [keys_line(commands_in(ADJUDICATION), width, note)]
    body = paragraphs([message], width, height)
    return filled([title_line(title, "", width), ()], body, foot, width, height)


def text_room(page: AdjudicationPage, width: int, height: int) -> int:
    """How many lines of the paragraph are shown."""
    return _heights(page, width, height)[0]


def _heights(page: AdjudicationPage, width: int, height: int) -> tuple[int, int, int]:
    """The lines of text, points and the rest."""
    room = max(3, height - _EDGES - (_NOTES if height >= _SMALL else 0))
    wanted = page.text.lines(page.composed.case.unit.paragraph, width - 2).count(_MOST_LINES)
    n_points = len(point_lines(page.composed, page.codebook, width)[0])
    context = 2 if height >= _ROOMY else 0
    n_text = min(wanted + context, max(1, room * 2 // 5))
    points = min(n_points, max(2, room - n_text - min(4, room // 4)))
    return n_text, points, room - n_text - points


def _where(page: AdjudicationPage, width: int) -> Line:
    case, article = page.composed.case, page.text.article
    paragraph = case.unit.paragraph
    where = f"paragraph {paragraph}" if paragraph else "the article as a whole"
    open_ = sorted(page.left.items(), key=lambda pair: -pair[1])
    names = [
        f"{count:,} {crop(name_of(page.codebook, name), width // 5)}"
        for name, count in open_[:_MOST_LEFT]
    ]
    left = f"left: {', '.join(names)} " if names else ""
    return both_ends(
        (span(f" {crop(article.name, max(8, width // 3))}  {where}", "context"),),
        (span(left, "context"),), width,
    )  # fmt: skip


def _text(page: AdjudicationPage, width: int, height: int) -> list[Line]:
    """The paragraph from the line scrolled to; above it the end of the one before, with room."""
    paragraph = page.composed.case.unit.paragraph
    wrapped = page.text.lines(paragraph, width - 2)
    before: list[str] = []
    room = height - wrapped.count(height)
    if paragraph > 1 and not page.scroll and room > 0:
        before = page.text.tail(paragraph - 1, width - 2, room)
    lines: list[Line] = [(Span(" "), span(text, "context")) for text in before]
    for number in range(height - len(lines)):
        text = wrapped.line(page.scroll + number)
        more = number == height - len(before) - 1 and wrapped.has(page.scroll + number + 1)
        lines.append((Span(">" if number == 0 and not page.scroll else " ", "mark"),
                      span(text or ""), Span("…" * more, "hint")))  # fmt: skip
    return lines[:height]


def _heading(page: AdjudicationPage) -> str:
    dispute = page.composed.case.dispute
    if dispute.on_statements:
        return "What the coders said: statements beside each other"
    return f"What the coders said: {name_of(page.codebook, dispute.variable)}"


# ------------------------------------------------------------------ more on the point at the cursor


def _more(page: AdjudicationPage, width: int) -> list[Line]:
    """What was decided before, whole answers and memos, then what the codes in dispute mean."""
    lines: list[Line] = [(), *_full(page, width)]
    for text in _meanings(page):
        lines += paragraphs([text], width, _MOST_LINES, "definition")
    return lines


def _full(page: AdjudicationPage, width: int) -> Iterator[Line]:
    if page.before:
        yield from paragraphs([f"Decided before: {page.before}"], width, 2, "hint")
    case = page.composed.case
    point = case.points[page.composed.cursor]
    for number, voice in enumerate(case.voices):
        statement = case.rows[point.row][number] if point.row >= 0 else None
        memo = statement.memo if statement else voice.work.memo
        name = letter(number) if voice.name == letter(number) else f"{letter(number)} {voice.name}"
        if point.row >= 0:
            told = statement_in_words(page.codebook, statement.answers) if statement else "nothing"
            yield from paragraphs([f"{name}: {told}"], width, 2)
        if memo:
            yield from paragraphs([f"{name}, memo: {memo}"], width, 3, "hint")


def _meanings(page: AdjudicationPage) -> Iterator[str]:
    """Label and definition of each code in dispute at the cursor."""
    point = page.composed.case.points[page.composed.cursor]
    variable = page.codebook.by_id.get(point.variable)
    if variable is None:
        return
    values = dict.fromkeys(v for answer in point.answers if answer for v in answer.values)
    shared = _shared(point.answers)
    for value in values:
        if value not in shared:
            yield _meaning(variable, value)
    if variable.guidance.rules:
        yield f"Rules of {variable.label}: {' '.join(variable.guidance.rules)}"


def _shared(answers: tuple[Answer | None, ...]) -> set[str]:
    sets = [set(answer.values) for answer in answers if answer is not None]
    return set.intersection(*sets) if len(sets) > 1 else set()


def _meaning(variable: Variable, value: str) -> str:
    code = variable.code(value)
    return f"{code.label}: {in_short(code).plain or 'no definition'}" if code else value


# ------------------------------------------------------------------ the decision


def _notes(page: AdjudicationPage, width: int) -> list[Line]:
    return [
        (Span(f" {key} {name}  ", "label"), span(crop(text, width - 10)))
        for key, name, text in (
            ("M", "Note", page.composed.note),
            ("R", "Rule", page.composed.rule),
        )
    ]


def _take(composed: Composition, width: int) -> Line:
    case = composed.case
    hits = [Hit("voice", str(number)) for number in range(len(case.voices))]
    pieces = [Span(" Take ", "label")]
    for number, hit in enumerate(hits):
        pieces.append(span(f" {letter(number).lower()}", "key", hit))
        if case.voices[number].name != letter(number):
            pieces.append(span(f" {crop(case.voices[number].name, 12)}", "", hit))
    pieces += [Span("   n", "key", Hit("command", "another")), Span(" another")]
    if case.dispute.on_statements:
        pieces += [Span("   k", "key", Hit("command", "keep_all")), Span(" keep all")]
        pieces += [Span("   0", "key", Hit("command", "none")), Span(" no statement")]
    return both_ends(tuple(pieces), (span(f" {_state(composed)} ", "hint"),), width)


def _state(composed: Composition) -> str:
    if composed.own is not None:
        return "settled"
    total = sum(not point.optional for point in composed.case.points)
    return "settled" if not composed.n_open else f"{total - composed.n_open} of {total} settled"


def _why(composed: Composition) -> Line:
    pieces = [Span(" Why  ", "label")]
    for number, (reason, words) in enumerate(zip(REASONS, WHY, strict=True), 1):
        taken = composed.reason == reason
        hit = Hit("reason", str(number))
        pieces += [
            Span(" [" if taken else "  ", "value", hit),
            Span(str(number), "key", hit),
            Span(f" {words}{']' if taken else ' '}", "value" if taken else "", hit),
        ]
    return tuple(pieces)
