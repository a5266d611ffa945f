"""The coincidence matrix, which alpha is computed from, and the pairs of values in it that differ.

Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability. University of Pennsylvania,
repository.upenn.edu/asc_papers/43, steps B and C.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.encode import Codes
from annotator.agreement.pairs import Coincidences, Floats

Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class CoincidenceMatrix:
    """How often each two values met in a unit: `matrix[c, k]` is o_ck, in the order of `values`.

    Every ordered pair of values of a unit counts 1 / (m_u - 1); so a row sums to the number of
    times its value occurs (`totals`), and all cells to the number of pairable values.
    """

    values: tuple[Any, ...]
    matrix: Floats
    totals: Integers


@dataclass(frozen=True, eq=False)
class DifferingPairs:
    """Each two different values that met, `left` being the earlier: how often, and their o_ck.

    `n_pairs` counts pairs of coders, `weight` is o_ck + o_kc.
    """

    left: Integers
    right: Integers
    n_pairs: Integers
    weight: Floats


def coincidence_matrix(table: Table, *, order: Sequence[Any] | None = None) -> CoincidenceMatrix:
    """The coincidence matrix of a coders-by-units table; values nobody could compare have zeros.

    Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability. University of
    Pennsylvania, repository.upenn.edu/asc_papers/43, steps B and C.
    """
    data = ReliabilityData.of(table, order=order)
    matrix = data.paired.matrix if isinstance(data.paired, Coincidences) else _filled(data)
    return CoincidenceMatrix(tuple(data.values), matrix, data.totals)


def _filled(data: ReliabilityData) -> Floats:
    """From the pairs that differ; what is left of a value's total stands on the diagonal."""
    differing = differing_pairs(data)
    matrix = np.zeros((len(data.values), len(data.values)))
    matrix[differing.left, differing.right] = differing.weight / 2
    matrix += matrix.T
    np.fill_diagonal(matrix, data.totals - matrix.sum(axis=1))
    return matrix


def differing_pairs(data: ReliabilityData) -> DifferingPairs:
    """The pairs of different values that two coders gave to one unit."""
    size, weight = max(1, len(data.values)), unit_weights(data.codes)
    parts = [
        _counted(np.minimum(one, other) * size + np.maximum(one, other), 2 * weight[units])
        for units, one, other in differing_units(data.codes)
    ]
    keys, inverse = np.unique(_joined(parts, 0, np.int64), return_inverse=True)
    n_pairs = np.bincount(inverse, weights=_joined(parts, 1, np.int64), minlength=len(keys))
    weights = _summed(inverse, _joined(parts, 2, np.float64), len(keys))
    return DifferingPairs(keys // size, keys % size, n_pairs.astype(np.int64), weights)


def _joined(parts: Sequence[Sequence[NDArray[Any]]], place: int, kind: type) -> NDArray[Any]:
    return np.concatenate([np.empty(0, kind), *(part[place] for part in parts)])


def _counted(keys: Integers, weights: Floats) -> tuple[Integers, Integers, Floats]:
    distinct, inverse, times = np.unique(keys, return_inverse=True, return_counts=True)
    return distinct, times.astype(np.int64), _summed(inverse, weights, len(distinct))


def _summed(places: NDArray[np.intp], weights: Floats, size: int) -> Floats:
    return np.asarray(np.bincount(places, weights=weights, minlength=size), np.float64)


def differing_units(codes: Codes) -> Iterator[tuple[Integers, Integers, Integers]]:
    """For each pair of coders the units (columns) on which they differ, and what each said."""
    for one, other in combinations(codes, 2):
        units = ((one >= 0) & (other >= 0) & (one != other)).nonzero()[0]
        yield units, one[units].astype(np.int64), other[units].astype(np.int64)


def unit_weights(codes: Codes) -> Floats:
    """1 / (m_u - 1) for each unit; 0 where fewer than two coders coded it."""
    given = (codes >= 0).sum(axis=0)
    return np.asarray((given >= 2) / np.maximum(given - 1, 1))
