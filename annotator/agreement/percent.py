"""Shares of agreement: not corrected for chance, and therefore never to be reported alone.

Three definitions that agree for two coders and differ for more; the name of each
figure says which one it is.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.coefficient import Coefficient, defined, undefined, why_not_pairable
from annotator.agreement.data import ReliabilityData, Table


def percent_agreement(table: Table) -> Coefficient:
    """The share of agreeing pairs of coders within a unit, averaged over the units with a pair.

    Gwet, K. L. (2014): Handbook of Inter-Rater Reliability (4th ed.), ch. 2 (p_a); for complete
    data the P of Fleiss, J. L. (1971), Psychological Bulletin 76(5), p. 379.
    """
    data = ReliabilityData.of(table)
    if reason := why_not_pairable(data):
        return undefined("percent_agreement", reason, data)
    agreeing, pairs = _pairs(data)
    return defined("percent_agreement", float((agreeing / pairs).mean()), data)


def percent_agreement_pooled(table: Table) -> Coefficient:
    """The share of agreeing pairs of coders among all pairs of all units.

    A unit weighs by its pairs: more values, more weight than in `percent_agreement`. (One minus
    the observed disagreement of nominal alpha is a third figure: there a unit weighs by its
    values.) For complete data the observed agreement of Artstein, R. & Poesio, M. (2008),
    Computational Linguistics 34(4), p. 563.
    """
    data = ReliabilityData.of(table)
    if reason := why_not_pairable(data):
        return undefined("percent_agreement_pooled", reason, data)
    agreeing, pairs = _pairs(data)
    return defined("percent_agreement_pooled", float(agreeing.sum() / pairs.sum()), data)


def percent_all_agree(table: Table) -> Coefficient:
    """The share of units on which all coders agree, among the units that every coder coded.

    Units with a missing value are left out, as in `agree` of the R package irr.
    """
    data = ReliabilityData.of(table)
    if reason := why_not_pairable(data):
        return undefined("percent_all_agree", reason, data)
    rows = data.codes[(data.codes >= 0).any(axis=1)]
    complete = rows[:, (rows >= 0).all(axis=0)]
    if not complete.shape[1]:
        return undefined("percent_all_agree", "no unit was coded by every coder", data)
    return defined("percent_all_agree", float((complete == complete[0]).all(axis=0).mean()), data)


def _pairs(data: ReliabilityData) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Agreeing pairs and pairs of coders, of each unit that has a pair."""
    n_units = data.codes.shape[1]
    agreeing, pairs = np.zeros(n_units, np.int64), np.zeros(n_units, np.int64)
    for one, other in combinations(data.codes, 2):
        both = (one >= 0) & (other >= 0)
        pairs += both
        agreeing += both & (one == other)
    return agreeing[pairs > 0], pairs[pairs > 0]
