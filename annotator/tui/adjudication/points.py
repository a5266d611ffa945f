"""What the coders said, point by point: `>` stands at the cursor, brackets at what was taken."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from annotator.model.codebook import Codebook, Level
from annotator.model.coding import Answer
from annotator.reports.dispute_words import letter
from annotator.tui.adjudication.case import THERE, Answers, Case, Point
from annotator.tui.adjudication.composing import KEEP_ALL, Composition
from annotator.tui.views.line import Hit, Line, Span, crop, pad, span
from annotator.tui.views.values import in_words

_LABEL = 14
_NOTHING = "no answer"
_JOINED = " | "


def point_lines(composed: Composition, codebook: Codebook, width: int) -> tuple[list[Line], int]:
    """All rows and points, and which of the lines the cursor is on."""
    if composed.own is not None:
        return _own(composed, codebook), 0
    if not composed.case.dispute.on_statements:
        return list(_voices(composed, codebook)), 0
    lines: list[Line] = []
    here = 0
    for row in range(len(composed.case.rows)):
        lines.append(_row(composed, codebook, row))
        for number, point in enumerate(composed.case.points):
            if point.row == row:
                here = len(lines) if number == composed.cursor else here
                lines.append(_point(composed, codebook, number, width))
    return lines, here


def _voices(composed: Composition, codebook: Codebook) -> Iterator[Line]:
    """One line for each coder where one answer on the unit is in dispute."""
    case, point = composed.case, composed.case.points[0]
    for number, voice in enumerate(case.voices):
        taken = composed.chosen.get(0) == number
        text = said(codebook, case, point, number)
        hit = Hit("voice", str(number))
        name = "" if voice.name == letter(number) else f" {voice.name}"
        yield (
            Span(" [" if taken else "  ", "value"),
            span(f"{letter(number)}{name}: ", "label", hit),
            span(text + "]" * taken, "value" if taken else "", hit),
        )


def _own(composed: Composition, codebook: Codebook) -> list[Line]:
    """The answer that is nobody's."""
    own = composed.own
    if own is None:
        return []
    lines: list[Line] = [(Span(" Decided otherwise than any coder:", "label"),)]
    for name, answer in own.answers.items():
        known = codebook.by_id.get(name)
        if known:
            lines.append((span(f"  [{known.label}: {in_words(known, answer)}]", "value"),))
    for number, answers in enumerate(own.statements or (), 1):
        lines.append((span(f"  [{number} {statement_in_words(codebook, answers)}]", "value"),))
    if own.statements == ():
        lines.append((Span("  [no statement]", "value"),))
    return lines


def _row(composed: Composition, codebook: Codebook, row: int) -> Line:
    """`1 North Korea | Stance? | Talks   all alike`: what is settled, with gaps where it is not."""
    case = composed.case
    points = [n for n, point in enumerate(case.points) if point.row == row]
    made = composed.statements_of(row)
    open_ = [case.points[n].variable for n in points if composed.is_open(n)]
    texts = [statement_in_words(codebook, answers, open_) for answers in made]
    state = "" if points else "   all alike"
    style = "" if points else "context"
    told = " + ".join(texts) if texts else "left out"
    return (span(f" {row + 1} {told}", style), Span(state, "hint"))


def _point(composed: Composition, codebook: Codebook, number: int, width: int) -> Line:
    case, point = composed.case, composed.case.points[number]
    at, chosen = number == composed.cursor, composed.chosen.get(number)
    label = "there?" if point.variable == THERE else codebook.by_id[point.variable].label
    pieces = [
        Span(" > " if at else "   ", "here" if at else ""),
        span(pad(crop(label, _LABEL), _LABEL + 1), "here" if at else "label"),
    ]
    for voices in _alike(case, point):
        taken = chosen in voices or chosen == KEEP_ALL
        names = "".join(letter(voice) for voice in voices)
        text = crop(said(codebook, case, point, voices[0]), max(8, width // 3))
        ends = ("[", "]") if taken else (" ", " ")
        hit = Hit("choice", f"{number} {voices[0]}")
        pieces.append(span(f"{ends[0]}{names} {text}{ends[1]} ", "value" if taken else "", hit))
    if not composed.is_open(number) and chosen is None:
        pieces.append(Span(" optional" if point.optional else " left out", "hint"))
    return tuple(pieces)


def _alike(case: Case, point: Point) -> list[list[int]]:
    """The voices that say the same, together; those that have no such statement say nothing."""
    found: dict[object, list[int]] = {}
    for voice in range(len(case.voices)):
        if case.has_said(point, voice):
            found.setdefault(_content(case, point, voice), []).append(voice)
    return list(found.values())


def _content(case: Case, point: Point, voice: int) -> object:
    if point.variable == THERE:
        return case.rows[point.row][voice] is not None
    answer = point.answers[voice]
    return answer and (tuple(sorted(answer.values)), answer.state)


def said(codebook: Codebook, case: Case, point: Point, voice: int) -> str:
    """What a coder said at a point, in words."""
    if point.variable == THERE:
        return "yes" if case.rows[point.row][voice] is not None else "no"
    answer: Answer | None = point.answers[voice]
    return in_words(codebook.by_id[point.variable], answer) if answer else _NOTHING


def statement_in_words(codebook: Codebook, answers: Answers, open_: Collection[str] = ()) -> str:
    """`North Korea | 3 supports | Talks`; `Stance?` where that is open."""
    told = [
        f"{variable.label.rstrip('?')}?"
        if variable.id in open_
        else in_words(variable, answers[variable.id])
        for variable in codebook.at(Level.STATEMENT)
        if variable.id in answers or variable.id in open_
    ]
    return _JOINED.join(told) or "a statement without answers"
