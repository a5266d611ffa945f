"""The list of units on which coders differ: where, how much it costs, what each coder said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.reports.disagreements import DisputedUnit
from annotator.reports.names import NOTHING, Names
from annotator.reports.whole import WholeSet
from annotator.tui.agreement.frame import filled, first_in_view, keys_line, paragraphs, title_line
from annotator.tui.places import DISAGREEMENTS, commands_in
from annotator.tui.views.line import Hit, Line, Span, cells, crop, pad, rule, span

_COST = 6
_LEAST_COLUMN, _MOST_COLUMN = 12, 26
_LEAST_TEXT = 20
_MEASURED = 200  # units whose names say how wide their column is
_MOST_PLACE = 60
_UNFINISHED = ""
MATCHED_STATEMENTS = "matched"
"""The view of rows about statements that were matched; of those only what is left is told."""


@dataclass(frozen=True)
class DisputesPage:
    """The units of a list, the one at the cursor, and the first one shown before.

    `beginning` gives the first words of a unit's text; `about` says what the list holds;
    `widest_place` is the width of the longest name of a unit (`widest_place`).
    """

    title: str
    about: str
    units: Sequence[DisputedUnit]
    coders: Sequence[str]
    names: Names
    beginning: Callable[[DisputedUnit], str]
    widest_place: int
    cursor: int
    first: int
    note: str = ""


def place_name(unit: DisputedUnit, names: Names, width: int) -> str:
    """The article's name and the paragraph's number in so many cells; the name gives way."""
    name = names.articles.get(unit.article, unit.article)
    number = f" {unit.paragraph}" if unit.paragraph else ""
    return crop(name, width - len(number)) + number


def widest_place(units: Sequence[DisputedUnit], names: Names) -> int:
    """The cells that the longest of the first names takes."""
    return max(
        (cells(place_name(unit, names, _MOST_PLACE)) for unit in units[:_MEASURED]), default=0
    )


def units_in_view(page_coders: int, height: int) -> int:
    """How many units a terminal of that height shows."""
    return max(1, height - 5 - _n_details(page_coders, height))


def disputes_lines(page: DisputesPage, width: int, height: int) -> list[Line]:
    """The whole screen."""
    room = units_in_view(len(page.coders), height)
    first = first_in_view(page.cursor, page.first, len(page.units), room)
    columns = _Columns.of(page, width)
    head = [title_line(page.title, _count(page), width), (Span(" "), span(page.about, "hint"))]
    shown = range(first, min(first + room, len(page.units)))
    body = [columns.heading(page), *(_line(page, number, columns) for number in shown)]
    if not page.units:
        body = paragraphs(["No two coders differ here."], width, room)
    n_details = _n_details(len(page.coders), height)
    details = [*_details(page, width, n_details), *[()] * n_details][:n_details]
    foot = [rule((), width), *details, keys_line(commands_in(DISAGREEMENTS), width, page.note)]
    return filled(head, body, foot, width, height)


def _count(page: DisputesPage) -> str:
    return f"{page.cursor + 1:,} of {len(page.units):,}" if page.units else ""


def _n_details(n_coders: int, height: int) -> int:
    return max(0, min(n_coders + 3, height // 3))


@dataclass(frozen=True)
class _Columns:
    """The widths: where a unit stands, each coder's value, the text (0: no room)."""

    place: int
    value: int
    text: int

    @classmethod
    def of(cls, page: DisputesPage, width: int) -> _Columns:
        """Values come before the text: it stands below, too."""
        place = max(8, min(page.widest_place + 2, width // 4))
        room, n = width - 2 - place - _COST, max(1, len(page.coders))
        value = min(_MOST_COLUMN, max(_LEAST_COLUMN, (room - _LEAST_TEXT) // n))
        text = room - n * value
        if text >= _LEAST_TEXT:
            return cls(place, value, text)
        return cls(place, max(4, min(_MOST_COLUMN, room // n)), 0)

    def heading(self, page: DisputesPage) -> Line:
        """The names of the columns; those of coders as they are."""
        coders = "".join(pad(crop(coder, self.value - 1), self.value) for coder in page.coders)
        text = "TEXT" if self.text else ""
        return (
            span(f"  {pad('WHERE', self.place)}{'COST':>{_COST - 2}}  {coders}{text}", "label"),
        )


def _line(page: DisputesPage, number: int, columns: _Columns) -> Line:
    unit = page.units[number]
    here, hit = number == page.cursor, Hit("row", str(number))
    style = "here" if here else ""
    place = pad(place_name(unit, page.names, columns.place - 2), columns.place)
    cost = f"{unit.share:.0%}" if unit.share >= 0.01 else "<1%"
    pieces = [
        Span("> " if here else "  ", style),
        span(f"{place}{cost:>{_COST - 2}}  ", style),
    ]
    for coder in page.coders:
        said = in_few_words(unit, coder, page.names)
        pieces.append(span(pad(crop(said, columns.value - 1), columns.value), "value" * here))
    if columns.text:
        pieces.append(span(crop(page.beginning(unit), columns.text), "context"))
    return tuple(piece._replace(hit=hit) for piece in pieces)


def in_few_words(unit: DisputedUnit, coder: str, names: Names) -> str:
    """What a coder said; of sets what not all coders have comes first, the rest is counted."""
    if coder not in unit.values:
        return _UNFINISHED
    value = unit.values[coder]
    if not isinstance(value, frozenset):
        return in_full(unit, coder, names)
    shared: frozenset[Any] = frozenset.intersection(*unit.values.values())
    own = ", ".join(names.code(unit.heading, code) for code in sorted(value - shared))
    if not shared:
        return own or NOTHING
    return f"{own} (+{len(shared)} shared)" if own else f"only {len(shared)} shared"


def in_full(unit: DisputedUnit, coder: str, names: Names) -> str:
    """What a coder said; of matched statements those that another coder has not."""
    value = unit.values[coder]
    if isinstance(value, WholeSet) and unit.heading.view == MATCHED_STATEMENTS and not len(value):
        return "all matched"
    return names.value(unit.heading, value)


def _details(page: DisputesPage, width: int, most: int) -> list[Line]:
    """The beginning of the text, then each coder's value in full."""
    if not page.units:
        return []
    unit = page.units[page.cursor]
    said = list(_said(page, unit))
    lines = paragraphs([page.beginning(unit)], width, max(1, min(2, most - len(said))), "context")
    for coder, value in said:
        lines.append((Span(" "), span(f"{coder}: ", "label"), span(value, "value")))
    return lines


def _said(page: DisputesPage, unit: DisputedUnit) -> Iterator[tuple[str, str]]:
    for coder in page.coders:
        if coder in unit.values:
            yield coder, in_full(unit, coder, page.names)
