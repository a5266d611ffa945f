"""Kappa: agreement of two coders, corrected by the margins of each."""

from __future__ import annotations

import numpy as np

from annotator.agreement.coefficient import (
    Coefficient,
    defined,
    undefined,
    why_no_variation,
    why_not_pairable,
)
from annotator.agreement.data import ReliabilityData, Table


def cohen_kappa(table: Table) -> Coefficient:
    """Cohen's kappa of two coders over the units that both coded: (p_o - p_e) / (1 - p_e).

    p_e multiplies the two coders' own margins. Undefined for another number of coders, and where
    both gave one and the same value throughout.

    Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and Psychological
    Measurement 20(1), pp. 37-46, formula (1).
    """
    data = ReliabilityData.of(table)
    rows = [row for row in data.codes if (row >= 0).any()]
    if len(rows) > 2:
        reason = f"Cohen's kappa is for two coders; here are {len(rows)}"
        return undefined("cohen_kappa", reason, data)
    if reason := why_not_pairable(data) or why_no_variation(data):
        return undefined("cohen_kappa", reason, data)
    one, other = rows
    both = (one >= 0) & (other >= 0)
    margins = [np.bincount(row[both], minlength=len(data.values)) for row in rows]
    n = data.n_units
    observed = np.count_nonzero(one[both] == other[both]) / n
    expected = float((margins[0] / n) @ (margins[1] / n))
    return defined("cohen_kappa", (observed - expected) / (1 - expected), data)
