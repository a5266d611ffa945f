"""Paragraphs of an article cut otherwise: joined, or one made two. The text stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotator.errors import UsageError
from annotator.model.article import Article, Kind, Paragraph
from annotator.readers.assemble import article_id
from annotator.readers.paragraphs import trimmed

BY_HAND = "cut by hand"


def merged(article: Article, first: int, last: int) -> Article:
    """The article with paragraphs `first` to `last` (from 1) as one, of the first one's kind."""
    if not 1 <= first < last <= len(article.paragraphs):
        raise UsageError(
            f"Paragraphs {first} to {last} cannot be made one:"
            f" {article.name} has {len(article.paragraphs)}."
        )
    parts = article.paragraphs[first - 1 : last]
    whole = parts[0]._replace(end=parts[-1].end, reason=BY_HAND)
    return _with(article, [*article.paragraphs[: first - 1], whole, *article.paragraphs[last:]])


def split(article: Article, number: int, at: int) -> Article:
    """The article with paragraph `number` (from 1) made two before its character `at` (from 0)."""
    if not 1 <= number <= len(article.paragraphs):
        raise UsageError(
            f"{article.name} has {len(article.paragraphs)} paragraphs; there is no {number}."
        )
    cut = article.paragraph(number)
    halves = [
        *trimmed(article.text, cut.start, cut.start + at),
        *trimmed(article.text, cut.start + at, cut.end),
    ]
    if not 0 < at < cut.end - cut.start or len(halves) != 2:
        raise UsageError(f"Paragraph {number} of {article.name} has no text on both sides of that.")
    new = [Paragraph(0, start, end, cut.kind, BY_HAND) for start, end in halves]
    return _with(article, [*article.paragraphs[: number - 1], *new, *article.paragraphs[number:]])


def of_kind(article: Article, number: int, kind: Kind) -> Article:
    """The article with a paragraph (from 1) of another kind."""
    other = article.paragraph(number)._replace(kind=kind, reason="corrected by hand")
    paragraphs = [other if p.number == number else p for p in article.paragraphs]
    return replace(article, paragraphs=tuple(paragraphs))


def _with(article: Article, paragraphs: Sequence[Paragraph]) -> Article:
    cuts = [(paragraph.start, paragraph.end) for paragraph in paragraphs]
    numbered = (p._replace(number=number) for number, p in enumerate(paragraphs, start=1))
    return replace(article, id=article_id(article.text, cuts), paragraphs=tuple(numbered))
