"""The form of a coefficient by its name in JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from annotator.agreement.categories import number_of_categories
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.intervals.forms import Additive, UnitForm
from annotator.agreement.intervals.of_alpha import alpha_form, alpha_form_with
from annotator.agreement.intervals.of_chance import (
    all_agree_form,
    both_coders,
    conger_form,
    joint_form,
    share_form,
    two_coder_form,
)
from annotator.agreement.pairs import Floats
from annotator.agreement.sets import SET_DISTANCES, set_metric
from annotator.agreement.weights import Weights, weights_between


def form_of(
    name: str,
    table: Table,
    *,
    level: str = "nominal",
    order: Sequence[Any] | None = None,
    categories: int | None = None,
    weights: Weights = "quadratic",
) -> UnitForm:
    """The form of the coefficient of that name, to be resampled; see `NAMES`.

    `level` and `order` are those of `krippendorff_alpha`, `categories` that of `gwet_ac1` and
    `brennan_prediger`, `weights` that of `gwet_ac2`. The number of categories of the data holds
    in every replicate. Raises ValueError for a name that is none, and as the coefficient does.
    """
    data = ReliabilityData.of(table, order=order)
    if name == "krippendorff_alpha":
        return alpha_form(data, level=level)
    if name in _OF_SETS:
        metric = set_metric(name.removeprefix("alpha_"), data)
        return alpha_form_with(metric, data)
    if name == "gwet_ac2":
        return joint_form(data, weight_matrix(weights, data), spread_chance(weights, data))
    if name not in _SIMPLE:
        raise ValueError(f"no form of {name!r}; one of {', '.join(NAMES)}, or use `recomputed`")
    return _SIMPLE[name](data, categories)


def weight_matrix(weights: Weights, data: ReliabilityData) -> Floats:
    """How much each two values of the data agree."""
    size = len(data.values)
    left, right = np.indices((size, size)).reshape(2, -1)
    return weights_between(weights, data)(left, right).reshape(size, size)


def squared_shares(shares: Floats) -> Floats:
    """Chance after Scott and Fleiss: two draws from the shares of all coders."""
    return np.asarray((shares**2).sum(axis=1))


def spread_chance(weights: Weights, data: ReliabilityData) -> Callable[[Floats], Floats]:
    """Chance after Gwet, with weights: their sum / (q (q - 1)) times the sum of p (1 - p)."""
    size = len(data.values)
    factor = weight_matrix(weights, data).sum() / max(size * (size - 1), 1)
    return lambda shares: np.asarray(factor * (1 - squared_shares(shares)))


def one_in_q(data: ReliabilityData, categories: int | None) -> Callable[[Floats], Floats]:
    """Chance after Brennan and Prediger: one in the number of categories."""
    size, _ = number_of_categories(data, categories)
    return lambda shares: np.full(len(shares), 1 / size)


def spread_over_q(data: ReliabilityData, categories: int | None) -> Callable[[Floats], Floats]:
    """Chance after Gwet: the sum of p (1 - p) / (q - 1)."""
    size, _ = number_of_categories(data, categories)
    return lambda shares: np.asarray((1 - squared_shares(shares)) / (size - 1))


def _joint(data: ReliabilityData, chance: Callable[[Floats], Floats]) -> Additive:
    return joint_form(data, np.eye(len(data.values)), chance)


def _two(data: ReliabilityData, scheme: str) -> Additive:
    return two_coder_form(data, weight_matrix(scheme, data))


_SIMPLE: dict[str, Callable[[ReliabilityData, int | None], Additive]] = {
    "percent_agreement": lambda data, _: share_form(data),
    "percent_agreement_pooled": lambda data, _: share_form(data, pooled=True),
    "percent_all_agree": lambda data, _: all_agree_form(data),
    "scott_pi": lambda data, _: _joint(both_coders(data), squared_shares),
    "cohen_kappa": lambda data, _: two_coder_form(data, np.eye(len(data.values))),
    "cohen_kappa_linear": lambda data, _: _two(data, "linear"),
    "cohen_kappa_quadratic": lambda data, _: _two(data, "quadratic"),
    "fleiss_kappa": lambda data, _: _joint(data, squared_shares),
    "conger_kappa": lambda data, _: conger_form(data),
    "brennan_prediger": lambda data, q: _joint(data, one_in_q(data, q)),
    "gwet_ac1": lambda data, q: _joint(data, spread_over_q(data, q)),
}

_OF_SETS = tuple(f"alpha_{distance}" for distance in SET_DISTANCES)

NAMES = ("krippendorff_alpha", *_OF_SETS, "gwet_ac2", *_SIMPLE)
"""Names that `form_of` knows."""
