"""How many units two coders must both code, by formula. `sample_size_simulation` does it by draws.

Units are drawn at random. Shares lie strictly between 0 and 1; ValueError otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from statistics import NormalDist

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class SampleSize:
    """A number of units, with what the formula gave before rounding; None with a `reason`."""

    units: int | None
    exact: float | None = None
    reason: str = ""


def lacy_riffe(expected: float, se: float, population: int | None = None) -> SampleSize:
    """Units that show the share of agreement with standard error `se`; to the nearest unit.

    n = ((N - 1) SE^2 + P Q N) / ((N - 1) SE^2 + P Q): Lacy, S. & Riffe, D. (1996): Sampling error
    and selecting intercoder reliability samples for nominal content categories. Journalism & Mass
    Communication Quarterly 73(4), pp. 963-973. `expected` is P, the share of agreement in all
    `population` units (N); None stands for any number of them, the limit 1 + P Q / SE^2.
    """
    check_share("expected agreement", expected)
    check_share("standard error", se)
    if population is not None and population < 1:
        raise ValueError(f"a population has one unit or more, not {population!r}")
    spread = expected * (1 - expected)
    exact = 1 + spread / se**2
    if population is not None:
        fixed = (population - 1) * se**2
        exact = (fixed + spread * population) / (fixed + spread)
    return SampleSize(round(exact), exact)


def bloch_kraemer(alpha: float, prevalence: float, level: float = 0.05) -> SampleSize:
    """Units that tell agreement from an alpha of just `alpha`, one-sided at `level`; rounded up.

    n = 2 z^2 ((1 + a)(3 - a) / (4 (1 - a) p (1 - p)) - a): Bloch, D. A. & Kraemer, H. C. (1989):
    2 x 2 kappa coefficients: measures of agreement or association. Biometrics 45(1), p. 276,
    equation 3.7, in the form of Krippendorff, K. (2004): Content Analysis. 2nd ed. Sage, ch. 11.
    `prevalence` is p, the share of units with the code (for k codes used equally often, 1 / k).
    """
    check_share("alpha", alpha)
    check_share("prevalence", prevalence)
    z = one_sided(level)
    spread = prevalence * (1 - prevalence)
    exact = 2 * z**2 * ((1 + alpha) * (3 - alpha) / (4 * (1 - alpha) * spread) - alpha)
    return SampleSize(ceil(exact - _ROUNDING), exact)


def alpha_of_agreement(agreement: float, prevalence: float) -> float | None:
    """The alpha of one code in many units on whose presence two coders agree in that share.

    1 - (1 - P) / (2 p (1 - p)), both coders using the code in a share `prevalence` of the units.
    None where they cannot agree so little: they disagree on 2 p (or 2 - 2 p) of the units at most.
    """
    check_share("agreement", agreement)
    check_share("prevalence", prevalence)
    if 1 - agreement > 2 * min(prevalence, 1 - prevalence) + _ROUNDING:
        return None
    return 1 - (1 - agreement) / (2 * prevalence * (1 - prevalence))


def agreement_of_alpha(alpha: float, prevalence: float) -> float:
    """The share of agreement that goes with an alpha: `alpha_of_agreement` turned round."""
    return 1 - (1 - alpha) * 2 * prevalence * (1 - prevalence)


def one_sided(level: float) -> float:
    """The standard normal quantile with `level` above it: 1.645 for .05."""
    check_share("level", level)
    return NormalDist().inv_cdf(1 - level)


def check_share(name: str, value: float) -> None:
    """Raise ValueError unless the value lies strictly between 0 and 1."""
    if not 0 < value < 1:
        raise ValueError(f"{name} lies between 0 and 1, not {value!r}")
