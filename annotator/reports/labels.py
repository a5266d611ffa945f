"""Names of numbers, as SPSS files have them, in the place of the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotator.reports.grid import MISSING, NUMBER, Grid

Labels = Mapping[str, str]
"""From a number as text to its name."""


def with_labels(
    grid: Grid, labels: Mapping[str, Labels], groups: Sequence[Sequence[str]]
) -> tuple[Grid, tuple[str, ...]]:
    """The grid with labels for numbers, and remarks on where numbers had to stay.

    The columns of a group hold the same kind of value, so they share their labels: if only one
    coder's column were labelled, the same code would else have two names.
    """
    head, names, remarks = list(grid.rows[0]), {}, []
    for group in groups:
        known = [labels[column] for column in group if labels.get(column)]
        if not known:
            continue
        if (shared := _shared(known)) is None:
            remarks.append(f"Numbers are compared, not labels, which differ: {', '.join(group)}.")
        else:
            names.update({head.index(column): shared for column in group if column in head})
    if not names:
        return grid, tuple(remarks)
    body = [[names.get(place, {}).get(c, c) for place, c in enumerate(r)] for r in grid.rows[1:]]
    return replace(grid, rows=[head, *body]), tuple(remarks)


def _shared(known: Iterable[Labels]) -> Labels | None:
    """One name for each number; None where that is not possible."""
    shared: dict[str, str] = {}
    for number, name in (pair for one in known for pair in one.items()):
        if shared.setdefault(number, name) != name or name in MISSING or NUMBER.fullmatch(name):
            return None
    return shared if len(set(shared.values())) == len(shared) else None
