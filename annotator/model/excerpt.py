"""The parts of a text in which stands what was sought, as one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.model.folding import fold
from annotator.model.sought import Mark

_SPACES = re.compile(r"\s+")
_CUT = "..."
_BEFORE = 4  # a quarter of a part is for what stands before its first mark
_LEAST = 12  # characters, however narrow the place is
_SHORTEST = 24  # characters of a part, where there are several
_LOOKED_AT = 500  # marks: in a text of 5 MB a letter stands everywhere


class Piece(NamedTuple):
    """A part of an excerpt, and whether it was sought."""

    text: str
    is_marked: bool


def excerpt(text: str, marks: Sequence[Mark], room: int) -> list[Piece]:
    """About `room` characters of the text around its marks; `...` stands where it was cut.

    One part in which every word stands if there is one, else a part for each. Runs of spaces and
    line breaks become one space; control characters are left as they are.
    """
    pieces: list[Piece] = []
    shown = 0
    for part in _parts(text, marks[:_LOOKED_AT], max(_LEAST, room - 2 * len(_CUT))):
        if part.start > shown:
            pieces.append(Piece(_CUT, is_marked=False))
        pieces += _cut(text, marks, part)
        shown = part.end
    if shown < len(text):
        pieces.append(Piece(_CUT, is_marked=False))
    return [Piece(_SPACES.sub(" ", piece.text), piece.is_marked) for piece in pieces if piece.text]


def _parts(text: str, marks: Sequence[Mark], room: int) -> list[Mark]:
    """The parts of the text to show, in their order."""
    if len(text) <= room or not marks:
        return [_part(text, Mark(0, 0), room)]
    words = [" ".join(fold(text[mark.start : mark.end]).split()) for mark in marks]
    start, n_words = _fullest(marks, words, room * (_BEFORE - 1) // _BEFORE)
    first = dict(zip(reversed(words), reversed(marks), strict=True))
    n_parts = min(len(first), room // _SHORTEST)
    if n_words == len(first) or n_parts <= 1:
        return [_part(text, start, room)]
    chosen = sorted(first.values())[:n_parts]
    each = (room - (n_parts - 1) * len(_CUT)) // n_parts
    return _joined(_part(text, mark, each) for mark in chosen)


def _fullest(marks: Sequence[Mark], words: Sequence[str], room: int) -> tuple[Mark, int]:
    """The mark behind which most different words stand within the room, and how many."""
    best, most = marks[0], 0
    for index, mark in enumerate(marks):
        near: set[str] = set()
        for other, word in zip(marks[index:], words[index:], strict=True):
            if other.end > mark.start + room:
                break
            near.add(word)
        if len(near) > most:
            best, most = mark, len(near)
    return best, most


def _part(text: str, mark: Mark, room: int) -> Mark:
    """The room from a little before the mark on, between words."""
    start = max(0, min(mark.start - room // _BEFORE, len(text) - room))
    space = _SPACES.search(text, start, mark.start) if start else None
    return Mark(space.end() if space else start, _word_end(text, start + room, mark.end))


def _word_end(text: str, end: int, least: int) -> int:
    """The end of the last whole word before `end`; `end` itself in text without spaces."""
    if end >= len(text):
        return len(text)
    from_ = max(least, end - _LEAST)
    spaces = list(_SPACES.finditer(text, from_, end + 1))
    return spaces[-1].start() if spaces else end


def _joined(parts: Iterable[Mark]) -> list[Mark]:
    """Parts that meet, as one."""
    joined: list[Mark] = []
    for part in parts:
        if joined and part.start <= joined[-1].end + len(_CUT):
            joined[-1] = Mark(joined[-1].start, max(joined[-1].end, part.end))
        else:
            joined.append(part)
    return joined


def _cut(text: str, marks: Sequence[Mark], part: Mark) -> Iterator[Piece]:
    """The part in turns of what is not marked and what is."""
    here = part.start
    for mark in marks:
        if mark.start >= part.end:
            break
        if mark.end > here:
            yield Piece(text[here : mark.start], is_marked=False)
            here, start = min(part.end, mark.end), max(here, mark.start)
            yield Piece(text[start:here], is_marked=True)
    yield Piece(text[here : part.end], is_marked=False)
