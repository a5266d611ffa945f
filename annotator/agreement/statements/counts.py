"""How many statements a coder found in each unit, and whether any: reliability data for alpha."""

from __future__ import annotations

import numpy as np

from annotator.agreement.data import ReliabilityData
from annotator.agreement.statements.data import StatementData


def statement_counts(data: StatementData) -> ReliabilityData:
    """The number of statements of each coder in each unit, for alpha at interval or ratio level."""
    sizes = np.array([*map(len, data.sets), np.nan])  # missing (-1) is the last entry
    return ReliabilityData.of(sizes[data.cells])


def any_statement(data: StatementData) -> ReliabilityData:
    """Whether each coder found a statement in each unit (1 or 0), for nominal alpha."""
    return statement_counts(data).recoded(lambda count: min(count, 1))
