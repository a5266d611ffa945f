"""The counters of LexisNexis ("8 of 383 DOCUMENTS") and what a file announces by them."""

from __future__ import annotations

import re
from collections import Counter as Counted
from collections.abc import Sequence
from typing import NamedTuple

_NUMBER = r"(\d[\d.,]{0,9})"
_OF = r"(?:of|von|de|sur|van|di)"
_COUNTERS = (
    # "Document 1 of 10" is ProQuest's.
    re.compile(rf"(?:FOCUS\s+-\s+)?{_NUMBER}\s+{_OF}\s+{_NUMBER}\s+DO[CK]UMENT[A-Z()]*", re.I),
    re.compile(rf"DO[CK]UMENT[A-Z]{{0,2}}\s+{_NUMBER}\s+(?!of){_OF}\s+{_NUMBER}", re.I),
)
_SELECTED = re.compile(
    r"[^:\n]*\b(?:items?|documents?(?:\(s\))?|dokumente?n?|documenten)[^:\n]*:(?P<all>[\d,;\s-]+)",
    re.IGNORECASE,
)
_ONE_DOWNLOAD = 500
"""LexisNexis gave at most so many documents at once: a larger total is that of the search."""
_MOST = 10_000
_NAMED = 10


class Counter(NamedTuple):
    """Which document of how many."""

    number: int
    total: int


def counter(line: str) -> Counter | None:
    """The counter that a line is; None where it is something else."""
    text = line.strip("\ufeff\f \t\xa0")
    if not text or len(text) > 60 or not any(map(str.isdigit, text)):
        return None
    for pattern in _COUNTERS:
        if match := pattern.fullmatch(text):
            return Counter(_number(match[1]), _number(match[2]))
    return None


def announced(cover: Sequence[str], counters: Sequence[Counter]) -> int | None:
    """How many documents the file says it holds; None where it cannot be told."""
    return len(_expected(cover, counters)) or None


def missing(cover: Sequence[str], counters: Sequence[Counter]) -> list[str]:
    """A warning that names the documents that are announced and not there; [] if there are none."""
    there = {one.number for one in counters}
    gone = [number for number in _expected(cover, counters) if number not in there]
    if not gone:
        return []
    named = ", ".join(map(str, gone[:_NAMED])) + (", ..." if len(gone) > _NAMED else "")
    return [f"{len(gone):,} of the documents that the file announces are not in it: {named}"]


def _expected(cover: Sequence[str], counters: Sequence[Counter]) -> Sequence[int]:
    """The numbers of the documents that were asked for."""
    for line in cover:
        match = _SELECTED.fullmatch(line.strip("\ufeff\f \t\xa0")) if len(line) < 1_000 else None
        if match and (numbers := _numbers(match["all"])):
            return numbers
    there = {one.number for one in counters}
    total = Counted(one.total for one in counters).most_common(1)[0][0]
    whole = range(1, total + 1)
    if total <= _ONE_DOWNLOAD and counters[0].number == 1 and there <= set(whole):
        return whole
    span = range(min(there), max(there) + 1)
    return span if len(span) < 2 * len(there) else sorted(there)


def _numbers(text: str) -> list[int]:
    """The numbers in "1-3, 7": 1, 2, 3, 7; [] where that makes no sense."""
    numbers: list[int] = []
    for part in re.split(r"[,;\s]+", re.sub(r"\s*-\s*", "-", text.strip())):
        first, _, last = part.partition("-")
        if not first.isdigit() or (last and not last.isdigit()):
            return []
        low, high = int(first[:6]), int(last[:6] or first[:6])
        if not 0 < low <= high <= low + _MOST or len(numbers) > _MOST:
            return []
        numbers += range(low, high + 1)
    return numbers


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))
