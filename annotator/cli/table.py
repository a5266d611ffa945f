"""Plain tables on standard output, and times as people and machines read them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from unicodedata import combining, east_asian_width

from annotator.model.moment import utc
from annotator.terminal import visible

_LAST = 253_402_200_000_000  # a day before the year 10000, wherever the computer stands
# Windows knows no local time after the year 3000.
_LAST_LOCAL = 32_503_500_000_000 if sys.platform == "win32" else _LAST


def table(rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> Iterator[str]:
    """The rows (the first is the head) in columns of equal width; those named in `right` end there.

    Widths are terminal cells, so that names in any script stay in line.
    """
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        fields = [
            _padded(cell, width, right=index in right)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(fields).rstrip()


def cells(text: str) -> int:
    """How many terminal cells a line of text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in text
    )


def _padded(text: str, width: int, *, right: bool) -> str:
    padding = " " * (width - cells(text))
    return padding + text if right else text + padding


def local_time(milliseconds: int) -> str:
    """Date and time in this computer's time zone: 2026-11-21 17:30."""
    shown = min(_shown(milliseconds), _LAST_LOCAL)
    moment = datetime.fromtimestamp(shown / 1_000)  # noqa: DTZ006
    return moment.strftime("%Y-%m-%d %H:%M")


def utc_time(milliseconds: int) -> str:
    """Date and time in UTC, as the public views write them: 2026-11-21T16:30:05Z."""
    return utc(_shown(milliseconds)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _shown(milliseconds: int) -> int:
    """Within the years 1970 to 9999: a clock may be set to anything, and order is not by it."""
    return min(max(milliseconds, 0), _LAST)
