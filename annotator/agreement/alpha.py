"""Krippendorff's alpha: agreement corrected for chance, any number of coders, missing values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotator.agreement.coefficient import (
    Coefficient,
    defined,
    undefined,
    why_no_variation,
    why_not_pairable,
)
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.metrics import Metric, metric_at


def krippendorff_alpha(
    table: Table, *, level: str, order: Sequence[Any] | None = None
) -> Coefficient:
    """Krippendorff's alpha at a level of measurement: 1 - observed / expected disagreement.

    `table` has coders in rows and units in columns; `level` is nominal, ordinal, interval or
    ratio; `order` lists the values of ordinal texts from low to high. Undefined where nothing can
    be compared or nothing varies. Raises ValueError where the data cannot be of that level.

    Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability. University of
    Pennsylvania, repository.upenn.edu/asc_papers/43, pp. 1-8; Hayes, A. F. & Krippendorff, K.
    (2007): Answering the call for a standard reliability measure for coding data. Communication
    Methods and Measures 1(1), pp. 77-89.
    """
    data = ReliabilityData.of(table, order=order)
    return alpha_with(metric_at(level, data), data, name="krippendorff_alpha", level=level)


def alpha_with(metric: Metric, data: ReliabilityData, *, name: str, level: str) -> Coefficient:
    """Krippendorff's alpha with a given distance between values."""
    if reason := why_not_pairable(data) or why_no_variation(data):
        return undefined(name, reason, data, level=level)
    observed = data.paired.observed(metric.between)
    expected = metric.expected(data.totals) / (data.n_pairable - 1)
    return defined(name, 1 - observed / expected, data, level=level)
