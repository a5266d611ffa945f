"""In what unit the positions of a text count: found by comparing passages with their quotes.

The standard says code points over the text. In practice a line end counts one or two, characters
beyond U+FFFF count one or two (UTF-16), a byte-order mark counts or not, and the end is the last
character or the one after it. The reading under which most quotes are found is taken.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

_CUT = ("…", "...")
_LONG = 60
"""Quotes of so many characters may have been cut without a mark."""

_ASTRAL = "\uffff"


class Span(NamedTuple):
    """A passage: positions as the file has them, and the name of the selection, maybe a quote."""

    start: int
    end: int
    name: str


class Reading(NamedTuple):
    """How positions count."""

    line_end: int = 1
    wide: bool = False  # characters beyond U+FFFF count two
    skipped: int = 0  # characters before the text: a byte-order mark
    last_in: bool = False  # the end is the last character

    def __str__(self) -> str:
        parts = [
            "line ends count two" if self.line_end > 1 else "",
            "UTF-16 units" if self.wide else "",
            "the byte-order mark counts" if self.skipped else "",
            "the end is the last character" if self.last_in else "",
        ]
        return ", ".join(filter(None, parts)) or "code points"


AS_THE_STANDARD = Reading()


@dataclass
class Located:
    """Where the passages are in the text, and how that was found.

    `places` are code points with the end excluded, None where a passage lies outside the text;
    `wrong` are indexes of passages whose quote stands elsewhere in the text.
    """

    places: list[tuple[int, int] | None]
    reading: Reading = AS_THE_STANDARD
    wrong: list[int] = field(default_factory=list)
    unchecked: int = 0


def locate(text: str, spans: Sequence[Span], *, has_crlf: bool, has_mark: bool) -> Located:
    """The places of passages in a text with LF line ends.

    `has_crlf` and `has_mark` tell what the file had before its line ends were unified.
    """
    is_quote = _is_quote(text, spans)
    best = _Tried(text, spans, is_quote, AS_THE_STANDARD)
    if best.n_exact < sum(is_quote) or (has_crlf and not any(is_quote)):
        readings = _readings(text, has_crlf=has_crlf or any(is_quote), has_mark=has_mark)
        for reading in readings:
            tried = _Tried(text, spans, is_quote, reading)
            if tried.score > best.score:
                best = tried
    wrong = [i for i, quoted in enumerate(is_quote) if quoted and not best.right[i]]
    return Located(best.places, best.reading, wrong, is_quote.count(False))


def _readings(text: str, *, has_crlf: bool, has_mark: bool) -> Iterator[Reading]:
    line_ends = (1, 2) if has_crlf and "\n" in text else (1,)
    widths = (False, True) if max(text, default="") > _ASTRAL else (False,)
    marks = (0, 1) if has_mark else (0,)
    for last_in in (False, True):
        for line_end in line_ends:
            for wide in widths:
                for skipped in marks:
                    yield Reading(line_end, wide, skipped, last_in)


def _is_quote(text: str, spans: Sequence[Span]) -> list[bool]:
    """Whether the name of each selection is a quote: whether it stands anywhere in the text."""
    plain = _plain(text)
    known: dict[str, bool] = {}
    for span in spans:
        if span.name not in known:
            quote = _uncut(_plain(span.name))
            known[span.name] = bool(quote) and quote in plain
    return [known[span.name] for span in spans]


class _Tried:
    """What comes of a reading."""

    def __init__(
        self, text: str, spans: Sequence[Span], is_quote: Sequence[bool], reading: Reading
    ) -> None:
        self.reading = reading
        place = _Places(text, reading)
        self.places = [place(span) for span in spans]
        self.right = [
            quoted and found is not None and _same(text[slice(*found)], span.name)
            for span, found, quoted in zip(spans, self.places, is_quote, strict=True)
        ]
        self.n_exact = sum(
            right and found is not None and _is_trimmed(text[slice(*found)])
            for right, found in zip(self.right, self.places, strict=True)
        )
        inside = [found for found in self.places if found is not None]
        borders = sum(_on_border(text, start) + _on_border(text, end) for start, end in inside)
        self.score = (sum(self.right), self.n_exact, borders, len(inside))


class _Places:
    """Positions of the file as code points of the text."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._reading, self._length = reading, len(text)
        self._starts: Sequence[int] | None = None
        if reading.line_end > 1 or reading.wide:
            widths = (_width(character, reading) for character in text)
            self._starts = array("q", accumulate(widths, initial=0))

    def __call__(self, span: Span) -> tuple[int, int] | None:
        start, end = self._point(span.start), self._point(span.end)
        end += self._reading.last_in
        return (start, end) if 0 <= start <= end <= self._length else None

    def _point(self, position: int) -> int:
        position -= self._reading.skipped
        if self._starts is None or position < 0:
            return position
        if position > self._starts[-1]:
            return self._length + 1
        return bisect_right(self._starts, position) - 1


def _width(character: str, reading: Reading) -> int:
    if character == "\n":
        return reading.line_end
    return 2 if reading.wide and character > _ASTRAL else 1


def _on_border(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    return not (before.isalnum() and after.isalnum())


def _is_trimmed(passage: str) -> bool:
    """A reading that is off by one often begins or ends with a space."""
    return passage == passage.strip()


def _plain(text: str) -> str:
    return " ".join(text.split())


def _uncut(quote: str) -> str:
    for mark in _CUT:
        if quote.endswith(mark) and len(quote) > len(mark):
            return quote.removesuffix(mark).rstrip()
    return quote


def _same(passage: str, name: str) -> bool:
    plain, quote = _plain(passage), _plain(name)
    is_cut = quote.endswith(_CUT) or len(quote) >= _LONG
    return plain == quote or (is_cut and plain.startswith(_uncut(quote)))
