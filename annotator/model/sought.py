"""What is sought in texts: words and phrases, and where they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from annotator.model.folding import fold, folded_ends

QUOTES = '"“”„‟«»'
"""What words that follow each other are typed between."""

MOST_MARKED = 1_000
"""How many places of a word are marked in one text."""

_TERM = re.compile(f"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]?|([^\\s{QUOTES}]+)")


class Mark(NamedTuple):
    """A place in a text: code points, 0-based, end-exclusive."""

    start: int
    end: int


@dataclass(frozen=True)
class Sought:
    """Words and phrases that must all occur in a text, in any order, also inside of words.

    Each is a tuple of folded words that follow each other; whatever spaces and line breaks stand
    between them is the same.
    """

    terms: tuple[tuple[str, ...], ...]

    @classmethod
    def typed(cls, typed: str) -> Sought:
        """What was typed: `kim "sanctions relief"` is a word and a phrase."""
        return cls.of(phrase or word for phrase, word in _TERM.findall(typed))

    @classmethod
    def of(cls, phrases: Iterable[str]) -> Sought:
        """These phrases, each of one word or more; what is empty is left out."""
        words = (tuple(fold(phrase).split()) for phrase in phrases)
        return cls(tuple(dict.fromkeys(term for term in words if term)))

    def __bool__(self) -> bool:
        return bool(self.terms)

    def may_be_in(self, text: str) -> bool:
        """Whether every word occurs: quickly known, of a whole article."""
        folded = fold(text)
        return all(word in folded for term in self.terms for word in term)

    def is_in(self, text: str) -> bool:
        """Whether every word and phrase occurs."""
        folded = fold(text)
        return all(pattern.search(folded) for pattern in self._patterns)

    def marks(self, text: str) -> list[Mark]:
        """Where they occur, from the beginning; places that overlap are one.

        Of each word no more than the first 1,000: a letter stands everywhere in a book.
        """
        folded, ends = fold(text), folded_ends(text)
        found = (islice(pattern.finditer(folded), MOST_MARKED) for pattern in self._patterns)
        places = (_place(ends, *match.span()) for matches in found for match in matches)
        return list(_joined(sorted(places)))

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(r"\s+".join(map(re.escape, term))) for term in self.terms)


def _place(ends: Sequence[int], start: int, end: int) -> Mark:
    """The characters that were folded to what stands there, and the accents behind the last."""
    last = bisect_right(ends, end)
    is_whole = last > 0 and ends[last - 1] == end
    return Mark(bisect_right(ends, start), last if is_whole else last + 1)


def _joined(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Sorted marks, those that overlap as one."""
    last: Mark | None = None
    for mark in marks:
        if last is None or mark.start >= last.end:
            if last is not None:
                yield last
            last = mark
        else:
            last = Mark(last.start, max(last.end, mark.end))
    if last is not None:
        yield last
