"""A text as the set of its runs of words, by which texts are compared. numpy, no Python loop.

Broder 1997, "On the resemblance and containment of documents": two texts are as alike as the sets
of their runs of k words ("shingles"). Case, punctuation and white space play no part.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Shingles = NDArray[np.uint32]
    """The hashes of a text's shingles, sorted, each once."""

WORDS = 4
"""Words in a shingle: texts on one subject share few of them, and a changed word costs few."""

MAX_CHARACTERS = 1_000_000
"""What follows them in a text is not compared: no article is that long."""

_OTHER, _LETTER, _WORD = 0, 1, 2
_CODE_POINTS = 0x110000
_COMMON = 0x20000  # letters beyond are of scripts without spaces, or of none that newspapers use
# Scripts that set no spaces between words: each character counts as one.
_UNSPACED = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x312F),
             (0x3190, 0xA4CF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x20000, 0x323AF))  # fmt: skip
_BASE = 0x9E3779B97F4A7C15  # odd, so that it has an inverse among the 64-bit numbers
_MIX = 0xD6E8FEB86659FD93


def shingles(text: str) -> Shingles:
    """The shingles of a text; of one with fewer than `WORDS` words its words make one."""
    import numpy as np

    words = _word_hashes(text[:MAX_CHARACTERS])
    if not words.size:
        return np.empty(0, np.uint32)
    run = min(WORDS, words.size)
    count = words.size - run + 1
    hashes = np.zeros(count, np.uint64)
    for offset in range(run):
        hashes = hashes * np.uint64(_BASE) + words[offset : offset + count]
    return np.unique(_mixed(hashes))


def _word_hashes(text: str) -> NDArray[np.uint64]:
    """A hash for each word, made of its characters and nothing else.

    All at once: with prefix sums of c[i] * B**i the sum over a word, divided by B**start, is the
    same wherever the word stands. Numbers wrap at 64 bits, as they may.
    """
    import numpy as np

    points = np.frombuffer(text.casefold().encode("utf-32-le", "surrogatepass"), np.uint32)
    kind = _kinds()[points]
    before, after = np.roll(kind, 1), np.roll(kind, -1)
    if kind.size:
        before[0] = after[-1] = _OTHER
    is_letter = kind == _LETTER
    starts = np.flatnonzero((kind == _WORD) | (is_letter & (before != _LETTER)))
    ends = np.flatnonzero((kind == _WORD) | (is_letter & (after != _LETTER))) + 1
    powers, inverses = _powers(1 << max(points.size, 1).bit_length())
    sums = np.zeros(points.size + 1, np.uint64)
    np.cumsum(points.astype(np.uint64) * powers[: points.size], out=sums[1:])
    return _spread((sums[ends] - sums[starts]) * inverses[starts])


def _spread(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    import numpy as np

    values = values ^ (values >> np.uint64(32))
    return values * np.uint64(_MIX)


def _mixed(values: NDArray[np.uint64]) -> Shingles:
    """32 bits in which near numbers are far apart, so that a part of their range is a sample."""
    import numpy as np

    return (_spread(_spread(values)) >> np.uint64(32)).astype(np.uint32)


@cache
def _powers(count: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The powers of the base and of its inverse; `count` is a power of two, so few are kept."""
    import numpy as np

    base, inverse = np.uint64(_BASE), np.uint64(pow(_BASE, -1, 1 << 64))
    one = np.ones(1, np.uint64)
    return (
        np.cumprod(np.concatenate([one, np.full(count, base)])),
        np.cumprod(np.concatenate([one, np.full(count, inverse)])),
    )


@cache
def _kinds() -> NDArray[np.uint8]:
    """What each code point is: part of a word, a word by itself, or neither."""
    import numpy as np

    table = np.zeros(_CODE_POINTS, np.uint8)
    points = (*range(_COMMON), *chain.from_iterable(range(a, b + 1) for a, b in _UNSPACED))
    table[[c for c in points if unicodedata.category(chr(c))[0] in "LNM"]] = _LETTER
    for first, last in _UNSPACED:
        table[first : last + 1] *= _WORD
    return table
