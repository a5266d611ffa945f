"""The table of `annotator agree` on a page: a line for each coefficient of each row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from annotator.agreement import Coefficient
from annotator.model.codebook import Codebook
from annotator.reports.document import Bar, Cell, Column, Table
from annotator.reports.row import SET_VIEWS, TREE_VIEWS, Row
from annotator.reports.written.figures import (
    agreement,
    interval_cell,
    interval_of,
    lines_of,
    marked,
)
from annotator.reports.written.words import (
    Reasons,
    compared,
    row_label,
    told_once,
    value_of_unit,
    variable_label,
    with_labels,
)

Shown = Callable[[Row], Sequence[Coefficient]]
"""Which coefficients of a row stand in the table."""


def coefficients_table(
    codebook: Codebook | None, rows: Sequence[Row], shown: Shown, name: Callable[[str], str]
) -> Table:
    """All figures with their intervals; `name` says how a coefficient is called."""
    reasons = Reasons()
    cells = tuple(
        cell
        for row in rows
        for place, one in enumerate(shown(row))
        for cell in [tuple(_line(codebook, row, one, name, reasons, is_first=not place))]
    )
    remarks = (
        (row_label(codebook, row), with_labels(codebook, remark))
        for row in rows
        for remark in row.remarks
    )
    columns = (
        Column("Variable"), Column("What is compared"),
        *(Column(head, number=True) for head in ("Units", "Coders", "Agreement")),
        Column("Coefficient", narrow=True), Column("Value", number=True),
        Column("Interval", narrow=True), Column("Drawn", drawn=True),
    )  # fmt: skip
    notes = (*reasons.notes(), *told_once(remarks))
    return Table(0, "Agreement by variable, and how sure each figure is", columns, cells, notes)


def _line(
    codebook: Codebook | None,
    row: Row,
    one: Coefficient,
    name: Callable[[str], str],
    reasons: Reasons,
    *,
    is_first: bool,
) -> Iterator[Cell]:
    yield from (variable_label(codebook, row.heading), _compared(row))
    yield from (f"{row.n_units:,}", str(row.n_coders))
    yield agreement(row, reasons) if is_first else ""
    interval = interval_of(row, one)
    yield from (name(one.name), marked(one, reasons), interval_cell(interval, reasons))
    ends = (interval.low, interval.high) if interval else (None, None)
    yield Bar(one.value, *ends, lines_of(row, codebook) if one in row.alphas else ())


def _compared(row: Row) -> str:
    """Which distance lies between two sets, the coefficient in each line says."""
    by_coefficient = row.heading.view in SET_VIEWS and row.heading.view not in TREE_VIEWS
    return value_of_unit(row) if by_coefficient else compared(row)
