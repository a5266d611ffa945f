"""How far apart two values are: the distance functions of Krippendorff's alpha.

Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability, step E; the same in
Content Analysis (3rd ed. 2013), pp. 288-294. All are written delta squared there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.data import ReliabilityData
from annotator.agreement.pairs import Floats

LARGE = 1e300
"""Numbers beyond it are halved before they are added up, since their sum may be none."""

_CELLS = 2**20  # of the matrix of distances, held at a time


class Metric(Protocol):
    """A distance between values, given as their codes."""

    def between(self, left: NDArray[Any], right: NDArray[Any], /) -> Floats:
        """The distances between the values, element by element."""

    def expected(self, totals: NDArray[np.int64], /) -> float:
        """The sum of n_c n_k delta(c, k) over all ordered pairs of values."""


class Nominal:
    """0 for the same value, 1 for another."""

    def between(self, left: NDArray[Any], right: NDArray[Any], /) -> Floats:
        """The distances between the values, element by element."""
        return np.asarray(left != right, np.float64)

    def expected(self, totals: NDArray[np.int64], /) -> float:
        """The sum of n_c n_k over all pairs of different values."""
        n = totals.astype(np.float64)
        return float(n.sum() ** 2 - n @ n)


@dataclass(frozen=True, slots=True)
class SquaredDifference:
    """The squared difference of scores: numbers for interval data, mid-ranks for ordinal."""

    scores: Floats

    def between(self, left: NDArray[Any], right: NDArray[Any], /) -> Floats:
        """The distances between the values, element by element."""
        return np.asarray((self.scores[left] - self.scores[right]) ** 2)

    def expected(self, totals: NDArray[np.int64], /) -> float:
        """By moments: twice n times the sum of squares about the mean; no matrix is needed."""
        n = totals.astype(np.float64)
        centred = self.scores - (n @ self.scores) / n.sum()
        return float(2 * n.sum() * (n @ centred**2))


@dataclass(frozen=True, slots=True)
class Ratio:
    """((c - k) / (c + k)) squared; two zeros have the distance 0 (Krippendorff leaves 0/0 open)."""

    scores: Floats

    def between(self, left: NDArray[Any], right: NDArray[Any], /) -> Floats:
        """The distances between the values, element by element."""
        one, other = self.scores[left], self.scores[right]
        total = one + other
        total += total == 0  # only two zeros sum to zero, and their difference is zero too
        return np.asarray(((one - other) / total) ** 2)

    def expected(self, totals: NDArray[np.int64], /) -> float:
        """Some rows of the matrix of distances at a time, so that memory stays small."""
        n = totals.astype(np.float64)
        step = max(1, _CELLS // max(1, len(n)))
        return sum(self._rows(n, start, start + step) for start in range(0, len(n), step))

    def _rows(self, n: Floats, start: int, stop: int) -> float:
        """These rows from their diagonal on; what lies right of the block counts for both sides."""
        rows, columns = np.arange(start, min(stop, len(n))), np.arange(start, len(n))
        weights = 2 * n[start:]
        weights[: len(rows)] = n[rows]
        return float(n[rows] @ self.between(rows[:, np.newaxis], columns) @ weights)


def metric_at(level: str, data: ReliabilityData) -> Metric:
    """The metric of a level of measurement for these data.

    Raises ValueError for an unknown level and for data that cannot be of that level.
    """
    if level not in _METRICS:
        raise ValueError(f"unknown level of measurement {level!r}; one of {', '.join(LEVELS)}")
    return _METRICS[level](data)


def _nominal(_data: ReliabilityData) -> Metric:
    return Nominal()


def _ordinal(data: ReliabilityData) -> Metric:
    """Krippendorff's own metric, written as a difference of mid-ranks.

    (n_c / 2 + n_g between c and k + n_k / 2) is the distance of the mid-ranks of c and k among
    the pairable values; a value that does not occur there has no weight.
    """
    if not data.ordered:
        raise ValueError("ordinal data must be numbers, or come with the order of their values")
    totals = data.totals.astype(np.float64)
    return SquaredDifference(unit_span(totals.cumsum() - totals / 2))


def _interval(data: ReliabilityData) -> Metric:
    scores = np.zeros(len(data.values))
    used = data.totals > 0  # a value coded once may be so large that all others look the same
    scores[used] = unit_span(data.numbers()[used])
    return SquaredDifference(scores)


def _ratio(data: ReliabilityData) -> Metric:
    numbers = data.numbers()
    if (numbers < 0).any():
        raise ValueError("ratio data have a true zero: negative values are refused")
    return Ratio(numbers / 2 if numbers.max(initial=0.0) > LARGE else numbers)


def unit_span(scores: Floats) -> Floats:
    """Scores moved to run from 0 to 1: alpha stays, and no square overflows or underflows."""
    if not len(scores) or scores.min() == scores.max():
        return np.zeros_like(scores)
    halves = scores / 2 if np.abs(scores).max() > LARGE else scores
    moved = halves - halves.min()
    return np.asarray(moved / moved.max())


_METRICS: dict[str, Callable[[ReliabilityData], Metric]] = {
    "nominal": _nominal,
    "ordinal": _ordinal,
    "interval": _interval,
    "ratio": _ratio,
}

LEVELS = tuple(_METRICS)
"""Levels of measurement (Stevens 1946) at which alpha can be computed."""
