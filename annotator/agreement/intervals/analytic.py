"""Gwet's standard errors: each coefficient is a mean over units, once its chance is linearised.

Gwet, K. L. (2008): Computing inter-rater reliability and its variance in the presence of high
agreement. British Journal of Mathematical and Statistical Psychology 61(1), pp. 29-48; Gwet, K. L.
(2014): Handbook of Inter-Rater Reliability (4th ed.), ch. 5; Gwet, K. L. (2021): Large-sample
variance of Fleiss generalized kappa. Educational and Psychological Measurement 81(4), pp. 781-790.
The coders are taken as given; only units are a sample (from a large number of them).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from annotator.agreement.categories import number_of_categories
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.intervals.forms import estimate
from annotator.agreement.intervals.interval import ITSELF_UNDEFINED, why_too_few
from annotator.agreement.intervals.kinds import Integers, Kinds, by_coder, by_value
from annotator.agreement.intervals.named import form_of, weight_matrix
from annotator.agreement.intervals.of_chance import agreeing_pairs, both_coders, given_values
from annotator.agreement.intervals.standard_error import StandardError
from annotator.agreement.metrics import metric_at
from annotator.agreement.pairs import Floats
from annotator.agreement.weights import Weights

_METHOD = "Gwet's analytic standard error, t"


def analytic(
    name: str,
    table: Table,
    *,
    level: str = "nominal",
    order: Sequence[Any] | None = None,
    categories: int | None = None,
    weights: Weights = "quadratic",
) -> StandardError:
    """Gwet's standard error of the coefficient of that name; see `ANALYTIC`.

    The arguments are those of `form_of`. Raises ValueError for a name without such an error.
    """
    if name not in ANALYTIC:
        raise ValueError(f"no analytic standard error of {name!r}; one of {', '.join(ANALYTIC)}")
    data = ReliabilityData.of(table, order=order)
    value = estimate(form_of(name, data, level=level, categories=categories, weights=weights))
    lowest = 0.0 if name == "percent_agreement" else -1.0
    if np.isnan(value):
        return StandardError(value, None, 0, _METHOD, ITSELF_UNDEFINED, lowest=lowest)
    found, times = ANALYTIC[name](_Asked(data, value, level, categories, weights))
    n = int(times.sum())
    reason = why_too_few(n, "unit")
    se = None if reason else float(np.sqrt(times @ (found - value) ** 2 / (n * (n - 1))))
    return StandardError(value, se, n, _METHOD, reason, lowest=lowest)


@dataclass(frozen=True, eq=False)
class _Asked:
    """What the standard error is asked of."""

    data: ReliabilityData
    value: float
    level: str
    categories: int | None
    weights: Weights

    @property
    def identity(self) -> Floats:
        """1 for the same value, 0 for another."""
        return np.eye(len(self.data.values))


_Linearised = tuple[Floats, Integers]
"""A figure for a unit of each kind, whose mean is the coefficient; how many units are of it."""

_ChanceByUnit = Callable[[Floats, Floats], Floats]
"""From each unit's shares of values and those of all units, a figure whose mean is p_e."""


def _share(asked: _Asked) -> _Linearised:
    kinds = by_value(asked.data)
    agreeing, pairs = agreeing_pairs(kinds, asked.identity)
    return agreeing / pairs, kinds.multiplicity


def _joint(asked: _Asked, weights: Floats, chance: _ChanceByUnit) -> _Linearised:
    """Chance from the shares of values with all coders together (Gwet 2008, eqs. 27-36)."""
    kinds = by_value(asked.data, least=1)
    shares = kinds.counts / kinds.counts.sum(axis=1, keepdims=True)
    by_unit = chance(shares, kinds.multiplicity @ shares / kinds.multiplicity.sum())
    return _beyond_chance(asked.value, kinds, weights, by_unit)


