"""Searching in the texts of the articles: in what a coder is shown, or in all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.article import Article
from annotator.model.place import Place
from annotator.store import articles
from annotator.study.shown import Shown

if TYPE_CHECKING:
    from annotator.model.sought import Mark, Sought


class FoundParagraph(NamedTuple):
    """A paragraph in which all that was sought occurs.

    `position` is that of the article in the order in which they are listed, `place` the unit to go
    to, and `marks` are places in the paragraph's text.
    """

    position: int
    article: Article
    paragraph: int
    place: Place
    marks: list[Mark]

    @property
    def offset(self) -> int:
        """Where in the article's text the first mark begins."""
        return self.article.paragraph(self.paragraph).start + self.marks[0].start

    @property
    def text(self) -> str:
        """The text of the paragraph."""
        return self.article.paragraph_text(self.paragraph)


class Searching(Shown):
    """A study in whose texts is searched. Nothing is written, nothing counts as seen by it."""

    def search(self, sought: Sought) -> Iterator[list[FoundParagraph]]:
        """The hits in each of this coder's articles, in their order; no hits are an empty list.

        Only units that are put before this coder in this round are found, in texts without what is
        masked. Where a coder is asked about an article as a whole, all of it is before them.
        """
        own = list(self._own_positions) if self.has_assignments else self.article_ids()
        for position, identifier in enumerate(own, start=1):
            if not self._may_be_in(identifier, sought):
                yield []
                continue
            article = self.shown_article(identifier)
            yield list(_hits(article, position, sought, self.asked_units(article)))

    def search_everything(self, sought: Sought) -> Iterator[list[FoundParagraph]]:
        """The same in all articles and paragraphs of any kind, whoever codes them; no masks."""
        for position, identifier in enumerate(self.article_ids(), start=1):
            if not self._may_be_in(identifier, sought):
                yield []
                continue
            article = self.article(identifier)
            every = [paragraph.number for paragraph in article.paragraphs]
            yield list(_hits(article, position, sought, every))

    def _may_be_in(self, article: str, sought: Sought) -> bool:
        """Known from the text alone: of most articles nothing else has to be read."""
        return sought.may_be_in(articles.text(self._database, article))


def _hits(
    article: Article, position: int, sought: Sought, units: Collection[int]
) -> Iterator[FoundParagraph]:
    """Those in paragraphs that are units, or that belong to the article as a unit (0)."""
    for paragraph in article.paragraphs:
        number = paragraph.number
        unit = number if number in units else 0
        text = article.paragraph_text(number)
        if unit in units and sought.is_in(text):
            yield FoundParagraph(
                position, article, number, Place(article.id, unit), sought.marks(text)
            )
