"""Statements as ties of an actor to a concept."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

Level = float | str
"""What the qualifier says: a number, or a category that has none."""


def level_text(level: Level) -> str:
    """A level as it is written: 1, not 1.0."""
    return level if isinstance(level, str) else f"{level:.15g}"


class Tie(NamedTuple):
    """One statement. `qualifier` is None where the network takes no account of it."""

    document: str
    day: date | None
    actor: str
    concept: str
    qualifier: Level | None = None


def without_repeated(ties: Iterable[Tie], within: str) -> Iterator[Tie]:
    """The ties, each only once within a document, week, month, year, or at all (acrossrange).

    `include` keeps all. A statement repeats another if actor, concept and, where the network takes
    account of it, qualifier are the same. Weeks begin on Monday (ISO 8601). DNA 3 compares the
    numbers of weeks and months alone, so that it takes March 2019 and March 2020 for one month;
    here they are two. Ties without a day are compared within their document.
    """
    seen: set[Hashable] = set()
    for tie in ties:
        key = (_span(tie, within), tie.actor, tie.concept, tie.qualifier)
        if within == "include" or key not in seen:
            seen.add(key)
            yield tie


def _span(tie: Tie, within: str) -> Hashable:
    """That within which the tie counts once."""
    if within == "acrossrange":
        return None
    if within == "document" or tie.day is None:
        return tie.document
    if within == "week":
        return tie.day.isocalendar()[:2]
    return (tie.day.year, tie.day.month) if within == "month" else tie.day.year
