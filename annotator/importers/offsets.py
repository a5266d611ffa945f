"""Places in a text as other programs count them -> code points of the text as we keep it.

We keep LF line ends and no byte-order mark; others count UTF-16 units or UTF-8 bytes, and carriage
returns as characters.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

_BOM = "\ufeff"
_LAST_OF_BASIC_PLANE = "\uffff"


class Unit(StrEnum):
    """What a program counts."""

    POINTS = "code points"
    UTF16 = "UTF-16 units"
    UTF8 = "UTF-8 bytes"


class Span(NamedTuple):
    """Code points of the text as kept, end-exclusive."""

    start: int
    end: int


class Offsets:
    """The text as we keep it, and where the places of its original are in it."""

    def __init__(self, original: str) -> None:
        self._original = original
        self._marked = original.startswith(_BOM)
        unmarked = original[1:] if self._marked else original
        self.text = unmarked.replace("\r\n", "\n").replace("\r", "\n")
        self._pairs = _places(original, "\r\n")
        self._wide: list[int] | None = None
        self._bytes: list[int] | None = None

    def at(self, offset: int, unit: Unit) -> int | None:
        """The code point at that offset of the original; None where there is none."""
        point = offset if unit is Unit.POINTS else self._point(offset, unit)
        if point is None or not 0 <= point <= len(self._original):
            return None
        return max(0, point - bisect_left(self._pairs, point) - self._marked)

    def _point(self, offset: int, unit: Unit) -> int | None:
        if unit is Unit.UTF16:
            if self._wide is None:
                wide = [i for i, c in enumerate(self._original) if c > _LAST_OF_BASIC_PLANE]
                self._wide = [place + before for before, place in enumerate(wide)]
            return offset - bisect_left(self._wide, offset)
        if self._bytes is None:
            sizes = (len(c.encode("utf-8")) for c in self._original)
            self._bytes = [0, *accumulate(sizes)]
        found = bisect_right(self._bytes, offset) - 1
        return found if found >= 0 and self._bytes[found] == offset else None

    def span(self, start: int, end: int, unit: Unit) -> Span | None:
        """The range in the text as kept; None where it is none."""
        first, last = self.at(start, unit), self.at(end, unit)
        if first is None or last is None or first >= last:
            return None
        return Span(first, last)

    def slice(self, span: Span) -> str:
        """The passage."""
        return self.text[span.start : span.end]


def _places(text: str, pair: str) -> list[int]:
    found, at = [], text.find(pair)
    while at >= 0:
        found.append(at)
        at = text.find(pair, at + 2)
    return found


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same but for white space: programs fold line ends in quotes."""
    return one == other or one.split() == other.split()


def unit_that_fits(quoted: Iterable[tuple[Offsets, int, int, str]], units: Sequence[Unit]) -> Unit:
    """The unit under which most passages are what the file quotes; of equals the first."""
    passages = list(quoted)

    def fitting(unit: Unit) -> int:
        return sum(_fits(*passage, unit) for passage in passages)

    best: Callable[[Unit], int] = fitting
    return max(units, key=best)


def _fits(offsets: Offsets, start: int, end: int, quote: str, unit: Unit) -> bool:
    span = offsets.span(start, end, unit)
    return span is not None and same_words(offsets.slice(span), quote)
