"""Where the disagreement in alpha comes from: which values were confused, and in which units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from annotator.agreement.coefficient import why_not_pairable
from annotator.agreement.coincidence import differing_pairs, differing_units, unit_weights
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.metrics import LEVELS, Metric, metric_at
from annotator.agreement.pairs import Floats
from annotator.agreement.sets import SET_DISTANCES, set_metric

DISTANCES = (*LEVELS, *SET_DISTANCES)
"""Distances between values: the levels of measurement, and those between sets."""

Distance = str | Metric
"""The name of a distance, or one that was made for the values of these very data."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """D_o and D_e, whose ratio alpha is one minus. None with a `reason` where nothing is paired.

    Distances of numbers are measured on a scale on which the values run from 0 to 1.
    """

    observed: float | None
    expected: float | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Confusion:
    """Two values that coders gave to the same unit, and what that costs.

    `n_pairs` counts pairs of coders who differed so; `distance` is that of the two values, and
    `share` the part of all observed disagreement that is due to them (all shares sum to 1).
    """

    one: Any
    other: Any
    n_pairs: int
    distance: float
    share: float


def disagreement(
    table: Table, *, distance: Distance = "nominal", order: Sequence[Any] | None = None
) -> Disagreement:
    """Observed and expected disagreement, D_o and D_e of Krippendorff's alpha.

    Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability. University of
    Pennsylvania, repository.upenn.edu/asc_papers/43, pp. 1-8. Raises ValueError as `alpha` does.
    """
    data = ReliabilityData.of(table, order=order)
    metric = metric_of(distance, data)
    if reason := why_not_pairable(data):
        return Disagreement(None, None, reason)
    n = data.n_pairable
    observed = data.paired.observed(metric.between) / n
    return Disagreement(observed, metric.expected(data.totals) / (n * (n - 1)))


def confusions(
    table: Table, *, distance: Distance = "nominal", order: Sequence[Any] | None = None
) -> tuple[Confusion, ...]:
    """The pairs of values that were confused, the one that costs most agreement first.

    A pair costs what its two cells of the coincidence matrix (Krippendorff 2011, steps B and C)
    add to D_o, (o_ck + o_kc) delta(c, k). Empty where nobody disagreed. Raises ValueError as
    `alpha` does.
    """
    data = ReliabilityData.of(table, order=order)
    pairs, metric = differing_pairs(data), metric_of(distance, data)
    distances = metric.between(pairs.left, pairs.right)
    shares = _shares(pairs.weight * distances)
    ranked = np.lexsort((pairs.right, pairs.left, -pairs.n_pairs, -shares))
    return tuple(
        Confusion(
            data.values[pairs.left[place]], data.values[pairs.right[place]],
            int(pairs.n_pairs[place]), float(distances[place]), float(shares[place]),
        )
        for place in ranked
    )  # fmt: skip


def unit_shares(
    table: Table, *, distance: Distance = "nominal", order: Sequence[Any] | None = None
) -> Floats:
    """Each unit's share of the observed disagreement, in the order of the columns.

    The shares sum to 1, or are all 0 where nobody disagreed. A unit's disagreement is the sum of
    its pairs' distances, each times 1 / (m_u - 1) (Krippendorff 2011, steps B and C).
    Raises ValueError as `alpha` does.
    """
    data = ReliabilityData.of(table, order=order)
    metric, weight = metric_of(distance, data), unit_weights(data.codes)
    cost, size = np.zeros(len(weight)), max(1, len(data.values))
    for units, one, other in differing_units(data.codes):
        keys, inverse = np.unique(one * size + other, return_inverse=True)
        cost[units] += metric.between(keys // size, keys % size)[inverse]
    return _shares(cost * weight)


def metric_of(distance: Distance, data: ReliabilityData) -> Metric:
    """The distance of that name between the values of these data; ValueError for any other name."""
    if not isinstance(distance, str):
        return distance
    if distance in SET_DISTANCES:
        return set_metric(distance, data)
    return metric_at(distance, data)


def _shares(costs: Floats) -> Floats:
    total = costs.sum()
    return np.asarray(costs / total if total > 0 else np.zeros_like(costs))
