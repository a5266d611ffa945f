"""Codings to Excel, SPSS, Stata, Parquet and CSV, against reading them once and each library.

The library is given the same rows, and writes them through to the disk, as an export does.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import polars
import pyarrow
import pyarrow.parquet
import pyreadstat
import xlsxwriter

from annotator.exporters import exporter
from annotator.exporters.files import Files
from annotator.exporters.job import Source
from annotator.exporters.parts import Row
from annotator.study import Study
from benchmarks.export import LONG, exhaust, long_rows, synthetic
from benchmarks.measure import Result, paired, took
from benchmarks.studies import make

ROUNDS, MORE_ROUNDS = 3, 7  # polars writes a CSV in 3 to 5 s, as it happens
MANY, FEW = 1_000_000, 100_000
STUDY_ARTICLES = 1_000
VIEWS = """
    SELECT codings.*, kind, start, "end", paragraphs.text, title, author, source, date, url
    FROM codings
    JOIN articles ON articles.article = codings.article
    LEFT JOIN paragraphs
      ON paragraphs.article = codings.article AND paragraphs.paragraph = codings.paragraph
"""
Floor = Callable[[Path, list[Row]], None]


def benchmark() -> Iterator[Result]:
    """Time of each format from rows alone."""
    few = list(long_rows(synthetic(FEW)))
    many = few * (MANY // FEW)
    yield measured("xlsx", few, with_xlsxwriter, "xlsxwriter", 1.5)
    yield measured("sav", many, with_pyreadstat, "pyreadstat", 1.5)
    yield measured("dta", many, with_pyreadstat_for_stata, "pyreadstat", 1.5)
    yield measured("parquet", many, with_pyarrow, "pyarrow", 1.5)
    yield measured("csv", many, with_polars, "polars", 1, rounds=MORE_ROUNDS)
    yield from_file()


def measured(
    form: str, rows: list[Row], floor: Floor, library: str, limit: float, *, rounds: int = ROUNDS
) -> Result:
    """The time of a format beside that of its library."""
    source = synthetic(len(rows))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        ours, ratio = paired(
            lambda: took(lambda: export(form, source, out)),
            lambda: (
                took(lambda: exhaust(source))
                + took(lambda: on_disk(floor, out / f"reference.{form}", rows))
            ),
            rounds,
        )
    what = f"{len(rows):,} codings to long.{form}"
    return Result(what, ours, f"reading + {library}, same rows", ratio, limit)


def from_file() -> Result:
    """A study's file to CSV, beside what somebody at home in polars does with its public views."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        path = make(out / "study.db", STUDY_ARTICLES, coded=STUDY_ARTICLES)
        with Study.open(path, read_only=True) as study, closing(sqlite3.connect(path)) as database:
            source = study.source()
            ours, ratio = paired(
                lambda: took(lambda: export("csv", source, out)),
                lambda: took(lambda: polars_from_views(database, out / "reference.csv")),
                ROUNDS,
            )
            n_codings = sum(1 for _ in source.codings())
    what = f"{n_codings:,} codings of a study's file to long.csv"
    return Result(what, ours, "polars from its views", ratio, 1)


def export(form: str, source: Source, folder: Path) -> None:
    """What the command does."""
    with Files(folder) as files:
        exporter(form).write(source, LONG, files)


def on_disk(floor: Floor, path: Path, rows: list[Row]) -> None:
    """Write the file and see it on the disk."""
    floor(path, rows)
    flush(path)


def flush(path: Path) -> None:
    """See the file on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def with_xlsxwriter(path: Path, rows: list[Row]) -> None:
    """The floor of XLSX."""
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_urls": False})
    page = book.add_worksheet()
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    book.close()


def with_pyreadstat(path: Path, rows: list[Row]) -> None:
    """The floor of SPSS."""
    pyreadstat.write_sav(frame(rows), path, row_compress=True)


def with_pyreadstat_for_stata(path: Path, rows: list[Row]) -> None:
    """The floor of Stata, in the version that all its editions open."""
    pyreadstat.write_dta(frame(rows), path, version=14)


def with_pyarrow(path: Path, rows: list[Row]) -> None:
    """The floor of Parquet."""
    columns = {str(place): column for place, column in enumerate(zip(*rows, strict=True))}
    pyarrow.parquet.write_table(pyarrow.table(columns), path, compression="zstd")


def with_polars(path: Path, rows: list[Row]) -> None:
    """The floor of CSV."""
    frame(rows).write_csv(path)


def polars_from_views(database: sqlite3.Connection, path: Path) -> None:
    """The codings with text and place, as the views have them."""
    polars.read_database(VIEWS, database, infer_schema_length=None).write_csv(path)
    flush(path)


def frame(rows: list[Row]) -> polars.DataFrame:
    """The rows as polars has them."""
    return polars.DataFrame(rows, orient="row", infer_schema_length=1000)
