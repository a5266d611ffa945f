"""How many pairs of sets overlap by how much, without comparing every set with every other.

Thousands of different sets of codes occur in a large study, and their pairs are too many. But
the pairs that share i members are found from the subsets: the sum over all subsets S of k members
of (sets that contain S) squared counts every pair C(i, k) times, and binomial inversion gives the
number of pairs with exactly i. Sets with many members have too many subsets and are compared
one by one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from math import comb
from typing import Any

Overlap = tuple[int, int, int]
"""Members that two sets share, size of the one, size of the other."""

_MOST_SUBSETS = 256

_Weighted = Sequence[tuple[frozenset[Any], int]]


def overlaps(sets: Sequence[frozenset[Any]], times: Sequence[int]) -> Counter[Overlap]:
    """How many ordered pairs of occurrences overlap in which way; each set occurs `times`."""
    occurring = [(one, n) for one, n in zip(sets, times, strict=True) if n]
    most = min(_MOST_SUBSETS, len(occurring))
    small = [(one, n) for one, n in occurring if 2 ** len(one) <= most]
    large = [(one, n) for one, n in occurring if 2 ** len(one) > most]
    return _by_subsets(small) + _one_by_one(large, small)


def _one_by_one(large: _Weighted, small: _Weighted) -> Counter[Overlap]:
    found: Counter[Overlap] = Counter()
    for one, n in large:
        size = len(one)
        for other, times in large:
            found[len(one & other), size, len(other)] += n * times
        for other, times in small:
            found[len(one & other), size, len(other)] += 2 * n * times  # both ways round
    return found


def _by_subsets(sets: _Weighted) -> Counter[Overlap]:
    """Counts by binomial inversion, in exact integers."""
    rank = {m: place for place, m in enumerate(dict.fromkeys(m for one, _ in sets for m in one))}
    containing: defaultdict[tuple[int, ...], dict[int, int]] = defaultdict(dict)
    for one, n in sets:
        members = sorted(rank[member] for member in one)
        for k in range(len(members) + 1):
            for subset in combinations(members, k):
                by_size = containing[subset]
                by_size[len(members)] = by_size.get(len(members), 0) + n
    at_least: Counter[Overlap] = Counter()
    for subset, by_size in containing.items():
        for one_size, n in by_size.items():
            for other_size, times in by_size.items():
                at_least[len(subset), one_size, other_size] += n * times
    return _exactly(at_least)


def _exactly(at_least: Counter[Overlap]) -> Counter[Overlap]:
    """From sums of C(shared, k) to the pairs that share exactly so many."""
    exactly: Counter[Overlap] = Counter()
    for (k, one, other), total in at_least.items():
        for shared in range(k + 1):
            exactly[shared, one, other] += (-1) ** (k - shared) * comb(k, shared) * total
    return exactly
