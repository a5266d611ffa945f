"""A table of spans -> rows: all codes together, then code by code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from annotator.agreement import Coefficient, ReliabilityData
from annotator.agreement.intervals.of_spans import SpanForms
from annotator.agreement.spans import (
    SpanData,
    alpha_U,
    alpha_U_by_label,
    bar_u_alpha,
    cu_alpha,
    cu_coverage,
    ku_alpha,
    ku_coverage,
    span_f1_exact,
    span_f1_overlap,
    span_table,
    u_alpha,
)
from annotator.agreement.spans.table import COLUMNS
from annotator.model.problem import Problem
from annotator.reports.grid import MISSING, Grid, refusal
from annotator.reports.row import SPANS, Heading, Row, Sample

_OF_ALL = (alpha_U, u_alpha, bar_u_alpha, cu_alpha, span_f1_exact, span_f1_overlap)


def read_spans(grid: Grid) -> tuple[SpanData, tuple[str, ...]]:
    """The spans of a table whose first row names its columns, and how it was read.

    Raises DataError for a missing column, and for the first row that is no span.
    """
    head = [name.strip() for name in grid.rows[0]]
    if absent := [name for name in COLUMNS if name not in head]:
        have = ", ".join(head)
        problems = [
            Problem(f"no column “{name}”; there are: {have}", grid.where, 1) for name in absent
        ]
        raise refusal(grid.where, problems)
    rows = [dict(zip(head, map(_given, row), strict=True)) for row in grid.rows[1:]]
    try:
        found = span_table(rows)
    except ValueError as problem:
        row, _, said = str(problem).removeprefix("row ").partition(": ")
        line = grid.line(int(row), 0)
        raise refusal(grid.where, [Problem(said, grid.where, line)]) from None
    return found.data, found.remarks


def span_rows(variable: str, data: SpanData, remarks: Sequence[str]) -> Iterator[Row]:
    """All codes together, with F1; then alpha_U and (k)u-alpha of each code."""
    notes = [*remarks, *_covers("cu-alpha", "text", cu_coverage(data))]
    forms = SpanForms(data)
    yield _row(Heading(variable, SPANS), forms, [figure(data) for figure in _OF_ALL], notes)
    by_label, apart, covered = alpha_U_by_label(data), ku_alpha(data), ku_coverage(data)
    if len(by_label) < 2:
        return
    for label, found in by_label.items():
        figures = [found, *([apart[label]] if label in apart else [])]
        notes = _covers("(k)u-alpha", "text with this code", covered.get(label))
        yield _row(Heading(variable, SPANS, label), forms, figures, notes)


def _covers(name: str, what: str, coverage: float | None) -> list[str]:
    return [] if coverage is None else [f"{name} rests on {coverage:.1%} of the {what}"]


def _row(
    heading: Heading, forms: SpanForms, figures: Sequence[Coefficient], remarks: Sequence[str]
) -> Row:
    first, coders = figures[0], forms.data.coders
    return Row(
        heading=heading,
        coders=coders,
        n_units=first.n_units,
        n_coders=first.n_coders,
        n_pairable=first.n_pairable,
        percent_agreement=None,
        coefficients=tuple(figures),
        margins={},
        n_special=0,
        remarks=tuple(remarks),
        sample=Sample(ReliabilityData.of(np.empty((0, 0))), coders),
        forms={c.name: partial(forms.of, c.name, heading.code) for c in figures},
    )


def _given(cell: str) -> str | None:
    return None if cell in MISSING else cell