def _pairs_of_coders(asked: _Asked, weights: Floats) -> _Linearised:
    """Chance from the margins of pairs of coders (Gwet 2021; for two coders Gwet 2008)."""
    kinds = by_coder(asked.data, least=1)
    n = kinds.multiplicity.sum()
    given = [given_values(row, kinds.n_values) for row in kinds.codes if (row >= 0).any()]
    margins = np.array([kinds.multiplicity @ one for one in given])
    counts = margins.sum(axis=1, keepdims=True)
    shares, r = margins / counts, len(given)
    others = (shares.sum(axis=0) - shares) @ weights / (r * (r - 1))
    expected = float((others * shares).sum())
    by_unit = np.full(len(kinds.multiplicity), expected)
    for one, other, share, count in zip(given, others, shares, counts[:, 0], strict=True):
        by_unit += n / count * (one @ other - one.sum(axis=1) * (share @ other))
    return _beyond_chance(asked.value, kinds, weights, by_unit)


def _beyond_chance(value: float, kinds: Kinds, weights: Floats, chance: Floats) -> _Linearised:
    times, (agreeing, pairs) = kinds.multiplicity, agreeing_pairs(kinds, weights)
    n, paired = times.sum(), pairs > 0
    expected = times @ chance / n
    agreed = agreeing / np.maximum(pairs, 1) - expected * paired
    ratio = n / times[paired].sum()
    found = ratio * agreed - 2 * (1 - value) * (chance - expected)
    return found / (1 - expected), times


def _alpha(asked: _Asked) -> _Linearised:
    """Alpha as 1 - a ratio of weights, each with the mean number of values per unit (Gwet 2014)."""
    kinds, weights = by_value(asked.data), _alpha_weights(asked)
    times, (agreeing, pairs) = kinds.multiplicity, agreeing_pairs(kinds, weights)
    given, n = kinds.counts.sum(axis=1), times.sum()
    mean = times @ given / n
    excess, shares = (given - mean) / mean, kinds.counts / mean
    chance = shares @ weights @ (times @ shares / n)
    agreed = agreeing / pairs * given / mean
    observed, expected = times @ agreed / n, times @ chance / n
    value = (observed - expected) / (1 - expected)
    found = agreed - observed * excess - expected
    found -= 2 * (1 - value) * (chance - expected * excess - expected)
    return found / (1 - expected) + asked.value - value, times


def _alpha_weights(asked: _Asked) -> Floats:
    """Agreement as what is left of the largest distance."""
    size = len(asked.data.values)
    left, right = np.indices((size, size)).reshape(2, -1)
    distances = metric_at(asked.level, asked.data).between(left, right).reshape(size, size)
    return np.asarray(1 - distances / distances.max())


def _fleiss(shares: Floats, margins: Floats) -> Floats:
    return shares @ margins


def _spread(factor: float) -> _ChanceByUnit:
    return lambda shares, margins: factor * (shares @ (1 - margins))


def _ac1(asked: _Asked) -> _Linearised:
    size, _ = number_of_categories(asked.data, asked.categories)
    return _joint(asked, asked.identity, _spread(1 / (size - 1)))


def _ac2(asked: _Asked) -> _Linearised:
    weights, size = weight_matrix(asked.weights, asked.data), len(asked.data.values)
    return _joint(asked, weights, _spread(weights.sum() / (size * (size - 1))))


def _brennan_prediger(asked: _Asked) -> _Linearised:
    size, _ = number_of_categories(asked.data, asked.categories)
    return _joint(asked, asked.identity, lambda shares, _: np.full(len(shares), 1 / size))


def _two(asked: _Asked) -> _Asked:
    return replace(asked, data=both_coders(asked.data))


ANALYTIC: dict[str, Callable[[_Asked], _Linearised]] = {
    "percent_agreement": _share,
    "scott_pi": lambda asked: _joint(_two(asked), asked.identity, _fleiss),
    "cohen_kappa": lambda asked: _pairs_of_coders(_two(asked), asked.identity),
    "fleiss_kappa": lambda asked: _joint(asked, asked.identity, _fleiss),
    "conger_kappa": lambda asked: _pairs_of_coders(asked, asked.identity),
    "brennan_prediger": _brennan_prediger,
    "gwet_ac1": _ac1,
    "gwet_ac2": _ac2,
    "krippendorff_alpha": _alpha,
}
"""How each coefficient with an analytic standard error is written as a mean over units."""
