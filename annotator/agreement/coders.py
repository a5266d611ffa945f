"""Which coder differs from the others: any coefficient without each coder, and for each two."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np

from annotator.agreement.coefficient import Coefficient
from annotator.agreement.data import ReliabilityData, Table

Figure = Callable[[ReliabilityData], Coefficient]
"""Any coefficient of a coders-by-units table."""


def without_each_coder(figure: Figure, table: Table) -> tuple[Coefficient, ...]:
    """The coefficient of all other coders, for each coder in the order of the rows.

    A figure that rises when a coder is left out says that this coder differs from the others: the
    leave-one-out of Quenouille, M. H. (1956): Notes on bias in estimation. Biometrika 43,
    pp. 353-360, taken over coders.
    """
    data = ReliabilityData.of(table)
    rows = range(len(data.codes))
    return tuple(figure(rows_of(data, [row for row in rows if row != coder])) for coder in rows)


def between_coders(figure: Figure, table: Table) -> dict[tuple[int, int], Coefficient]:
    """The coefficient of each two coders, by the numbers of their rows (the lower one first).

    Computed over the units that both coded, as Cohen, J. (1960), Educational and Psychological
    Measurement 20(1), pp. 37-46, does for kappa.
    """
    data = ReliabilityData.of(table)
    pairs = combinations(range(len(data.codes)), 2)
    return {pair: figure(rows_of(data, list(pair))) for pair in pairs}


def rows_of(data: ReliabilityData, coders: list[int]) -> ReliabilityData:
    """The data of these coders alone."""
    return ReliabilityData(data.codes[np.array(coders, np.intp)], data.values, data.ordered)


def columns_of(data: ReliabilityData, units: list[int]) -> ReliabilityData:
    """The data of these units alone."""
    return ReliabilityData(data.codes[:, np.array(units, np.intp)], data.values, data.ordered)
