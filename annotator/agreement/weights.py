"""How much two values agree, from 0 to 1: the weights of weighted kappa and of Gwet's AC2.

Numbers lie as far apart as they say; names lie one step apart in the order that was given, in
which codes that nobody used keep their place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from annotator.agreement.data import ReliabilityData
from annotator.agreement.encode import is_number
from annotator.agreement.metrics import unit_span
from annotator.agreement.pairs import Distance, Floats

Weights = str | Callable[[Any, Any], float] | ArrayLike
"""linear, quadratic or ordinal; or a function of two values; or a matrix in the order of values."""

SCHEMES = ("linear", "quadratic", "ordinal")
"""Names of the weights that follow from the order or the size of the values."""

ROUNDING = 1e-12
"""Agreement that lies no further below 1 is full agreement."""

_CELLS = 2**20  # of the matrix of weights, held at a time


def identity(left: NDArray[Any], right: NDArray[Any]) -> Floats:
    """1 for the same value, 0 for another: unweighted agreement."""
    return np.asarray(left == right, np.float64)


def weights_between(weights: Weights, data: ReliabilityData) -> Distance:
    """The weight between two codes of these data.

    linear: 1 - |c - k| / range (Cicchetti, D. V. & Allison, T. 1971, American Journal of EEG
    Technology 11(3), pp. 101-109); quadratic: 1 - (c - k)^2 / range^2 (Fleiss, J. L. & Cohen, J.
    1973, Educational and Psychological Measurement 33(3), pp. 613-619); ordinal: 1 - C(d + 1, 2) /
    C(q, 2) for values d places apart among q (Gwet, K. L. 2014, Handbook of Inter-Rater
    Reliability, 4th ed., ch. 3). Raises ValueError for values without order and weights that are
    none.
    """
    if isinstance(weights, str):
        return _by_scheme(weights, data)
    return looked_up(_checked(matrix_of(weights, data)))


def matrix_of(pairs: Callable[[Any, Any], float] | ArrayLike, data: ReliabilityData) -> Floats:
    """A symmetric matrix over the values, from a function of two values or as it was given.

    Raises ValueError where it is not symmetric, not finite, or not as large as there are values.
    """
    size = len(data.values)
    if callable(pairs):
        rows = [[pairs(c, k) for k in data.values] for c in data.values]
        matrix = np.array(rows, np.float64).reshape(size, size)
    else:
        matrix = np.asarray(pairs, np.float64)
    if matrix.shape != (size, size):
        raise ValueError(f"there are {size} values, so a matrix of {size} by {size} is needed")
    if not np.isfinite(matrix).all() or (matrix != matrix.T).any():
        raise ValueError("figures between values must be finite, and the same both ways round")
    return matrix


def looked_up(matrix: Floats) -> Distance:
    """The entries of a matrix, for arrays of codes."""
    return lambda left, right: np.asarray(matrix[left, right])


def expected_weight(between: Distance, one: Floats, other: Floats) -> float:
    """The mean weight of two values drawn with the shares `one` and `other`."""
    rows, columns = one.nonzero()[0], other.nonzero()[0]
    step = max(1, _CELLS // max(1, len(columns)))
    blocks = (rows[start : start + step] for start in range(0, len(rows), step))
    return sum(
        float(one[block] @ between(block[:, np.newaxis], columns) @ other[columns])
        for block in blocks
    )


def _checked(matrix: Floats) -> Floats:
    if (np.diag(matrix) != 1).any() or (matrix > 1).any() or (matrix < 0).any():
        raise ValueError("weights lie between 0 and 1, and equal values have the weight 1")
    return matrix


def _by_scheme(name: str, data: ReliabilityData) -> Distance:
    if name not in SCHEMES:
        raise ValueError(f"unknown weights {name!r}; one of {', '.join(SCHEMES)}")
    ranks = np.arange(len(data.values), dtype=np.float64)
    places = ranks if name == "ordinal" else _places(ranks, data)
    if not data.ordered:
        raise ValueError("weights need numbers, or the order of the values")
    return _falling(name, unit_span(places), len(ranks))


def _places(ranks: Floats, data: ReliabilityData) -> Floats:
    return data.numbers() if data.ordered and all(map(is_number, data.values)) else ranks


def _falling(name: str, places: Floats, size: int) -> Distance:
    def between(left: NDArray[Any], right: NDArray[Any]) -> Floats:
        apart = np.abs(places[left] - places[right])
        if name == "quadratic":
            apart = apart**2
        if name == "ordinal":
            apart = apart * (apart * (size - 1) + 1) / max(size, 1)
        return np.asarray(1 - apart)

    return between
