"""How often 95 % intervals of alpha hold the true value: a simulation with known truth.

`python -m benchmarks.coverage` prints the tables of docs/statistics.md; `make bench` looks at one
setting alone. Three coders code a
variable of two codes; each sees the true code of a unit with a certain probability and guesses by
the prevalence of the codes otherwise, so the alpha of infinitely many units is that probability
squared. In the second table whole articles are easy or hard.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.intervals import (
    Interval,
    analytic,
    form_of,
    jackknife,
    pair_bootstrap,
    unit_bootstrap,
)
from benchmarks.measure import Result

SEED, SAMPLES, REPLICATES, CODERS, PER_ARTICLE = 20_240_229, 1_000, 1_000, 3, 10
ALPHA = 0.8
UNITS, PREVALENCES = (20, 50, 100, 400), (0.5, 0.8, 0.95)
ARTICLES = (4, 10, 20, 50)
EASY, HARD = 0.95, 0.65  # alpha within articles; half of them are easy
Table = NDArray[np.int64]
Method = Callable[[Table, int], Interval]

ALPHA_NAME = "krippendorff_alpha"

METHODS: dict[str, Method] = {
    "unit bootstrap": lambda table, seed: unit_bootstrap(
        form_of(ALPHA_NAME, table), seed=seed, replicates=REPLICATES
    ).interval(),
    "jackknife, t": lambda table, _: jackknife(form_of(ALPHA_NAME, table)).interval(),
    "analytic, t": lambda table, _: analytic(ALPHA_NAME, table).interval(),
    "pair bootstrap": lambda table, seed: pair_bootstrap(
        table, level="nominal", seed=seed, replicates=REPLICATES
    ).interval(),
}

BY_ARTICLE: dict[str, Method] = {
    "unit bootstrap": METHODS["unit bootstrap"],
    "jackknife, t": METHODS["jackknife, t"],
    "clustered bootstrap": lambda table, seed: unit_bootstrap(
        form_of(ALPHA_NAME, table), seed=seed, replicates=REPLICATES, clusters=_articles(table)
    ).interval(),
    "clustered jackknife, t": lambda table, _: jackknife(
        form_of(ALPHA_NAME, table), clusters=_articles(table)
    ).interval(),
}


@dataclass
class Tally:
    """What became of the intervals of one method in one setting."""

    held: int = 0
    made: int = 0
    width: float = 0.0

    def add(self, found: Interval, truth: float) -> None:
        if found.low is None or found.high is None:
            return
        self.made += 1
        self.held += found.low <= truth <= found.high
        self.width += found.high - found.low

    def __str__(self) -> str:
        if not self.made:
            return "none"
        missing = f" ({SAMPLES - self.made} none)" if self.made < SAMPLES else ""
        return f"{self.held / self.made:.1%}, {self.width / self.made:.2f}{missing}"


def simulated(
    samples: Iterator[Table], methods: dict[str, Method], truth: float
) -> dict[str, Tally]:
    """The tally of each method over the samples."""
    tallies = {name: Tally() for name in methods}
    for seed, table in enumerate(samples):
        for name, method in methods.items():
            tallies[name].add(method(table, seed), truth)
    return tallies


def units(n: int, prevalence: float, chance: np.random.Generator) -> Iterator[Table]:
    """Samples of n independent units."""
    for _ in range(SAMPLES):
        yield _coded(np.full(n, sqrt(ALPHA)), prevalence, chance)


def articles(n: int, prevalence: float, chance: np.random.Generator) -> Iterator[Table]:
    """Samples of n articles of ten paragraphs, each article easy or hard."""
    for _ in range(SAMPLES):
        easy = chance.random(n) < 0.5
        seen = np.where(easy, sqrt(EASY), sqrt(HARD)).repeat(PER_ARTICLE)
        yield _coded(seen, prevalence, chance)


def _coded(seen: NDArray[np.float64], prevalence: float, chance: np.random.Generator) -> Table:
    shape = (CODERS, len(seen))
    truth, guesses = chance.random(len(seen)) < prevalence, chance.random(shape) < prevalence
    return np.where(chance.random(shape) < seen, truth, guesses).astype(np.int64)


def _articles(table: Table) -> NDArray[np.int64]:
    return np.arange(table.shape[1]) // PER_ARTICLE


def row(cells: Sequence[object]) -> None:
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def benchmark() -> Iterator[Result]:
    """How often 100 units' intervals miss the truth, to the 5 % that they may; some are unlucky."""
    for name in ("unit bootstrap", "jackknife, t", "analytic, t"):
        samples = units(100, 0.5, np.random.default_rng(SEED))
        start = time.perf_counter()
        tally = simulated(samples, {name: METHODS[name]}, ALPHA)[name]
        milliseconds = (time.perf_counter() - start) * 1_000
        missed = 1 - tally.held / tally.made
        yield Result(f"coverage of {name}", milliseconds, "5 % misses", missed / 0.05, limit=2.0)


def of_units(n: int, prevalence: float) -> dict[str, Tally]:
    """A row of the first table; its seed is its own, so that a test can repeat it alone."""
    chance = np.random.default_rng([SEED, n, round(100 * prevalence)])
    return simulated(units(n, prevalence, chance), METHODS, ALPHA)


def of_articles(n: int) -> dict[str, Tally]:
    """A row of the second table."""
    chance = np.random.default_rng([SEED, n])
    return simulated(articles(n, 0.5, chance), BY_ARTICLE, (EASY + HARD) / 2)


def main() -> int:
    """Print both tables as Markdown."""
    row(["N", "prevalence", *METHODS])
    row(["---"] * (2 + len(METHODS)))
    for n in UNITS:
        for prevalence in PREVALENCES:
            row([n, prevalence, *of_units(n, prevalence).values()])
    print()
    row(["articles", *BY_ARTICLE])
    row(["---"] * (1 + len(BY_ARTICLE)))
    for n in ARTICLES:
        row([n, *of_articles(n).values()])
    return 0


if __name__ == "__main__":
    sys.exit(main())
