"""Quantiles of a distribution that is known by its cumulative probabilities alone."""

from __future__ import annotations

from collections.abc import Callable

_HALVINGS = 200


def quantile(below: Callable[[float], float], share: float, start: float) -> float:
    """The value, not below 0, below which that share of the distribution lies.

    By bisection to machine precision between 0 and `start`, which is doubled until it is high
    enough. `below(x)` is the probability of a value below x, and grows with x.
    """
    low, high = 0.0, start
    while below(high) < share:
        high *= 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if below(middle) < share else (low, middle)
    return high
