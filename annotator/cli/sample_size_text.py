"""What `annotator sample-size` prints: each figure with its source and what it assumes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.agreement.sample_size import one_sided
from annotator.cli.sample_size_words import decimal, percent
from annotator.cli.table import table

if TYPE_CHECKING:
    from annotator.agreement.sample_size import SampleSize
    from annotator.cli.sample_size_plan import Assumed, Row

_UNDEFINED = "–"


def lacy_riffe(assumed: Assumed, found: SampleSize) -> str:
    """How Lacy and Riffe's number is to be read."""
    least = max(0, assumed.expected - one_sided(assumed.level) * assumed.se)
    return (
        f"Lacy and Riffe (1996): if coders agree on {percent(assumed.expected)} of all units, "
        f"a random sample of {found.units:,} shows that share with a standard error of "
        f"{decimal(assumed.se)}: {percent(least)} or more in {percent(1 - assumed.level)} of such "
        "samples. It assumes that every unit has the same chance to be drawn, and says "
        "nothing of agreement by chance."
    )


def bloch_kraemer(assumed: Assumed) -> str:
    """How Bloch and Kraemer's number is to be read."""
    middle = (1 + assumed.alpha) / 2
    return (
        "Bloch and Kraemer (1989, p. 276), in the form of Krippendorff (2004, ch. 11): tells "
        f"alpha from {decimal(assumed.alpha)} at the one-sided level {decimal(assumed.level)}. It "
        "assumes two coders, one code that is there or not (for k codes used equally often, in "
        "1/k of the units), and enough units for the normal distribution; written out, it "
        f"supposes a true alpha of {decimal(middle)}, halfway to 1."
    )


def simulation(assumed: Assumed) -> str:
    """How the simulated number is to be read."""
    true = assumed.true_alpha
    supposed = (
        f"agreement is {percent(assumed.expected)}" if true is None else f"alpha is {decimal(true)}"
    )
    return (
        f"Simulation: with so many units the {percent(1 - assumed.level)} interval of alpha "
        f"(bootstrap over units) lies wholly above {decimal(assumed.alpha)} in "
        f"{percent(assumed.power)} of samples. It assumes two coders whose true {supposed}, "
        "who use the code equally often, and units that are independent: paragraphs of one article "
        f"are not quite, so take more. Good to about 5 %; seed {assumed.seed}."
    )


def prevalence_table(assumed: Assumed, rows: Sequence[Row]) -> Iterator[str]:
    """A line for each prevalence."""
    implied = f"{percent(assumed.expected)} agreement is alpha"
    head = ["Code in", "Bloch-Kraemer", "Simulation", implied]
    yield from table([head, *(_cells(row) for row in rows)], right=(0, 1, 2, 3))


def remarks(assumed: Assumed, rows: Sequence[Row]) -> Iterator[str]:
    """Why figures are missing, and which are more than there is to code."""
    for row in rows:
        if row.simulation.reason:
            yield f"{percent(row.prevalence)}, no simulation: {row.simulation.reason}."
    asked = [size.units or 0 for row in rows for size in (row.bloch_kraemer, row.simulation)]
    if assumed.population is not None and max(asked, default=0) > assumed.population:
        yield (
            f"Where the number is above {assumed.population:,}, let every unit be coded twice; "
            f"the interval of such a code may still reach below {decimal(assumed.alpha)}."
        )


def _cells(row: Row) -> list[str]:
    sizes = [_units(row.bloch_kraemer), _units(row.simulation)]
    implied = row.alpha_of_expected
    return [
        percent(row.prevalence),
        *sizes,
        _UNDEFINED if implied is None else decimal(round(implied, 2)),
    ]


def _units(size: SampleSize) -> str:
    return _UNDEFINED if size.units is None else f"{size.units:,}"
