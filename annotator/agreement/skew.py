"""How unevenly values are spread: what makes coefficients corrected for chance low or unstable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from annotator.agreement.coefficient import Coefficient, defined, undefined
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.two_coders import common_units, why_not_two


@dataclass(frozen=True, slots=True)
class Skew:
    """The share of each pairable value, most frequent first; `once` are those that occur once.

    `shares` is empty where nothing is pairable.
    """

    shares: tuple[tuple[Any, float], ...]
    once: tuple[Any, ...]


def skew(table: Table) -> Skew:
    """How often each value occurs among the values that can be compared (n_c / n).

    Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability, steps B and C (the
    margins of the coincidence matrix).
    """
    data = ReliabilityData.of(table)
    totals = data.totals
    used = [int(code) for code in np.argsort(-totals, kind="stable") if totals[code]]
    shares = tuple((data.values[code], float(totals[code] / data.n_pairable)) for code in used)
    return Skew(shares, tuple(data.values[code] for code in used if totals[code] == 1))


def prevalence_index(table: Table) -> Coefficient:
    """Of two coders and two values: by how much one value agreed on outweighs the other, |a-d|/n.

    Byrt, T., Bishop, J. & Carlin, J. B. (1993): Bias, prevalence and kappa. Journal of Clinical
    Epidemiology 46(5), pp. 423-429.
    """
    return _of_fourfold("prevalence_index", table, lambda found: found[0, 0] - found[1, 1])


def bias_index(table: Table) -> Coefficient:
    """Of two coders and two values: by how much their shares of a value differ, |b-c|/n.

    Byrt, T., Bishop, J. & Carlin, J. B. (1993): Bias, prevalence and kappa. Journal of Clinical
    Epidemiology 46(5), pp. 423-429.
    """
    return _of_fourfold("bias_index", table, lambda found: found[0, 1] - found[1, 0])


def _of_fourfold(name: str, table: Table, difference: Any) -> Coefficient:
    data = ReliabilityData.of(table)
    if reason := why_not_two(data, f"the {name.replace('_', ' ')}"):
        return undefined(name, reason, data)
    used = data.totals.nonzero()[0]
    if len(used) > 2:
        reason = f"the {name.replace('_', ' ')} is for two values; here are {len(used)}"
        return undefined(name, reason, data)
    one, other = (np.searchsorted(used, codes) for codes in common_units(data))
    found = np.bincount(one * 2 + other, minlength=4).reshape(2, 2)
    return defined(name, abs(float(difference(found))) / len(one), data)
