"""The cells of a heat map: how wide they are, which are in view, and what stands in each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from annotator.reports.confusion_matrix import ConfusionMatrix
from annotator.tui.views.line import Hit, Line, Span, cells, crop, pad, span

if TYPE_CHECKING:
    from annotator.tui.agreement.heat import HeatPage

_MARKS = " ░▒▓█"
_SAME = "="
_EMPTY = "·"
_DIFFER = "differ"
_EDGES = 3  # cells: a bracket on either side, and the mark
_LEAST_CELL, _MOST_CELL, _WIDEST_CELL, _LABELLED = 6, 13, 24, 7
_MOST_LABEL = 26


@dataclass(frozen=True)
class Shape:
    """The widths of labels and cells, and how many columns of values fit."""

    label: int
    cell: int
    n_columns: int
    corner: int

    @classmethod
    def of(cls, page: HeatPage, width: int) -> Shape:
        """What fits the width; few columns are made wide enough for their labels."""
        n_values = len(page.matrix.values)
        label = page.found.widest_label + len(str(n_values)) + 4
        label = max(8, min(label, _MOST_LABEL, width // 3))
        least = max(_LEAST_CELL, page.found.widest_number + _EDGES)
        room = width - label - _MOST_CELL
        fitting = min(max(1, n_values), max(1, room // least))
        widest = max(_MOST_CELL, min(page.found.widest_label + 2, _WIDEST_CELL))
        cell = max(least, min(widest, room // fitting))
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
        differ, _ = page.matrix.differing.get(value, (0.0, 0))
        return (*pieces, *_margin(page, number, differ))


def _cell(page: HeatPage, line: int, column: int, width: int) -> Iterator[Span]:
    matrix, same = page.matrix, line == column
    n = matrix.cells.get(matrix.cell(matrix.values[line], matrix.values[column]), 0.0)
    step = _step(n, matrix)
    mark = " " if not n else _SAME if same else _MARKS[step]
    number = f"{number_of(n) if n else _EMPTY:>{width - _EDGES}}"
    hit = Hit("cell", f"{line} {column}")
    if (line, column) == page.at:
        yield Span(f"[{number}{mark}]", "cursor", hit)
        return
    style = "rule" if not n else "same" if same else f"heat{step}"
    yield Span(f" {number}", style, hit)
    yield Span(mark, f"{style}_mark" if n else "", hit)
    yield Span(" ", style, hit)


def _step(n: float, matrix: ConfusionMatrix) -> int:
    """How dark a cell is: 0 for none, else by its share of the darkest."""
    steps = len(_MARKS) - 1
    return min(steps, ceil(steps * n / matrix.highest)) if n and matrix.highest else 0


def _margin(page: HeatPage, line: int, n: float) -> Iterator[Span]:
    """How often a value met any other."""
    at = page.at == (line, len(page.matrix.values))
    number = f"{number_of(n) if n else _EMPTY:>{_MOST_CELL - 4}}"
    text = f"[{number} ]" if at else f" {number}  "
    yield Span(text, "cursor" if at else "label", Hit("cell", f"{line} {len(page.matrix.values)}"))


def number_of(n: float) -> str:
    """A count, with one decimal where values count in parts."""
    return f"{n:,.1f}".removesuffix(".0")
