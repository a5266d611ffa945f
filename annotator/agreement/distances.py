"""Krippendorff's alpha for values on a circle, between two poles, and with a distance of one's own.

Krippendorff, K. (2004): Content Analysis (2nd ed.). Sage, ch. 11 (metric differences), and
(2011): Computing Krippendorff's Alpha-Reliability, step E.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from annotator.agreement.alpha import alpha_with
from annotator.agreement.coefficient import (
    Coefficient,
    undefined,
    why_no_variation,
    why_not_pairable,
)
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.metrics import unit_span
from annotator.agreement.pairs import Distance, Floats
from annotator.agreement.weights import expected_weight, looked_up, matrix_of

_NAME = "krippendorff_alpha"


def alpha_circular(table: Table, *, period: float | None = None) -> Coefficient:
    """Krippendorff's alpha for values on a circle, such as months: sin^2 (pi (c - k) / period).

    `period` is the length of the circle (12 for months); without it, one more than the range of
    the values found, which is right for whole numbers that fill the circle. Raises ValueError for
    values that are not numbers, and for a period that is not positive.

    Krippendorff, K. (2004): Content Analysis (2nd ed.), ch. 11.
    """
    data = ReliabilityData.of(table)
    numbers = data.numbers()
    around = _one_more_than_range(numbers) if period is None else period
    if around <= 0:
        raise ValueError("the period of a circle is positive")
    turns = np.mod(numbers, around) / around  # exact for large numbers too, such as times

    def between(left: NDArray[Any], right: NDArray[Any]) -> Floats:
        return np.asarray(np.sin(np.pi * (turns[left] - turns[right])) ** 2)

    note = f"period {around:g}, {'as found' if period is None else 'as given'}"
    return _alpha(between, data, "circular", note)


def _one_more_than_range(numbers: Floats) -> float:
    if not len(numbers):
        return 1.0
    return min(float(numbers.max()) - float(numbers.min()) + 1, float(np.finfo(np.float64).max))


def alpha_bipolar(table: Table, *, ends: tuple[float, float] | None = None) -> Coefficient:
    """Krippendorff's alpha for a scale with two poles.

    (c - k)^2 / ((c + k - 2 low) (2 high - c - k)): a step weighs more the nearer it is to a pole.
    `ends` are the low and the high end of the scale; without them, of the values found. Raises
    ValueError for values that are not numbers, or outside the ends.

    Krippendorff, K. (2004): Content Analysis (2nd ed.), ch. 11.
    """
    data = ReliabilityData.of(table)
    numbers = data.numbers()
    found = (float(numbers.min()), float(numbers.max())) if len(numbers) else (0.0, 1.0)
    low, high = ends or found
    if not low <= found[0] <= found[1] <= high:
        raise ValueError(f"values lie outside the ends of the scale, {low:g} and {high:g}")

    places = unit_span(np.array([low, *numbers, high]))[1:-1]  # the ends become 0 and 1

    def between(left: NDArray[Any], right: NDArray[Any]) -> Floats:
        total = places[left] + places[right]
        room = total * (2 - total)
        room += room == 0  # only two values at one pole leave no room, and they are equal
        return np.asarray((places[left] - places[right]) ** 2 / room)

    note = f"ends {low:g} and {high:g}, {'as given' if ends else 'as found'}"
    return _alpha(between, data, "bipolar", note)


def alpha_given(
    table: Table,
    distance: Callable[[Any, Any], float] | ArrayLike,
    *,
    order: Sequence[Any] | None = None,
) -> Coefficient:
    """Krippendorff's alpha with a given distance: a function of two values, or a matrix.

    The rows of a matrix stand in `order`, else in the order of the values. Distances are taken as
    they are, not squared. Raises ValueError where they are negative, not symmetric, or not 0
    between equal values.

    Krippendorff, K. (2004): Content Analysis (2nd ed.), ch. 11; Artstein, R. & Poesio, M. (2008):
    Computational Linguistics 34(4), pp. 555-596.
    """
    data = ReliabilityData.of(table, order=order)
    matrix = matrix_of(distance, data)
    if (matrix < 0).any() or np.diag(matrix).any():
        raise ValueError("distances are not negative, and 0 between equal values")
    return _alpha(looked_up(matrix), data, "given distance", "")


def _alpha(between: Distance, data: ReliabilityData, level: str, note: str) -> Coefficient:
    if reason := why_not_pairable(data) or why_no_variation(data):
        return undefined(_NAME, reason, data, level=level)
    metric = _Given(between)
    if metric.expected(data.totals) <= 0:
        reason = "no variation: the distance of all values that occur is 0"
        return undefined(_NAME, reason, data, level=level)
    return replace(alpha_with(metric, data, name=_NAME, level=level), note=note)


@dataclass(frozen=True, slots=True)
class _Given:
    distance: Distance

    def between(self, left: NDArray[Any], right: NDArray[Any], /) -> Floats:
        """The distances between the values, element by element."""
        return self.distance(left, right)

    def expected(self, totals: NDArray[np.int64], /) -> float:
        """The sum of n_c n_k delta(c, k), some rows of the matrix at a time."""
        n = totals.astype(np.float64)
        return expected_weight(self.distance, n, n)
