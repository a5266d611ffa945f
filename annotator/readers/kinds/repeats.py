"""Pull-quotes: short blocks that say again, almost word for word, what the body says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from annotator.readers.kinds.shape import word_count
from annotator.readers.paragraphs import Cut

_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff]|\\w+")
_QUOTES = "\"“”„‘’'«»‹›*_> \t\xa0\n"
_ATTRIBUTION = re.compile(
    r"(?<=[.!?”\"’»\w])\s*(?:\n|\s[–—-]{1,2}\s*|\s?—\s?)\s*[^\W\d_][^.!?]{1,60}$"
)
_FRAGMENT = 10
_FIRST_LOOK = 3
_SECOND_LOOK = 12
_LONGEST_CHARACTERS = 260
_TOO_MANY_SENTENCES = 3
_REACH = 20_000
_SHORTEST = 4
_SHORTEST_UNMARKED = 7
_LONGEST = 50


class Repeat(NamedTuple):
    """The paragraph (index) a block repeats, and the share of its words found there in order."""

    paragraph: int
    overlap: float


def repeated(text: str, cuts: Sequence[Cut], index: int, hosts: Sequence[bool]) -> Repeat | None:
    """The body paragraph that block `index` repeats, if any. `hosts` says which are the body.

    Fragments of the block are looked for in the text around it, which costs next to nothing; only
    a paragraph that holds a quarter of them is compared word by word.
    """
    start, end = cuts[index]
    if end - start > _LONGEST_CHARACTERS or text.count(". ", start, end) >= _TOO_MANY_SENTENCES:
        return None
    quote = text[start:end].strip(_QUOTES)
    if word_count(quote) < (_SHORTEST if text[start] in _QUOTES else _SHORTEST_UNMARKED):
        return None
    for wording in (_without_source(quote), quote):
        for host in _likely_hosts(text, cuts, index, wording):
            paragraph = text[slice(*cuts[host])]
            if hosts[host] and host != index and _shares_fragments(wording, paragraph):
                overlap = _overlap(wording, paragraph)
                if overlap:
                    return Repeat(host, overlap)
    return None


def _without_source(quote: str) -> str:
    """The quote without "— Jane Doe" below or behind it; "" if there is none."""
    if "\n" not in quote and "—" not in quote and "–" not in quote and " -" not in quote:
        return ""
    shorter = _ATTRIBUTION.sub("", quote).strip(_QUOTES)
    return shorter if len(shorter) < len(quote) else ""


def _likely_hosts(text: str, cuts: Sequence[Cut], index: int, quote: str) -> list[int]:
    """The paragraphs where one of a few fragments stands too."""
    start, end = cuts[index]
    low, high = max(0, start - _REACH), end + _REACH
    hosts: list[int] = []
    for fragment in _fragments(quote, _FIRST_LOOK):
        for place in (text.find(fragment, low, start), text.find(fragment, end, high)):
            if place >= 0:
                hosts.append(_paragraph_at(cuts, place))  # noqa: PERF401  hardly ever happens
    return sorted(set(hosts), key=hosts.count, reverse=True)


def _shares_fragments(quote: str, paragraph: str) -> bool:
    fragments = _fragments(quote, _SECOND_LOOK)
    return sum(fragment in paragraph for fragment in fragments) * 4 >= len(fragments)


def _fragments(quote: str, number: int) -> list[str]:
    """`number` fragments of the quote, evenly spread, not at its very edges."""
    space = len(quote) - _FRAGMENT
    if space < 0:
        return []
    starts = {space * (2 * n + 1) // (2 * number) for n in range(number)}
    return [quote[start : start + _FRAGMENT] for start in starts]


def _paragraph_at(cuts: Sequence[Cut], place: int) -> int:
    low, high = 0, len(cuts) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if cuts[middle][0] <= place:
            low = middle
        else:
            high = middle - 1
    return low


def _overlap(quote: str, paragraph: str) -> float:
    """The share of the quote's words that one place of the paragraph has in order; 0 if too few."""
    words = _WORD.findall(quote.lower())
    others = _WORD.findall(paragraph.lower())
    if not _SHORTEST <= len(words) <= _LONGEST or len(others) < len(words) * 0.8:
        return 0.0
    place = _best_place(words, others)
    common = SequenceMatcher(None, words, place, False).get_matching_blocks()
    share = sum(block.size for block in common) / len(words)
    return share if share >= _needed(len(words), len(others)) else 0.0


def _best_place(words: list[str], others: list[str]) -> list[str]:
    """A stretch of the paragraph, little longer than the quote, about their longest common run."""
    run = SequenceMatcher(None, words, others, False).find_longest_match()
    spare = len(words) // 4 + 1
    begin = max(0, run.b - run.a - spare)
    return others[begin : run.b - run.a + len(words) + spare]


def _needed(words: int, others: int) -> float:
    """Parallel sentences share most of their words, so where little tells apart, all must agree."""
    if words < 8 or others < 1.5 * words:
        return 0.99
    return 0.7
