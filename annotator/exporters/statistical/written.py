"""Every table as a file of a statistics package, and the dictionary beside them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from annotator.exporters.dictionary import write_dictionary
from annotator.exporters.extras import extra
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.rows import tables
from annotator.exporters.statistical.column import AnyColumn
from annotator.exporters.statistical.dialect import Dialect
from annotator.exporters.statistical.filled import filled


class WriteTable(Protocol):
    """Writes the columns of a table into a file."""

    def __call__(
        self, columns: Sequence[AnyColumn], path: Path, title: str, polars: Any, pyreadstat: Any
    ) -> None:
        """The title is that of the codebook; the libraries are loaded only for an export."""


class Package(NamedTuple):
    """A statistics package: what its files are called, their ending, their limits."""

    files: str
    suffix: str
    dialect: Dialect
    write_table: WriteTable


def write_for(package: Package, source: Source, choice: Choice, to: Destination) -> Report:
    """Write the shapes that were asked for (all of them, if none was) and the dictionary."""
    pyreadstat = extra("pyreadstat", package.files, "spss")
    polars = extra("polars", package.files, "spss")
    report = Report()
    for table, columns in filled(source, choice, report, package.dialect, package.suffix):
        path = to.stage(table.shape + package.suffix)
        package.write_table(columns, path, source.codebook.title, polars, pyreadstat)
    write_dictionary(source.codebook, tables(source.codebook, choice, Report()), choice, to)
    return report
