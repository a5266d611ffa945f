"""A figure explained on a page: what it means, where it comes from, what made it so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotator.agreement import Coefficient
from annotator.reports.diagnosis import Diagnosis, diagnose
from annotator.reports.document import Block, Column, Entries, Heading, Paragraph, Table
from annotator.reports.explain import explain, how_to_read
from annotator.reports.explain_matched import meaning
from annotator.reports.names import Names
from annotator.reports.row import Row
from annotator.reports.verdict import thresholds_of
from annotator.reports.written.coders import coders_tables
from annotator.reports.written.figures import marked
from annotator.reports.written.matched import matched_tables
from annotator.reports.written.words import Reasons, figure, plain, row_label


def explained_blocks(rows: Sequence[Row], names: Names) -> Iterator[Block]:
    """Each row's leading figure by itself, then every two coders over all rows."""
    told = []
    for row in rows:
        if row.keys:
            yield from _matched(row, names)
        elif row.alphas:
            found = diagnose(row, thresholds_of(names.codebook, row.heading.variable))
            told.append((row, found))
            yield from _alpha(row, found, names)
    yield from coders_tables(names.codebook, told)


def _title(row: Row, names: Names) -> Heading:
    return Heading(f"{row_label(names.codebook, row)}: {figure(row.leading.value)}", 3)


def _matched(row: Row, names: Names) -> Iterator[Block]:
    yield _title(row, names)
    yield Entries(tuple(map(plain, meaning(row))))
    yield from matched_tables(row, names)


def _alpha(row: Row, found: Diagnosis, names: Names) -> Iterator[Block]:
    told = explain(found, names)
    yield _title(row, names)
    yield Paragraph((plain(told.verdict),))
    yield Entries(tuple(map(plain, told.meaning)))
    if told.matrix:
        yield _matrix(told.matrix, how_to_read(found))
    if told.reasons:
        yield Paragraph(("What made it so:",))
        yield Entries(tuple(map(plain, told.reasons)))
    if len(found.categories) > 2:
        yield _categories(row, found.categories, names)


def _matrix(matrix: Sequence[Sequence[str]], note: str) -> Table:
    head, *body = matrix
    columns = [Column(name, number=place != 1) for place, name in enumerate(head)]
    rows = tuple(tuple(map(plain, line)) for line in body)
    return Table(0, "Coincidence matrix", tuple(columns), rows, (note,))


def _categories(row: Row, categories: Mapping[Any, Coefficient], names: Names) -> Table:
    reasons = Reasons()
    rows = tuple(
        (plain(names.code(row.heading, code)), marked(one, reasons))
        for code, one in categories.items()
    )
    columns = (Column("Code"), Column("Alpha", number=True))
    return Table(0, "Each code against all others", columns, rows, reasons.notes())
