"""A million codings: how soon the first disagreement is on the screen, and all are found."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from annotator.model.coding import MAIN_ROUND
from annotator.reports.disputes import Comparing
from annotator.study import Study
from annotator.tui.adjudication.reading import Asked, settle_agreed, stages, units_of
from annotator.tui.adjudication.session import Adjudication
from benchmarks.measure import Result, paired, took
from benchmarks.studies import make
from tests.tui.terminal import Terminal, annotator

ARTICLES = 11_100  # some 1,000,000 codings of two coders
ROUNDS = 3
SECOND = 1_000.0


def benchmark() -> Iterator[Result]:
    """The screen from a cold start; then the parts of what it does, against reading the rows."""
    with tempfile.TemporaryDirectory() as folder:
        path = make(Path(folder) / "study.db", ARTICLES, coded=ARTICLES)
        shown = min(first_on_screen(path) for _ in range(ROUNDS))
        yield Result("first of a million codings' disputes, on screen", shown, "1 s",
                     shown / SECOND, 1)  # fmt: skip
        first, ratio = paired(lambda: took(lambda: first_shown(path)), lambda: rows(path), 1)
        yield Result("the same without starting a program", first, "reading all rows", ratio, 0.3)
        every, ratio = paired(lambda: took(lambda: all_found(path)), lambda: rows(path), 1)
        yield Result("all disputes of them", every, "reading all rows", ratio, 4)
        agreed = took(lambda: settle_agreed(Asked(path), "lea"))
        yield Result("all agreed units decided, one action", agreed, "reading all rows",
                     agreed / rows(path))  # fmt: skip


def first_on_screen(path: Path) -> float:
    """Milliseconds from the start of the program to the first disagreement."""
    with Terminal(annotator(path, "adjudicate", "--coder", "lea"), emulate=False) as terminal:
        return terminal.first_output_with(b"What the coders said") * SECOND


def first_shown(path: Path) -> None:
    """A session with its first case."""
    with Study.open(path, coder="lea") as study:
        session = Adjudication(study)
        for found in stages(session.asked, lambda: False):
            session.show(found)
            break
        session.close()


def all_found(path: Path) -> None:
    """Every unit compared."""
    with Study.open(path, read_only=True) as study:
        comparing = Comparing(study.codebook)
        deque((list(comparing.disputes(unit)) for unit in units_of(study)), 0)


def rows(path: Path) -> float:
    """Milliseconds to read the same rows once and do nothing with them."""

    def read() -> None:
        with Study.open(path, read_only=True) as study:
            for stream in (study.codings, study.units, study.statements):
                deque(stream(round=MAIN_ROUND), 0)

    return took(read)
