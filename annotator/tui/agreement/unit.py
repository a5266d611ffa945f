"""One disputed unit: its text, what each coder said there, and what the codes in dispute mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from annotator.model.article import Article
from annotator.model.codebook import Codebook, Level, Variable
from annotator.model.coding import Statement, UnitWork
from annotator.reports.disagreements import DisputedUnit
from annotator.reports.names import Names
from annotator.tui.agreement.disputes import in_full
from annotator.tui.agreement.frame import filled, keys_line, paragraphs, title_line
from annotator.tui.agreement.meanings import codes_in_dispute
from annotator.tui.agreement.words import row_name
from annotator.tui.guidance import code_help
from annotator.tui.places import DISPUTED_UNIT, commands_in
from annotator.tui.views.line import Line, Span, crop, fit, rule, span
from annotator.tui.views.values import in_words
from annotator.tui.views.wrap import Wrapped

_LEAST_BESIDE = 36  # cells for each coder; with less they stand below each other
_MOST_CODES = 8  # whose definitions are shown
_MOST_LINES = 10_000
_INDENT = 4
_EDGES = 3  # lines: title, article, keys


@dataclass(frozen=True)
class UnitPage:
    """A disputed unit with all there is to say about it, and how far one has read down.

    `about` names the values whose definitions are wanted; empty: of all in dispute.
    """

    unit: DisputedUnit
    article: Article
    text: str
    works: Mapping[str, UnitWork]
    codebook: Codebook
    names: Names
    position: str
    scroll: int
    about: Sequence[Any] = ()
    note: str = ""


def unit_lines(page: UnitPage, body: Sequence[Line], width: int, height: int) -> list[Line]:
    """The whole screen; `body` is what `unit_body` made for that width."""
    number = f" {page.unit.paragraph}" if page.unit.paragraph else ""
    title = f"{page.article.name}{number}: {row_name(page.unit.heading)}"
    article = page.article
    known = filter(None, (article.title, article.author, article.source, article.date))
    head = [title_line(title, page.position, width), (Span(" "), span(", ".join(known), "context"))]
    foot = [keys_line(commands_in(DISPUTED_UNIT), width, page.note)]
    return filled(head, body[page.scroll :], foot, width, height)


def last_scroll(body: Sequence[Line], height: int) -> int:
    """How far one can read down."""
    return max(0, len(body) - (height - _EDGES))


def unit_body(page: UnitPage, width: int) -> list[Line]:
    """All there is to say, however long it is."""
    return [
        *paragraphs([page.text], width, _MOST_LINES),
        rule((Span("What each coder said", "head"),), width),
        *_coders(page, width),
        *_definitions(page, width),
    ]


# ------------------------------------------------------------------ the coders


def _coders(page: UnitPage, width: int) -> list[Line]:
    """Side by side where there is room, else one below the other."""
    coders = list(dict.fromkeys((*page.unit.values, *page.works)))
    each = width // max(1, len(coders))
    if each < _LEAST_BESIDE or len(coders) < 2:
        return [line for coder in coders for line in _coder(page, coder, width)]
    columns = [_coder(page, coder, each - 1) for coder in coders]
    rows = zip_longest(*columns, fillvalue=())
    return [tuple(piece for part in row for piece in fit(part, each)) for row in rows]


def _coder(page: UnitPage, coder: str, width: int) -> list[Line]:
    """The value in dispute, then the coder's whole work on the unit."""
    work = page.works.get(coder, UnitWork())
    flag = "  flagged for discussion" if work.flagged else ""
    lines: list[Line] = [(Span(" "), span(coder, "head"), Span(flag, "warn"))]
    if coder in page.unit.values and not _is_answer(page):
        value = in_full(page.unit, coder, page.names)
        lines += _wrapped(f"{row_name(page.unit.heading)}: ", value, width, style="value")
    for variable, answer in _answers(page.codebook, page.unit.paragraph, work):
        style = "value" if variable.id == page.unit.heading.variable else ""
        lines += _wrapped(f"{variable.label}: ", answer, width, style=style)
    for number, statement in enumerate(work.statements, 1):
        lines += _statement(page.codebook, number, statement, width)
    if not work.statements and page.unit.paragraph and page.codebook.at(Level.STATEMENT):
        lines += _wrapped("", "no statement", width)
    if work.memo:
        lines += _wrapped("memo: ", work.memo, width, style="hint")
    return [*lines, ()]


def _is_answer(page: UnitPage) -> bool:
    """Whether the value in dispute is an answer on the unit itself, which stands there anyway."""
    variable = page.codebook.by_id.get(page.unit.heading.variable)
    return variable is not None and variable.level is not Level.STATEMENT


def _answers(codebook: Codebook, paragraph: int, work: UnitWork) -> Iterator[tuple[Variable, str]]:
    level = Level.PARAGRAPH if paragraph else Level.ARTICLE
    for variable in codebook.at(level):
        if variable.id in work.answers:
            yield variable, in_words(variable, work.answers[variable.id])


def _statement(codebook: Codebook, number: int, statement: Statement, width: int) -> list[Line]:
    """`1 China | 3 supports | Sanctions > relief`, and the memo on it."""
    said = [
        in_words(variable, statement.answers[variable.id])
        for variable in codebook.at(Level.STATEMENT)
        if variable.id in statement.answers
    ]
    flag = "! " if statement.flagged else ""
    lines = _wrapped(f"{number} ", flag + " | ".join(said), width)
    if statement.memo:
        lines += _wrapped("  memo: ", statement.memo, width, style="hint")
    return lines


def _wrapped(head: str, text: str, width: int, *, style: str = "") -> list[Line]:
    """A label and what stands behind it, in as many lines as it takes, indented from the second."""
    head = crop(head.rstrip(": "), max(4, width // 2)) + ": " if head.endswith(": ") else head
    whole = head + text
    first = Wrapped(whole, 0, len(whole), max(8, width - _INDENT))
    found = [first.line(index) or "" for index in range(first.count(_MOST_LINES))]
    n = min(len(head), len(found[0])) if found else 0
    lines: list[Line] = [
        (Span("  "), span(found[0][:n], "label"), span(found[0][n:], style)) if found else ()
    ]
    return [*lines, *((Span(" " * _INDENT), span(line, style)) for line in found[1:])]


# ------------------------------------------------------------------ what the codes mean


def _definitions(page: UnitPage, width: int) -> list[Line]:
    codes = list(codes_in_dispute(page.codebook, page.unit, page.about))
    if not codes:
        return []
    lines: list[Line] = [rule((Span("The codes in dispute", "head"),), width)]
    for variable, code in codes[:_MOST_CODES]:
        texts = code_help(variable, code).plain.split("\n")
        lines += [*paragraphs([text for text in texts if text.strip()], width, _MOST_LINES), ()]
    if len(codes) > _MOST_CODES:
        lines += paragraphs([f"and {len(codes) - _MOST_CODES} more codes"], width, 1)
    return lines
