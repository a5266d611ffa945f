"""Europresse exports as web page: the new layout (`<article>`) and the old (tables)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.readers.documents import html_tree
from annotator.readers.found import Found, FoundArticle
from annotator.readers.news import europresse_new, europresse_old
from annotator.readers.news.item import sorted_out
from annotator.readers.source import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME = "europresse"
TITLE = "Europresse (web page)"
ENDINGS: tuple[str, ...] = (".html", ".htm")

_NAMES = ("DocPublicationName", "itreArticleVisu", "docOcurrContainer")
_SIGNS = re.compile(
    r"""class\s{0,5}=\s{0,5}["']?(?:[\w-]{1,40}\s){0,5}"""
    r"(?:DocPublicationName|titreArticleVisu|docOcurrContainer)\b",
    re.IGNORECASE,
)


def sniff(source: Source) -> bool:
    """Whether the page uses the names of Europresse for newspaper, title or text."""
    return _SIGNS.search(html_tree.markup_with(source, *_NAMES)) is not None


def read(source: Source) -> Found:
    """The articles of the page; what holds no text (links, messages) is named in `refused`."""
    page = source.once(html_tree.page)
    why = "is left out: Europresse gives no text of it"
    articles, refused = sorted_out(source, _articles(page.root), unit="document", why=why)
    if not articles and not refused:
        raise source.refusal("is a Europresse page without an article")
    return Found(articles, None, (), refused,
                 encoding=page.decoded.encoding, encoding_reason=page.decoded.reason)  # fmt: skip


def _articles(root: HtmlElement) -> Iterator[FoundArticle]:
    found: Sequence[FoundArticle] = europresse_new.articles(root)
    yield from found or europresse_old.articles(root)
