"""The articles of a study."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from annotator.errors import ArticleCoded, UsageError
from annotator.model import facts
from annotator.model.article import Article, ArticleHeader, Kind
from annotator.store import articles, connection, log, sketches
from annotator.study.opened import Opened, held

_ARTICLES_AT_ONCE = 2_000
_CHARACTERS_AT_ONCE = 20_000_000


class Added(NamedTuple):
    """Ids of articles that were added, and of those that were there already."""

    added: list[str]
    present: list[str]


class Texts(Opened):
    """A study and its articles."""

    def n_articles(self) -> int:
        """How many articles the study has."""
        return articles.n_articles(self._database)

    def headers(self, start: int = 1, count: int = -1) -> list[ArticleHeader]:
        """Headers of `count` articles (-1: all) from position `start`, in the order of adding."""
        return articles.headers(self._database, self.codebook.codable, start, count)

    def header(self, article: str) -> ArticleHeader:
        """The header of one article, by id."""
        found = articles.header(self._database, self.codebook.codable, article)
        return held(found)

    def search_headers(self, words: str, limit: int = 200) -> list[ArticleHeader]:
        """Headers of articles whose name, title, author or source holds every word."""
        return articles.search_headers(self._database, self.codebook.codable, words, limit)

    def find_article(self, name_or_id: str) -> str | None:
        """The id of the article with that id, name or title; None if there is none, or several."""
        return articles.find_article(self._database, name_or_id)

    def article(self, article: str) -> Article:
        """One article with its text and paragraphs, by id."""
        return held(articles.article(self._database, article))

    def article_ids(self) -> list[str]:
        """Ids of all articles, in the order of adding."""
        return articles.article_ids(self._database)

    def articles(self) -> Iterator[Article]:
        """All articles, in the order of adding."""
        return map(self.article, articles.article_ids(self._database))

    def add_articles(self, added: Iterable[Article]) -> Added:
        """Add articles in one action; those that are in the study already are left as they are."""
        result = Added([], [])
        with no_search_for_cycles(), self.action():
            for chunk in _chunks(added):
                self._add_chunk({article.id: article for article in chunk}, result)
        return result

    def _add_chunk(self, chunk: Mapping[str, Article], result: Added) -> None:
        present = articles.known_articles(self._database, chunk)
        new = [article for article in chunk.values() if article.id not in present]
        texts = log.put_content(self._database, [article.text for article in new])
        self._append(facts.article_added(a, text) for a, text in zip(new, texts, strict=True))
        result.added.extend(article.id for article in new)
        result.present.extend(present)

    def replace_article(self, replaced: str, article: Article) -> None:
        """Put `article`, the same text cut otherwise, in the place of one nobody worked on yet.

        Raises ArticleCoded once any coder left a trace on it: codings belong to paragraphs.
        """
        with self.action():
            if articles.is_worked_on(self._database, replaced):
                raise ArticleCoded(
                    "Work was done on this article, so its paragraphs stay as they are.",
                    hint="The kind of a paragraph can still be corrected: `annotator kind`.",
                )
            if articles.known_articles(self._database, [article.id]):
                raise UsageError("The study has that article, cut in this way, already.")
            [text] = log.put_content(self._database, [article.text])
            adding = articles.adding(self._database, replaced)
            self._state(
                facts.retracted(adding.events, coder=""),
                facts.article_added(article, text, adding.place),
            )

    def sketches(self) -> dict[str, str]:
        """What `keep_sketches` kept, by the article's id; some articles may have none."""
        return sketches.sketches(self._database)

    def keep_sketches(self, made: Mapping[str, str]) -> None:
        """Keep sketches of articles, by id, in this copy of the study; they can be made again."""
        with connection.transaction(self._database):
            sketches.keep(self._database, made)

    def kinds(self) -> Mapping[str, Sequence[Kind]]:
        """The kinds of each article's paragraphs, in their order, by the article's id."""
        return articles.kinds(self._database)

    def correct_kind(self, article: str, paragraph: int, kind: Kind) -> None:
        """Correct the proposed kind of a paragraph, for everybody."""
        self._state(facts.kind_corrected(article, paragraph, kind))


def _chunks(added: Iterable[Article]) -> Iterator[list[Article]]:
    """Many together, for that is quicker; fewer where they are long."""
    chunk: list[Article] = []
    size = 0
    for article in added:
        chunk.append(article)
        size += len(article.text)
        if len(chunk) == _ARTICLES_AT_ONCE or size > _CHARACTERS_AT_ONCE:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


@contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Articles and events hold no reference cycles; looking for some takes a third of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
