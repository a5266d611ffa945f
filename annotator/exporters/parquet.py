"""Parquet: typed columns, codes as categories, and what columns and codes mean in the file itself.

Rows go out in groups, so that memory stays small.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from types import TracebackType
from typing import Any, BinaryIO

from annotator.exporters.cells import Cell
from annotator.exporters.coded import chosen_units
from annotator.exporters.columnar import Columnar
from annotator.exporters.dictionary import write_dictionary
from annotator.exporters.extras import extra
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.parquet_columns import (
    Field,
    Kind,
    fields_of,
    file_metadata,
    metadata,
    numbers_of,
)
from annotator.exporters.parts import Row, Rows
from annotator.exporters.rows import Table, tables

SUFFIX = ".parquet"
_ROWS = 50_000  # of a group


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the shapes that were asked for (all of them, if none was) and the dictionary."""
    arrow = extra("pyarrow", "Parquet files", "parquet")
    for part in ("pyarrow.compute", "pyarrow.parquet"):
        extra(part, "Parquet files", "parquet")
    report = Report()
    made = tables(source.codebook, choice, report)
    with ExitStack() as stack:
        files = [stack.enter_context(file) for file in _files(arrow, made, source, choice, to)]
        for unit in chosen_units(source, choice, report):
            for file in files:
                file.write(file.table.rows(unit))
    for file in files:
        report.rows |= file.report.rows
        report.notes += file.report.notes
    write_dictionary(source.codebook, made, choice, to)
    return report


def _files(
    arrow: Any, made: Sequence[Table[Row]], source: Source, choice: Choice, to: Destination
) -> Iterator[_File]:
    told = file_metadata(source)
    for table in made:
        stream = to.open_binary(table.shape + SUFFIX)
        yield _File(arrow, table, fields_of(table.columns, choice.values), told, stream)


class _File:
    """One table on its way into its file. A context manager; what is left goes out at its end."""

    def __init__(
        self, arrow: Any, table: Table[Row], fields: Sequence[Field], told: Mapping[str, str],
        stream: BinaryIO,
    ) -> None:  # fmt: skip
        self.table = table
        self.report = Report()
        self._arrow, self._fields = arrow, fields
        self._rows = Columnar(len(table.columns))
        self._schema = self._made_schema(told)
        self._out = arrow.parquet.ParquetWriter(stream, self._schema, compression="zstd")

    def _made_schema(self, told: Mapping[str, str]) -> Any:
        fields = [
            self._arrow.field(field.name, self._type(field.kind), metadata=metadata(field))
            for field in self._fields
        ]
        return self._arrow.schema(fields, metadata=told)

    def _type(self, kind: Kind) -> Any:
        arrow = self._arrow
        plain = {
            Kind.TEXT: arrow.string(),
            Kind.INTEGER: arrow.int64(),
            Kind.NUMBER: arrow.float64(),
            Kind.YES_NO: arrow.bool_(),
            Kind.TIME: arrow.timestamp("ms", tz="UTC"),
            Kind.DATE: arrow.date32(),
        }
        return plain.get(kind) or arrow.dictionary(arrow.int32(), arrow.string())

    def write(self, rows: Rows[Row]) -> None:
        """Take in the rows of one coded unit; a group that is full goes out."""
        self._rows.add(rows)
        if self._rows.count >= _ROWS:
            self._put()

    def _put(self) -> None:
        name = self.table.shape + SUFFIX
        self.report.rows[name] = self.report.rows.get(name, 0) + self._rows.count
        columns = self._rows.take()
        arrays = [self._array(field, columns[field.place]) for field in self._fields]
        self._out.write_batch(self._arrow.record_batch(arrays, schema=self._schema))

    def _array(self, field: Field, cells: Sequence[Cell]) -> Any:
        arrow = self._arrow
        if field.kind is Kind.CATEGORY:
            return self._category(field, cells)
        if field.kind is Kind.TEXT:
            return self._category(field, cells).dictionary_decode()
        if field.kind is Kind.TIME:
            moments = arrow.compute.cast(self._category(field, cells), arrow.string())
            return arrow.compute.cast(moments, self._type(field.kind))
        if field.kind is Kind.YES_NO:
            return arrow.array(list(map(bool, cells)), arrow.bool_())
        if field.kind in (Kind.NUMBER, Kind.DATE):
            return arrow.array(numbers_of(field, cells, self.report), self._type(field.kind))
        return arrow.array(cells, self._type(field.kind))

    def _category(self, field: Field, cells: Sequence[Cell]) -> Any:
        """The codes of the codebook come first, in its order, then whatever else occurs.

        Each distinct cell is looked at once: most repeat.
        """
        known = {code: place for place, code in enumerate(field.categories)}
        places: dict[Cell, int | None] = {
            cell: None if cell is None else known.setdefault(field.meaning(cell), len(known))
            for cell in dict.fromkeys(cells)
        }
        arrow = self._arrow
        return arrow.DictionaryArray.from_arrays(
            arrow.array(list(map(places.__getitem__, cells)), arrow.int32()),
            arrow.array(list(known), arrow.string()),
        )

    def __enter__(self) -> _File:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._put()
        finally:
            self._out.close()
