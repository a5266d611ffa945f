"""How the benchmarks measure: paired runs, medians, a ratio to a floor, a limit it must keep."""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple


class Result(NamedTuple):
    """One line of the table: `value` times `floor`, at most `limit` times (0: told, not judged)."""

    what: str
    milliseconds: float
    floor: str
    ratio: float
    limit: float = 0.0

    @property
    def kept(self) -> bool:
        return not self.limit or self.ratio <= self.limit


Benchmark = Callable[[], Iterator[Result]]


def wall(command: Sequence[str]) -> float:
    """Milliseconds that a command takes, from start to exit."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1_000


def took(action: Callable[[], object]) -> float:
    """Milliseconds that a call takes."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1_000


def paired(
    measure: Callable[[], float], floor: Callable[[], float], rounds: int
) -> tuple[float, float]:
    """Medians of the measure and of its ratio to the floor, taken alternately.

    The machine is shared: what slows one of a pair slows the other, so the ratio is steadier than
    either time.
    """
    pairs = [(measure(), floor()) for _ in range(rounds)]
    return (
        statistics.median(ours for ours, _ in pairs),
        statistics.median(ours / theirs for ours, theirs in pairs),
    )
