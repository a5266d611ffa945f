"""A confusion matrix as a heat map: shaded cells with numbers, and what stands at the cursor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from annotator.model.wording import counted
from annotator.reports.confusion_matrix import ANY_OTHER, NO_CODE, ConfusionMatrix
from annotator.reports.row import Row
from annotator.tui.agreement.diagnosed import Diagnosed
from annotator.tui.agreement.figures import Figures
from annotator.tui.agreement.frame import filled, first_in_view, keys_line, paragraphs, title_line
from annotator.tui.agreement.heat_matrix import Shape
from annotator.tui.agreement.words import bounds_of, full_name, value_of
from annotator.tui.places import CONFUSIONS, commands_in
from annotator.tui.views.line import Line, Span, rule, span

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
        return self.found.labels[value]


def scrolled(page: HeatPage, width: int, height: int) -> At:
    """The first row and column to show so that the cursor is in view."""
    shape, n = Shape.of(page, width), len(page.matrix.values)
    column = first_in_view(min(page.at[1], n - 1), page.corner[1], n, shape.n_columns)
    return first_in_view(page.at[0], page.corner[0], n, _n_rows(height)), column


def heat_lines(page: HeatPage, width: int, height: int) -> list[Line]:
    """The whole screen."""
    head = [
        title_line(full_name(page.row), _figure(page), width),
        (Span(" "), span(page.found.verdict, "value")),
        (Span(" "), span(_how_to_read(page.matrix), "hint")),
    ]
    foot = [*_foot(page, width), keys_line(commands_in(CONFUSIONS), width, page.note)]
    if not page.matrix.values:
        return filled(head, paragraphs(["Nothing can be compared."], width, 1), foot, width, height)
    shape = Shape.of(page, width)
    n_rows = _n_rows(height)
    shown = range(page.corner[0], min(len(page.matrix.values), page.corner[0] + n_rows))
    body = [*shape.heading(page), *(shape.line(page, number) for number in shown), ()]
    room = height - len(head) - len(foot) - len(body) - 1
    if room > 0:
        body += [rule((Span("What made it so", "head"),), width)] * bool(page.found.reasons)
        body += paragraphs(page.found.reasons, width, room)
    return filled(head, body, foot, width, height)


def _figure(page: HeatPage) -> str:
    """The figure that the matrix explains, with its interval."""
    figure = page.row.leading
    bounds = bounds_of(page.row.ci.get(figure.name))
    return f"{value_of(figure)}, 95 %: {bounds}" if bounds else value_of(figure)


def _how_to_read(matrix: ConfusionMatrix) -> str:
    if matrix.of_codes:
        return "Pairs of coders: both have the code (=), or one this and the other that."
    return "How often values met in a unit: the same (=), or one for the other."


def _n_rows(height: int) -> int:
    return max(1, height - 3 - 2 - _FOOT - 1)


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
        _, n = matrix.differing.get(one, (0.0, 0))
        yield f"{page.quoted(one)} against anything else: {counted(n, 'time')}."
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
