"""The tables of figures: reliability by variable, and what each figure rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.model.codebook import Codebook
from annotator.reports.document import Cell, Column, Table
from annotator.reports.row import SET_VIEWS, Row
from annotator.reports.written.figures import (
    agreement,
    bar,
    beside,
    interval_cell,
    interval_of,
    leading,
    marked,
)
from annotator.reports.written.words import (
    Reasons,
    compared,
    row_label,
    told_once,
    variable_label,
)

RELIABILITY, BASIS, CODES, CODERS, MATERIAL = range(1, 6)
"""The numbers of the tables, in their order."""

_UNIT_NOTE = "A unit is a paragraph, or an article where that is said."
_SETS_NOTE = (
    "Of sets, agreement is the share of pairs of coders with the very same set; alpha gives credit "
    "for what two sets have in common."
)
_UNITS_NOTE = (
    "Units in all: those that anybody finished and that count. Compared: those that two or more "
    "coders gave a value to."
)
_VALUES_NOTE = (
    "Values: all answers of all coders. No value: the coder did not finish the unit, or the "
    "question was not asked or not answered there. Special: values “not applicable” or “cannot "
    "tell”, which nominal figures and sets compare like any other value, and which have no place "
    "on a scale."
)


def reliability_table(codebook: Codebook, rows: Sequence[Row]) -> Table:
    """Table 1: for each variable N, agreement, alpha with its interval, and what stands beside."""
    reasons = Reasons()
    level = _level(rows)
    cells = tuple(tuple(_cells(codebook, row, reasons, bool(level))) for row in rows)
    notes = (*_how_to_read(rows), *reasons.notes(), *told_once(_remarks(codebook, rows)))
    return Table(
        RELIABILITY, "Inter-coder reliability by variable", tuple(_columns(level)), cells, notes
    )


def _how_to_read(rows: Sequence[Row]) -> Iterator[str]:
    yield _UNIT_NOTE
    if any(row.heading.view in SET_VIEWS for row in rows):
        yield _SETS_NOTE


def _level(rows: Sequence[Row]) -> str:
    """`95% interval`; "" where no interval was computed."""
    levels = {found.level for row in rows if (found := interval_of(row, leading(row)))}
    return " / ".join(f"{level:.0%}" for level in sorted(levels)) + " interval" if levels else ""


def _columns(level: str) -> Iterator[Column]:
    yield from (Column("Variable"), Column("What is compared"))
    yield from (Column(name, number=True) for name in ("Units", "Coders", "Agreement", "Alpha"))
    if level:
        yield Column(level, narrow=True)
    yield from (Column("Beside it", narrow=True), Column("Alpha; lines at .667, .8", drawn=True))


def _cells(codebook: Codebook, row: Row, reasons: Reasons, intervals: bool) -> Iterator[Cell]:
    alpha = leading(row)
    yield from (variable_label(codebook, row.heading), compared(row))
    yield from (f"{row.n_units:,}", str(row.n_coders), agreement(row, reasons))
    yield marked(alpha, reasons)
    if intervals:
        yield interval_cell(interval_of(row, alpha), reasons)
    yield from (beside(row, reasons), bar(row))


def _remarks(codebook: Codebook, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    return ((row_label(codebook, row), remark) for row in rows for remark in row.remarks)


def basis_table(codebook: Codebook, rows: Sequence[Row]) -> Table:
    """Table 2: units and values of each figure, with what is missing counted apart."""
    names = ("Units in all", "Compared", "Values", "No value", "Special")
    columns = (
        Column("Variable"), Column("What is compared"),
        *(Column(name, number=True) for name in names),
    )  # fmt: skip
    return Table(
        BASIS,
        "What the figures rest on",
        columns,
        tuple(_basis_cells(codebook, row) for row in rows),
        (_UNITS_NOTE, _VALUES_NOTE),
    )


def _basis_cells(codebook: Codebook, row: Row) -> tuple[Cell, ...]:
    n_values = int(row.sample.data.margins.sum())
    n_frame = len(row.sample.units)
    counts = (
        n_frame, row.n_units, n_values, n_frame * len(row.sample.coders) - n_values, row.n_special,
    )  # fmt: skip
    return (
        variable_label(codebook, row.heading),
        compared(row),
        *(f"{count:,}" for count in counts),
    )
