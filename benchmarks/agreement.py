"""Krippendorff's alpha against `krippendorff` from the package index: never slower.

A million units by five coders must take an eighth of its time, and less than 100 MB above the
data. Both compute alpha from the same float table (coders x units, NaN missing), in turn, in one
process; before they are timed they must agree to nine decimals.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import krippendorff
import numpy as np
from numpy.typing import NDArray

from annotator.agreement import LEVELS, krippendorff_alpha
from benchmarks.measure import Result, paired, took

UNITS = (1_000, 10_000, 100_000, 1_000_000)
CODERS = (3, 5)
CODES = (2, 7)
LARGEST = (1_000_000, 5)
MEGABYTES = 100.0
ROUNDS = {1_000: 41, 10_000: 21, 100_000: 5, 1_000_000: 5}


def benchmark() -> Iterator[Result]:
    """One line per number of units, coders and codes, and per level of measurement."""
    for units in UNITS:
        for coders in CODERS:
            for codes in CODES:
                ratings = _ratings(units, coders, codes)
                yield from (_compared(ratings, codes, level) for level in LEVELS)
                if (units, coders) == LARGEST:
                    yield from (_memory(ratings, codes, level) for level in LEVELS)


def _compared(ratings: NDArray[np.float64], codes: int, level: str) -> Result:
    def ours() -> float:
        return krippendorff_alpha(ratings, level=level).value or 0.0

    def theirs() -> float:
        return float(krippendorff.alpha(ratings, level_of_measurement=level))

    assert abs(ours() - theirs()) < 1e-9, "the two disagree, so their times say nothing"
    coders, units = ratings.shape
    milliseconds, ratio = paired(lambda: took(ours), lambda: took(theirs), ROUNDS[units])
    what = f"alpha {level}: {units:,} units x {coders} coders, {codes} codes"
    if (units, coders) == LARGEST:
        return Result(what, milliseconds, "an eighth of krippendorff.alpha", 8 * ratio, limit=1.0)
    return Result(what, milliseconds, "krippendorff.alpha", ratio, limit=1.0)


def _memory(ratings: NDArray[np.float64], codes: int, level: str) -> Result:
    """The most memory that is held at a time, besides the data; numpy tells tracemalloc."""
    tracemalloc.start()
    krippendorff_alpha(ratings, level=level)
    megabytes = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    what = f"  {level}, {codes} codes: memory in MB"
    return Result(what, megabytes, "100 MB", megabytes / MEGABYTES, limit=1.0)


def _ratings(units: int, coders: int, codes: int) -> NDArray[np.float64]:
    """Coders who see the true code four times out of five, and miss a tenth of the units."""
    chance = np.random.default_rng(units + coders + codes)
    truth = chance.integers(1, codes + 1, units)
    guesses = chance.integers(1, codes + 1, (coders, units))
    ratings = np.where(chance.random((coders, units)) < 0.8, truth, guesses).astype(np.float64)
    ratings[chance.random((coders, units)) < 0.1] = np.nan
    return ratings
