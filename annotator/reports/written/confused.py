"""What coders took for what: the costliest confusions as a table, all of them as maps."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from annotator.agreement import Confusion
from annotator.reports.confusion_matrix import NO_CODE, ConfusionMatrix, confusion_matrix
from annotator.reports.diagnosis import Diagnosis
from annotator.reports.document import Block, Cell, Column, HeatMap, Panel, Picture, Table
from annotator.reports.names import Names
from annotator.reports.row import NOMINAL, Row
from annotator.reports.whole import SETS, only_in
from annotator.reports.written.coders import Told
from annotator.reports.written.words import (
    UNDEFINED,
    compared,
    plain,
    row_label,
    variable_label,
)

MOST = 5
"""Confusions of a row in the table; `annotator agree --confusions --json` has all of them."""

MOST_MAPPED = 12
"""More codes than that make no map that can be read: those confused most often are kept."""

_MAPPED = ("value", "any_statement", "set", "matched", "matched_set")
_TOLD = (*_MAPPED, "pair")
_MEANING = (
    "Pairs: how many pairs of coders differed so. Cost: the share of the row's observed "
    "disagreement that is due to it. Of sets, the codes that only one of two coders gave; a dash: "
    "the other coder gave none instead."
)
_MAP = (
    "A number counts pairs of coders: on the diagonal (blue) both gave the code; off it (orange) "
    "one gave the one code and the other the other instead. Numbers above are those of the lines."
)
_ALONE = "none of its own"


def confusion_blocks(told: Told, names: Names) -> Iterator[Block]:
    """The table and the maps of all rows that have any confusion."""
    some = [(row, one) for row, one in told if one.confusions and _is_told(row)]
    if not some:
        return
    yield _table(some, names)
    panels = [_panel(row, names) for row, _ in some if row.heading.view in _MAPPED]
    if panels:
        yield Picture("Codes that met in a unit, and what was confused", tuple(panels), (_MAP,))


def _is_told(row: Row) -> bool:
    """Each variable once: other levels repeat the values of the nominal row."""
    return row.heading.level == NOMINAL and row.heading.view in _TOLD


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


def _panel(row: Row, names: Names) -> Panel:
    found = confusion_matrix(row, names.codebook)
    kept = _most_confused(found)
    counts = tuple(tuple(found.n_pairs.get(found.cell(c, k), 0) for k in kept) for c in kept)
    labels = tuple(_label(row, code, names) for code in kept)
    title = row_label(names.codebook, row)
    if left := len(found.values) - len(kept):
        title += f"; {left} codes that are confused less are left out"
    return Panel(title, HeatMap(labels, counts), _alt(labels, counts))


def _most_confused(found: ConfusionMatrix) -> list[Any]:
    """The values that fit into a map, in their order."""
    confused: Counter[Any] = Counter()
    for (one, other), n in found.n_pairs.items():
        if one != other:
            confused.update({one: n, other: n})
    ranked = sorted(found.values, key=lambda value: -confused[value])[:MOST_MAPPED]
    return [value for value in found.values if value in ranked]


def _label(row: Row, code: Any, names: Names) -> str:
    if code is NO_CODE:
        return _ALONE
    return plain(names.code(row.heading, code))


def _alt(labels: Sequence[str], counts: Sequence[Sequence[int]]) -> str:
    """The sums, and the confusion that is most frequent; the table has more."""
    size = range(len(labels))
    same = sum(counts[place][place] for place in size)
    apart = [(counts[c][k], c, k) for c in size for k in size if c < k]
    most, one, other = max(apart, default=(0, 0, 0))
    told = f"the same code {same:,} times, different codes {sum(n for n, _, _ in apart):,} times"
    if not most:
        return told
    return f"{told}, most often {labels[one]} and {labels[other]} ({most:,})"
