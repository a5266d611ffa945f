"""Student's t distribution, so that intervals need nothing beyond the standard library."""

from __future__ import annotations

from functools import partial
from math import exp, isinf, lgamma, log, log1p
from statistics import NormalDist

from annotator.agreement.quantile import quantile

_TINY = 1e-300


def t_below(t: float, degrees: float) -> float:
    """The probability that t with so many degrees of freedom lies below `t`.

    By the incomplete beta function: Abramowitz, M. & Stegun, I. A. (1964): Handbook of
    Mathematical Functions, 26.7.1 and 26.5.8.
    """
    if isinf(t):
        return float(t > 0)
    tail = incomplete_beta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2
    return 1 - tail if t > 0 else tail


def t_quantile(share: float, degrees: float) -> float:
    """The t below which that share of the distribution lies."""
    if share < 0.5:
        return -t_quantile(1 - share, degrees)
    start = max(1.0, NormalDist().inv_cdf(share)) if share > 0.5 else 0.0
    return quantile(partial(t_below, degrees=degrees), share, start)


def incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):  # the fraction converges quickly on the other side only
        return 1 - incomplete_beta(1 - x, b, a)
    front = lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)
    return exp(front) * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of 26.5.8 by Lentz's method."""
    value, upper, lower = 1.0, 1.0, 0.0
    for step in range(2_000):
        factor = _coefficient(x, a, b, step)
        lower = 1 / ((1 + factor * lower) or _TINY)
        upper = (1 + factor / upper) or _TINY
        change = upper * lower
        value *= change
        if step and abs(change - 1) < 1e-15:
            break
    return 1 / value


def _coefficient(x: float, a: float, b: float, step: int) -> float:
    if step % 2:
        m = (step - 1) // 2 + 1
        return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    m = step // 2
    return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
