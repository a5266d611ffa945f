"""Coefficients drawn: a bar from zero, its interval as a line, and the thresholds."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.reports.document import Bar

WIDTH, HEIGHT = 140, 16
_MIDDLE = HEIGHT / 2


def drawing(bar: Bar, lowest: float) -> str:
    """The coefficient on a scale from `lowest` (0, or less where figures are negative) to 1."""
    parts = "".join(_parts(bar, lowest))
    return (
        f'<svg class="bar" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'role="img" aria-label="{_label(bar)}">{parts}</svg>'
    )


def _parts(bar: Bar, lowest: float) -> Iterator[str]:
    zero = _place(0, lowest)
    yield f'<rect x="0" y="3" width="{WIDTH}" height="10" class="ground"/>'
    if bar.value is not None:
        ends = sorted((zero, _place(bar.value, lowest)))
        yield (
            f'<rect x="{ends[0]:.1f}" y="3" width="{ends[1] - ends[0]:.1f}" height="10" '
            'class="bar"/>'
        )
    for threshold in bar.lines:
        yield _upright(_place(threshold, lowest), 0, HEIGHT, "threshold")
    if lowest < 0:
        yield _upright(zero, 0, HEIGHT, "zero")
    if bar.low is not None and bar.high is not None:
        yield from _interval(_place(bar.low, lowest), _place(bar.high, lowest))


def _interval(low: float, high: float) -> Iterator[str]:
    yield (
        f'<line x1="{low:.1f}" y1="{_MIDDLE:g}" x2="{high:.1f}" y2="{_MIDDLE:g}" class="interval"/>'
    )
    yield from (_upright(end, 5, 11, "interval") for end in (low, high))


def _upright(x: float, top: float, bottom: float, kind: str) -> str:
    inside = min(max(x, 0.5), WIDTH - 0.5)
    return (
        f'<line x1="{inside:.1f}" y1="{top:g}" x2="{inside:.1f}" y2="{bottom:g}" class="{kind}"/>'
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
