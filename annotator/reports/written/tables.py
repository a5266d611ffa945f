"""The tables of figures: reliability by variable, and what each figure rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.model.codebook import Codebook
from annotator.reports.document import Cell, Column, Table
from annotator.reports.row import MATCHED as MATCHED_VIEWS
from annotator.reports.row import SET_VIEWS, Row
from annotator.reports.units import SPECIAL
from annotator.reports.written.figures import (
    agreement,
    bar,
    beside,
    interval_cell,
    interval_of,
    leading,
    lines_of,
    marked,
)
from annotator.reports.written.intervals import interval_notes
from annotator.reports.written.words import (
    Reasons,
    compared,
    figure,
    row_label,
    told_once,
    variable_label,
    with_labels,
)

RELIABILITY, BASIS, CODES, CODERS, MATERIAL, MATCHED = range(1, 7)
"""The numbers of the tables that the text refers to, in their order."""

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
    "Pairs: pairs of values of two coders in a unit. Values: all answers of all coders. Missing: "
    "the coder did not finish the unit, or the question was not asked or not answered there; on a "
    "scale also what has no place on it."
)
_STATES_NOTE = (
    "Not applicable, cannot tell: so many of the values (of sets: sets with it). Nominal figures "
    "and sets compare them like any other value; they have no place on a scale."
)
_ON_MATCHED_NOTE = (
    "Values in matched statements: a unit is a statement that two coders share (Table {number}); "
    "what only one coder found plays no part, and what three share counts once for each two."
)


def reliability_table(codebook: Codebook | None, rows: Sequence[Row]) -> Table:
    """Table 1: for each variable N, agreement, alpha with its interval, and what stands beside."""
    reasons = Reasons()
    level = _level(rows)
    cells = tuple(tuple(_cells(codebook, row, reasons, bool(level))) for row in rows)
    notes = (*_how_to_read(codebook, rows), *reasons.notes(), *told_once(_remarks(codebook, rows)))
    caption = "Inter-coder reliability by variable"
    return Table(RELIABILITY, caption, tuple(_columns(level)), cells, notes)


def _how_to_read(codebook: Codebook | None, rows: Sequence[Row]) -> Iterator[str]:
    yield _UNIT_NOTE
    if any(row.heading.view in SET_VIEWS for row in rows):
        yield _SETS_NOTE
    if any(row.heading.view in MATCHED_VIEWS for row in rows):
        yield _ON_MATCHED_NOTE.format(number=MATCHED)
    yield from interval_notes(rows)
    yield _lines_note(codebook, rows)


def _lines_note(codebook: Codebook | None, rows: Sequence[Row]) -> str:
    """What alphas are held against, which the drawing has lines for."""
    found = sorted({lines_of(row, codebook) for row in rows})
    if len(found) == 1:
        low, high = map(figure, found[0])
        return f"Thresholds: {high} reliable, {low} tentative; dashed lines where alpha is drawn."
    return "Thresholds are what the codebook demands of each variable; dashed lines where drawn."


def _level(rows: Sequence[Row]) -> str:
    """`95% interval`; "" where no interval was computed."""
    levels = {found.level for row in rows if (found := interval_of(row, leading(row)))}
    return " / ".join(f"{level:.0%}" for level in sorted(levels)) + " interval" if levels else ""


def _columns(level: str) -> Iterator[Column]:
    yield from (Column("Variable"), Column("What is compared"))
    yield from (Column(name, number=True) for name in ("Units", "Coders", "Agreement", "Alpha"))
    if level:
        yield Column(level, narrow=True)
    yield from (Column("Beside it", narrow=True), Column("Alpha, drawn", drawn=True))


def _cells(
    codebook: Codebook | None, row: Row, reasons: Reasons, intervals: bool
) -> Iterator[Cell]:
    alpha = leading(row)
    yield from (variable_label(codebook, row.heading), compared(row))
    yield from (f"{row.n_units:,}", str(row.n_coders), agreement(row, reasons))
    yield marked(alpha, reasons)
    if intervals:
        yield interval_cell(interval_of(row, alpha), reasons)
    yield from (beside(row, reasons), bar(row, codebook))


def _remarks(codebook: Codebook | None, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """What must be known of single rows; what Table 6 says of matched statements stands there."""
    for row in rows:
        for remark in row.remarks:
            if row.heading.view in MATCHED_VIEWS and "matched" in remark:
                continue
            yield row_label(codebook, row), with_labels(codebook, remark)


def basis_table(codebook: Codebook | None, rows: Sequence[Row]) -> Table:
    """Table 2: units and values of each figure, with what is missing counted apart."""
    names = (
        *("Units in all", "Compared", "Pairs", "Values"),
        *("Missing", "Not applicable", "Cannot tell"),
    )
    columns = (
        Column("Variable"), Column("What is compared"),
        *(Column(name, number=True) for name in names),
    )  # fmt: skip
    return Table(
        BASIS,
        "What the figures rest on",
        columns,
        tuple(_basis_cells(codebook, row) for row in rows if row.heading.view not in MATCHED_VIEWS),
        (_UNITS_NOTE, _VALUES_NOTE, _STATES_NOTE),
    )


def _basis_cells(codebook: Codebook | None, row: Row) -> tuple[Cell, ...]:
    data = row.sample.data
    counts = (
        *(data.codes.shape[1], row.n_units, row.n_pairs, int((data.codes >= 0).sum())),
        *(row.n_missing, *map(row.n_of_state, SPECIAL)),
    )
    return (
        variable_label(codebook, row.heading),
        compared(row),
        *(f"{count:,}" for count in counts),
    )
