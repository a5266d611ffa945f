"""Coders against one who counts as right, on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.model.wording import counted
from annotator.reports.against import Comparison
from annotator.reports.document import Block, Cell, Column, Table
from annotator.reports.names import Names
from annotator.reports.written.words import UNDEFINED, plain, variable_label

MOST = 5
"""Mistakes that are listed; `annotator agree --against --json` has all."""


def against_blocks(found: Sequence[Comparison], names: Names) -> Iterator[Block]:
    """For each coder and variable the codes, and what was taken for what."""
    for one in found:
        about = (
            f"{plain(one.coder)} against {plain(one.gold)}: "
            f"{variable_label(names.codebook, one.heading)}, {one.found.n_same:,} of "
            f"{one.found.n_units:,} units the same"
        )
        yield _codes(one, about, names)


def _codes(one: Comparison, about: str, names: Names) -> Table:
    heads = (plain(one.gold), plain(one.coder), "Both", "Recall", "Precision")
    columns = (Column("Code"), *(Column(head, number=True) for head in heads))
    rows: list[tuple[Cell, ...]] = [
        (
            plain(names.code(one.heading, code.code)),
            *(f"{n:,}" for n in (code.n_gold, code.n_coder, code.n_both)),
            *(_share(value) for value in (code.recall, code.precision)),
        )
        for code in one.found.codes
    ]
    return Table(0, about, columns, tuple(rows), tuple(_mistakes(one, names)))


def _mistakes(one: Comparison, names: Names) -> Iterator[str]:
    for right, given, n_units in one.found.mistaken[:MOST]:
        values = [plain(names.value(one.heading, value)) for value in (right, given)]
        yield f"“{values[0]}” taken for “{values[1]}”: {counted(n_units, 'unit')}."
    if len(one.found.mistaken) > MOST:
        yield f"And {len(one.found.mistaken) - MOST:,} more."


def _share(value: float | None) -> str:
    return UNDEFINED if value is None else f"{value:.0%}"
