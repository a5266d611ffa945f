"""What a coder is shown in a round: the articles they were given, without what is masked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from itertools import islice

from annotator.model.article import Article, ArticleHeader
from annotator.model.masking import mask_article, mask_header
from annotator.model.team import WHOLE_ARTICLE, Round
from annotator.model.units import units_of
from annotator.store import articles, assigned, team
from annotator.study.again import Again
from annotator.study.opened import held


class Shown(Again):
    """A study as its coder may see it: every screen of a coder reads it from here.

    Positions of articles are those in the coder's own order where they were given units, else in
    the order of adding.
    """

    def described_round(self) -> Round:
        """This round as it was described; one that never was, with nothing special."""
        rounds = team.rounds(self._database)
        return next((r for r in rounds if r.name == self.round), Round(self.round))

    @property
    def masked(self) -> tuple[str, ...]:
        """Fields of articles that coders of this round do not see."""
        return self.described_round().masked_fields

    @property
    def has_assignments(self) -> bool:
        """Whether this coder was given units in this round; else all are theirs."""
        return assigned.has_any(self._database, self.coder, self.round)

    # ------------------------------------------------------------------ one article

    def shown_article(self, article: str) -> Article:
        """One article by id, without what is masked."""
        return mask_article(self.article(article), self.masked)

    def asked_units(self, article: Article) -> tuple[int, ...]:
        """Units of the article that are put before this coder; 0 is the article as a whole."""
        units = units_of(self.codebook, article)
        if not self.has_assignments:
            return units
        given = self._given(article.id)
        return units if WHOLE_ARTICLE in given else tuple(n for n in units if n in given)

    def may_code(self, article: str, paragraph: int) -> bool:
        """Whether the unit is this coder's; a neighbour of one that was given is only read."""
        given = self._given(article)
        return not self.has_assignments or WHOLE_ARTICLE in given or paragraph in given

    def _given(self, article: str) -> frozenset[int]:
        given = assigned.given(self._database, article, self.coder, self.round)
        return given.union(self._again.get(article, ()))

    # ------------------------------------------------------------------ the list of articles

    def n_own_articles(self) -> int:
        """How many articles are put before this coder."""
        return len(self._own_positions) if self.has_assignments else self.n_articles()

    def own_headers(self, start: int = 1, count: int = -1) -> list[ArticleHeader]:
        """Headers of `count` articles (-1: all) of this coder from position `start`."""
        if not self.has_assignments:
            return self._without_masked(self.headers(start, count))
        end = None if count < 0 else start - 1 + count
        own = list(islice(self._own_positions, start - 1, end))
        found = articles.headers_of(self._database, self.codebook.codable, own)
        return self._without_masked(
            replace(found[article], position=position)
            for position, article in enumerate(own, start)
        )

    def own_header(self, article: str) -> ArticleHeader:
        """The header of an article; position 0 where this coder was not given any of it."""
        found = articles.header(self._database, self.codebook.codable, article)
        return self._without_masked([self._in_own_order(held(found))])[0]

    def search_own_headers(self, words: str, limit: int = 200) -> list[ArticleHeader]:
        """Headers of this coder's articles whose name or shown metadata hold every word."""
        found = articles.search_headers(
            self._database, self.codebook.codable, words, limit, hidden=self.masked,
            given_to=(self.coder, self.round) if self.has_assignments else None, also=self._again,
        )  # fmt: skip
        return self._without_masked(map(self._in_own_order, found))

    def _in_own_order(self, header: ArticleHeader) -> ArticleHeader:
        if not self.has_assignments:
            return header
        own = self._own_positions
        if header.id not in own and self._given(header.id):
            self.__dict__.pop("_own_positions")  # given while the study was open
            own = self._own_positions
        return replace(header, position=own.get(header.id, 0))

    def _without_masked(self, headers: Iterable[ArticleHeader]) -> list[ArticleHeader]:
        masked = self.masked
        return [mask_header(header, masked) for header in headers]

    @cached_property
    def _own_positions(self) -> dict[str, int]:
        """The ids of the articles given to this coder, in their order, with their positions.

        Then those of which only something has to be looked at again.
        """
        own = assigned.articles(self._database, self.coder, self.round)
        every = dict.fromkeys((*own, *self._again))
        return {article: position for position, article in enumerate(every, start=1)}
