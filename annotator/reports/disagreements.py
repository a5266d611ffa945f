"""The units on which coders differ: where they stand, what each coder said, what each costs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.agreement import unit_shares
from annotator.reports.confusion_matrix import columns_behind
from annotator.reports.diagnosis import distance_of
from annotator.reports.row import Heading, Row
from annotator.reports.whole import WholeSet

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class DisputedUnit:
    """One unit in which coders gave different values to what `heading` is about.

    `article` is its id and `paragraph` the number, 0 for the article as a whole; both are "" and 0
    in a table that is no study, where `column` (from 0) alone names the unit. `values` holds what
    each coder said who coded the unit; of matched statements, those that some other coder has not.
    `share` is the unit's part of all observed disagreement of the row; the shares of all units sum
    to 1.
    """

    heading: Heading
    column: int
    article: str
    paragraph: int
    values: Mapping[str, Any]
    share: float


def disputed_units(row: Row, *, among: Collection[int] | None = None) -> list[DisputedUnit]:
    """All units of the row with any disagreement, or those `among` some columns; costly first."""
    shares = shares_of(row)
    order = np.argsort(-shares, kind="stable")[: np.count_nonzero(shares)].tolist()
    kept = order if among is None else filter(frozenset(among).__contains__, order)
    alone = _alone(row)
    return [_unit(row, column, float(shares[column]), alone.get(column, {})) for column in kept]


def disputed_by(row: Row, one: Any, other: Any) -> list[DisputedUnit]:
    """Units in which these two values met (of sets: these codes, each in one set only)."""
    return disputed_units(row, among=columns_behind(row, one, other).tolist())


def shares_of(row: Row) -> Floats:
    """Each unit's share of the row's observed disagreement, by column; all 0 where nobody differs.

    Of alpha the disagreement of a unit is the sum of its pairs' distances, each times 1 / (m - 1);
    of matched statements it is the number of those without a partner.
    """
    data = row.sample.data
    if row.unmatched:
        columns = [alone.column for alone in row.unmatched]
        return _shares(np.bincount(columns, minlength=data.codes.shape[1]).astype(np.float64))
    return unit_shares(data, distance=row.metric or distance_of(row.heading))


def _shares(costs: Floats) -> Floats:
    total = costs.sum()
    return np.asarray(costs / total if total > 0 else costs)


def _unit(row: Row, column: int, share: float, alone: Mapping[str, Any]) -> DisputedUnit:
    units = row.sample.units
    article, paragraph = units[column] if units else ("", 0)
    said = {**dict(_said(row, column)), **alone}
    return DisputedUnit(row.heading, column, article, paragraph, said, share)


def _said(row: Row, column: int) -> Iterator[tuple[str, Any]]:
    """What each coder said; of matched statements at first that all of them are matched."""
    data, matched = row.sample.data, WholeSet(row.keys, ())
    for coder, code in zip(row.sample.coders, data.codes[:, column].tolist(), strict=True):
        if code >= 0:
            yield coder, matched if row.unmatched else data.values[code]


def _alone(row: Row) -> dict[int, dict[str, WholeSet]]:
    """By unit and coder the statements that another coder has not, each once."""
    found: dict[int, dict[str, dict[tuple[str | None, ...], None]]] = {}
    for one in row.unmatched:
        codes = tuple(code or None for code in one.codes)
        coder = row.sample.coders[one.coder]
        found.setdefault(one.column, {}).setdefault(coder, {})[codes] = None
    return {
        column: {coder: WholeSet(row.keys, tuple(codes)) for coder, codes in by_coder.items()}
        for column, by_coder in found.items()
    }
