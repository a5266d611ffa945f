"""What coders of a masked round do not see of an article."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from annotator.model.article import Article, ArticleHeader, Kind

MASKED = "masked"
"""What is shown instead."""

MASKABLE = ("name", "title", "author", "source", "date")
"""Fields of an article that can be masked."""

_KINDS = {"author": (Kind.BYLINE, Kind.AUTHOR_BIO)}
"""Kinds of paragraphs that say the field: shown as stand-ins of the same length."""

_STAND_IN = "·"


def mask_article(article: Article, fields: Collection[str]) -> Article:
    """The article as a coder may see it: same paragraphs, same length, no metadata.

    The address and everything else that came with the article go too, for they name the outlet.
    """
    if not fields:
        return article
    kinds = {kind for name in fields for kind in _KINDS.get(name, ())}
    text = article.text
    for paragraph in article.paragraphs:
        if paragraph.kind in kinds:
            hidden = _STAND_IN * (paragraph.end - paragraph.start)
            text = text[: paragraph.start] + hidden + text[paragraph.end :]
    return replace(
        article, text=text, url="", metadata={},
        name=_shown(article.name, "name", fields), title=_shown(article.title, "title", fields),
        author=_shown(article.author, "author", fields), date=_shown(article.date, "date", fields),
        source=_shown(article.source, "source", fields),
    )  # fmt: skip


def mask_header(header: ArticleHeader, fields: Collection[str]) -> ArticleHeader:
    """The line of a list as a coder may see it."""
    if not fields:
        return header
    return replace(
        header, url="",
        name=_shown(header.name, "name", fields), title=_shown(header.title, "title", fields),
        author=_shown(header.author, "author", fields), date=_shown(header.date, "date", fields),
        source=_shown(header.source, "source", fields),
    )  # fmt: skip


def _shown(value: str, name: str, fields: Collection[str]) -> str:
    """An empty value says nothing, and says so."""
    return MASKED if value and name in fields else value
