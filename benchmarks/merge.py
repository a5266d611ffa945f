"""Merging: a package of 100,000 events into a study of a million, and the same written bare."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from annotator.store import connection, events
from annotator.study import Study
from benchmarks import studies
from benchmarks.measure import Result, paired, took

ARTICLES = 10_000
CODED = 8_000  # articles: makes 1,000,000 events and a bit
NEW = 100_000
ROUNDS = 3
LIMIT = 8.0  # times the bare rows (1.2 s), which are neither read, verified nor projected


def benchmark() -> Iterator[Result]:
    """Each round merges into a fresh copy of the study."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        study = studies.make(folder / "study.db", ARTICLES, coded=CODED)
        package = _package(study, folder / "zoe.db")
        rows = _rows(package)
        ours, ratio = paired(
            lambda: _merge(study, folder / "merged.db", package),
            lambda: _bare(study, folder / "bare.db", rows),
            ROUNDS,
        )
        yield Result(f"merge {NEW:,} events into 1,000,000", ours, "executemany", ratio, LIMIT)
        yield Result("the same, only planned", _plan(study, package), "", 0)


def _package(study: Path, path: Path) -> Path:
    with Study.open(study) as whole:
        whole.pack("zoe", path)
    with Study.open(path, coder="zoe") as package:
        names = [header.id for header in package.headers(1, CODED)]
        package.add_codings(islice(studies.codings("zoe", names, 15), NEW - 1))
    return path


def _rows(package: Path) -> list[tuple[object, ...]]:
    raw = sqlite3.connect(package)
    rows = raw.execute(
        f"SELECT {events.COLUMNS}, hash FROM event WHERE coder = 'zoe' OR kind = 'imported'"
        " ORDER BY lamport, id"
    ).fetchall()
    raw.close()
    return rows


def _merge(study: Path, copy: Path, package: Path) -> float:
    _copy(study, copy)
    with Study.open(copy) as merged:
        return took(lambda: merged.merge([package]))


def _plan(study: Path, package: Path) -> float:
    with Study.open(study, read_only=True) as whole:
        return took(lambda: whole.plan_merge(package))


def _bare(study: Path, copy: Path, rows: list[tuple[object, ...]]) -> float:
    """The same rows, indexes and modes of writing."""
    _copy(study, copy)
    raw = connection.connect(copy)

    def write() -> None:
        with connection.transaction(raw):
            events.insert(raw, rows)

    taken = took(write)
    connection.close(raw)
    return taken


def _copy(study: Path, copy: Path) -> None:
    copy.unlink(missing_ok=True)
    shutil.copyfile(study, copy)
