"""A figure and its interval drawn on a scale from 0 to 1, with the thresholds, in one line.

Everything is told by characters; colours only help.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from annotator.reports.verdict import Thresholds
from annotator.tui.agreement.words import threshold_words
from annotator.tui.views.line import Line, Span

LEAST_WIDTH = 12

_POINT, _LINE, _LOW, _HIGH, _THRESHOLD, _CROSSED = "●", "─", "├", "┤", "┊", "┼"
_OFF_SCALE = "◂"  # below 0: coders disagree more often than by chance


def interval_bar(
    value: float | None,
    low: float | None,
    high: float | None,
    thresholds: Thresholds,
    width: int,
) -> Line:
    """The value as a point, its interval as a line; what lies below 0 is marked at the left end."""
    cells = [(" ", "")] * width
    marks = {_place(threshold, width) for threshold in _both(thresholds)}
    for place in marks:
        cells[place] = (_THRESHOLD, "threshold")
    if low is not None and high is not None:
        for place, character in _interval(_place(low, width), _place(high, width), marks):
            cells[place] = (character, "interval")
        if low < 0:
            cells[0] = (_OFF_SCALE, "interval")
    if value is not None:
        cells[_place(value, width)] = (_OFF_SCALE if value < 0 else _POINT, "point")
    return _joined(cells)


def scale_line(thresholds: Thresholds, width: int) -> Line:
    """What stands above the bars: the ends of the scale, and the thresholds where they fit."""
    cells = [" "] * width
    cells[0], cells[-1] = "0", "1"
    tentative, reliable = _both(thresholds)
    # The lower threshold ends where it lies, the upper one begins there: so both have room.
    _write(cells, reliable, (0, 1))
    _write(cells, tentative, (1, 0))
    return (Span("".join(cells), "label"),)


def _write(cells: list[str], threshold: float, ends: tuple[int, int]) -> None:
    """Write a threshold so that it begins (0) or ends (1) where it lies, if there is room."""
    words, place = threshold_words(threshold), _place(threshold, len(cells))
    for end in ends:
        start = place - end * (len(words) - 1)
        around = cells[max(0, start - 1) : start + len(words) + 1]
        if 0 < start <= len(cells) - len(words) and not "".join(around).strip():
            cells[start : start + len(words)] = words
            return


def _both(thresholds: Thresholds) -> tuple[float, float]:
    return thresholds.tentative, thresholds.reliable


def _place(value: float, width: int) -> int:
    """The cell in which a value lies; what is off the scale lies in its first or last cell."""
    return round(min(max(value, 0.0), 1.0) * (width - 1))


def _interval(low: int, high: int, marks: Iterable[int]) -> Iterator[tuple[int, str]]:
    crossed = set(marks)
    for place in range(low, high + 1):
        end = {low: _LOW, high: _HIGH}.get(place, _LINE) if low < high else _LINE
        yield place, _CROSSED if place in crossed and low < place < high else end


def _joined(cells: Iterable[tuple[str, str]]) -> Line:
    return tuple(
        Span("".join(character for character, _ in group), style)
        for style, group in groupby(cells, key=lambda cell: cell[1])
    )
