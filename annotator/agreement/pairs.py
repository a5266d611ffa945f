"""Pairs of values that coders gave to the same unit: the raw material of alpha.

Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability. University of Pennsylvania,
repository.upenn.edu/asc_papers/43, steps B and C: every ordered pair of values of a unit counts
1 / (m_u - 1), m_u being the number of values of the unit. What a unit adds depends on its counts
of values alone, and few distinct counts occur, however many units there are; so units are first
collapsed into patterns. Data with very many distinct values are read pair of coders by pair of
coders instead, which needs no matrix of values by values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.encode import Codes

Floats = NDArray[np.float64]
Distance = Callable[[NDArray[Any], NDArray[Any]], Floats]

_MOST_VALUES_IN_A_MATRIX = 64
_LARGEST_KEY = 2**62
_SHORT_KEY = 2**15  # up to which two bytes hold it, and making it is quick
_BLOCK = 16384


class PairedValues(Protocol):
    """What alpha needs to know of the units that two or more coders coded."""

    @property
    def totals(self) -> NDArray[np.int64]:
        """How often each value occurs (n_c)."""

    @property
    def n_units(self) -> int:
        """How many units were coded by two or more coders."""

    def observed(self, distance: Distance) -> float:
        """The sum of distances over all ordered pairs within units, each times 1 / (m_u - 1)."""


def paired_values(codes: Codes, n_values: int) -> PairedValues:
    """The pairable values, in the form that is quick for so many distinct values."""
    if n_values <= _MOST_VALUES_IN_A_MATRIX:
        return coincidences(patterns(codes, n_values))
    return UnitPairs.of(codes, n_values)


@dataclass(frozen=True, slots=True)
class Patterns:
    """Distinct counts of values (rows) of units, and how many units have each."""

    counts: NDArray[np.integer[Any]]
    multiplicity: NDArray[np.integer[Any]]


def patterns(codes: Codes, n_values: int) -> Patterns:
    """The distinct patterns of value counts among units with two or more values."""
    found = _by_key(codes, n_values)
    pairable = found.counts.sum(axis=1) >= 2
    return Patterns(found.counts[pairable], found.multiplicity[pairable])


def _by_key(codes: Codes, n_values: int) -> Patterns:
    """One integer stands for a unit's counts, or for its values coder by coder, if it fits."""
    n_coders = len(codes)
    by_counts, by_coders = (n_coders + 1) ** n_values, (n_values + 1) ** n_coders
    if min(by_counts, by_coders) > _LARGEST_KEY:
        return Patterns(_value_counts(codes, n_values), np.ones(codes.shape[1], np.int64))
    if by_counts < by_coders and by_coders > _SHORT_KEY:
        digits = (n_coders + 1) ** np.arange(n_values, dtype=np.int64)
        weights = np.tile(np.append(digits, 0), (n_coders, 1))
        keys, multiplicity = _distinct(_keys(codes, weights), by_counts)
        return Patterns(keys[:, np.newaxis] // digits % (n_coders + 1), multiplicity)
    keys, multiplicity = _distinct(_keys_of_coders(codes, n_values + 1), by_coders)
    digits = (n_values + 1) ** np.arange(n_coders, dtype=np.int64)[::-1]
    given = keys // digits[:, np.newaxis] % (n_values + 1) - 1
    return Patterns(_value_counts(given, n_values), multiplicity)


def _keys_of_coders(codes: Codes, base: int) -> NDArray[np.signedinteger[Any]]:
    """Each unit's values, coder by coder, as the digits of one number, in as few bytes as hold."""
    kind = np.min_scalar_type(-(base ** len(codes)))
    keys = np.zeros(codes.shape[1], kind)
    for row in codes:
        keys *= base
        keys += row.astype(kind, copy=False)
        keys += 1
    return keys


def _keys(codes: Codes, weights: NDArray[np.int64]) -> NDArray[np.int64]:
    keys = np.zeros(codes.shape[1], np.int64)
    for row, weight in zip(codes, weights, strict=True):
        keys += weight[row]
    return keys


def _distinct(
    keys: NDArray[np.signedinteger[Any]], space: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    if space > max(4096, min(4 * len(keys), 2**22)):
        found, times = np.unique(keys, return_counts=True)
        return found.astype(np.int64), times
    counted = np.bincount(keys, minlength=space)
    found = counted.nonzero()[0]
    return found, counted[found]


def _value_counts(codes: Codes, n_values: int) -> NDArray[np.integer[Any]]:
    """How often each unit (row) got each value (column)."""
    counts = np.zeros((codes.shape[1], n_values + 1), np.min_scalar_type(len(codes)))
    units = np.arange(codes.shape[1])
    for row in codes:
        counts[units, row] += 1  # missing (-1) falls into the last column, which is cut off
    return counts[:, :n_values]


@dataclass(frozen=True, slots=True)
class Coincidences:
    """The coincidence matrix: `matrix[c, k]` is o_ck of Krippendorff (2011), summing to n."""

    matrix: Floats
    totals: NDArray[np.int64]
    n_units: int

    def observed(self, distance: Distance) -> float:
        """The sum of distances over all coincidences."""
        left, right = self.matrix.nonzero()
        return float(self.matrix[left, right] @ distance(left, right))


def coincidences(found: Patterns) -> Coincidences:
    """The coincidence matrix of patterns of units that have two or more values each."""
    n_values = found.counts.shape[1]
    matrix, totals = np.zeros((n_values, n_values)), np.zeros(n_values)
    for block in _blocks(len(found.counts)):
        counts = found.counts[block].astype(np.float64)
        units = found.multiplicity[block]
        totals += units @ counts
        weighted = counts * (units / (counts.sum(axis=1) - 1))[:, np.newaxis]
        pairs = weighted.T @ counts
        np.fill_diagonal(pairs, (weighted * (counts - 1)).sum(axis=0))
        matrix += pairs
    return Coincidences(matrix, totals.astype(np.int64), int(found.multiplicity.sum()))


@dataclass(frozen=True, slots=True)
class UnitPairs:
    """Units with two or more values, for data with too many distinct values for a matrix."""

    codes: Codes
    weight: Floats
    totals: NDArray[np.int64]

    @classmethod
    def of(cls, codes: Codes, n_values: int) -> UnitPairs:
        """The units that two or more coders coded, each with its weight 1 / (m_u - 1)."""
        given = (codes >= 0).sum(axis=0)
        pairable = given >= 2
        codes, given = codes[:, pairable], given[pairable]
        totals = np.bincount(codes[codes >= 0], minlength=n_values)
        return cls(codes, 1 / (given - 1), totals)

    @property
    def n_units(self) -> int:
        """How many units were coded by two or more coders."""
        return len(self.weight)

    def observed(self, distance: Distance) -> float:
        """The sum of distances over all pairs of coders and units, both ways round."""
        return 2 * sum(
            float(self.weight[block][both] @ distance(one[both], other[both]))
            for block in _blocks(self.n_units)
            for one, other in combinations(self.codes[:, block], 2)
            if (both := (one >= 0) & (other >= 0)).any()
        )


def _blocks(size: int) -> Iterator[slice]:
    return (slice(start, start + _BLOCK) for start in range(0, size, _BLOCK))
