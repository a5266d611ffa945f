"""A table from a file of any format, and what its reader must be told about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from math import isnan
from typing import Any

from annotator.model.problem import Problem
from annotator.tables.sheet import Sheet

Watch = Callable[[Iterable[Any]], Iterable[Any]]
"""Passes rows on while it shows how many there were."""

MOST_CELLS = 20_000_000
"""Larger tables are refused: they would not fit into memory."""


@dataclass(frozen=True)
class Table:
    """The cells as text, and how they were read.

    `assumed` says in words what was decided; `labels` are the names of numbers, by column, where
    the format has them; `is_named` where the first row certainly holds names.
    """

    sheet: Sheet
    assumed: tuple[str, ...] = ()
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    is_named: bool = False


def refused(where: str, message: str, hint: str = "") -> Table:
    """No table, for this reason."""
    return Table(Sheet([], [], [Problem(message, where, hint=hint)]))


def cell_text(value: object) -> str:
    """A value as the text that a CSV file would hold: 1 and not 1.0, dates as 2026-03-01."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    return str(value)


def _number_text(value: float) -> str:
    if isnan(value):
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
