"""A table of cells -> labelled columns of a statistics package."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotator.exporters.cells import Cell
from annotator.exporters.columns import Column, Layout, Type
from annotator.exporters.cut import Cuts, cut_bytes, cut_label
from annotator.exporters.job import Report, Shape
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
_HELD_NUL = "texts hold the character NUL, which would end them; U+FFFD is in its place"
_CUT = "texts hold only their first {:,} bytes, the most that fits"
_YES_NO: Mapping[Number, str] = {0: "no", 1: "yes"}


@dataclass(frozen=True, slots=True)
class Dataset:
    """The cells of a table, and for whom columns are made of them."""

    table: Layout
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
        column = self._changed(column, lambda text: text.replace(_NUL, "\ufffd"), _HELD_NUL)
        most = self.dialect.longest_text
        if not most:
            return column
        return self._changed(column, lambda text: cut_bytes(text, most), _CUT.format(most))

    def _changed(self, column: TextColumn, change: Callable[[str], str], note: str) -> TextColumn:
        """The texts as the package can hold them; says of which rows they were changed."""
        texts = column.texts.mapped(change)
        cuts = Cuts(note)
        for row in column.texts.rows_that_differ(texts):
            cuts.add(f"{self.table.shape} {column.name}, row {row}")
        cuts.tell(self.report)
        return replace(column, texts=texts)
