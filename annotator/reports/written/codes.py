"""Every code by itself: how often each coder used it, and how reliably it was told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from annotator.agreement import Coefficient, alpha_by_category
from annotator.model.codebook import Codebook
from annotator.reports.document import Cell, Column, Table
from annotator.reports.row import NOMINAL, Row, as_text
from annotator.reports.views import PRESENT
from annotator.reports.written.figures import leading, marked
from annotator.reports.written.tables import CODES
from annotator.reports.written.words import Reasons, code_label, variable_label

MOST_CODERS = 8
"""More coders than that have no column each: only the sum of their uses is shown."""

_NOTES = (
    "The alpha of a code that was given to few units rests on these: look at the counts first.",
    "Codes of the codebook that nobody used are not listed.",
)


def codes_table(codebook: Codebook | None, rows: Sequence[Row], coders: Sequence[str]) -> Table:
    """Table 3: the codes of nominal variables and of sets, those that somebody used."""
    reasons = Reasons()
    shown = coders if len(coders) <= MOST_CODERS else ()
    cells = (cell for row in rows for cell in _cells(codebook, row, shown, reasons))
    columns = (
        Column("Variable"), Column("Code"),
        *(Column(coder, number=True) for coder in (*shown, "All")), Column("Alpha", number=True),
    )  # fmt: skip
    return Table(
        CODES,
        "Codes one by one: how many units each coder gave them to, and alpha of each code against "
        "all others",
        columns,
        tuple(cells),
        (*reasons.notes(), *_NOTES),
    )


def uses_by_code(codebook: Codebook | None, row: Row) -> Iterator[tuple[str, Mapping[str, int]]]:
    """The codes of the row that stand in the table, each with how often each coder used it."""
    yield from ((code, uses) for code, (uses, _) in _in_order(codebook, row))


def _cells(
    codebook: Codebook | None, row: Row, coders: Sequence[str], reasons: Reasons
) -> Iterator[tuple[Cell, ...]]:
    for code, (uses, alpha) in _in_order(codebook, row):
        counts = [uses.get(coder, 0) for coder in coders]
        yield (
            variable_label(codebook, row.heading),
            code_label(codebook, row.heading.variable, code),
            *(f"{count:,}" for count in (*counts, sum(uses.values()))),
            marked(alpha, reasons),
        )


def _in_order(
    codebook: Codebook | None, row: Row
) -> Iterator[tuple[str, tuple[Mapping[str, int], Coefficient]]]:
    """The codes in the order of the codebook, then what it does not know."""
    found = _codes(row)
    variable = codebook.by_id.get(row.heading.variable) if codebook else None
    known = [code for code in (variable.paths if variable else ()) if code in found]
    yield from ((code, found[code]) for code in dict.fromkeys((*known, *found)))


def _codes(row: Row) -> Mapping[str, tuple[Mapping[str, int], Coefficient]]:
    """By code: how often each coder used it, and its alpha."""
    heading = row.heading
    if heading.view == "presence":
        uses = {coder: margin.get(PRESENT, 0) for coder, margin in row.margins.items()}
        return {heading.code: (uses, leading(row))}
    if heading.view != "value" or heading.level != NOMINAL:
        return {}
    return {
        as_text(value): (_uses(row, as_text(value)), alpha)
        for value, alpha in alpha_by_category(row.sample.data).items()
    }


def _uses(row: Row, value: str) -> Mapping[str, int]:
    return {coder: margin.get(value, 0) for coder, margin in row.margins.items()}
