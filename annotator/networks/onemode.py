"""One-mode networks: actors by actors, tied by the concepts that both speak of.

X[i, j, k] counts how often actor i says concept j with level k of the qualifier; q_k is level k.

ignore      the sum over j of X[i, j, .] X[i', j, .]
congruence  the sum over j, k, k' of X[i, j, k] X[i', j, k'] (1 - |q_k - q_k'| / range)
conflict    the same with |q_k - q_k'| / range
subtract    congruence - conflict

The range is that of the scale. Categories are alike or not: congruence is the sum over j and k of
X[i, j, k] X[i', j, k]; conflict counts what only one of both says.

average     divided by the mean of how often each of both says anything
jaccard     divided by what only i says + what only i' says + the products of what both say
cosine      divided by the product of how often each of both says anything: DNA's definition, which
            is no cosine
true-cosine divided by the product of the lengths of the two profiles: a cosine for `ignore`, and
            for `congruence` where levels are alike or not
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from annotator.networks.counts import Counts, Scale, Weights
from annotator.networks.twomode import divided

AGGREGATIONS = ("ignore", "congruence", "conflict", "subtract")
NORMALIZATIONS = ("no", "average", "jaccard", "cosine", "true-cosine")


def onemode(counts: Counts, aggregation: str, normalization: str = "no") -> Weights:
    """The weights between the rows of the counts: symmetric, with 0 in the diagonal.

    Raises KeyError for another aggregation or normalization.
    """
    weights = _AGGREGATIONS[aggregation](counts)
    if normalization != "no":
        weights = divided(weights, _DIVISORS[normalization](counts, aggregation))
    np.fill_diagonal(weights, 0)
    return weights


def _ignored(counts: Counts) -> Weights:
    totals = counts.totals
    return np.asarray(totals @ totals.T)


def _congruent(counts: Counts) -> Weights:
    if counts.qualifier.scale in (Scale.NONE, Scale.CATEGORIES):
        flat = _profiles(counts)
        return np.asarray(flat @ flat.T)
    return _weighted(counts, 1 - _distances(counts))


def _conflicting(counts: Counts) -> Weights:
    if counts.qualifier.scale in (Scale.NONE, Scale.CATEGORIES):
        alone = _alone(_profiles(counts))
        return np.asarray(alone + alone.T)
    return _weighted(counts, _distances(counts))


def _weighted(counts: Counts, by: Weights) -> Weights:
    """The sum over j, k, k' of X[i, j, k] by[k, k'] X[i', j, k']."""
    spread = (counts.array @ by).reshape(len(counts.rows), -1)
    return np.asarray(spread @ _profiles(counts).T)


def _distances(counts: Counts) -> Weights:
    """How far the levels are from each other, as a share of the range of the scale."""
    levels = np.array([float(level) for level in counts.qualifier.levels])
    apart = np.abs(levels[:, None] - levels[None, :])
    return np.asarray(apart / apart.max() if apart.max() else apart)


def _profiles(counts: Counts) -> Weights:
    return np.asarray(counts.array, dtype=np.float64).reshape(len(counts.rows), -1)


def _alone(profiles: Weights) -> Weights:
    """What the row says that the column says nothing of."""
    return np.asarray(profiles @ (profiles == 0).T.astype(np.float64))


def _average(counts: Counts, _: str) -> Weights:
    said = counts.totals.sum(axis=1)
    return np.asarray((said[:, None] + said[None, :]) / 2)


def _jaccard(counts: Counts, _: str) -> Weights:
    profiles = _profiles(counts)
    alone = _alone(profiles)
    return np.asarray(alone + alone.T + profiles @ profiles.T)


def _cosine(counts: Counts, _: str) -> Weights:
    said = counts.totals.sum(axis=1)
    return np.asarray(said[:, None] * said[None, :])


def _true_cosine(counts: Counts, aggregation: str) -> Weights:
    profiles = counts.totals if aggregation == "ignore" else _profiles(counts)
    lengths = np.sqrt((profiles**2).sum(axis=1))
    return np.asarray(lengths[:, None] * lengths[None, :])


_AGGREGATIONS: dict[str, Callable[[Counts], Weights]] = {
    "ignore": _ignored,
    "congruence": _congruent,
    "conflict": _conflicting,
    "subtract": lambda counts: _congruent(counts) - _conflicting(counts),
}
_DIVISORS: dict[str, Callable[[Counts, str], Weights]] = {
    "average": _average,
    "jaccard": _jaccard,
    "cosine": _cosine,
    "true-cosine": _true_cosine,
}
