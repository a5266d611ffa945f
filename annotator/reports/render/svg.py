"""Coefficients drawn: a bar from zero, its interval as a line, and where .667 and .8 lie."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.reports.document import Bar
from annotator.reports.verdict import Thresholds

WIDTH, HEIGHT = 140, 16
_MIDDLE = HEIGHT / 2


def drawing(bar: Bar, lowest: float) -> str:
    """The coefficient on a scale from `lowest` (0, or less where figures are negative) to 1."""
    parts = "".join(_parts(bar, lowest))
    return (
        f'<svg width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{_label(bar)}">{parts}</svg>'
    )


def _parts(bar: Bar, lowest: float) -> Iterator[str]:
    zero = _place(0, lowest)
    yield f'<rect x="0" y="3" width="{WIDTH}" height="10" fill="#f0f0f0"/>'
    if bar.value is not None:
        ends = sorted((zero, _place(bar.value, lowest)))
        yield (
            f'<rect x="{ends[0]:.1f}" y="3" width="{ends[1] - ends[0]:.1f}" height="10" '
            'fill="#7d9cc0"/>'
        )
    thresholds = Thresholds()
    for threshold in (thresholds.tentative, thresholds.reliable):
        yield _upright(_place(threshold, lowest), 0, HEIGHT, "#b3541e", dashed=True)
    if lowest < 0:
        yield _upright(zero, 0, HEIGHT, "#1a1a1a")
    if bar.low is not None and bar.high is not None:
        yield from _interval(_place(bar.low, lowest), _place(bar.high, lowest))


def _interval(low: float, high: float) -> Iterator[str]:
    yield (
        f'<line x1="{low:.1f}" y1="{_MIDDLE:g}" x2="{high:.1f}" y2="{_MIDDLE:g}" '
        'stroke="#1a1a1a" stroke-width="1.5"/>'
    )
    yield from (_upright(end, 5, 11, "#1a1a1a") for end in (low, high))


def _upright(x: float, top: float, bottom: float, colour: str, *, dashed: bool = False) -> str:
    inside = min(max(x, 0.5), WIDTH - 0.5)
    dashes = ' stroke-dasharray="2 2"' if dashed else ""
    return (
        f'<line x1="{inside:.1f}" y1="{top:g}" x2="{inside:.1f}" y2="{bottom:g}" '
        f'stroke="{colour}"{dashes}/>'
    )


def _place(value: float, lowest: float) -> float:
    """Where a value lies, in pixels from the left; what is off the scale lies at its end."""
    share = (value - lowest) / (1 - lowest)
    return WIDTH * min(max(share, 0.0), 1.0)


def _label(bar: Bar) -> str:
    if bar.value is None:
        return "undefined"
    interval = bar.low is not None and bar.high is not None
    return f"{bar.value:.3f}" + (f", interval {bar.low:.3f} to {bar.high:.3f}" if interval else "")
