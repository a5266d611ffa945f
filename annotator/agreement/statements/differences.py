"""How much statements differ: the weights of the variables on which they have different codes."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

Weights = Sequence[float]
"""How much each variable counts; only their proportions matter."""

Costs = NDArray[Any]
"""Sums of weights: whole numbers where the weights are."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Distinct statements (columns) by variables (rows), each code as a small integer."""

    codes: NDArray[Any]
    weights: NDArray[Any]

    @classmethod
    def of(
        cls, statements: Sequence[tuple[Hashable, ...]], weights: Weights, largest: int
    ) -> Differences:
        """For sets of up to `largest` statements. Raises ValueError for weights that are none."""
        return cls(_numbered(statements, len(weights)), _whole(weights, largest))

    def between(self, left: NDArray[Any], right: NDArray[Any]) -> Costs:
        """The differences of statements, given by their columns, element by element."""
        return self._summed(self._of(left), self._of(right))

    def across(self, left: NDArray[Any], right: NDArray[Any]) -> Costs:
        """The differences of each statement on the left from each on the right, row by row."""
        rows, columns = self._of(left)[:, :, np.newaxis], self._of(right)[:, np.newaxis]
        return self._summed(rows, columns).ravel()

    def _of(self, statements: NDArray[Any]) -> NDArray[Any]:
        """Their codes, each variable in a row of its own memory: indexing would interleave them."""
        return np.take(self.codes, statements, axis=1)

    def _summed(self, left: NDArray[Any], right: NDArray[Any]) -> Costs:
        cost = np.zeros(np.broadcast_shapes(left[0].shape, right[0].shape), self.weights.dtype)
        for weight, one, other in zip(self.weights, left, right, strict=True):
            differ = (one != other).view(np.uint8)  # as numbers: adding truth values is slow
            cost += differ if weight == 1 else differ * weight
        return cost


def _numbered(statements: Sequence[tuple[Hashable, ...]], n_variables: int) -> NDArray[Any]:
    numbers = np.zeros((n_variables, len(statements)), np.int64)
    for variable, row in enumerate(numbers):
        met: dict[Hashable, int] = {}
        row[:] = [met.setdefault(codes[variable], len(met)) for codes in statements]
    return numbers.astype(np.min_scalar_type(int(numbers.max(initial=0))))


def _whole(weights: Weights, largest: int) -> NDArray[Any]:
    """The weights as the smallest whole numbers in the same proportions, where there are such.

    Whole numbers are quick and exact; their type holds the cost of the largest set.
    """
    given = np.asarray(weights, np.float64)
    if not np.isfinite(given).all() or not (given > 0).all():
        raise ValueError("weights are positive numbers, one for each variable")
    exact = [Fraction(str(weight)) for weight in given.tolist()]  # 0.3 is three tenths
    unit = Fraction(gcd(*(w.numerator for w in exact)), lcm(*(w.denominator for w in exact)))
    whole = [int(weight / unit) for weight in exact]
    if sum(whole) * largest > np.iinfo(np.uint32).max:
        return np.asarray(given / given.max())
    return np.array(whole, np.min_scalar_type(sum(whole) * largest))
