"""The rows of a reliability report as JSON and as a table, under names that do not change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from annotator.reports.row import Row

COLUMNS = (
    "variable", "view", "code", "level", "n_units", "n_coders", "n_pairable", "percent_agreement",
    "coefficient", "value", "reason",
)  # fmt: skip
"""The columns of the table: one line for each coefficient."""


def as_json(row: Row) -> dict[str, Any]:
    """One row; an undefined value is None (null) with its reason. No interval is computed yet."""
    heading = row.heading
    return {
        "variable": heading.variable,
        "view": heading.view,
        "code": heading.code,
        "level": heading.level,
        "n_units": row.n_units,
        "n_coders": row.n_coders,
        "n_pairable": row.n_pairable,
        "percent_agreement": row.percent_agreement,
        "coefficients": [
            {"name": c.name, "value": c.value, "reason": c.reason, "ci": None}
            for c in row.coefficients
        ],
        "coders": list(row.coders),
        "margins": {coder: dict(counts) for coder, counts in row.margins.items()},
        "n_special": row.n_special,
        "remarks": list(row.remarks),
    }


def as_lines(rows: Iterable[Row]) -> Iterator[tuple[object, ...]]:
    """The cells under `COLUMNS`, a line for each coefficient; None is an empty cell."""
    for row in rows:
        heading = row.heading
        for c in row.coefficients:
            yield (
                heading.variable, heading.view, heading.code, heading.level, row.n_units,
                row.n_coders, row.n_pairable, row.percent_agreement, c.name, c.value, c.reason,
            )  # fmt: skip
