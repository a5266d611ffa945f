"""A confusion matrix as a heat map: shaded cells with numbers, and what stands at the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Any

from annotator.reports.confusion_matrix import ANY_OTHER, NO_CODE, ConfusionMatrix, is_in
from annotator.reports.row import Row
from annotator.tui.agreement.diagnosed import Diagnosed
from annotator.tui.agreement.figures import Figures
from annotator.tui.agreement.frame import filled, first_in_view, keys_line, paragraphs, title_line
from annotator.tui.agreement.words import bounds_of, full_name, value_of
from annotator.tui.places import CONFUSIONS, commands_in
from annotator.tui.views.line import Hit, Line, Span, cells, crop, pad, rule, span

NOTHING_ELSE = "nothing else"
"""How the other coder's set is called where it has no code of its own."""

_MARKS = " ░▒▓█"
_SAME = "="
_EMPTY = "·"
_DIFFER = "differ"
_EDGES = 3  # cells: a bracket on either side, and the mark
_LEAST_CELL, _MOST_CELL, _LABELLED = 6, 13, 7
_MOST_LABEL = 26
_FOOT = 4  # lines about the cell at the cursor, with their rule

At = tuple[int, int]
"""A row and a column of the matrix; the column behind the last stands for all that differ."""


@dataclass(frozen=True)
class HeatPage:
    """A row of the table taken apart, the cell at the cursor, and the first one shown before."""

    row: Row
    figures: Figures
    found: Diagnosed
    at: At
    corner: At
    note: str = ""

    @property
    def matrix(self) -> ConfusionMatrix:
        """What is drawn."""
        return self.found.matrix

    @property
    def chosen(self) -> tuple[Any, Any]:
        """The two values of the cell at the cursor; `ANY_OTHER` for all that differ from one."""
        values, (line, column) = self.matrix.values, self.at
        return values[line], values[column] if column < len(values) else ANY_OTHER

    def quoted(self, value: Any) -> str:
        """The label as it stands in a sentence."""
        return self.label(value) if value is NO_CODE else f"“{self.label(value)}”"

    def label(self, value: Any) -> str:
        """What a value or code is called."""
        if value is NO_CODE:
            return NOTHING_ELSE
        return self.figures.names.code(self.row.heading, value)


def scrolled(page: HeatPage, width: int, height: int) -> At:
    """The first row and column to show so that the cursor is in view."""
    shape, n = _Shape.of(page, width), len(page.matrix.values)
    column = first_in_view(min(page.at[1], n - 1), page.corner[1], n, shape.n_columns)
    return first_in_view(page.at[0], page.corner[0], n, _n_rows(height)), column


def heat_lines(page: HeatPage, width: int, height: int) -> list[Line]:
    """The whole screen."""
    figure = page.row.leading
    head = [
        title_line(full_name(page.row), _bounds(page), width),
        (Span(" "), span(f"{value_of(figure)}. {page.found.verdict}", "value")),
        (Span(" "), span(_how_to_read(page.matrix), "hint")),
    ]
    foot = [*_foot(page, width), keys_line(commands_in(CONFUSIONS), width, page.note)]
    if not page.matrix.values:
        return filled(head, paragraphs(["Nothing can be compared."], width, 1), foot, width, height)
    shape = _Shape.of(page, width)
    n_rows = _n_rows(height)
    shown = range(page.corner[0], min(len(page.matrix.values), page.corner[0] + n_rows))
    body = [*shape.heading(page), *(shape.line(page, number) for number in shown), ()]
    room = height - len(head) - len(foot) - len(body) - 1
    if room > 0:
        body += [rule((Span("What made it so", "head"),), width)] * bool(page.found.reasons)
        body += paragraphs(page.found.reasons, width, room)
    return filled(head, body, foot, width, height)


def _bounds(page: HeatPage) -> str:
    bounds = bounds_of(page.row.ci.get(page.row.leading.name))
    return f"95 %: {bounds}" if bounds else ""


def _how_to_read(matrix: ConfusionMatrix) -> str:
    if matrix.of_codes:
        return "Pairs of coders: both have the code (=), or one this and the other that."
    return "How often values met in a unit: the same (=), or one for the other."


def _n_rows(height: int) -> int:
    return max(1, height - 3 - 2 - _FOOT - 1)


# ------------------------------------------------------------------ the matrix


