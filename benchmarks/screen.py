"""The coding screen in a pseudo-terminal of 160x48: its first paint, and from a key to a settled
screen. `python -m benchmarks.run screen`; ANNOTATOR_BENCH_LARGE=1 adds 100,000 articles."""

from __future__ import annotations

import os
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from annotator.model.team import Assigned
from annotator.store.connection import safe_modes
from annotator.study import Study
from benchmarks.measure import Result, paired, took
from benchmarks.studies import make
from tests.tui.terminal import Terminal, annotator

FRAME = 1000 / 60  # milliseconds
ARTICLE = 100.0
ROUNDS = 9
PRESSES = 60
_HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self): yield Static("hello, world")
Hello().run()
"""
_PAGE_DOWN, _PAGE_UP, _UNDO = "\x1b[6~", "\x1b[5~", "\x7f"
SEQUENCES = {
    "next paragraph": [_PAGE_DOWN] * 12 + [_PAGE_UP] * 12,
    # two statements of three answers; each of the six keys is one commit
    "code and commit": ["u", "s", "t", "n", "o", "a", _PAGE_DOWN],
    "undo and commit": [_UNDO],
    "next article": ["]", "["],
}


def benchmark() -> Iterator[Result]:
    """First paint and latencies in a small and a large study."""
    sizes = [10, 10_000] + [100_000] * ("ANNOTATOR_BENCH_LARGE" in os.environ)
    with tempfile.TemporaryDirectory() as folder:
        studies = {n: make(Path(folder) / f"{n}.db", n) for n in sizes}
        yield from _first_paint(studies)
        yield _raw_commit(Path(folder))
        times = {n: _latencies(study) for n, study in studies.items()}
        for n, measured in times.items():
            yield from _judged(f"{n:,} articles", measured)
        yield from _compared(times, sizes[0], sizes[-1])
        _give_everything(studies[sizes[1]])
        given = _latencies(studies[sizes[1]], "given")
        yield from _judged(f"{sizes[1]:,} articles, given paragraph by paragraph", given)


def _give_everything(path: Path) -> None:
    """Every paragraph by itself, the last article first: the most that a plan can give."""
    with Study.open(path) as study:
        units = [
            Assigned(header.id, number)
            for header in reversed(study.headers())
            for number in range(1, header.n_paragraphs + 1)
        ]
        study.assign_units("main", {"given": units})


def _first_paint(studies: dict[int, Path]) -> Iterator[Result]:
    small, *larger = studies
    for n, study in studies.items():
        ours, ratio = paired(lambda study=study: _paint(study), _hello, ROUNDS)
        yield Result(f"{n:,} articles, first paint", ours, "hello-world in Textual", ratio, 1.6)
    for n in larger:
        ours, ratio = paired(lambda n=n: _paint(studies[n]), lambda: _paint(studies[small]), ROUNDS)
        yield Result(f"{n:,} articles, first paint", ours, f"{small} articles", ratio, 1.3)


def _hello() -> float:
    return _milliseconds_to_paint([sys.executable, "-c", _HELLO], b"hello, world")


def _paint(study: Path) -> float:
    return _milliseconds_to_paint(annotator(study, "code", "--coder", "bench"), b"Enter")


def _milliseconds_to_paint(command: list[str], marker: bytes) -> float:
    with Terminal(command, columns=160, lines=48, emulate=False) as terminal:
        return 1000 * terminal.first_output_with(marker)


def _raw_commit(folder: Path) -> Result:
    """What the disk alone takes for one durable row, in the mode the study is in."""
    journal, synchronous = safe_modes()
    with closing(sqlite3.connect(folder / "raw.db", isolation_level=None)) as database:
        database.execute(f"PRAGMA journal_mode = {journal}")
        database.execute(f"PRAGMA synchronous = {synchronous}")
        database.execute("CREATE TABLE row (value TEXT)")
        times = [took(lambda: _insert(database)) for _ in range(PRESSES)]
    median = statistics.median(times)
    return Result(f"(one bare commit, {journal} and {synchronous})", median, "8 ms", median / 8)


def _insert(database: sqlite3.Connection) -> None:
    database.execute("BEGIN IMMEDIATE")
    database.execute("INSERT INTO row VALUES (?)", ("x" * 200,))
    database.execute("COMMIT")


def _latencies(study: Path, coder: str = "bench") -> dict[str, list[float]]:
    """Milliseconds of each press, by what was done."""
    command = annotator(study, "code", "--coder", coder)
    with Terminal(command, columns=160, lines=48, emulate=False) as terminal:
        terminal.first_output_with(b"Enter")
        terminal.settle(1.0)
        return {name: _press(terminal, keys) for name, keys in SEQUENCES.items()}


def _press(terminal: Terminal, keys: list[str]) -> list[float]:
    """Milliseconds for keys that do something: one that finds nothing to do writes nothing."""
    rounds = -(-PRESSES // len(keys))
    times = [1000 * terminal.latency(key) for key in keys * rounds]
    return [time for time in times if time]


def _judged(size: str, measured: dict[str, list[float]]) -> Iterator[Result]:
    for name, times in measured.items():
        median, slow = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        limit = ARTICLE if name == "next article" else FRAME
        if limit == FRAME:
            yield Result(f"{size}, {name}, median", median, "8 ms", median / 8, 1.0)
        yield Result(f"{size}, {name}, p95", slow, f"{limit:.1f} ms", slow / limit, 1.0)


def _compared(times: dict[int, dict[str, list[float]]], small: int, large: int) -> Iterator[Result]:
    for name in SEQUENCES:
        ours, floor = (statistics.median(times[n][name]) for n in (large, small))
        what = f"{large:,} articles, {name}, median"
        yield Result(what, ours, f"{small} articles", ours / floor, 1.5)
