"""Two-mode networks: actors by concepts.

X[i, j, k] counts how often actor i says concept j with level k of the qualifier.

ignore      the sum over k of X[i, j, k]
subtract    numbers q: the sum of q X[i, j, k]; yes or no: 1 for yes and -1 for no; categories:
            as ignore
combine     which levels occur, as one number: the last level is 1, the one before it 2, then 4 ...
activity    divided by how often the actor says anything
prominence  divided by how often the concept is said by anyone
"""

from __future__ import annotations

import numpy as np

from annotator.networks.counts import Counts, Scale, Weights
from annotator.networks.ties import level_text

AGGREGATIONS = ("ignore", "combine", "subtract")
NORMALIZATIONS = ("no", "activity", "prominence")


def twomode(counts: Counts, aggregation: str, normalization: str = "no") -> Weights:
    """The weights, one row for each row of the counts.

    Raises KeyError for another aggregation. Normalizing combined levels means nothing, so that
    `combine` stays as it is.
    """
    weights = {"ignore": _ignored, "combine": _combined, "subtract": _subtracted}[aggregation](
        counts
    )
    if aggregation == "combine" or normalization == "no":
        return weights
    axis = 1 if normalization == "activity" else 0
    return divided(weights, counts.totals.sum(axis=axis, keepdims=True))


def divided(weights: Weights, by: Weights) -> Weights:
    """Weights divided by what may be 0, where the weight then is 0."""
    return np.divide(weights, by, out=np.zeros_like(weights), where=by != 0)


def combination(weight: float, counts: Counts) -> list[str]:
    """The levels of the qualifier that a combined weight stands for."""
    levels = counts.qualifier.levels
    bits = [1 << (len(levels) - 1 - place) for place in range(len(levels))]
    return [level_text(level) for level, bit in zip(levels, bits, strict=True) if int(weight) & bit]


def _ignored(counts: Counts) -> Weights:
    return counts.totals


def _combined(counts: Counts) -> Weights:
    n = counts.array.shape[2]
    return np.asarray((counts.array > 0) @ (2.0 ** np.arange(n - 1, -1, -1)), dtype=np.float64)


def _subtracted(counts: Counts) -> Weights:
    qualifier = counts.qualifier
    if qualifier.scale is Scale.BINARY:
        signs = [1.0 if level else -1.0 for level in qualifier.levels]
    elif qualifier.scale is Scale.NUMBERS:
        signs = [float(level) for level in qualifier.levels]
    else:
        return counts.totals
    return np.asarray(counts.array @ np.array(signs), dtype=np.float64)
