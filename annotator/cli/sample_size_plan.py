"""The figures of `annotator sample-size`, from what is assumed."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.agreement.sample_size import (
    SampleSize,
    agreement_of_alpha,
    alpha_of_agreement,
    bloch_kraemer,
    lacy_riffe,
)
from annotator.agreement.sample_size_simulation import simulated_units
from annotator.cli.sample_size_words import decimal, percent


@dataclass(frozen=True, slots=True)
class Assumed:
    """What the figures rest on; shares between 0 and 1.

    `population` is None for any number of units. `true_alpha` is None where it follows from
    `expected` at each prevalence.
    """

    population: int | None
    expected: float
    se: float
    alpha: float
    level: float
    power: float
    true_alpha: float | None
    seed: int


@dataclass(frozen=True, slots=True)
class Row:
    """The figures for a code that stands in a share `prevalence` of the units."""

    prevalence: float
    alpha_of_expected: float | None
    bloch_kraemer: SampleSize
    simulation: SampleSize
    true_alpha: float | None
    true_agreement: float | None


def share_of_agreement(assumed: Assumed) -> SampleSize:
    """Lacy and Riffe's number of units."""
    return lacy_riffe(assumed.expected, assumed.se, assumed.population)


def row(assumed: Assumed, prevalence: float) -> Row:
    """The numbers of units for one prevalence."""
    implied = alpha_of_agreement(assumed.expected, prevalence)
    true = implied if assumed.true_alpha is None else assumed.true_alpha
    return Row(
        prevalence,
        implied,
        bloch_kraemer(assumed.alpha, prevalence, assumed.level),
        _simulation(assumed, prevalence, true),
        true,
        None if true is None else agreement_of_alpha(true, prevalence),
    )


def _simulation(assumed: Assumed, prevalence: float, true: float | None) -> SampleSize:
    code = f"a code in {percent(prevalence)} of the units"
    if true is None:
        share = percent(assumed.expected)
        return SampleSize(None, reason=f"on {code} coders cannot agree as rarely as in {share}")
    if true <= assumed.alpha:
        given = assumed.true_alpha is not None
        shown = (
            f"{percent(assumed.expected)} agreement on {code} is alpha {decimal(round(true, 3))}"
        )
        supposed = f"the true alpha is {decimal(true)}" if given else shown
        above = decimal(assumed.alpha)
        return SampleSize(
            None, reason=f"{supposed}, and no number of units shows that it lies above {above}"
        )
    return simulated_units(
        assumed.alpha, true, prevalence, level=assumed.level, power=assumed.power, seed=assumed.seed
    )
