"""Coefficients of two coders, averaged over all pairs of coders."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from annotator.agreement.coefficient import (
    Coefficient,
    defined,
    undefined,
    why_no_variation,
    why_not_pairable,
)
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.kappa import cohen_kappa
from annotator.agreement.percent import percent_agreement


def light_kappa(table: Table, *, pairwise: bool = False) -> Coefficient:
    """Light's kappa: the mean of Cohen's kappa over all pairs of coders.

    Over the units that every coder coded, as in `kappam.light` of the R package irr; `pairwise`
    takes for each pair the units that both coded, and leaves out a pair without any. Undefined
    where the kappa of some pair is.

    Light, R. J. (1971): Measures of response agreement for qualitative data: some generalizations
    and alternatives. Psychological Bulletin 76(5), pp. 365-377; as a mean of kappas:
    Conger, A. J. (1980), Psychological Bulletin 88(2), pp. 322-328.
    """
    data = ReliabilityData.of(table)
    if reason := why_not_pairable(data) or why_no_variation(data):
        return undefined("light_kappa", reason, data)
    used = data if pairwise else _complete(data)
    if not used.n_units:
        return undefined("light_kappa", "no unit was coded by every coder", data)
    kappas = []
    for pair, one, other in _pairs(used):
        found = cohen_kappa(pair)
        if found.value is None:
            reason = f"kappa of coders {one} and {other} is undefined: {found.reason}"
            return undefined("light_kappa", reason, used)
        kappas.append(found.value)
    note = _left_out(data, len(kappas)) if pairwise else f"{used.n_units} units without a gap"
    return defined("light_kappa", np.mean(kappas).item(), used, note=note)


def holsti(table: Table) -> Coefficient:
    """Holsti's coefficient 2 M / (N_1 + N_2), averaged over all pairs of coders.

    M decisions agree of those that both coders of a pair took; a pair without a common unit is
    left out. Not corrected for chance.

    Holsti, O. R. (1969): Content Analysis for the Social Sciences and Humanities. Addison-Wesley,
    p. 140.
    """
    data = ReliabilityData.of(table)
    if reason := why_not_pairable(data):
        return undefined("holsti", reason, data)
    found = [percent_agreement(pair).value for pair, _, _ in _pairs(data)]
    value = np.mean(np.array(found, np.float64)).item()
    return defined("holsti", value, data, note=_left_out(data, len(found)))


def _pairs(data: ReliabilityData) -> Iterator[tuple[ReliabilityData, int, int]]:
    """The data of each pair of coders with a common unit, and the numbers of the two."""
    for one, other in combinations(range(len(data.codes)), 2):
        pair = ReliabilityData(data.codes[[one, other]], data.values, data.ordered)
        if pair.n_units:
            yield pair, one + 1, other + 1


def _complete(data: ReliabilityData) -> ReliabilityData:
    """The units that every coder coded who gave a value at all."""
    coders = (data.codes >= 0).any(axis=1)
    complete = (data.codes[coders] >= 0).all(axis=0)
    return ReliabilityData(data.codes[:, complete], data.values, data.ordered)


def _left_out(data: ReliabilityData, used: int) -> str:
    pairs = data.n_coders * (data.n_coders - 1) // 2
    return "" if used == pairs else f"{pairs - used} of {pairs} pairs of coders share no unit"
