"""The rows of a reliability report as JSON and as a table, under names that do not change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from annotator.reports.row import Row
from annotator.reports.units import SPECIAL

COLUMNS = (
    "variable", "view", "code", "level", "n_units", "n_coders", "n_pairable", "percent_agreement",
    "coefficient", "value", "reason", "low", "high", "ci_level", "ci_method", "replicates", "seed",
    "ci_reason", "threshold", "share_below", "n_pairs", "n_missing", "n_not_applicable",
    "n_cannot_tell", "depth", "se", "ci_n", "undefined_replicates",
)  # fmt: skip
"""The columns of the table: one line for each coefficient."""


_OF_INTERVAL = (
    "low", "high", "level", "method", "replicates", "seed", "reason", "threshold", "share_below",
)  # fmt: skip
_WHAT_IT_RESTS_ON = ("se", "n", "undefined")  # in columns of their own, at the end


def as_json(row: Row) -> dict[str, Any]:
    """One row; an undefined value is None (null) with its reason, `ci` is None where not asked."""
    heading = row.heading
    matches = {"matches": _matches(row)} if row.matches else {}
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
            {
                "name": c.name,
                "value": c.value,
                "reason": c.reason,
                "ci": _interval(row, c.name),
                "note": c.note,
            }
            for c in row.coefficients
        ],
        "coders": list(row.coders),
        "margins": {coder: dict(counts) for coder, counts in row.margins.items()},
        "n_special": row.n_special,
        "depth": heading.depth,
        **_counts(row),
        "remarks": list(row.remarks),
        **matches,
    }


def _counts(row: Row) -> dict[str, int]:
    """What was compared, and what was not there or no code, each counted apart."""
    return {
        "n_pairs": row.n_pairs,
        "n_missing": row.n_missing,
        **{f"n_{state}": row.n_of_state(state) for state in SPECIAL},
    }


def _matches(row: Row) -> list[dict[str, Any]]:
    """The statements that each two coders share."""
    coders = row.sample.coders
    return [
        {
            "coders": [coders[share.one], coders[share.other]],
            "n_units": share.n_units,
            "n_matched": share.matched,
            "n_unmatched": [share.unmatched_one, share.unmatched_other],
            "precision": share.precision,
            "recall": share.recall,
            "f1": share.f1,
            "reason": share.reason,
        }
        for share in row.matches
    ]


def as_lines(rows: Iterable[Row]) -> Iterator[tuple[object, ...]]:
    """The cells under `COLUMNS`, a line for each coefficient; None is an empty cell."""
    for row in rows:
        heading = row.heading
        for c in row.coefficients:
            yield (
                heading.variable, heading.view, heading.code, heading.level, row.n_units,
                row.n_coders, row.n_pairable, row.percent_agreement, c.name, c.value, c.reason,
                *_interval_cells(row, c.name, _OF_INTERVAL), *_counts(row).values(), heading.depth,
                *_interval_cells(row, c.name, _WHAT_IT_RESTS_ON),
            )  # fmt: skip


def _interval(row: Row, name: str) -> dict[str, Any] | None:
    """The interval of a coefficient, and the share of replicates below the threshold."""
    found = row.ci.get(name)
    if found is None:
        return None
    below = row.below.get(name)
    return {
        "low": found.low,
        "high": found.high,
        "level": found.level,
        "method": found.method,
        "replicates": found.replicates,
        "seed": found.seed,
        "reason": found.reason,
        "se": found.se,
        "n": found.n,
        "undefined": found.undefined,
        "threshold": below.threshold if below else None,
        "share_below": below.share if below else None,
    }


def _interval_cells(row: Row, name: str, keys: Sequence[str]) -> tuple[object, ...]:
    found = _interval(row, name) or {}
    return tuple(found.get(key) for key in keys)
