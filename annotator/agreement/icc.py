"""Intraclass correlation: how much of the spread of numbers lies between units, not coders.

The forms of Shrout, P. E. & Fleiss, J. L. (1979): Intraclass correlations: uses in assessing rater
reliability. Psychological Bulletin 86(2), pp. 420-428, under the names of McGraw, K. O. & Wong,
S. P. (1996): Forming inferences about some intraclass correlation coefficients. Psychological
Methods 1(1), pp. 30-46. 1: each unit has coders of its own; A: the same coders, who must agree
absolutely; C: the same coders, who must be consistent. The second letter is 1 for the figure of one
coder, k for the mean of all of them. Over units that every coder coded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from annotator.agreement.coefficient import (
    Coefficient,
    defined,
    undefined,
    why_no_variation,
    why_not_pairable,
)
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.metrics import LARGE
from annotator.agreement.pairs import Floats

_NOTHING = 1e-20  # of the largest square: rounding, not variance
_FAR = 1e-140  # of the range: coders so far apart have no finite square
_CANCELLED = 1e-12  # of the mean squares: what is left where they cancel out


@dataclass(frozen=True, slots=True)
class MeanSquares:
    """The analysis of variance of n units by k coders; units are those that every coder coded."""

    units: float
    coders: float
    within: float
    error: float
    n: int
    k: int


def icc_1_1(table: Table) -> Coefficient:
    """ICC(1,1), one-way, of one coder: (MS_units - MS_within) / (MS_units + (k - 1) MS_within).

    Shrout & Fleiss (1979), pp. 420-428, ICC(1,1). Raises ValueError where a value is not a number.
    """
    return _icc("icc_1_1", table)


def icc_1_k(table: Table) -> Coefficient:
    """ICC(1,k), one-way, of the mean of k coders: (MS_units - MS_within) / MS_units.

    Shrout & Fleiss (1979), pp. 420-428, ICC(1,k). Raises ValueError where a value is not a number.
    """
    return _icc("icc_1_k", table)


def icc_A_1(table: Table) -> Coefficient:  # noqa: N802 - the form's own name
    """ICC(A,1), two-way, absolute agreement, of one coder; Shrout and Fleiss' ICC(2,1).

    Shrout & Fleiss (1979), pp. 420-428; McGraw & Wong (1996), table 4. Raises ValueError where a
    value is not a number.
    """
    return _icc("icc_A_1", table)


def icc_A_k(table: Table) -> Coefficient:  # noqa: N802
    """ICC(A,k), two-way, absolute agreement, of the mean of k coders; Shrout and Fleiss' ICC(2,k).

    Shrout & Fleiss (1979), pp. 420-428; McGraw & Wong (1996), table 4. Raises ValueError where a
    value is not a number.
    """
    return _icc("icc_A_k", table)


def icc_C_1(table: Table) -> Coefficient:  # noqa: N802
    """ICC(C,1), two-way, consistency, of one coder; Shrout and Fleiss' ICC(3,1).

    Shrout & Fleiss (1979), pp. 420-428; McGraw & Wong (1996), table 4. Raises ValueError where a
    value is not a number.
    """
    return _icc("icc_C_1", table)


def icc_C_k(table: Table) -> Coefficient:  # noqa: N802
    """ICC(C,k), two-way, consistency, of the mean of k coders; Shrout and Fleiss' ICC(3,k).

    Shrout & Fleiss (1979), pp. 420-428; McGraw & Wong (1996), table 4. Raises ValueError where a
    value is not a number.
    """
    return _icc("icc_C_k", table)


def mean_squares(data: ReliabilityData) -> MeanSquares | None:
    """The mean squares over units that every coder coded; None for fewer than two such units."""
    rows = data.codes[(data.codes >= 0).any(axis=1)]
    complete = rows[:, (rows >= 0).all(axis=0)]
    k, n = complete.shape
    if n < 2 or k < 2:
        return None
    levels, deviations = _by_coder(data.numbers()[complete])
    of_units = deviations.mean(axis=0)
    units = k * _square(of_units)
    coders = n * _square(levels - levels.mean())
    error = _square(deviations - of_units)
    return MeanSquares(
        units / (n - 1),
        coders / (k - 1),
        (coders + error) / (n * (k - 1)),
        error / ((n - 1) * (k - 1)),
        n,
        k,
    )


def _by_coder(numbers: Floats) -> tuple[Floats, Floats]:
    """Each coder's mean, and how far from it the coder's numbers lie, at most 1.

    Each coder is measured from the least number given, and by how much a coder's own numbers
    differ; so small differences between large numbers, or of coders far apart, do not get lost.
    """
    numbers = numbers / 2 if np.abs(numbers).max() > LARGE else numbers
    least = numbers.min(axis=1, keepdims=True)
    above = numbers - least
    middle = above.mean(axis=1, keepdims=True)
    deviations = above - middle
    span = max(np.abs(deviations).max(), _FAR * (numbers.max() - numbers.min())) or 1.0
    return (least - numbers.min() + middle) / span, deviations / span


def _square(deviations: Floats) -> float:
    total = float((deviations**2).sum())
    return total if total > _NOTHING * deviations.size else 0.0


def _icc(name: str, table: Table) -> Coefficient:
    data = ReliabilityData.of(table)
    data.numbers()
    if reason := why_not_pairable(data) or why_no_variation(data):
        return undefined(name, reason, data, level="interval")
    squares = mean_squares(data)
    if squares is None:
        reason = "fewer than two units were coded by every coder"
        return undefined(name, reason, data, level="interval")
    numerator, denominator = _FORMS[name](squares)
    if denominator <= _CANCELLED * _SPREADS[name[4]](squares):
        reason = "the units that every coder coded do not differ enough to tell units from coders"
        return undefined(name, reason, data, level="interval")
    note = f"{squares.n} units that all {squares.k} coders coded"
    return defined(name, numerator / denominator, data, level="interval", note=note)


def _one_way(s: MeanSquares) -> tuple[float, float]:
    return s.units - s.within, s.units + (s.k - 1) * s.within


def _one_way_mean(s: MeanSquares) -> tuple[float, float]:
    return s.units - s.within, s.units


def _absolute(s: MeanSquares) -> tuple[float, float]:
    between = s.k / s.n * (s.coders - s.error)
    return s.units - s.error, s.units + (s.k - 1) * s.error + between


def _absolute_mean(s: MeanSquares) -> tuple[float, float]:
    return s.units - s.error, s.units + (s.coders - s.error) / s.n


def _consistency(s: MeanSquares) -> tuple[float, float]:
    return s.units - s.error, s.units + (s.k - 1) * s.error


def _consistency_mean(s: MeanSquares) -> tuple[float, float]:
    return s.units - s.error, s.units


_FORMS: dict[str, Callable[[MeanSquares], tuple[float, float]]] = {
    "icc_1_1": _one_way,
    "icc_1_k": _one_way_mean,
    "icc_A_1": _absolute,
    "icc_A_k": _absolute_mean,
    "icc_C_1": _consistency,
    "icc_C_k": _consistency_mean,
}

_SPREADS: dict[str, Callable[[MeanSquares], float]] = {
    "1": lambda s: s.units + s.within,
    "A": lambda s: s.units + s.coders + s.error,
    "C": lambda s: s.units + s.error,  # however far apart the coders lie
}
"""What the denominator of a form is taken from, by which it is too small to divide by."""

FORMS = tuple(_FORMS)
"""The six forms, by name."""