@dataclass(frozen=True)
class _Shape:
    """The widths of labels and cells, and how many columns of values fit."""

    label: int
    cell: int
    n_columns: int
    corner: int

    @classmethod
    def of(cls, page: HeatPage, width: int) -> _Shape:
        matrix = page.matrix
        longest = max((cells(page.label(value)) for value in matrix.values), default=0)
        digits = len(str(len(matrix.values)))
        label = max(8, min(longest + digits + 4, _MOST_LABEL, width // 3))
        number = max((len(_number(n)) for n in matrix.cells.values()), default=1)
        least = max(_LEAST_CELL, number + _EDGES)
        room = width - label - _MOST_CELL
        fitting = min(max(1, len(matrix.values)), max(1, room // least))
        cell = max(least, min(_MOST_CELL, room // fitting))
        return cls(label, cell, fitting, page.corner[1])

    def columns(self, page: HeatPage) -> range:
        """The columns in view."""
        return range(self.corner, min(len(page.matrix.values), self.corner + self.n_columns))

    def heading(self, page: HeatPage) -> Iterator[Line]:
        """The numbers of the columns, and their labels where there is room for any."""
        columns = self.columns(page)
        hidden = len(page.matrix.values) - len(columns)
        more = f" ({hidden} more)" if hidden else ""
        numbers = "".join(f"{number + 1:>{self.cell - 1}} " for number in columns)
        all_others = f"{_DIFFER:>{_MOST_CELL - 2}}"
        yield (Span(pad(more, self.label) + numbers + all_others, "label"),)
        if self.cell >= _LABELLED:
            labels = [crop(page.label(page.matrix.values[n]), self.cell - 1) for n in columns]
            right = "".join(" " * (self.cell - 1 - cells(one)) + one + " " for one in labels)
            yield (span(" " * self.label + right, "label"),)

    def line(self, page: HeatPage, number: int) -> Line:
        """One row of the matrix."""
        here, value = number == page.at[0], page.matrix.values[number]
        digits = len(str(len(page.matrix.values)))
        name = f"{'>' if here else ' '}{number + 1:>{digits}} {page.label(value)}"
        label = span(pad(crop(name, self.label - 1), self.label), "here" if here else "")
        pieces = [label]
        for column in self.columns(page):
            pieces += _cell(page, number, column, self.cell)
        differ = sum(n for cell, n in page.matrix.cells.items() if is_in(cell, value, ANY_OTHER))
        return (*pieces, *_margin(page, number, differ))


def _cell(page: HeatPage, line: int, column: int, width: int) -> Iterator[Span]:
    matrix = page.matrix
    one, other = matrix.values[line], matrix.values[column]
    n = matrix.cells.get(matrix.cell(one, other), 0.0)
    mark, style = _SAME if line == column else _MARKS[_step(n, matrix)], _style(n, line == column)
    if n and line != column:
        style = f"heat{_step(n, matrix)}"
    hit = Hit("cell", f"{line} {column}")
    number = f"{_number(n) if n else _EMPTY:>{width - _EDGES}}"
    left, right = ("[", "]") if (line, column) == page.at else (" ", " ")
    if left == "[":
        yield Span(f"{left}{number}{mark if n else ' '}{right}", "cursor", hit)
        return
    yield Span(left + number, style, hit)
    yield Span(mark if n else " ", f"{style}_mark" if n else "", hit)
    yield Span(right, style, hit)


def _style(n: float, same: bool) -> str:
    if not n:
        return "rule"
    return "same" if same else ""


def _step(n: float, matrix: ConfusionMatrix) -> int:
    """How dark a cell is: 0 for none, else by its share of the darkest."""
    steps = len(_MARKS) - 1
    return min(steps, ceil(steps * n / matrix.highest)) if n and matrix.highest else 0


def _margin(page: HeatPage, line: int, n: float) -> Iterator[Span]:
    """How often a value met any other."""
    at = page.at == (line, len(page.matrix.values))
    number = f"{_number(n) if n else _EMPTY:>{_MOST_CELL - 4}}"
    text = f"[{number} ]" if at else f" {number}  "
    yield Span(text, "cursor" if at else "label", Hit("cell", f"{line} {len(page.matrix.values)}"))


def _number(n: float) -> str:
    return f"{n:,.1f}".removesuffix(".0")


# ------------------------------------------------------------------ the cell at the cursor


def _foot(page: HeatPage, width: int) -> list[Line]:
    if not page.matrix.values:
        return []
    lines = paragraphs(list(_told(page)), width, _FOOT - 1)
    return [rule((), width), *[*lines, *[()] * _FOOT][: _FOOT - 1]]


def _told(page: HeatPage) -> Iterator[str]:
    one, other = page.chosen
    matrix, cell = page.matrix, page.matrix.cell(one, other)
    if other is ANY_OTHER:
        n = sum(times for each, times in matrix.n_pairs.items() if is_in(each, one, ANY_OTHER))
        yield f"{page.quoted(one)} against anything else: {_pairs(n)}."
        return
    n = matrix.n_pairs.get(cell, 0)
    if one == other:
        yield f"{page.quoted(one)}: {_pairs(n)} agree. What differs stands beside the diagonal."
        return
    share = page.found.shares.get(cell)
    cost = "" if share is None else f", {share:.0%} of the disagreement"
    yield f"{page.quoted(one)} against {page.quoted(other)}: {_pairs(n)}{cost}."
    if n:
        yield "Enter lists where."


def _pairs(n: int) -> str:
    return "1 pair of coders" if n == 1 else f"{n:,} pairs of coders"
