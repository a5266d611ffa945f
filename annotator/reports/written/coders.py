"""The tables on single coders: alpha of each two of them, and without each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from annotator.agreement import Coefficient
from annotator.model.codebook import Codebook
from annotator.reports.diagnosis import Diagnosis
from annotator.reports.document import Block, Cell, Column, Table
from annotator.reports.row import Row
from annotator.reports.written.figures import marked
from annotator.reports.written.words import Reasons, compared, plain, variable_label

MOST_COLUMNS = 6
"""More figures of one variable than that stand below each other, not side by side."""

Told = Sequence[tuple[Row, Diagnosis]]
"""Rows with what they are taken apart into."""

_THREE = (
    "With three coders, the figure of two is also the figure without the third: where it is higher "
    "than the alpha of all, the third differs from the others. Talk before anybody is left out; "
    "the one who differs may be right."
)
_MORE = (
    "Where a figure is higher than the alpha of all, the coder left out differs from the others. "
    "Talk before anybody is left out; the one who differs may be right."
)


def coders_tables(codebook: Codebook | None, told: Told) -> Iterator[Block]:
    """Alpha of each two coders; of four coders and more also without each of them."""
    n_coders = max((len(row.coders) for row, _ in told), default=0)
    if n_coders < 3:
        return
    pairs = [
        (row, {f"{plain(a)}, {plain(b)}": c for (a, b), c in one.between_coders.items()})
        for row, one in told
    ]
    notes = (_THREE,) if n_coders == 3 else ()
    yield figures_table(codebook, "Alpha of each two coders", "Coders", pairs, notes)
    if n_coders > 3:
        without = [
            (row, {plain(name): c for name, c in one.without_coder.items()}) for row, one in told
        ]
        yield figures_table(codebook, "Alpha without one coder", "Without", without, (_MORE,))


def figures_table(
    codebook: Codebook | None,
    caption: str,
    head: str,
    found: Sequence[tuple[Row, Mapping[str, Coefficient]]],
    notes: Sequence[str],
) -> Table:
    """Several figures of each row: side by side, or (of many) below each other."""
    reasons = Reasons()
    names = list(dict.fromkeys(name for _, figures in found for name in figures))
    first = (Column("Variable"), Column("What is compared"))
    rows: list[tuple[Cell, ...]]
    if len(names) <= MOST_COLUMNS:
        columns = (*first, *(Column(name, number=True) for name in names))
        rows = [
            (*_about(codebook, row), *(_cell(figures.get(name), reasons) for name in names))
            for row, figures in found
        ]
    else:
        columns = (*first, Column(head), Column("Alpha", number=True))
        rows = [
            (*_about(codebook, row), name, marked(one, reasons))
            for row, figures in found
            for name, one in figures.items()
        ]
    return Table(0, caption, columns, tuple(rows), (*reasons.notes(), *notes))


def _about(codebook: Codebook | None, row: Row) -> tuple[str, str]:
    return variable_label(codebook, row.heading), compared(row)


def _cell(found: Coefficient | None, reasons: Reasons) -> str:
    return "" if found is None else marked(found, reasons)
