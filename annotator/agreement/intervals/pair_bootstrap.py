"""Krippendorff's bootstrap of alpha: pairs of values are drawn, not units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import numpy as np

from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.intervals.bootstrap import REPLICATES, Replicates
from annotator.agreement.intervals.draws import block_sizes, draw
from annotator.agreement.intervals.forms import estimate
from annotator.agreement.intervals.interval import ITSELF_UNDEFINED, why_too_few
from annotator.agreement.intervals.kinds import Integers, Kinds, by_value
from annotator.agreement.intervals.of_alpha import alpha_form
from annotator.agreement.metrics import Metric, metric_at
from annotator.agreement.pairs import Floats

REMARK = (
    "Krippendorff's bootstrap draws pairs of values as if they were independent of their units; "
    "its intervals are too narrow (it understates uncertainty)"
)
"""What must stand beside such an interval."""


def pair_bootstrap(
    table: Table,
    *,
    level: str,
    seed: int,
    order: Sequence[Any] | None = None,
    replicates: int = REPLICATES,
) -> Replicates:
    """Krippendorff's and Hayes' bootstrap of alpha, for comparison with KALPHA; see `REMARK`.

    In each replicate every pair of values of every unit gets the disagreement of a pair drawn
    from all pairs; distances and expected disagreement stay those of the data, and values below
    -1 are set to -1. Krippendorff's correction of replicates equal to 1 is not made. Equal draws
    are collapsed, so the cost does not depend on the number of units.

    Hayes, A. F. & Krippendorff, K. (2007): Communication Methods and Measures 1(1), pp. 81-82;
    Krippendorff, K. (2013): Content Analysis (3rd ed.), ch. 12.
    """
    data = ReliabilityData.of(table, order=order)
    metric, value = metric_at(level, data), estimate(alpha_form(data, level=level))
    reason = ITSELF_UNDEFINED if np.isnan(value) else why_too_few(data.n_units, "unit")
    found = np.empty(0)
    if not reason:
        blocks = _disagreements(metric, data, replicates, np.random.default_rng(seed))
        scale = (data.n_pairable - 1) / metric.expected(data.totals)
        found = np.maximum(1 - scale * np.concatenate(list(blocks)), -1)
    method = "Krippendorff's pair bootstrap, percentile (understates uncertainty)"
    return Replicates(found, value, method, seed, data.n_units, reason=reason)


def _disagreements(
    metric: Metric, data: ReliabilityData, replicates: int, chance: np.random.Generator
) -> Iterator[Floats]:
    """Blocks of the observed disagreement of replicates: sums of drawn distances / (m - 1)."""
    kinds = by_value(data)
    given = (kinds.codes >= 0).sum(axis=0)
    distances, times = _distances(metric, kinds)
    for size in block_sizes(len(times), replicates):
        block = np.zeros(size)
        for m in np.unique(given):
            pairs = int(kinds.multiplicity[given == m].sum() * m * (m - 1) // 2)
            block += draw(times, pairs, size, chance) @ distances / (m - 1)
        yield block


def _distances(metric: Metric, kinds: Kinds) -> tuple[Floats, Integers]:
    """The distinct distances of pairs within units, each pair counted both ways; how often each."""
    found, times = [], []
    for one, other in combinations(kinds.codes, 2):
        both = (one >= 0) & (other >= 0)
        found.append(2 * metric.between(one[both], other[both]))
        times.append(kinds.multiplicity[both])
    distances, place = np.unique(np.concatenate(found), return_inverse=True)
    counted = np.bincount(place, weights=np.concatenate(times), minlength=len(distances))
    return distances, counted.astype(np.int64)
