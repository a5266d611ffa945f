"""How many units two coders must both code, so that an interval will probably lie high enough.

The model: two coders say of each unit whether one code applies; both use it in a share `prevalence`
of the units; their true alpha is `expected`; units are independent. So a unit is one of three
kinds: both, one, or none of the coders used the code, with the chances p^2 + a p q, 2 p q (1 - a)
and q^2 + a p q. This is the common correlation model that Bloch & Kraemer (1989) use.
"""

from __future__ import annotations

from functools import cache
from math import floor, sqrt

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.sample_size import SampleSize, check_share, one_sided

Counts = NDArray[np.int64]
"""A row per sample; columns: units with the code from both coders, from one, from none."""

SAMPLES = 2_000
"""How many samples are drawn to find one power: its standard error is .009 at a power of .8."""
REPLICATES = 499
"""How many bootstrap replicates each sample gets."""
MOST_UNITS = 100_000
"""Where the search ends: nobody codes more units twice."""

_NEAR = 0.02  # stop when the answer is known to 2 %, about what the draws themselves allow


def simulated_units(
    threshold: float,
    expected: float,
    prevalence: float,
    *,
    level: float = 0.05,
    power: float = 0.8,
    seed: int = 1,
) -> SampleSize:
    """The fewest units whose interval lies above `threshold` in a share `power` of samples.

    The interval is that of 1 - `level`, both sides counted. The answer is good to about 5 %: it is
    found by halving, and each power by drawing. The same seed gives the same answer. No number
    will do where the expected alpha is not above the threshold, or where too many are needed.
    """
    check_share("power", power)
    if expected <= threshold:
        return SampleSize(None, reason="the expected alpha is not above the threshold")

    @cache
    def enough(units: int) -> bool:
        found = power_at(units, threshold, expected, prevalence, level=level, seed=seed)
        return found >= power

    guess = _normal_guess(threshold, expected, prevalence, level, power)
    low = high = min(max(guess, 4), MOST_UNITS)
    while not enough(high):
        if high == MOST_UNITS:
            return SampleSize(None, reason=f"more than {MOST_UNITS:,} units would be needed")
        low, high = high, min(2 * high, MOST_UNITS)
    while low > 2 and enough(low):
        low, high = low // 2, low
    while high - low > max(1, _NEAR * high):
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return SampleSize(high)


def power_at(
    units: int,
    threshold: float,
    expected: float,
    prevalence: float,
    *,
    level: float = 0.05,
    seed: int = 1,
) -> float:
    """The share of samples of that many units whose interval of alpha lies above `threshold`.

    The interval is the percentile interval of the bootstrap over units; a replicate without
    variation counts as below. A sample without any disagreement has no such interval; in its place
    stands the exact bound of the share of disagreement: Clopper, C. J. & Pearson, E. S. (1934):
    The use of confidence or fiducial limits. Biometrika 26(4), pp. 404-413.
    """
    for name, value in (("threshold", threshold), ("level", level), ("prevalence", prevalence)):
        check_share(name, value)
    check_share("expected alpha", expected)
    chance = np.random.default_rng([seed, units])
    samples = chance.multinomial(units, _kinds(expected, prevalence), size=SAMPLES)
    distinct, times = np.unique(samples, axis=0, return_counts=True)
    shown = _shown_exactly(distinct, units, threshold, level)
    doubtful = distinct[:, 1] > 0
    shown[doubtful] = _shown_by_bootstrap(distinct[doubtful], units, threshold, level, chance)
    return float(times[shown].sum() / SAMPLES)


def _kinds(alpha: float, prevalence: float) -> list[float]:
    spread = prevalence * (1 - prevalence)
    both, one = prevalence**2 + alpha * spread, 2 * spread * (1 - alpha)
    return [both, one, 1 - both - one]


def _shown_by_bootstrap(
    samples: Counts,
    units: int,
    threshold: float,
    level: float,
    chance: np.random.Generator,
) -> NDArray[np.bool_]:
    allowed = floor(level / 2 * (REPLICATES - 1))
    below = np.zeros(len(samples), dtype=np.int64)
    for place, sample in enumerate(samples):
        drawn = chance.multinomial(units, sample / units, size=REPLICATES)
        below[place] = REPLICATES - np.count_nonzero(_above(drawn, units, threshold))
    return np.less_equal(below, allowed)


def _above(counts: Counts, units: int, threshold: float) -> NDArray[np.bool_]:
    """Whether alpha = 1 - (2 n - 1) n_one / (n_1 n_0) exceeds the threshold; not where 0 / 0."""
    both, one, none = counts.T
    product = (2 * both + one) * (2 * none + one)
    above: NDArray[np.bool_] = (2 * units - 1) * one < (1 - threshold) * product
    return above


def _shown_exactly(
    samples: Counts,
    units: int,
    threshold: float,
    level: float,
) -> NDArray[np.bool_]:
    """For samples without disagreement: the most disagreement there may be is little enough."""
    share = (2 * samples[:, 0] + samples[:, 1]) / (2 * units)
    most = 1 - (level / 2) ** (1 / units)
    shown: NDArray[np.bool_] = most < (1 - threshold) * 2 * share * (1 - share)
    return shown


def _normal_guess(
    threshold: float, expected: float, prevalence: float, level: float, power: float
) -> int:
    """Where the search begins: the large-sample variance of Bloch & Kraemer (1989)."""
    spread = prevalence * (1 - prevalence)
    a = expected
    variance = (1 - a) * ((1 - a) * (1 - 2 * a) + a * (2 - a) / (2 * spread))
    reach = (one_sided(level / 2) + one_sided(1 - power)) * sqrt(variance) / (a - threshold)
    return round(reach**2)
