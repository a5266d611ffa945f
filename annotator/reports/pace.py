"""How fast coders work, and what was coded faster than it can be read.

The time of a unit is the sum of the pauses before what was done on it; a pause longer than the
idle cut-off was no coding and counts as nothing. The clock of the computer is what it is: times
are for looking after coders, never for figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from statistics import median

from annotator.model.timeline import Mark

IDLE = 300.0
"""Seconds: a longer pause was no coding."""

READING = 600.0
"""Words per minute: more than twice what adults read of non-fiction in silence, 238 words
(Brysbaert, M. (2019): How many words do we read per minute? Journal of Memory and Language 109)."""

Unit = tuple[str, int]  # article, paragraph


@dataclass(frozen=True, slots=True)
class Timed:
    """A finished unit, with the seconds that were spent on it."""

    article: str
    paragraph: int
    seconds: float
    words: int

    @property
    def words_per_minute(self) -> float:
        """Words read in a minute, if it was read once."""
        return 60 * self.words / self.seconds if self.seconds else float("inf")


@dataclass(frozen=True, slots=True)
class CoderPace:
    """One coder's pace in one round.

    `timed` are the finished units whose time is known: not those begun after a pause. `seconds`
    is all time at work, `days` the days (UTC) on which anything was done.
    """

    coder: str
    round: str
    finished: int
    seconds: float
    days: int
    last: int
    timed: tuple[Timed, ...] = field(repr=False)

    @property
    def median_seconds(self) -> float | None:
        """Seconds spent on the unit in the middle; None without a timed unit."""
        return median(unit.seconds for unit in self.timed) if self.timed else None

    def too_fast(self, reading: float = READING) -> list[Timed]:
        """Units finished faster than so many words per minute can be read, the fastest first."""
        found = [unit for unit in self.timed if unit.words_per_minute > reading]
        return sorted(found, key=lambda unit: -unit.words_per_minute)


def paces(
    marks: Iterable[Mark], words: Mapping[Unit, int], *, idle: float = IDLE
) -> Iterator[CoderPace]:
    """The pace of each coder in each round. `marks` come by coder and round, in order of time.

    `words` are the numbers of words of each unit (paragraph 0: the whole article).
    """
    for (coder, round_), done in groupby(marks, key=itemgetter(0, 1)):
        yield _pace(coder, round_, list(done), words, idle)


_DAY = 86_400_000


def _pace(
    coder: str, round_: str, marks: list[Mark], words: Mapping[Unit, int], idle: float
) -> CoderPace:
    spent: defaultdict[Unit, float] = defaultdict(float)
    unknown: set[Unit] = set()
    finished: dict[Unit, None] = {}
    total, before = 0.0, None
    for mark in marks:
        unit = (mark.article, mark.paragraph)
        pause = None if before is None else (mark.at - before) / 1000
        if pause is None or not 0 <= pause <= idle:
            if unit not in spent:
                unknown.add(unit)
        else:
            spent[unit] += pause
            total += pause
        if mark.finished:
            finished[unit] = None
        before = mark.at
    timed = tuple(
        Timed(*unit, spent[unit], words.get(unit, 0)) for unit in finished if unit not in unknown
    )
    days = len({mark.at // _DAY for mark in marks})
    return CoderPace(coder, round_, len(finished), total, days, marks[-1].at, timed)
