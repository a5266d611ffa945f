"""The tables on matched statements: what each two coders share, and what only one of them has."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.model.codebook import Codebook
from annotator.reports.document import Block, Cell, Column, Table
from annotator.reports.explain_matched import Left, left_alone
from annotator.reports.names import Names
from annotator.reports.row import Row
from annotator.reports.written.figures import interval_cell, interval_of, marked
from annotator.reports.written.words import Reasons, figure, label, listed, plain

MOST = 10
"""Kinds of unmatched statements that are listed; `annotator agree --explain --json` has all."""


def matched_tables(row: Row, names: Names) -> Iterator[Block]:
    """What each two coders share; and, where anything stayed unmatched, what most often did."""
    yield _pairs(row, names.codebook)
    if row.unmatched:
        yield _unmatched(row, names)


def matched_by(row: Row, codebook: Codebook | None) -> str:
    """`Actor and Policy lever`: the variables by which statements were matched."""
    return listed([label(codebook, key) for key in row.keys])


def _pairs(row: Row, codebook: Codebook | None) -> Table:
    reasons, coders = Reasons(), row.sample.coders
    names = ("Units", "Matched", "Only A", "Only B", "Precision", "Recall", "F1")
    rows: list[tuple[Cell, ...]] = [
        (
            *(plain(coders[share.one]), plain(coders[share.other])),
            *(f"{n:,}" for n in (share.n_units, share.matched)),
            *(f"{n:,}" for n in (share.unmatched_one, share.unmatched_other)),
            *(figure(value) for value in (share.precision, share.recall, share.f1)),
        )
        for share in row.matches
    ]
    if len(rows) > 1:
        total = f"{sum(share.matched for share in row.matches):,}"
        rows.append(("All pairs", "", "", total, "", "", "", "", marked(row.leading, reasons)))
    return Table(
        0,
        f"Statements of each two coders, matched by {matched_by(row, codebook)}",
        (Column("A"), Column("B"), *(Column(name, number=True) for name in names)),
        tuple(rows),
        (*_notes(row), *reasons.notes()),
    )


def _notes(row: Row) -> Iterator[str]:
    yield (
        "Two statements of a unit are matched if they agree on these variables, each with one "
        "other at most. Precision: matched by all statements of A; recall: by all of B; F1: twice "
        "the matched by all of both. None is corrected for chance."
    )
    interval = interval_of(row, row.leading)
    if interval is not None and interval.low is not None:
        told = interval_cell(interval, Reasons())
        yield f"F1 of all pairs: {interval.level:.0%} interval {told}."


def _unmatched(row: Row, names: Names) -> Table:
    found = left_alone(row)
    columns = (*(Column(label(names.codebook, key)) for key in row.keys),
               Column("Times", number=True), Column("First found in", narrow=True))  # fmt: skip
    more = len(found) - MOST
    notes = ("Times: once for each coder who did not find a statement that another found.",)
    return Table(
        0,
        "Statements that stayed unmatched most often",
        columns,
        tuple(tuple(_left_cells(row, left, names)) for left in found[:MOST]),
        (*notes, f"And {more:,} more." if more == 1 else f"And {more:,} others.")
        if more > 0
        else notes,
    )


def _left_cells(row: Row, left: Left, names: Names) -> Iterator[str]:
    for key, code in zip(row.keys, left.codes, strict=True):
        yield plain(names.statement([key], [code]))
    more = f" and {len(left.columns) - 1} more" if len(left.columns) > 1 else ""
    yield from (f"{left.n:,}", plain(names.unit(row.sample, left.columns[0])) + more)
