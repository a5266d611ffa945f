"""The one definition of a table: which rows a coded unit becomes in each shape.

Every format writes these rows; none makes its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from annotator.exporters.columns import Column, Layout, layout
from annotator.exporters.job import Choice, Report, Shape
from annotator.exporters.parts import Form, MakePart, MakeRows, Part, Row
from annotator.exporters.shapes.long import Long
from annotator.exporters.shapes.wide import Paragraphs, Statements
from annotator.model.codebook import Codebook, Level

_Maker = Callable[[Codebook, Choice, Report, Sequence[MakePart[Part]]], MakeRows[Part]]


@dataclass(frozen=True, slots=True)
class Table(Layout, Generic[Part]):
    """One shape: its columns, and the rows that a coded unit becomes."""

    rows: MakeRows[Part]


def tables(codebook: Codebook, choice: Choice, report: Report) -> tuple[Table[Row], ...]:
    """The tables that were asked for. What they cannot hold is counted in `report` as they fill."""
    return tables_in(_as_cells, codebook, choice, report)


def tables_in(
    form: Form[Part], codebook: Codebook, choice: Choice, report: Report
) -> tuple[Table[Part], ...]:
    """The same tables with rows in another form: what recurs in many rows is put into it once."""
    makers: Mapping[Shape, _Maker[Part]]
    makers = {Shape.LONG: Long, Shape.STATEMENTS: Statements, Shape.PARAGRAPHS: Paragraphs}

    def table(shape: Shape) -> Table[Part]:
        made = layout(shape, codebook, choice)
        parts = tuple(map(form, made.parts))
        return Table(shape, made.parts, makers[shape](codebook, choice, report, parts))

    return tuple(map(table, choice.shapes or _useful_shapes(codebook)))


def _as_cells(_: Sequence[Column]) -> MakePart[Row]:
    return lambda cells: cells


def _useful_shapes(codebook: Codebook) -> Iterable[Shape]:
    has_statements = bool(codebook.at(Level.STATEMENT))
    return (shape for shape in Shape if has_statements or shape is not Shape.STATEMENTS)
