"""Agreement beyond chance, (p_a - p_e) / (1 - p_e): one p_a, and what each author takes for chance.

p_a is `percent_agreement`: units with two or more values count alike. Chance is taken from all
values, those of units that one coder coded included; so missing values are dealt with as by
Gwet, K. L. (2014): Handbook of Inter-Rater Reliability (4th ed.), ch. 2 and 5.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from annotator.agreement.categories import number_of_categories
from annotator.agreement.coefficient import (
    Coefficient,
    defined,
    undefined,
    why_no_variation,
    why_not_pairable,
)
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.gwet import mean_agreement, prevalence
from annotator.agreement.two_coders import common_units, why_not_two
from annotator.agreement.weights import identity


def scott_pi(table: Table) -> Coefficient:
    """Scott's pi of two coders: chance is the agreement of two draws from the joint margins.

    Over the units that both coded.

    Scott, W. A. (1955): Reliability of content analysis: the case of nominal scale coding. Public
    Opinion Quarterly 19(3), pp. 321-325.
    """
    data = ReliabilityData.of(table)
    if reason := why_not_two(data, "Scott's pi"):
        return undefined("scott_pi", reason, data)
    common = ReliabilityData(np.stack(common_units(data)), data.values, data.ordered)
    return _beyond_chance("scott_pi", common, _of_joint_margins)


def fleiss_kappa(table: Table) -> Coefficient:
    """Fleiss' kappa of any number of coders: chance from the margins of all coders together.

    Fleiss, J. L. (1971): Measuring nominal scale agreement among many raters. Psychological
    Bulletin 76(5), pp. 378-382; with missing values: Gwet, K. L. (2014), ch. 2.
    """
    return _beyond_chance("fleiss_kappa", ReliabilityData.of(table), _of_joint_margins)


def conger_kappa(table: Table) -> Coefficient:
    """Conger's kappa: chance is the mean over pairs of coders of the product of their margins.

    With two coders it is Cohen's kappa. Some call it exact Fleiss' kappa, or Hubert's kappa.

    Conger, A. J. (1980): Integration and generalization of kappas for multiple raters.
    Psychological Bulletin 88(2), pp. 322-328; with missing values: Gwet, K. L. (2014), ch. 2.
    """
    return _beyond_chance("conger_kappa", ReliabilityData.of(table), _of_pairs_of_coders)


def brennan_prediger(table: Table, *, categories: int | None = None) -> Coefficient:
    """Brennan and Prediger's kappa, also Bennett's S: chance is one in the number of categories.

    `categories` is the number of codes of the codebook; without it, of the values found. Raises
    ValueError where more values were found.

    Bennett, E. M., Alpert, R. & Goldstein, A. C. (1954): Public Opinion Quarterly 18(3),
    pp. 303-308;
    Brennan, R. L. & Prediger, D. J. (1981): Educational and Psychological Measurement 41(3),
    pp. 687-699.
    """
    data = ReliabilityData.of(table)
    size, note = number_of_categories(data, categories)
    return _beyond_chance("brennan_prediger", data, lambda _: 1 / size, note)


def gwet_ac1(table: Table, *, categories: int | None = None) -> Coefficient:
    """Gwet's AC1: chance is the sum of p (1 - p) over the categories, divided by their number - 1.

    `categories` is the number of codes of the codebook; without it, of the values found. Raises
    ValueError where more values were found.

    Gwet, K. L. (2008): Computing inter-rater reliability and its variance in the presence of high
    agreement. British Journal of Mathematical and Statistical Psychology 61(1), pp. 29-48.
    """
    data = ReliabilityData.of(table)
    size, note = number_of_categories(data, categories)
    return _beyond_chance("gwet_ac1", data, lambda d: _of_spread(d) / (size - 1), note)


def _beyond_chance(
    name: str, data: ReliabilityData, chance: Callable[[ReliabilityData], float], note: str = ""
) -> Coefficient:
    if reason := why_not_pairable(data) or why_no_variation(data):
        return undefined(name, reason, data)
    observed, expected = mean_agreement(data, identity), chance(data)
    return defined(name, (observed - expected) / (1 - expected), data, note=note)


def _of_joint_margins(data: ReliabilityData) -> float:
    found = prevalence(data)
    return float(found @ found)


def _of_spread(data: ReliabilityData) -> float:
    return 1 - _of_joint_margins(data)


def _of_pairs_of_coders(data: ReliabilityData) -> float:
    coders = data.margins[data.margins.any(axis=1)]
    found = coders / coders.sum(axis=1, keepdims=True)
    together: Any = found.sum(axis=0)
    return float(together @ together - (found * found).sum()) / (len(found) * (len(found) - 1))
