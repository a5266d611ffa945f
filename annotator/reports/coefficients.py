"""More coefficients for the rows of a report: those asked for, and AC1 where it is needed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from annotator.agreement import COEFFICIENTS, Coefficient
from annotator.agreement.registry import Entry, meant_for
from annotator.model.codebook import Codebook
from annotator.reports.categories import categories_of
from annotator.reports.row import Row, is_skewed

ALL = "all"
"""Stands for every coefficient that is meant for a row."""

_AC1 = "gwet_ac1"


def with_coefficients(
    rows: Iterable[Row], names: Collection[str], codebook: Codebook | None = None
) -> list[Row]:
    """The rows with the coefficients named, each where it is meant for the level and the coders.

    AC1 stands beside the alpha of single nominal values that are skewed, named or not. The number
    of categories comes from the codebook, where there is one. Raises KeyError for unknown names.
    """
    wanted = set(COEFFICIENTS) if ALL in names else {COEFFICIENTS[name].name for name in names}
    return [_with(replace(row, categories=categories_of(row, codebook)), wanted) for row in rows]


def _with(row: Row, wanted: Collection[str]) -> Row:
    chosen = [entry for entry in _meant_for(row) if entry.name in wanted or _is_needed(entry, row)]
    there = {c.name for c in row.coefficients}
    added = [_computed(entry, row) for entry in chosen if entry.name not in there]
    names = tuple(entry.name for entry in chosen)
    return replace(row, coefficients=(*row.coefficients, *added), asked=names)


def _meant_for(row: Row) -> list[Entry]:
    return meant_for(row.level_of_values, row.n_coders)


def _is_needed(entry: Entry, row: Row) -> bool:
    return entry.name == _AC1 and is_skewed(row.sample.data)


def _computed(entry: Entry, row: Row) -> Coefficient:
    level, categories = row.heading.level, row.categories
    return entry.compute(row.sample.data, level=level, categories=categories)
