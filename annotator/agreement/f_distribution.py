"""Quantiles of Fisher's F distribution, for the intervals of intraclass correlation."""

from __future__ import annotations

from annotator.agreement.intervals.student import incomplete_beta


def f_below(f: float, numerator: float, denominator: float) -> float:
    """The probability that F with these degrees of freedom lies below `f`.

    Abramowitz, M. & Stegun, I. A. (1964): Handbook of Mathematical Functions, 26.6.2.
    """
    scaled = numerator * f
    return incomplete_beta(scaled / (scaled + denominator), numerator / 2, denominator / 2)


def f_quantile(share: float, numerator: float, denominator: float) -> float:
    """The F below which that share of the distribution lies, by bisection."""
    high = 1.0
    while f_below(high, numerator, denominator) < share:
        high *= 2
    low = 0.0
    for _ in range(200):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        below = f_below(middle, numerator, denominator) < share
        low, high = (middle, high) if below else (low, middle)
    return high
