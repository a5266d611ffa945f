"""Every coder of a report against one who counts as right, row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.agreement import AgainstGold, against_gold
from annotator.reports.row import Heading, Row


@dataclass(frozen=True)
class Comparison:
    """One coder against the gold coder in one row."""

    heading: Heading
    gold: str
    coder: str
    found: AgainstGold


def against(rows: Iterable[Row], gold: str) -> Iterator[Comparison]:
    """Each other coder against `gold`, on the units that both coded, where there are any."""
    for row in rows:
        coders = list(row.sample.coders)
        if gold not in coders:
            continue
        for place, coder in enumerate(coders):
            if coder == gold:
                continue
            found = against_gold(row.sample.data, gold=coders.index(gold), coder=place)
            if found.n_units:
                yield Comparison(row.heading, gold, coder, found)
