"""A table of cells -> labelled columns of a statistics package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.exporters.cells import Cell
from annotator.exporters.columns import Column, Type
from annotator.exporters.cut import Cuts, cut_bytes, cut_label
from annotator.exporters.job import Report, Shape
from annotator.exporters.rows import Table
from annotator.exporters.statistical.answers import Answers, texts_of
from annotator.exporters.statistical.column import (
    AnyColumn,
    Measure,
    NumberColumn,
    TextColumn,
)
from annotator.exporters.statistical.dialect import Dialect
from annotator.exporters.statistical.names import Names
from annotator.exporters.statistical.numbers import Number
from annotator.model.codebook import Level

_NUL = "\0"
_YES_NO: Mapping[Number, str] = {0: "no", 1: "yes"}


@dataclass(frozen=True, slots=True)
class Dataset:
    """The cells of a table, and for whom columns are made of them."""

    table: Table
    cells: Sequence[Sequence[Cell]]
    dialect: Dialect
    report: Report

    def columns(self) -> Iterator[AnyColumn]:
        """Every column, in the order of the table; those of a variable's codes follow its own."""
        names = Names(self.dialect)
        for column, cells in zip(self.table.columns, self.cells, strict=True):
            name = names.of(column.name)
            if column.variable is None:
                yield self._plain(column, name, cells)
                continue
            asked = self._asked(column.variable.level)
            answers = Answers(
                variable=column.variable, name=name, cells=cells, asked=asked, names=names,
                dialect=self.dialect, report=self.report,
            )  # fmt: skip
            yield from map(self._fitting, answers.columns())
        names.tell(self.report)

    def _asked(self, level: Level) -> Sequence[bool]:
        """For each row whether the variable could be answered in it."""
        named = {column.name: cells for column, cells in
                 zip(self.table.columns, self.cells, strict=True)}  # fmt: skip
        if self.table.shape is Shape.STATEMENTS:
            return [cell is not None for cell in named["statement"]]
        return [(cell == 0) is (level is Level.ARTICLE) for cell in named["paragraph"]]

    def _plain(self, column: Column, name: str, cells: Sequence[Cell]) -> AnyColumn:
        label = cut_label(column.about, self.dialect.longest_label)
        if column.type in (Type.TEXT, Type.TIME):
            return self._fitting(TextColumn(name, label, texts_of(cells)))
        several = {cell for cell in set(cells) if isinstance(cell, str)}
        numbers: Sequence[Any] = cells
        if several:
            numbers = [None if cell in several else cell for cell in cells]
            lost = sum(cell in several for cell in cells)
            self.report.notes[f"cells of {column.name} hold several numbers and are empty"] += lost
        if column.type is Type.YES_NO:
            return NumberColumn(name, label, numbers, Measure.NOMINAL, _YES_NO)
        return NumberColumn(name, label, numbers)

    def _fitting(self, column: AnyColumn) -> AnyColumn:
        if isinstance(column, NumberColumn):
            return column
        most, cells = self.dialect.longest_text, column.cells
        distinct = set(cells)  # most cells repeat
        if any(_NUL in cell for cell in distinct):
            cells = self._without_nul(column.name, cells)
        if most and any(4 * len(cell) > most for cell in distinct):
            cells = self._cut(column.name, cells, most)
        return TextColumn(column.name, column.label, cells)

    def _without_nul(self, name: str, cells: Sequence[str]) -> Sequence[str]:
        changed = Cuts("texts hold the character NUL, which would end them; U+FFFD is in its place")
        for row, cell in enumerate(cells, start=1):
            if _NUL in cell:
                changed.add(f"{self.table.shape} {name}, row {row}")
        changed.tell(self.report)
        return [cell.replace(_NUL, "\ufffd") for cell in cells]

    def _cut(self, name: str, cells: Sequence[str], most: int) -> Sequence[str]:
        cuts = Cuts(f"texts hold only their first {most:,} bytes, the most that fits")
        fitting = [cut_bytes(cell, most) for cell in cells]
        for row, (cell, fits) in enumerate(zip(cells, fitting, strict=True), start=1):
            if cell != fits:
                cuts.add(f"{self.table.shape} {name}, row {row}")
        cuts.tell(self.report)
        return fitting
