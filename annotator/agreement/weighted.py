"""Weighted kappa: agreement of two coders in which near misses count in part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from annotator.agreement.coefficient import Coefficient, defined, undefined
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.encode import is_number
from annotator.agreement.two_coders import common_units, shares, why_not_two
from annotator.agreement.weights import ROUNDING, Weights, expected_weight, weights_between


def cohen_kappa_linear(table: Table, *, order: Sequence[Any] | None = None) -> Coefficient:
    """Weighted kappa of two coders with weights that fall evenly with the distance.

    Cohen, J. (1968): Weighted kappa. Psychological Bulletin 70(4), pp. 213-220; the weights:
    Cicchetti, D. V. & Allison, T. (1971), American Journal of EEG Technology 11(3), pp. 101-109.
    """
    return _weighted(table, "linear", order, "cohen_kappa_linear")


def cohen_kappa_quadratic(table: Table, *, order: Sequence[Any] | None = None) -> Coefficient:
    """Weighted kappa of two coders with weights that fall with the squared distance.

    Cohen, J. (1968): Weighted kappa. Psychological Bulletin 70(4), pp. 213-220; for its kinship
    with intraclass correlation: Fleiss, J. L. & Cohen, J. (1973), Educational and Psychological
    Measurement 33(3), pp. 613-619.
    """
    return _weighted(table, "quadratic", order, "cohen_kappa_quadratic")


def weighted_kappa(
    table: Table, weights: Weights, *, order: Sequence[Any] | None = None
) -> Coefficient:
    """Weighted kappa of two coders with given weights: (p_o - p_e) / (1 - p_e), both weighted.

    `weights` name a scheme, or give the agreement of two values, 1 being the same and 0 nothing
    in common. Raises ValueError for weights that are none.

    Cohen, J. (1968): Weighted kappa: nominal scale agreement with provision for scaled
    disagreement or partial credit. Psychological Bulletin 70(4), pp. 213-220.
    """
    return _weighted(table, weights, order, "weighted_kappa")


def _weighted(
    table: Table, weights: Weights, order: Sequence[Any] | None, name: str
) -> Coefficient:
    data = ReliabilityData.of(table, order=order)
    between = weights_between(weights, data)
    if reason := why_not_two(data, "weighted kappa"):
        return undefined(name, reason, data, level="ordinal")
    if isinstance(weights, str) and all(map(is_number, data.values)):
        data = ReliabilityData.of(data.numbers()[np.stack(common_units(data))])
        between = weights_between(weights, data)  # a huge value coded once would blur the others
    one, other = common_units(data)
    observed = float(between(one, other).mean())
    expected = expected_weight(between, shares(one, data), shares(other, data))
    if expected > 1 - ROUNDING:
        reason = "by these weights all values that occur are the same"
        return undefined(name, reason, data, level="ordinal")
    return defined(name, (observed - expected) / (1 - expected), data, level="ordinal")
