"""What the rows of a coded unit begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Generic

from annotator.exporters.coded import CodedUnit
from annotator.exporters.job import Choice
from annotator.exporters.parts import MakePart, Part, Row
from annotator.model.article import Article


class Start(Generic[Part]):
    """Who coded, and where. Each part is made once."""

    def __init__(self, choice: Choice, parts: Sequence[MakePart[Part]]) -> None:
        who, self._of_article, self._of_paragraph = parts
        self._who = lru_cache(who)
        self._choice = choice
        self._article: Article | None = None
        self._paragraph = -1
        self._in_article: Part
        self._place: Part

    def __call__(self, unit: CodedUnit) -> Part:
        """What all rows of this unit begin with."""
        if unit.article is not self._article:
            self._article, self._paragraph = unit.article, -1
            self._in_article = self._of_article(_of_article(unit.article, self._choice.metadata))
        if unit.paragraph != self._paragraph:
            self._paragraph = unit.paragraph
            paragraph = _of_paragraph(unit.article, unit.paragraph, with_text=self._choice.text)
            self._place = self._in_article + self._of_paragraph(paragraph)
        return self._who((unit.coder, unit.round)) + self._place


def _of_article(article: Article, metadata: Iterable[str]) -> Row:
    given = (article.title, article.author, article.source, article.date, article.url)
    further = (article.metadata.get(name) for name in metadata)
    return (article.name, article.id, *(cell or None for cell in (*given, *further)))


def _of_paragraph(article: Article, number: int, *, with_text: bool) -> Row:
    if not number:
        return (0, None, None, None, None) if with_text else (0, None, None, None)
    paragraph = article.paragraph(number)
    place = (number, str(paragraph.kind), paragraph.start, paragraph.end)
    return (*place, article.paragraph_text(number)) if with_text else place
