"""The way of a coder through what they were given and must look at again, and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from annotator.model.place import Place
from annotator.model.team import WHOLE_ARTICLE
from annotator.store import assigned, work
from annotator.store.walk import Walk


@dataclass(frozen=True, slots=True)
class AssignedWalk:
    """One coder's way in one round in which they were given units; `free` is that through all.

    `again` are units to look at again that they were not given.
    """

    free: Walk
    again: Sequence[Place] = ()

    def place(self) -> Place | None:
        """The last unit worked on, or the next one if it is finished or is not theirs."""
        connection, coder, round_ = self._who
        last = work.last_place(connection, coder, round_)
        if last is None or not self._is_theirs(last):
            return self.next_undone(Place("", 0)) or self._first()
        is_done = work.is_done(connection, last, coder, round_)
        return (self.next_undone(last) or last) if is_done else last

    def next_undone(self, after: Place) -> Place | None:
        """The next unit given that is not finished, other than `after`; None when all are done.

        First the rest of the article, where all of it was given; then what was given after, then
        what was given before; then what is to be looked at again. Who is at one of the latter goes
        through these first.
        """
        connection, coder, round_ = self._who
        whole = WHOLE_ARTICLE in assigned.given(connection, after.article, coder, round_)
        here = self.free.undone_in(after) if whole else ()
        there = self._given_after(assigned.position(connection, after, coder, round_))
        again = self._undone_again()
        parts = (again, here, there) if after in self.again else (here, there, again)
        return next((place for place in chain(*parts) if place != after), None)

    def _is_theirs(self, place: Place) -> bool:
        connection, coder, round_ = self._who
        position = assigned.position(connection, place, coder, round_)
        return position > 0 or place in self.again

    def _undone_again(self) -> Iterator[Place]:
        connection, coder, round_ = self._who
        for place in self.again:
            if not work.is_done(connection, place, coder, round_):
                yield place

    def _given_after(self, position: int) -> Iterator[Place]:
        free = self.free
        for start in dict.fromkeys((position, 0)):
            found = assigned.next_undone(
                free.connection, start, free.coder, free.round, free.kinds,
                asks_article=free.asks_article,
            )  # fmt: skip
            if found is not None:
                yield from self._units(found)

    def _units(self, given: Place) -> Iterator[Place]:
        if given.paragraph == WHOLE_ARTICLE:
            yield from self.free.undone_in(Place(given.article, 0))
        else:
            yield given

    def _first(self) -> Place | None:
        connection, coder, round_ = self._who
        for article in assigned.articles(connection, coder, round_)[:1]:
            given = assigned.given(connection, article, coder, round_)
            return Place(article, max(1, min(given)) if max(given) else 0)
        return None

    @property
    def _who(self) -> tuple[sqlite3.Connection, str, str]:
        return self.free.connection, self.free.coder, self.free.round
