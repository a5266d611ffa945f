"""The columns of the agreement table: how wide each is, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.reports.row import Row
from annotator.reports.verdict import Thresholds
from annotator.tui.agreement.bar import LEAST_WIDTH, interval_bar, scale_line
from annotator.tui.agreement.words import (
    bounds_of,
    coefficient_mark,
    is_judged,
    row_name,
    value_of,
)
from annotator.tui.views.line import Line, Span, crop, pad, span

NOT_JUDGED = "no verdict"
"""Of a figure that no threshold is meant for."""

_WIDE = 100
_MARK, _N, _AGREE, _COEFFICIENT, _VALUE = 2, 6, 7, 10, 7  # cells
_BOUNDS, _VERDICT = 15, 11
_LEAST_NAME, _MOST_NAME = 14, 34


@dataclass(frozen=True, slots=True)
class Columns:
    """The cells that each column takes; 0: there is no room for it."""

    name: int
    agree: int
    coefficient: int
    bounds: int
    bar: int
    verdict: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """What fits: of a narrow terminal the bar goes first, then the interval and the verdict."""
        agree, coefficient = (_AGREE, _COEFFICIENT) if width >= _WIDE else (0, 0)
        room = width - _MARK - _N - agree - coefficient - _VALUE
        verdict = _VERDICT if room >= _LEAST_NAME + _VERDICT else 0
        bounds = _BOUNDS if room >= _LEAST_NAME + verdict + _BOUNDS else 0
        rest = room - verdict - bounds
        name = min(_MOST_NAME, max(_LEAST_NAME, rest // 2))
        bar = rest - name - 1
        if bar < LEAST_WIDTH:
            return cls(rest, agree, coefficient, bounds, 0, verdict)
        return cls(name, agree, coefficient, bounds, bar, verdict)

    def heading(self, thresholds: Thresholds) -> Line:
        """The names of the columns, and the scale above the bars."""
        names = f"  {pad('VARIABLE', self.name)}{'N':>{_N}}{self._left('AGREE', '')}"
        line: Line = (Span(f"{names}{'VALUE':>{_VALUE}}{self._bounds('95 %')}", "label"),)
        if self.bar:
            line = (*line, *scale_line(thresholds, self.bar), Span(" "))
        return (*line, Span(self._verdict("VERDICT"), "label"))

    def line(self, row: Row, thresholds: Thresholds, style: str) -> Line:
        """The columns of a row."""
        figure, interval = row.leading, row.ci.get(row.leading.name)
        name = pad(crop(row_name(row.heading), self.name - 1), self.name)
        share = "–" if row.percent_agreement is None else f"{row.percent_agreement:.0%}"
        left = self._left(share, coefficient_mark(figure))
        value, bounds = f"{value_of(figure):>{_VALUE}}", self._bounds(bounds_of(interval))
        bar: Line = ()
        if self.bar:
            low, high = (interval.low, interval.high) if interval else (None, None)
            drawn = interval_bar(figure.value, low, high, thresholds, self.bar)
            bar = (*drawn, Span(" "))
        told = verdict_of(row, thresholds)
        verdict = Span(self._verdict(told), f"verdict_{told}" if is_judged(row) else "label")
        words = f"{name}{_n(row.n_units)}{left}{value}{bounds}"
        return (span(words, style), *bar, verdict)

    def _left(self, share: str, coefficient: str) -> str:
        agree = f"{share:>{_AGREE}}" if self.agree else ""
        return agree + (f"  {coefficient:<{_COEFFICIENT - 2}}" if self.coefficient else "")

    def _bounds(self, bounds: str) -> str:
        return f"  {bounds:<{_BOUNDS - 2}}" if self.bounds else ""

    def _verdict(self, verdict: str) -> str:
        return f" {verdict:<{_VERDICT - 1}}" if self.verdict else ""


def _n(units: int) -> str:
    return f"{units:>{_N},}" if units < 10 ** (_N - 2) else f"{units:>{_N}}"


def verdict_of(row: Row, thresholds: Thresholds) -> str:
    """One word; F1, which does not allow for chance, is not held against a threshold."""
    return thresholds.verdict(row.leading) if is_judged(row) else NOT_JUDGED
