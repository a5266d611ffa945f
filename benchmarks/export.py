"""A million codings to CSV, against csv.writer on the same rows; and the memory it takes."""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from annotator.exporters import exporter
from annotator.exporters.coded import coded_units
from annotator.exporters.files import Files
from annotator.exporters.job import Choice, Report, Shape, Source
from annotator.exporters.parts import Row
from annotator.exporters.rows import tables
from annotator.model.article import Article
from annotator.model.codebook import Code, Codebook, Level, Measurement, Variable
from annotator.model.coding import CodingRow, StatementRow, UnitRow
from benchmarks.measure import Result, paired, took
from benchmarks.studies import article, make

CODINGS = 1_000_000
ROUNDS = 3
STUDY_ARTICLES = 1_000
PARAGRAPHS = 15
DIFFERENT = 50  # texts
CODERS = ("ana", "ben", "eve")
STATEMENTS = ("000001", "000002")
VARIABLES = ("actor", "lever", "stance")
PER_UNIT = 1 + len(STATEMENTS) * len(VARIABLES)
AT = 1_551_794_602_000
MEGABYTES = 100
LONG = Choice(shapes=(Shape.LONG,))
# articles are made once: making them is no part of an export
_MADE: dict[int, Article] = {}


def benchmark() -> Iterator[Result]:
    """Time and memory of `export`, from rows alone and from a study."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        source = synthetic(CODINGS)
        rows = list(islice(long_rows(source), 100_000))
        exhaust(source)
        ours, ratio = paired(
            lambda: took(lambda: export(source, out)),
            lambda: took(lambda: reference(out, chain.from_iterable([rows] * 10))),
            ROUNDS,
        )
        yield Result("1,000,000 codings to long.csv", ours, "csv.writer, same rows", ratio, 2)
        peak = int(subprocess.check_output([sys.executable, "-m", __name__, folder]))
        yield Result("its peak memory (MB, not ms)", peak, "100 MB", peak / MEGABYTES, 1)
        yield from from_study(out)


def from_study(out: Path) -> Iterator[Result]:
    """The same from a study, where reading is part of it."""
    from annotator.study import Study

    make(out / "study.db", STUDY_ARTICLES, coded=STUDY_ARTICLES)
    with Study.open(out / "study.db", read_only=True) as study:
        source = Source(
            study.codebook, study.articles, study.codings, study.units, study.statements
        )
        rows = list(long_rows(source))
        ours, ratio = paired(
            lambda: took(lambda: export(source, out)),
            lambda: took(lambda: exhaust(source)) + took(lambda: reference(out, rows)),
            ROUNDS,
        )
    what = f"{len(rows):,} codings of a study to long.csv"
    yield Result(what, ours, "reading + csv.writer, same rows", ratio, 2)


def export(source: Source, folder: Path) -> Report:
    """What the command does."""
    with Files(folder) as files:
        return exporter("csv").write(source, LONG, files)


def reference(folder: Path, rows: Iterable[Row]) -> None:
    """The floor: rows that are there already, through csv.writer."""
    with (folder / "reference.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def exhaust(source: Source) -> None:
    """Read everything and do nothing with it."""
    for stream in (source.articles, source.codings, source.units, source.statements):
        for _ in stream():
            pass


def long_rows(source: Source) -> Iterator[Row]:
    """Every row of the long table with all its cells."""
    (table,) = tables(source.codebook, LONG, Report())
    return chain.from_iterable(table.rows(unit).whole() for unit in coded_units(source))


def synthetic(codings: int) -> Source:
    """A source of that many codings: three coders, fifteen paragraphs, two statements each."""
    needed = -(-codings // (PARAGRAPHS * len(CODERS) * PER_UNIT))

    def articles() -> Iterator[Article]:
        for number in range(needed):
            made = _MADE.get(number % DIFFERENT) or article(number % DIFFERENT, PARAGRAPHS)
            _MADE[number % DIFFERENT] = made
            yield replace(made, id=f"{number:08}", name=f"article-{number:06}")

    def units() -> Iterator[UnitRow]:
        for number in range(needed):
            for paragraph in range(1, PARAGRAPHS + 1):
                for coder in CODERS:
                    yield UnitRow(coder, "main", f"{number:08}", paragraph, True, False, "", AT)

    def statements() -> Iterator[StatementRow]:
        for unit in units():
            for statement in STATEMENTS:
                yield StatementRow(*unit[:4], statement, False, "cue: a word", AT)

    def all_codings() -> Iterator[CodingRow]:
        for number, unit in enumerate(units()):
            yield CodingRow(*unit[:4], "", "tone", "tone1", "coded", AT + number * 1000, "1.0.0")
            for statement in STATEMENTS:
                for place, variable in enumerate(VARIABLES):
                    value = f"{variable}{(number + place) % 30}"
                    at = AT + number * 1000
                    yield CodingRow(*unit[:4], statement, variable, value, "coded", at, "1.0.0")

    def as_many() -> Iterator[CodingRow]:
        return islice(all_codings(), codings)

    return Source(_codebook(), articles, as_many, units, statements)


def _codebook() -> Codebook:
    def variable(name: str, level: Level) -> Variable:
        codes = tuple(Code(f"{name}{n}", f"Label of {name} {n}", "", float(n)) for n in range(30))
        return Variable(name, level, name.title(), Measurement.NOMINAL, codes=codes)

    stated = tuple(variable(name, Level.STATEMENT) for name in VARIABLES)
    return Codebook(
        "bench", "Benchmark", "1.0.0", "en", (variable("tone", Level.PARAGRAPH), *stated)
    )


def _peak_megabytes() -> int:
    """Of this program alone: getrusage would count the benchmark that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (peak,) = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(peak) // 1024


if __name__ == "__main__":
    export(synthetic(CODINGS), Path(sys.argv[1]))
    print(_peak_megabytes())
