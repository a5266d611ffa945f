"""Matched statements for newcomers: what two coders share, and what stayed unmatched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from annotator.reports.diagnosis_figures import heading_json
from annotator.reports.names import Names
from annotator.reports.row import Row


@dataclass(frozen=True, slots=True)
class Left:
    """A kind of statement that stayed unmatched: its codes, how often, and in which units.

    `n` counts it once for each coder who lacks it; `columns` are those of the row's sample.
    """

    codes: tuple[str, ...]
    n: int
    columns: tuple[int, ...]


def meaning(row: Row) -> Iterator[str]:
    """What F1 is, with the counts behind it."""
    figure, shares = row.leading, row.matches
    matched = sum(share.matched for share in shares)
    alone = sum(share.unmatched_one + share.unmatched_other for share in shares)
    yield (
        "It compares the statements of each two coders in the units that both finished"
        f" ({row.n_units:,} units). Two statements are matched if they agree on"
        f" {' and '.join(row.keys)}, each with one other at most."
    )
    if figure.value is None:
        yield f"Undefined: {figure.reason}."
        return
    yield (
        f"Over all pairs of coders {matched:,} pairs of statements were matched, and {alone:,}"
        f" statements stayed unmatched: F1 = 2 x {matched:,} / (2 x {matched:,} + {alone:,}) ="
        f" {figure.value:.4f}."
    )
    yield (
        "1 means that coders found the same statements. F1 is not corrected for chance, so no"
        " threshold is held against it; statement alpha is."
    )


def left_alone(row: Row) -> list[Left]:
    """The unmatched statements by their codes, the most frequent first."""
    columns: dict[tuple[str, ...], list[int]] = {}
    for one in row.unmatched:
        columns.setdefault(one.codes, []).append(one.column)
    found = [Left(codes, len(own), tuple(sorted(set(own)))) for codes, own in columns.items()]
    return sorted(found, key=lambda left: (-left.n, left.codes))


def matched_json(row: Row, names: Names) -> dict[str, Any]:
    """What stayed unmatched, with labels and places; the counts by pair stand in the row."""
    figure = row.leading
    return {
        **heading_json(row.heading),
        "coefficient": {"name": figure.name, "value": figure.value, "reason": figure.reason},
        "meaning": list(meaning(row)),
        "unmatched": [
            {
                "codes": dict(zip(row.keys, left.codes, strict=True)),
                "label": names.statement(row.keys, left.codes),
                "n": left.n,
                "units": [names.unit(row.sample, column) for column in left.columns],
            }
            for left in left_alone(row)
        ],
    }  # fmt: skip
