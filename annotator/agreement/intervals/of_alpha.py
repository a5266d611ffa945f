"""Krippendorff's alpha as a function of sums over units.

With m values in a unit and delta the distance, the unit adds its values to the totals n_c and
sum over its ordered pairs of delta / (m - 1) to the observed disagreement. Expected disagreement
follows from the totals. The ordinal distance depends on the totals themselves, so there the pairs
are kept by value, and each replicate has its own ranks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from annotator.agreement.alpha import krippendorff_alpha
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.intervals.compared import Compared
from annotator.agreement.intervals.forms import Additive, UnitForm, additive, recomputed
from annotator.agreement.intervals.kinds import Kinds, by_value
from annotator.agreement.metrics import Metric, SquaredDifference, metric_at
from annotator.agreement.pairs import Distance, Floats
from annotator.agreement.weights import looked_up, matrix_of

_MOST_CELLS = 2**24  # of a matrix of features
_MOST_VALUES = 2_048  # whose distances are held as a matrix
_FEW_VALUES = 64  # up to which that is as quick as moments
_NOTHING = 1e-12  # of the sum of squares: what rounding leaves of a variance of nothing


def alpha_form(table: Table, *, level: str, order: Sequence[Any] | None = None) -> UnitForm:
    """The form of `krippendorff_alpha` at a level of measurement.

    Quick for any number of units of few kinds, and for interval data; with thousands of distinct
    values each replicate computes alpha anew.
    """
    data = ReliabilityData.of(table, order=order)
    metric, kinds = metric_at(level, data), by_value(data)
    if level == "ordinal":
        size = len(data.values) * (len(data.values) + 1) // 2
        if size * len(kinds.multiplicity) <= _MOST_CELLS:
            return additive(kinds, _pair_features(kinds), _Ordinal(len(data.values)))
    elif isinstance(metric, SquaredDifference) and len(data.values) > _FEW_VALUES:
        return _with_moments(metric, kinds)
    elif _fit(kinds):
        return _with_distances(metric.between, kinds)
    data = _pairable(kinds, data)
    return recomputed(lambda chosen: krippendorff_alpha(chosen, level=level), data)


def alpha_form_with(metric: Metric, table: Table) -> Additive | Compared:
    """The form of alpha with a distance between values that does not depend on their frequency.

    Such are the distances between sets (`set_metric`) and statements (`statement_reliability`).
    With very many distinct values (`Compared`) it takes as long as alpha itself to make, and each
    replicate is exact all the same.
    """
    kinds = by_value(ReliabilityData.of(table))
    if not _fit(kinds):
        return Compared.of(metric, kinds, _observed(metric.between, kinds))
    return _with_distances(metric.between, kinds)


def alpha_form_given(
    distance: Callable[[Any, Any], float] | ArrayLike,
    table: Table,
    *,
    order: Sequence[Any] | None = None,
) -> Additive:
    """The form of `alpha_given`: a distance of two values (sets, places on a circle), or a matrix.

    Raises ValueError where there are too many distinct values, and for distances that differ
    both ways round.
    """
    data = ReliabilityData.of(table, order=order)
    kinds = by_value(data)
    if not _fit(kinds):
        raise ValueError(f"more than {_MOST_VALUES:,} distinct values, or too many kinds of units")
    return _with_distances(looked_up(matrix_of(distance, data)), kinds)


def _observed(between: Distance, kinds: Kinds) -> Floats:
    """What a unit of each kind adds to the sum of distances over pairs, each by 1 / (m - 1)."""
    given = (kinds.codes >= 0).sum(axis=0)
    total = np.zeros(len(given))
    for place, one in enumerate(kinds.codes):
        for other in kinds.codes[place + 1 :]:
            both = ((one >= 0) & (other >= 0)).nonzero()[0]
            total[both] += 2 * between(one[both], other[both])
    return np.asarray(total / np.maximum(given - 1, 1))


def _pairable(kinds: Kinds, data: ReliabilityData) -> ReliabilityData:
    """The data without the values that cannot be compared, each unit where it was."""
    codes = np.where(kinds.of_unit >= 0, data.codes, -1).astype(data.codes.dtype)
    return ReliabilityData(codes, data.values, data.ordered)


def _fit(kinds: Kinds) -> bool:
    """Whether the distances between all values, and the totals of all kinds, can be held."""
    size = kinds.n_values
    return size <= _MOST_VALUES and size * len(kinds.multiplicity) <= _MOST_CELLS


def _with_distances(between: Distance, kinds: Kinds) -> Additive:
    size = kinds.n_values
    left, right = np.indices((size, size)).reshape(2, -1)
    distances = between(left, right).reshape(size, size)
    features = np.hstack([kinds.counts, _observed(between, kinds)[:, np.newaxis]])
    return additive(kinds, features, _Distances(distances))


def _with_moments(metric: SquaredDifference, kinds: Kinds) -> Additive:
    observed = _observed(metric.between, kinds)[:, np.newaxis]
    return additive(kinds, np.hstack([_moments(metric.scores, kinds), observed]), _from_moments)


class _Distances:
    """Alpha from the totals of each value and the observed disagreement (the last sum)."""

    def __init__(self, distances: Floats) -> None:
        self.distances = distances

    def __call__(self, sums: Floats) -> Floats:
        totals, observed = sums[:, :-1], sums[:, -1]
        expected = ((totals @ self.distances) * totals).sum(axis=1)
        return _alpha(observed, expected, totals.sum(axis=1))


def _moments(scores: Floats, kinds: Kinds) -> Floats:
    """How many values a unit has, their sum and their sum of squares, about the middle of all."""
    given = kinds.codes >= 0
    middle = scores[kinds.codes[given]].mean() if given.any() else 0.0
    found = np.where(given, scores[kinds.codes] - middle, 0.0)
    return np.stack([given.sum(axis=0), found.sum(axis=0), (found**2).sum(axis=0)], axis=1)


def _from_moments(sums: Floats) -> Floats:
    n, first, second, observed = sums.T
    expected = 2 * (n * second - first**2)
    expected[expected <= _NOTHING * n * second] = 0
    return _alpha(observed, expected, n)


def _pair_features(kinds: Kinds) -> Floats:
    """The totals of each value; then, for each c < k, the coincidences of c and k."""
    counts, low, high = kinds.counts, *np.triu_indices(kinds.n_values, 1)
    weight = 1 / (counts.sum(axis=1, keepdims=True) - 1)
    return np.hstack([counts, counts[:, low] * counts[:, high] * weight])


class _Ordinal:
    """Alpha from totals and coincidences, with the mid-ranks that the totals give."""

    def __init__(self, n_values: int) -> None:
        self.n_values = n_values
        self.low, self.high = np.triu_indices(n_values, 1)

    def __call__(self, sums: Floats) -> Floats:
        totals, pairs = sums[:, : self.n_values], sums[:, self.n_values :]
        n = totals.sum(axis=1, keepdims=True)
        ranks = totals.cumsum(axis=1) - totals / 2
        observed = 2 * (pairs * (ranks[:, self.low] - ranks[:, self.high]) ** 2).sum(axis=1)
        expected = 2 * n[:, 0] * (totals * (ranks - n / 2) ** 2).sum(axis=1)  # n / 2: their mean
        return _alpha(observed, expected, n[:, 0])


def _alpha(observed: Floats, expected: Floats, n: Floats) -> Floats:
    found = np.full(len(n), np.nan)
    varies = expected > 0
    found[varies] = 1 - observed[varies] * (n[varies] - 1) / expected[varies]
    return found
