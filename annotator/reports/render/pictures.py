"""Pictures of a report as inline SVG: heat maps, courses, shares. Colours stand in the style.

Nothing rests on colour alone: counts are written into cells, coders have marks of their own, and
the tables beside hold every figure.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise

from annotator.reports.document import Course, Drawing, HeatMap, Shares

_LETTERS = 26
_CELL, _LABELS, _HEAD = 25, 200, 18
_COURSE = (300, 130)
_LINE, _SCALE = 17, 150


def picture(drawing: Drawing, alt: str) -> str:
    """The drawing as one `svg` element, which says `alt` to those who cannot see it."""
    match drawing:
        case HeatMap():
            size, parts = _heat_map_size(drawing), _heat_map(drawing)
        case Course():
            size, parts = _COURSE, _course(drawing)
        case Shares():
            size, parts = _shares_size(drawing), _shares(drawing)
    width, height = size
    return (
        f'<svg class="picture" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" aria-label="{escape(alt)}">{"".join(parts)}</svg>'
    )


def _text(x: float, y: float, text: str, kind: str = "") -> str:
    classes = f' class="{kind}"' if kind else ""
    return f'<text x="{x:g}" y="{y:g}"{classes}>{escape(text)}</text>'


def _cut(text: str) -> str:
    return text if len(text) <= _LETTERS else text[: _LETTERS - 1].rstrip() + "…"


def _stroke(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{kind}"/>'


# ---------------------------------------------------------------------- heat map


def _heat_map_size(drawing: HeatMap) -> tuple[int, int]:
    side = _CELL * len(drawing.labels)
    return _LABELS + side + 2, _HEAD + side + 2


def _heat_map(drawing: HeatMap) -> Iterator[str]:
    """Counts in cells: on the diagonal agreement, off it confusions, each with its own colour."""
    places = range(len(drawing.labels))
    most_same = max((drawing.counts[place][place] for place in places), default=0)
    apart = (drawing.counts[row][column] for row in places for column in places if row != column)
    most_apart = max(apart, default=0)
    for place, label in enumerate(drawing.labels):
        middle = _HEAD + place * _CELL + _CELL / 2 + 4
        yield _text(_LABELS - 8, middle, f"{_cut(label)} {place + 1}", "end")
        yield _text(_LABELS + place * _CELL + _CELL / 2, _HEAD - 6, str(place + 1), "middle")
    for row in places:
        for column in places:
            most = most_same if row == column else most_apart
            yield from _cell(row, column, drawing.counts[row][column], most)


def _cell(row: int, column: int, count: int, most: int) -> Iterator[str]:
    x, y = _LABELS + column * _CELL, _HEAD + row * _CELL
    kind = "same" if row == column else "differ"
    share = (count / most) ** 0.5 if most else 0.0
    yield f'<rect x="{x}" y="{y}" width="{_CELL}" height="{_CELL}" class="cell"/>'
    if count:
        yield (
            f'<rect x="{x + 1}" y="{y + 1}" width="{_CELL - 2}" height="{_CELL - 2}" '
            f'class="{kind}" fill-opacity="{0.15 + 0.85 * share:.2f}"/>'
        )
        yield _text(x + _CELL / 2, y + _CELL / 2 + 4, f"{count}", "middle")


# ---------------------------------------------------------------------- course


def _course(drawing: Course) -> Iterator[str]:
    """A point for each part, joined where neighbours are defined; lines at the thresholds."""
    lowest = min([0.0, *(value for value in drawing.values if value is not None)])
    left, right, top, bottom = 36.0, _COURSE[0] - 8.0, 8.0, _COURSE[1] - 22.0

    def height(value: float) -> float:
        return bottom - (value - lowest) / (1 - lowest) * (bottom - top)

    for value in (1.0, *drawing.lines, 0.0):
        kind = "threshold" if value in drawing.lines else "axis"
        yield _stroke(left, height(value), right, height(value), kind)
        yield _text(left - 4, height(value) + 4, f"{value:g}".removeprefix("0") or "0", "end")
    step = (right - left - 16) / max(1, len(drawing.parts) - 1)
    points = [
        None if value is None else (left + 8 + place * step, height(value))
        for place, value in enumerate(drawing.values)
    ]
    for one, other in pairwise(points):
        if one and other:
            yield _stroke(*one, *other, "course")
    for point in points:
        if point:
            yield f'<circle cx="{point[0]:.1f}" cy="{point[1]:.1f}" r="3.5" class="point"/>'
    yield _text(left, _COURSE[1] - 5, drawing.parts[0])
    yield _text(right, _COURSE[1] - 5, drawing.parts[-1], "end")


# ---------------------------------------------------------------------- shares


def _shares_size(drawing: Shares) -> tuple[int, int]:
    return _LABELS + _SCALE + 44, (len(drawing.labels) + 1) * _LINE + 20


def _shares(drawing: Shares) -> Iterator[str]:
    """A line for each label, on it a mark for each series; a legend of the marks below."""
    most = max((share for shares in drawing.shares for share in shares), default=0) or 1
    for place, label in enumerate(drawing.labels):
        y = place * _LINE + 10
        shares = drawing.shares[place]
        yield _text(_LABELS - 8, y + 4, _cut(label), "end")
        yield _stroke(_LABELS, y, _LABELS + _SCALE, y, "axis")
        ends = [_LABELS + share / most * _SCALE for share in (min(shares), max(shares))]
        yield _stroke(ends[0], y, ends[1], y, "course")
        for series, share in enumerate(shares):
            yield _mark(series, _LABELS + share / most * _SCALE, y)
    y = len(drawing.labels) * _LINE + 10
    yield _text(_LABELS, y + 4, "0", "middle")
    yield _text(_LABELS + _SCALE, y + 4, f"{most:.0%}", "middle")
    yield from _legend(drawing.series, y + _LINE + 2)


def _legend(series: tuple[str, ...], y: float) -> Iterator[str]:
    x = 8.0
    for place, name in enumerate(series):
        yield _mark(place, x, y - 4)
        yield _text(x + 9, y, _cut(name))
        x += 24 + 6.2 * len(_cut(name))


def _mark(series: int, x: float, y: float) -> str:
    """Coders are told apart by the shape of their marks, not by colour."""
    corners = _SHAPES[series % len(_SHAPES)]
    if not corners:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" class="mark"/>'
    points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners)
    return f'<polygon points="{points}" class="mark"/>'


_Corners = tuple[tuple[float, float], ...]
_SHAPES: tuple[_Corners, ...] = (
    (),  # a circle
    ((-4, -4), (4, -4), (4, 4), (-4, 4)),  # a square
    ((0, -5), (5, 4), (-5, 4)),  # a triangle
    ((0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)),  # a diamond
    ((0, 5), (5, -4), (-5, -4)),  # a triangle on its head
    ((-4.5, -1.5), (4.5, -1.5), (4.5, 1.5), (-4.5, 1.5)),  # a bar lying
    ((-1.5, -5), (1.5, -5), (1.5, 5), (-1.5, 5)),  # a bar standing
    ((-5, 0), (0, -2), (5, 0), (0, 2)),  # a spindle
)
