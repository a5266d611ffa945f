"""What each disagreement costs: its share of all disagreement in the figure it lowers."""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from annotator.model.decision import NO_STATEMENT
from annotator.reports.disagreements import shares_of
from annotator.reports.disputes import Part
from annotator.reports.reliability import Reliability
from annotator.reports.row import Row
from annotator.reports.scale import SCALES

_OF_UNITS = ("value", "set")


def costs(found: Reliability) -> dict[Part, float]:
    """The share of each part, from 0 to 1; a part that no figure rests on is not there.

    Of a variable it is the unit's share of the disagreement in its alpha (on its scale, if it has
    one). Of statements it is the mean over the figures about matched statements: which of them
    only one coder has, and what was said in those that several have.
    """
    told: dict[str, Row] = {}
    for row in found.rows:
        view, level = row.heading.view, row.heading.level
        if view in _OF_UNITS and (level in SCALES or row.heading.variable not in told):
            told[row.heading.variable] = row
    whole: set[str] = {variable.id for variable in found.statements.variables}
    of_parts = {
        (*unit, variable): share
        for variable, row in told.items()
        if variable not in whole
        for unit, share in _shares(row).items()
    }
    rows = [_shares(row) for row in found.statements.matched(NO_STATEMENT)]
    return of_parts | _mean([shares for shares in rows if shares])


def _shares(row: Row) -> dict[tuple[str, int], float]:
    """The share of each unit; a unit may stand in several columns."""
    found: defaultdict[tuple[str, int], float] = defaultdict(float)
    shares = shares_of(row)
    for column in np.flatnonzero(shares).tolist():
        found[row.sample.units[column]] += float(shares[column])
    return found


def _mean(rows: list[dict[tuple[str, int], float]]) -> dict[Part, float]:
    units = dict.fromkeys(unit for shares in rows for unit in shares)
    return {
        (*unit, NO_STATEMENT): sum(shares.get(unit, 0.0) for shares in rows) / len(rows)
        for unit in units
    }
