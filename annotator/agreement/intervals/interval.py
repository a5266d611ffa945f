"""An interval, and why there is none."""

from __future__ import annotations

from dataclasses import dataclass

ITSELF_UNDEFINED = "the coefficient itself is undefined"

FEWEST_DRAWN = 4
"""Draws from fewer units or clusters have no percentiles that could bound 95 %.

Of three units one and the same makes up a whole draw in (1/3)^3 = 3.7 % of draws, which is more
than the 2.5 % beyond a bound: the interval would just run from the lowest of the three to the
highest.
"""

_NUMBERS = ("none", "one", "two", "three", "four")


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval of confidence about a coefficient; `low` and `high` are None with a `reason`.

    `level` is the share of samples whose interval should hold the true value, `method` says in
    words how it was made, `se` is the standard error (of replicates: their standard deviation).
    `n` counts the units, or the clusters, it rests on. `replicates` is 0 where nothing was drawn,
    `seed` starts the draws, `undefined` counts replicates that had no value.
    """

    low: float | None
    high: float | None
    level: float
    method: str
    replicates: int = 0
    seed: int | None = None
    se: float | None = None
    reason: str = ""
    undefined: int = 0
    n: int = 0


def check_level(level: float) -> None:
    """Raise ValueError unless the level lies between 0 and 1: 95 % is 0.95."""
    if not 0 < level < 1:
        raise ValueError(f"the level of an interval lies between 0 and 1, not {level!r}")


def why_too_few(n: int, item: str) -> str:
    """Why so few units or clusters carry no interval; empty where they do."""
    if n >= 2:
        return ""
    return f"an interval needs two or more {item}s; here is {_NUMBERS[n]}"


def why_too_few_to_draw(n: int, item: str) -> str:
    """Why the percentiles of draws from so few are no interval; empty where they are."""
    if n >= FEWEST_DRAWN:
        return ""
    here = f"here {'are' if n > 1 else 'is'} {_NUMBERS[n]}"
    return f"a bootstrap interval needs {_NUMBERS[FEWEST_DRAWN]} or more {item}s; {here}"


def why_no_spread(estimate: float, n: int, level: float, item: str) -> str:
    """What to say where every unit is like every other, and an interval would have no width.

    The share of units that may disagree though none of n did is 1 - (1 - level)^(1 / n): Clopper,
    C. J. & Pearson, E. S. (1934), Biometrika 26(4), pp. 404-413, one-sided, for none found.
    """
    if estimate < 1 - 1e-12:
        return f"all {n} {item}s bear on the figure alike, so the data show no spread"
    most = 1 - (1 - level) ** (1 / n)
    return (
        f"no disagreement in {n} {item}s, so the data show no spread; "
        f"with {level:.0%} confidence fewer than {most:.1%} of all {item}s would show any"
    )
