"""How high Cohen's kappa can be at all, when two coders use the values with different frequency."""

from __future__ import annotations

import numpy as np

from annotator.agreement.coefficient import Coefficient, defined, undefined
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.two_coders import common_units, shares, why_not_two


def kappa_max(table: Table) -> Coefficient:
    """The largest Cohen's kappa that the two coders' margins allow: (p_max - p_e) / (1 - p_e).

    p_max adds up, value by value, the smaller of the two coders' shares.

    Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and Psychological
    Measurement 20(1), pp. 42-43.
    """
    data = ReliabilityData.of(table)
    if reason := why_not_two(data, "the maximum of kappa"):
        return undefined("kappa_max", reason, data)
    one, other = (shares(codes, data) for codes in common_units(data))
    most, expected = float(np.minimum(one, other).sum()), float(one @ other)
    return defined("kappa_max", (most - expected) / (1 - expected), data)
