"""A coefficient over time, drawn with its intervals; below each point its value and N.

Drawn here, not by a plotting library: see docs/decisions. A point is as exact as a line of the
terminal is high, so its value stands below it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from annotator.reports.row import Row
from annotator.reports.splits import Group, Split
from annotator.reports.verdict import Thresholds
from annotator.tui.agreement.frame import filled, first_in_view, keys_line, paragraphs, title_line
from annotator.tui.agreement.words import (
    bounds_of,
    coefficient_name,
    full_name,
    is_judged,
    short,
    threshold_words,
    value_of,
)
from annotator.tui.places import DRIFT, commands_in
from annotator.tui.views.line import Hit, Line, Span, crop, pad, rule, span

_AXIS = 7  # cells left of the plot
_LEAST_COLUMN, _MOST_COLUMN = 10, 16
_LABELS = 4  # lines below the plot: the axis, names, values, N
_FOOT = 5
_LEAST_HEIGHT = 4
_POINT, _LINE, _TOP, _BOTTOM, _THRESHOLD = "●", "│", "┬", "┴", "┄"
_LOWEST = (0.5, 0.0, -0.5, -1.0)
"""Where the scale may begin: at the highest of these that lies below every figure."""


@dataclass(frozen=True)
class DriftPage:
    """A row in parts, the part at the cursor, and the first one shown before.

    `lowest` is where the scale begins (`lowest`).
    """

    split: Split
    by: str
    thresholds: Thresholds
    lowest: float
    cursor: int
    first: int
    note: str = ""

    @property
    def groups(self) -> tuple[Group, ...]:
        """The parts, in their order."""
        return self.split.groups


def lowest(split: Split, thresholds: Thresholds) -> float:
    """Where the scale has to begin, so that every figure and interval lies on it."""
    values = [thresholds.tentative]
    for group in split.groups:
        interval = group.row.ci.get(group.row.leading.name)
        ends = (group.row.leading.value, interval.low if interval else None)
        values += [value for value in ends if value is not None]
    return next((start for start in _LOWEST if start <= min(values)), _LOWEST[-1])


def groups_in_view(page: DriftPage, width: int) -> int:
    """How many parts a terminal of that width shows."""
    return max(1, min(len(page.groups), (width - _AXIS) // _LEAST_COLUMN))


def drift_lines(page: DriftPage, width: int, height: int) -> list[Line]:
    """The whole screen."""
    n_foot = min(_FOOT, max(1, height - 10))
    head = [title_line(f"{full_name(page.split.whole)}, by {page.by}", _count(page), width)]
    details = [*paragraphs(list(_told(page)), width, n_foot), *[()] * n_foot][:n_foot]
    foot = [rule((), width), *details, keys_line(commands_in(DRIFT), width, page.note)]
    if not page.groups:
        words = f"There are no figures of this row by {page.by}."
        return filled(head, paragraphs([words], width, 2), foot, width, height)
    rows = max(_LEAST_HEIGHT, height - len(head) - len(foot) - _LABELS)
    return filled(head, [*_plot(page, width, rows), *_labels(page, width)], foot, width, height)


def _count(page: DriftPage) -> str:
    return f"{page.cursor + 1} of {len(page.groups)}" if page.groups else ""


# ------------------------------------------------------------------ the plot


def _shown(page: DriftPage, width: int) -> tuple[list[tuple[int, Group]], int]:
    """The parts in view by their number, and the cells of each."""
    n = groups_in_view(page, width)
    first = first_in_view(page.cursor, page.first, len(page.groups), n)
    each = max(1, min(_MOST_COLUMN, (width - _AXIS) // n))
    last = min(first + n, len(page.groups))
    return [(number, page.groups[number]) for number in range(first, last)], each


def _plot(page: DriftPage, width: int, rows: int) -> Iterator[Line]:
    """The lines of the plot, from 1 downwards."""
    shown, each = _shown(page, width)
    marks = {
        _line_of(threshold, page.lowest, rows): threshold
        for threshold in (page.thresholds.tentative, page.thresholds.reliable)
    }
    ends = {0: "1", rows - 1: short(page.lowest) if page.lowest else "0"}
    columns = [_column(group.row, page.lowest, rows) for _, group in shown]
    for line in range(rows):
        label = threshold_words(marks[line]) if line in marks else ends.get(line, "")
        between = _THRESHOLD if line in marks else " "
        pieces = [Span(f"{label:>{_AXIS - 2}} ", "label"), Span("┤" if label else "│", "rule")]
        for (number, _), column in zip(shown, columns, strict=True):
            pieces += _point(column.get(line, ""), between, each, Hit("group", str(number)))
        yield tuple(pieces)


def _point(character: str, between: str, width: int, hit: Hit) -> Iterator[Span]:
    """One cell of the plot: what stands in the middle, and the threshold beside it."""
    left = (width - 1) // 2
    yield Span(between * left, "threshold", hit)
    style = "point" if character == _POINT else "interval" if character else "threshold"
    yield Span(character or between, style, hit)
    yield Span(between * (width - left - 1), "threshold", hit)


def _column(row: Row, lowest: float, rows: int) -> dict[int, str]:
    """By line what stands in the column of a part: its interval, and the point over it."""
    figure, interval = row.leading, row.ci.get(row.leading.name)
    found: dict[int, str] = {}
    if interval and interval.low is not None and interval.high is not None:
        top, bottom = (_line_of(end, lowest, rows) for end in (interval.high, interval.low))
        found = dict.fromkeys(range(top, bottom + 1), _LINE)
        if top < bottom:
            found |= {top: _TOP, bottom: _BOTTOM}
    if figure.value is not None:
        found[_line_of(figure.value, lowest, rows)] = _POINT
    return found


def _line_of(value: float, lowest: float, rows: int) -> int:
    """The line on which a value lies; what is off the scale lies on the last."""
    share = (1 - max(value, lowest)) / (1 - lowest)
    return min(rows - 1, round(share * (rows - 1)))


def _labels(page: DriftPage, width: int) -> Iterator[Line]:
    """Below the axis the names of the parts, their values, and N."""
    shown, each = _shown(page, width)
    yield (Span(" " * (_AXIS - 1) + "└" + "─" * (each * len(shown)), "rule"),)
    for head, said, style in (
        ("", lambda group: group.name, "label"),
        ("value", lambda group: value_of(group.row.leading), "value"),
        ("N", lambda group: f"{group.row.n_units:,}", "label"),
    ):
        pieces = [Span(f"{head:>{_AXIS - 2}}  ", "label")]
        for number, group in shown:
            here = number == page.cursor
            text = crop(said(group), each - 3 if here else each - 1)
            text = f"[{text}]" if here and not head else text
            hit = Hit("group", str(number))
            pieces.append(
                span(pad(_centred(text, each), each), "cursor" * (here and not head) or style, hit)
            )
        yield tuple(pieces)


def _centred(text: str, width: int) -> str:
    left = max(0, (width - 1) // 2 - (len(text) - 1) // 2)
    return " " * left + text


# ------------------------------------------------------------------ the part at the cursor


def _told(page: DriftPage) -> Iterator[str]:
    if page.groups:
        yield from _of_group(page.groups[page.cursor], page)
    yield from (f"! {remark}." for remark in page.split.remarks)


def _of_group(group: Group, page: DriftPage) -> Iterator[str]:
    row, figure = group.row, group.row.leading
    interval = row.ci.get(figure.name)
    if figure.value is None:
        yield f"{group.name}: undefined, {figure.reason}."
        return
    verdict = f": {page.thresholds.verdict(figure)}" if is_judged(row) else ""
    bounds = f", 95 % {bounds_of(interval)}" if interval and interval.low is not None else ""
    units = "unit" if row.n_units == 1 else "units"
    name = coefficient_name(figure)
    yield f"{group.name}: {name} {value_of(figure)}{bounds}{verdict}; {row.n_units:,} {units}."
    if interval and interval.low is None:
        yield f"No interval: {interval.reason}."
    yield from (f"! {remark}." for remark in row.remarks)
