"""What coders took for what, the costliest first, and in which units."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from annotator.agreement import Confusion
from annotator.reports.diagnosis import Diagnosis
from annotator.reports.document import Block, Cell, Column, Table
from annotator.reports.names import Names
from annotator.reports.row import NOMINAL, Row
from annotator.reports.whole import SETS, only_in
from annotator.reports.written.coders import Told
from annotator.reports.written.maps import MAPPED, maps
from annotator.reports.written.words import (
    UNDEFINED,
    compared,
    plain,
    row_label,
    variable_label,
)

MOST = 5
"""Confusions of a row in the table; `annotator agree --confusions --json` has all of them."""

MOST_UNITS = 3
"""Units of a row in the table of units; `annotator agree --confusions --json` has all."""

_TOLD = (*MAPPED, "pair")
_MEANING = (
    "Pairs: how many pairs of coders differed so. Cost: the share of the row's observed "
    "disagreement that is due to it. Of sets, the codes that only one of two coders gave; a dash: "
    "the other coder gave none instead."
)


def confusion_blocks(told: Told, names: Names) -> Iterator[Block]:
    """The tables and the maps of all rows that have any confusion."""
    nominal = {row.heading.variable for row, _ in told if row.heading.level == NOMINAL}
    some = [(row, one) for row, one in told if one.confusions and _is_told(row, nominal)]
    if not some:
        return
    yield from (_table(some, names), _units(some, names))
    yield from maps([row for row, _ in some], names)


def _is_told(row: Row, nominal: Collection[str]) -> bool:
    """Each variable once: other levels repeat the values of the nominal row, where there is one."""
    heading = row.heading
    return heading.view in _TOLD and (heading.level == NOMINAL or heading.variable not in nominal)


def _table(told: Sequence[tuple[Row, Diagnosis]], names: Names) -> Table:
    columns = (
        Column("Variable"), Column("What is compared"), Column("One coder"), Column("Another"),
        Column("Pairs", number=True), Column("Cost", number=True),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    notes = [_MEANING]
    for row, found in told:
        ranked = _by_cost(row, found.confusions, names)
        about = (variable_label(names.codebook, row.heading), compared(row))
        rows += [
            (*about, *one.values, f"{one.n_pairs:,}", f"{one.share:.0%}") for one in ranked[:MOST]
        ]
        if len(ranked) > MOST:
            about_row = row_label(names.codebook, row)
            notes.append(f"{about_row}: {len(ranked) - MOST:,} more, not listed.")
    caption = "What was confused with what, the costliest first"
    return Table(0, caption, columns, tuple(rows), tuple(notes))


def _units(told: Sequence[tuple[Row, Diagnosis]], names: Names) -> Table:
    """The units that the coders may want to look at together."""
    columns = (
        Column("Variable"), Column("What is compared"), Column("Unit", narrow=True),
        Column("Cost", number=True),
    )  # fmt: skip
    rows = tuple(
        (
            *(variable_label(names.codebook, row.heading), compared(row)),
            *(plain(names.unit(found.sample, unit.column)), f"{unit.share:.0%}"),
        )
        for row, found in told
        for unit in found.units[:MOST_UNITS]
    )
    note = f"Up to {MOST_UNITS} of each row. Cost: the unit's share of the row's disagreement."
    return Table(0, "Units with most of the disagreement", columns, rows, (note,))


class _Told(NamedTuple):
    """A confusion as it is told, which may stand for several: sets that differ in the same way."""

    values: tuple[str, str]
    n_pairs: int
    share: float


def _by_cost(row: Row, confusions: Sequence[Confusion], names: Names) -> list[_Told]:
    n_pairs: Counter[tuple[str, str]] = Counter()
    shares: defaultdict[tuple[str, str], float] = defaultdict(float)
    for found in confusions:
        texts = [
            plain(_value(row, found.one, found.other, names)),
            plain(_value(row, found.other, found.one, names)),
        ]
        one, other = sorted(texts, key=lambda text: (text == UNDEFINED, text))
        n_pairs[one, other] += found.n_pairs
        shares[one, other] += found.share
    told = [_Told(values, n, shares[values]) for values, n in n_pairs.items()]
    return sorted(told, key=lambda one: (-one.share, one.values))


def _value(row: Row, own: Any, other: Any, names: Names) -> str:
    if not isinstance(own, SETS):
        return names.value(row.heading, own)
    only = only_in(own, other)
    return names.value(row.heading, only) if only else UNDEFINED
