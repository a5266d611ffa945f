"""The rows of a report as the tables of figures print them: each with AC1 beside alpha."""

from __future__ import annotations

from dataclasses import replace

from annotator.agreement import Coefficient, gwet_ac1
from annotator.agreement.intervals import Interval
from annotator.model.codebook import Codebook
from annotator.reports.document import Bar
from annotator.reports.row import NOMINAL, Row
from annotator.reports.verdict import thresholds_of
from annotator.reports.written.words import UNDEFINED, Reasons, figure, share

_BESIDE = {"alpha_masi": "MASI", "cohen_kappa": "κ", "gwet_ac1": "AC1"}


def with_ac1(row: Row) -> Row:
    """The row with Gwet's AC1, where values are single and nominal.

    It stands beside alpha because alpha is low where one value prevails, though coders agree.
    """
    there = {c.name for c in row.coefficients}
    if row.level_of_values != NOMINAL or "gwet_ac1" in there:
        return row
    return replace(
        row, coefficients=(*row.coefficients, gwet_ac1(row.sample.data, categories=row.categories))
    )


def leading(row: Row) -> Coefficient:
    """The row's first alpha, which the report is about; F1 where there is none."""
    return row.leading


def interval_of(row: Row, coefficient: Coefficient) -> Interval | None:
    """The interval of a defined coefficient, or why it has none; None where none was asked for."""
    return None if coefficient.value is None else row.ci.get(coefficient.name)


def marked(coefficient: Coefficient, reasons: Reasons) -> str:
    """The figure, or a dash with the mark of the reason."""
    if coefficient.value is None:
        return f"{UNDEFINED} {reasons.mark(coefficient.reason)}".rstrip()
    return figure(coefficient.value)


def agreement(row: Row, reasons: Reasons) -> str:
    """The share of agreement, or a dash with the mark of the reason."""
    if row.form:
        return ""
    if row.percent_agreement is None:
        pooled = [c for c in row.coefficients if c.name == "percent_agreement_pooled"]
        return f"{UNDEFINED} {reasons.mark(pooled[0].reason if pooled else '')}".rstrip()
    return share(row.percent_agreement)


def interval_cell(interval: Interval | None, reasons: Reasons) -> str:
    """`[.61, .78]`; empty where none was computed, a dash with a mark where there can be none."""
    if interval is None:
        return ""
    if interval.low is None or interval.high is None:
        return f"{UNDEFINED} {reasons.mark(interval.reason)}".rstrip()
    return f"[{figure(interval.low)}, {figure(interval.high)}]"


def beside(row: Row, reasons: Reasons) -> str:
    """The other coefficients: `AC1 .87; κ .84`."""
    found = [c for c in row.coefficients if c.name in _BESIDE]
    return "; ".join(f"{_BESIDE[c.name]} {marked(c, reasons)}" for c in found)


def bar(row: Row, codebook: Codebook | None) -> Bar:
    """The row's alpha to be drawn, with its interval, and lines at what is demanded of it."""
    alpha = leading(row)
    interval, lines = interval_of(row, alpha), lines_of(row, codebook)
    if interval is None:
        return Bar(alpha.value, lines=lines)
    return Bar(alpha.value, interval.low, interval.high, lines)


def lines_of(row: Row, codebook: Codebook | None) -> tuple[float, ...]:
    """From where on the row's alpha is tentative, and from where on it is reliable; none of F1."""
    if not row.alphas:
        return ()
    demanded = thresholds_of(codebook, row.heading.variable)
    return demanded.tentative, demanded.reliable
