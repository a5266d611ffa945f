"""Fills the tables of an export in one pass over the data, a coded unit at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TextIO

from annotator.exporters.coded import chosen_units
from annotator.exporters.columns import Column
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.rows import Rows, Table, tables


class RowWriter(Protocol):
    """Writes rows in some text format and counts them."""

    count: int

    def write(self, rows: Rows) -> None:
        """Write the rows of one coded unit."""


MakeWriter = Callable[[TextIO, Sequence[Column], Choice], RowWriter]


def fill(
    source: Source, choice: Choice, to: Destination, suffix: str, writer: MakeWriter
) -> tuple[Report, tuple[Table, ...]]:
    """Write every table that was asked for to a file of its own, named after its shape."""
    report = Report()
    made = tables(source.codebook, choice, report)
    writers = [writer(to.open(table.shape + suffix), table.columns, choice) for table in made]
    pairs = list(zip(made, writers, strict=True))
    for unit in chosen_units(source, choice, report):
        for table, out in pairs:
            out.write(table.rows(unit))
    report.rows.update({table.shape + suffix: out.count for table, out in pairs})
    return report, made
