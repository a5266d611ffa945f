"""Multi-valued alpha: sets of codes, where chance redraws the codes but not the sizes of sets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.coefficient import (
    Coefficient,
    defined,
    undefined,
    why_no_variation,
    why_not_pairable,
)
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.pairs import Floats
from annotator.agreement.sets import dice


def alpha_multivalued(table: Table) -> Coefficient:
    """Krippendorff and Craggs' multi-valued alpha for sets of nominal codes.

    Observed disagreement has the distance 1 - 2 |A and B| / (|A| + |B|). Expected disagreement
    averages it over all sets that could be drawn from the codes, with the sizes that the coders'
    sets had: a pair of sets weighs the product of n_c over the codes in one of the two and of
    n_c (n_c - 1) over those in both, n_c being how many pairable sets hold the code.

    Krippendorff, K. & Craggs, R. (2016): The reliability of multi-valued coding of data.
    Communication Methods and Measures 10(4), pp. 181-198.
    """
    data = ReliabilityData.of(table)
    if reason := why_not_pairable(data) or why_no_variation(data):
        return undefined("alpha_multivalued", reason, data)
    sets, totals = list(data.values), data.totals
    expected = _expected(sets, totals)
    if expected <= 0:
        reason = "no variation: chance could draw no two sets that differ"
        return undefined("alpha_multivalued", reason, data)
    observed = data.paired.observed(_between(sets)) / data.n_pairable
    return defined("alpha_multivalued", 1 - observed / expected, data)


def _between(sets: Sequence[frozenset[Any]]) -> Any:
    sizes = np.array([len(one) for one in sets], np.float64)

    def between(left: NDArray[Any], right: NDArray[Any]) -> Floats:
        pairs = zip(left.tolist(), right.tolist(), strict=True)
        shared = np.array([len(sets[one] & sets[other]) for one, other in pairs], np.float64)
        return dice(shared, sizes[left], sizes[right])

    return between


def _expected(sets: Sequence[frozenset[Any]], totals: NDArray[np.int64]) -> float:
    """The mean over pairs of sizes, as frequent as they are, of the distance chance would give."""
    sizes = np.array([len(one) for one in sets])
    often = np.bincount(sizes, weights=totals) / totals.sum()
    by_overlap = _draws(_times_used(sets, totals), len(often) - 1)
    places: list[Floats] = list(np.indices(by_overlap.shape).astype(np.float64))
    one, other, shared = places
    distances = (by_overlap * dice(shared, one, other)).sum(axis=2)
    draws = by_overlap.sum(axis=2)
    mean = np.divide(distances, draws, out=np.zeros_like(draws), where=draws > 0)
    return float(often @ mean @ often)


def _times_used(sets: Sequence[frozenset[Any]], totals: NDArray[np.int64]) -> list[int]:
    """How many pairable sets hold each code; sorted, since sets keep no order from run to run."""
    used: dict[Any, int] = {}
    for one, times in zip(sets, totals.tolist(), strict=True):
        for code in one:
            used[code] = used.get(code, 0) + times
    return sorted(times for times in used.values() if times)


def _draws(used: Sequence[int], most: int) -> Floats:
    """The weight of all pairs of sets by the size of the one, of the other, and their overlap.

    Code by code: it is in neither set, in the one, in the other, or in both. Weights are divided
    by the largest n_c for each place, which no mean notices, so that no product overflows.
    """
    found = np.zeros((most + 1, most + 1, most + 1))
    found[0, 0, 0] = 1
    largest = max(used, default=1)
    for times in used:
        single, double = times / largest, times / largest * (times - 1) / largest
        grown = found.copy()
        grown[1:] += single * found[:-1]
        grown[:, 1:] += single * found[:, :-1]
        grown[1:, 1:, 1:] += double * found[:-1, :-1, :-1]
        found = grown
    return found
