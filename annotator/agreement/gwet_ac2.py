"""Gwet's AC2: AC1 with weights, for ordered values and near misses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from annotator.agreement.coefficient import (
    Coefficient,
    defined,
    undefined,
    why_no_variation,
    why_not_pairable,
)
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.gwet import mean_agreement, prevalence
from annotator.agreement.pairs import Distance, Floats
from annotator.agreement.weights import ROUNDING, Weights, expected_weight, weights_between


def gwet_ac2(
    table: Table, *, weights: Weights = "quadratic", order: Sequence[Any] | None = None
) -> Coefficient:
    """Gwet's AC2: weighted agreement beyond T_w / (q (q - 1)) times the sum of p (1 - p).

    `weights` are linear, quadratic, ordinal, or given; T_w is the sum of all of them. `order`
    lists the codes from low to high; q is their number, used or not, else that of the values
    found. Raises ValueError for values without order and weights that are none.

    Gwet, K. L. (2014): Handbook of Inter-Rater Reliability (4th ed.). Advanced Analytics, ch. 3
    (weights) and ch. 4 (AC2).
    """
    data = ReliabilityData.of(table, order=order)
    between = weights_between(weights, data)
    if reason := why_not_pairable(data) or why_no_variation(data):
        return undefined("gwet_ac2", reason, data, level="ordinal")
    found = prevalence(data)
    if expected_weight(between, found, found) > 1 - ROUNDING:
        reason = "by these weights all values that occur are the same"
        return undefined("gwet_ac2", reason, data, level="ordinal")
    observed, expected = mean_agreement(data, between), _by_chance(found, between)
    value = (observed - expected) / (1 - expected)
    return defined("gwet_ac2", value, data, level="ordinal", note=_note(weights, data))


def _by_chance(found: Floats, between: Distance) -> float:
    size, ones = len(found), np.ones(len(found))
    total = expected_weight(between, ones, ones)
    return float(total / (size * (size - 1)) * (1 - found @ found))


def _note(weights: Weights, data: ReliabilityData) -> str:
    scheme = weights if isinstance(weights, str) else "given"
    return f"q = {len(data.values)}; {scheme} weights"
