"""What is common to the coefficients that are defined for exactly two coders."""

from __future__ import annotations

import numpy as np

from annotator.agreement.coefficient import why_no_variation, why_not_pairable
from annotator.agreement.data import ReliabilityData
from annotator.agreement.encode import Codes
from annotator.agreement.pairs import Floats


def why_not_two(data: ReliabilityData, what: str) -> str:
    """Why `what` cannot be computed for these data; empty where two coders vary on common units."""
    if data.n_coders > 2:
        return f"{what} is for two coders; here are {data.n_coders}"
    return why_not_pairable(data) or why_no_variation(data)


def common_units(data: ReliabilityData) -> tuple[Codes, Codes]:
    """The codes of the one and of the other coder, on the units that both coded."""
    one, other = (row for row in data.codes if (row >= 0).any())
    both = (one >= 0) & (other >= 0)
    return one[both], other[both]


def shares(codes: Codes, data: ReliabilityData) -> Floats:
    """The share of each value among one coder's codes."""
    return np.bincount(codes, minlength=len(data.values)) / len(codes)
