"""The way of one coder through a study: where they left off, and what comes next."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from annotator.model.place import Place
from annotator.store import articles, work


@dataclass(frozen=True, slots=True)
class Walk:
    """One coder's way in one round.

    `kinds` are the kinds of paragraphs put before coders; `asks_article` tells that the codebook
    has questions on the article as a whole (paragraph 0).
    """

    connection: sqlite3.Connection
    coder: str
    round: str
    kinds: Sequence[str]
    asks_article: bool

    def place(self) -> Place | None:
        """The last unit worked on, or the next one if it is finished; None without articles."""
        last = work.last_place(self.connection, self.coder, self.round)
        if last is None:
            return self.next_undone(Place("", 0)) or self._first()
        return (self.next_undone(last) or last) if self._is_done(last) else last

    def next_undone(self, after: Place) -> Place | None:
        """The next unit that is not finished, other than `after`; None when all are done.

        First the rest of the article, then what was skipped in it, then the questions on the
        article as a whole, then the articles that follow, then those before.
        """
        here = self.undone_in(after) if after.article else ()
        there = self._undone_elsewhere(after.article)
        return next((place for place in chain(here, there) if place != after), None)

    def undone_in(self, after: Place) -> Iterator[Place]:
        """What is not finished in the article of `after`, first what follows there."""
        for paragraph in dict.fromkeys((after.paragraph, 0)):
            number = work.undone_paragraph(
                self.connection, Place(after.article, paragraph), self.coder, self.round, self.kinds
            )
            if number is not None:
                yield Place(after.article, number)
        whole = Place(after.article, 0)
        if self.asks_article and not self._is_done(whole):
            yield whole

    def next_flagged(self, after: Place, is_theirs: Callable[[Place], bool]) -> Place | None:
        """The next unit of theirs with a flag of the coder; from the last to the first; or None."""
        flagged = work.flagged(self.connection, self.coder, self.round)
        found = [(position, place) for position, place in flagged if is_theirs(place)]
        here = _order(articles.position(self.connection, after.article), after)
        first = found[0][1] if found else None
        return next((place for position, place in found if _order(position, place) > here), first)

    def _undone_elsewhere(self, article: str) -> Iterator[Place]:
        for start in dict.fromkeys((articles.position(self.connection, article), 0)):
            found = work.next_undone_article(
                self.connection, start, self.coder, self.round, self.kinds,
                asks_article=self.asks_article,
            )  # fmt: skip
            if found is not None:
                yield from self.undone_in(Place(found, 0))

    def _is_done(self, place: Place) -> bool:
        return work.is_done(self.connection, place, self.coder, self.round)

    def _first(self) -> Place | None:
        first = articles.at_position(self.connection, 1)
        return Place(first, 1) if first else None


def _order(position: int, place: Place) -> tuple[int, bool, int]:
    """The article as a whole comes after its paragraphs."""
    return position, place.paragraph == 0, place.paragraph
