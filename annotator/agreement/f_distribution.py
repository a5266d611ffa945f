"""Quantiles of Fisher's F distribution, for the intervals of intraclass correlation."""

from __future__ import annotations

from functools import partial

from annotator.agreement.intervals.student import incomplete_beta
from annotator.agreement.quantile import quantile


def f_below(f: float, numerator: float, denominator: float) -> float:
    """The probability that F with these degrees of freedom lies below `f`.

    Abramowitz, M. & Stegun, I. A. (1964): Handbook of Mathematical Functions, 26.6.2.
    """
    scaled = numerator * f
    return incomplete_beta(scaled / (scaled + denominator), numerator / 2, denominator / 2)


def f_quantile(share: float, numerator: float, denominator: float) -> float:
    """The F below which that share of the distribution lies."""
    below = partial(f_below, numerator=numerator, denominator=denominator)
    return quantile(below, share, start=1.0)
