"""Texts without what people do not type when they search: case, accents, kinds of dashes.

Folded texts are compared and never shown. `folded_ends` leads from a place in a folded text back to
the text itself: `Straße` folds to `strasse`, which is longer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate

_NOT_ASCII = re.compile("[^\x00-\x7f]+")
# Compiled when the first character is folded: what is imported with a screen is quick to load.
_MARKS = (
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # accents
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u064b-\u0652\u0670"  # Arabic vowel signs
    "\ufe00-\ufe0f]"  # how an emoji is drawn
)
_WRITTEN_ALIKE = str.maketrans({**dict.fromkeys("‘’‛ʼ", "'"), **dict.fromkeys("‐‑‒–—―−", "-")})


def fold(text: str) -> str:
    """`text` as it is compared: `Élysée` and `elysee` are the same, `’` is `'`, `–` is `-`.

    Marks that make another letter (Japanese, Indian) are kept, and Korean syllables stay whole.
    Characters that do not show, such as soft hyphens, are left out. Spaces stay as many as they
    are.
    """
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFC", text)
    return _NOT_ASCII.sub(lambda run: run[0].translate(_FOLDED), composed).lower()


def folded_ends(text: str) -> Sequence[int]:
    """For each character of `text`, how long the folded text is behind it.

    Characters that make one together (a letter and its accent) have the same end.
    """
    if text.isascii():
        return range(1, len(text) + 1)
    if unicodedata.is_normalized("NFC", text):
        return list(accumulate(len(_FOLDED[ord(character)]) for character in text))
    ends: list[int] = []
    length = 0
    for cluster in _clusters(text):
        length += len(fold(cluster))
        ends += [length] * len(cluster)
    return ends


def _clusters(text: str) -> Iterator[str]:
    """The text in pieces that do not change each other when characters are composed."""
    start = 0
    for index in range(1, len(text)):
        if not _joins(text[start:index], text[index]):
            yield text[start:index]
            start = index
    yield text[start:]


def _joins(cluster: str, character: str) -> bool:
    """Whether the character is an accent of what stands before it, or makes one with it."""
    if unicodedata.combining(character):
        return True
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", cluster + character) != apart


class _Folded(dict[int, str]):
    """For `str.translate`: folds each character once, the first time it is met."""

    def __missing__(self, code_point: int) -> str:
        folded = self[code_point] = _fold_character(chr(code_point))
        return folded


_FOLDED = _Folded()


def _fold_character(character: str) -> str:
    if unicodedata.category(character) == "Cf":
        return ""
    bare = re.sub(_MARKS, "", unicodedata.normalize("NFKD", character)).translate(_WRITTEN_ALIKE)
    return unicodedata.normalize("NFC", bare.casefold())
