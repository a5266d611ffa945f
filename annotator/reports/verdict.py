"""A figure in words: whether one may rely on it, and what made it low."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.agreement import Coefficient
from annotator.model.codebook import Codebook
from annotator.reports.names import Names

if TYPE_CHECKING:
    from annotator.reports.diagnosis import Diagnosis

RELIABLE, TENTATIVE, UNRELIABLE, UNDEFINED = "reliable", "tentative", "unreliable", "undefined"

FEW_UNITS = 50
"""Fewer units than that say little (Lombard, Snyder-Duch and Bracken 2002)."""

_SKEWED = 0.8
_COSTLY = 0.25  # of all observed disagreement, for one pair of values
_GAIN = 0.05  # in the coefficient, when one coder is left out
_CONCENTRATED = 0.2  # of the units that disagree, when they make up half of the disagreement


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which value on a figure is reliable, and from which on it is tentatively so.

    Krippendorff, K. (2004): Content Analysis (2nd ed.). Sage, p. 241.
    """

    reliable: float = 0.8
    tentative: float = 0.667

    def verdict(self, figure: Coefficient) -> str:
        """One of reliable, tentative, unreliable, undefined; nothing is rounded."""
        if figure.value is None:
            return UNDEFINED
        if figure.value >= self.reliable:
            return RELIABLE
        return TENTATIVE if figure.value >= self.tentative else UNRELIABLE

    def sentence(self, figure: Coefficient) -> str:
        """The verdict as a sentence."""
        high, low = _short(self.reliable), _short(self.tentative)
        return {
            UNDEFINED: f"Undefined: {figure.reason}. It shows neither agreement nor disagreement",
            RELIABLE: f"Reliable: not below {high}",
            TENTATIVE: f"Tentative: between {low} and {high}, for cautious conclusions only",
            UNRELIABLE: f"Not reliable: below {low}, do not draw conclusions from this variable",
        }[self.verdict(figure)]


def thresholds_of(codebook: Codebook | None, variable: str = "") -> Thresholds:
    """What the codebook demands of this variable, or of all: of a pair, of a whole statement.

    Krippendorff's thresholds where it says nothing, and where there is no codebook.
    """
    if codebook is None:
        return Thresholds()
    known = codebook.by_id.get(variable)
    found = (known.agreement if known else None) or codebook.agreement
    return Thresholds(found.reliable, found.tentative)


def reasons(found: Diagnosis, names: Names) -> Iterator[str]:
    """What a reader should know about the figure, in sentences without a full stop."""
    yield from _on_undefined(found, names)
    yield from _on_units(found)
    yield from _on_skew(found, names)
    yield from _on_rare_values(found, names)
    if found.verdict in (TENTATIVE, UNRELIABLE):
        yield from _on_confusions(found, names)
        yield from _on_coders(found)
        yield from _on_where(found)


def _on_undefined(found: Diagnosis, names: Names) -> Iterator[str]:
    """What the coders would have to do, so that there is a figure."""
    data = found.sample.data
    if found.coefficient.value is not None or not data.margins.any():
        return
    counts = zip(found.sample.coders, data.margins.sum(axis=1).tolist(), strict=True)
    coders = {coder: n for coder, n in counts if n}
    if len(coders) == 1:
        yield f"Only {next(iter(coders))} coded it; a second coder has to code the same units"
    elif not data.n_pairable:
        each = ", ".join(f"{coder} {n:,}" for coder, n in coders.items())
        yield f"The coders share no unit ({each} units); the same ones have to be coded by two"
    elif len(found.skew.shares) == 1:
        yield _on_one_value(found, names)


def _on_one_value(found: Diagnosis, names: Names) -> str:
    data = found.sample.data
    value = names.value(found.heading, found.skew.shares[0][0])
    elsewhere = int((data.margins.sum(axis=0) > 0).sum()) > 1
    alone = "; other values stand only in units that a single coder coded" if elsewhere else ""
    return (
        f"All {data.n_pairable:,} values that can be compared are “{value}”{alone}: whether the"
        " coders would tell it from another shows only in units where it is another"
    )


def _on_units(found: Diagnosis) -> Iterator[str]:
    n_units = found.coefficient.n_units
    if 0 < n_units < FEW_UNITS:
        units = "unit" if n_units == 1 else "units"
        yield (
            f"Few units: it rests on {n_units} {units}, and fewer than {FEW_UNITS} say little;"
            " a handful of other decisions would change it"
        )


def _on_skew(found: Diagnosis, names: Names) -> Iterator[str]:
    shares = found.skew.shares
    if len(shares) < 2 or shares[0][1] < _SKEWED:
        return
    value, share = shares[0]
    yield (
        f"Skewed: {share:.0%} of the values are “{names.value(found.heading, value)}”; chance"
        " alone would make coders agree often, so each disagreement weighs heavily"
    )
    if found.ac1 is not None and found.ac1.value is not None:
        yield (
            f"Beside it, Gwet's AC1 is {found.ac1.value:.4f} ({_categories(found)}): it takes less"
            " for chance where one value prevails; report both, with the share above"
            f"{_prevalence(found)}, rather than the higher one"
        )


def _categories(found: Diagnosis) -> str:
    """How many values AC1 takes for possible, and who says so."""
    if found.n_codes is None:
        return f"{max(len(found.skew.shares), 2)} values, those found"
    return f"{found.n_codes} values, those of the codebook"


def _prevalence(found: Diagnosis) -> str:
    value = found.prevalence.value
    return "" if value is None else f" or the prevalence index of two values, {value:.2f}"


def _on_rare_values(found: Diagnosis, names: Names) -> Iterator[str]:
    if found.used_once:
        values = "; ".join(f"“{names.code(found.heading, one)}”" for one in found.used_once[:5])
        more = len(found.used_once) - 5
        also = f" and {more} more" if more > 0 else ""
        yield f"Used only once, so that nobody can agree on it: {values}{also}"


def _on_confusions(found: Diagnosis, names: Names) -> Iterator[str]:
    if len(found.skew.shares) > 2 and found.confusions[0].share >= _COSTLY:
        worst = found.confusions[0]
        one, other = (names.value(found.heading, value) for value in (worst.one, worst.other))
        yield (
            f"One confusion costs most: “{one}” against “{other}” makes up {worst.share:.0%} of the"
            " disagreement; look at the rule that tells them apart"
        )


def _on_coders(found: Diagnosis) -> Iterator[str]:
    value = found.coefficient.value
    without = {coder: c.value for coder, c in found.without_coder.items() if c.value is not None}
    if value is None or not without:
        return
    coder = max(without, key=lambda name: without[name])
    if without[coder] >= value + _GAIN:
        yield (
            f"One coder differs: without {coder} it would be {without[coder]:.4f}; talk before"
            " anybody is left out, the one who differs may be right"
        )


def _on_where(found: Diagnosis) -> Iterator[str]:
    shares = [unit.share for unit in found.units]
    total, needed = 0.0, 0
    while total < 0.5 and needed < len(shares):
        total, needed = total + shares[needed], needed + 1
    if len(shares) >= 10 and needed <= _CONCENTRATED * len(shares):
        yield f"Half of the disagreement stands in {needed} of the {len(shares)} disputed units"


def _short(threshold: float) -> str:
    return f"{threshold:.3f}".rstrip("0").ljust(4, "0").removeprefix("0")
