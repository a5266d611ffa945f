"""The tables of an export as columns of a statistics package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from annotator.exporters.coded import chosen_units
from annotator.exporters.columnar import Columnar
from annotator.exporters.columns import Layout
from annotator.exporters.job import Choice, Report, Source, Values
from annotator.exporters.rows import tables
from annotator.exporters.statistical.column import AnyColumn
from annotator.exporters.statistical.dataset import Dataset
from annotator.exporters.statistical.dialect import Dialect


def filled(
    source: Source, choice: Choice, report: Report, dialect: Dialect, suffix: str
) -> Iterator[tuple[Layout, list[AnyColumn]]]:
    """Each table with its columns; the rows are counted under the name of its file.

    Codes are looked up by id whatever `choice.values` says: both number and label go out.
    """
    choice = replace(choice, values=Values.ID)
    made = tables(source.codebook, choice, report)
    collected = [Columnar(len(table.columns)) for table in made]
    pairs = list(zip(made, collected, strict=True))
    for unit in chosen_units(source, choice, report):
        for table, rows in pairs:
            rows.add(table.rows(unit))
    for table, rows in pairs:
        report.rows[table.shape + suffix] = rows.count
        yield table, list(Dataset(table, rows.take(), dialect, report).columns())
