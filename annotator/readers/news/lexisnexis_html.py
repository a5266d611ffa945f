"""LexisNexis exports as web page (Nexis before Nexis Uni), in English, German or French.

Each document begins with an anchor `DOC_ID_...` and is a row of blocks (`DIV`): counter, newspaper,
date, headline, then blocks that begin with a label in capitals (`BYLINE: `), the text, more labels,
and the copyright.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.model.problem import Problem
from annotator.readers.documents import html_tree
from annotator.readers.found import Found, FoundArticle
from annotator.readers.news.lexisnexis_blocks import Document, documents
from annotator.readers.news.nexis_item import Plain, item_of
from annotator.readers.source import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME = "lexisnexis-html"
TITLE = "LexisNexis (web page)"
ENDINGS: tuple[str, ...] = (".html", ".htm")

_SIGNS = re.compile(r"""<a\s+name\s*=\s*["']?DOC_ID_\d|<DOC NUMBER=\d+>\s*<DOCFULL>""", re.I)
_ERROR = "we are sorry but there is an error in this document"
_COUNT = re.compile(r"\d{1,9}")


def sniff(source: Source) -> bool:
    """Whether the page holds the marks between which LexisNexis puts each document."""
    return _SIGNS.search(html_tree.markup_with(source, "DOC_ID_", "<DOCFULL>")) is not None


def read(source: Source) -> Found:
    """The articles; documents that LexisNexis itself could not show are named in `refused`."""
    page = source.once(html_tree.page)
    articles: list[FoundArticle] = []
    refused: list[Problem] = []
    warnings: list[str] = []
    for number, document in enumerate(documents(page.root), 1):
        which = document.counter or f"document {number}"
        article = item_of(document.parts)
        if why := _missing(document, article):
            refused.append(Problem(f"{which} is left out: {why}", where=str(source.path)))
            continue
        articles.append(article)
    there = len(articles) + len(refused)
    if not there:
        raise source.refusal("is a LexisNexis page without an article")
    announced = _announced(page.root)
    if announced not in (None, there):
        warnings.append(f"the file announces {announced:,} documents and holds {there:,}")
    return Found(articles, announced, warnings, refused,
                 encoding=page.decoded.encoding, encoding_reason=page.decoded.reason)  # fmt: skip


def _missing(document: Document, article: FoundArticle) -> str:
    """Why there is no article in the document; "" where there is one."""
    for part in document.parts:
        if isinstance(part, Plain) and part.paragraphs[0].lower().startswith(_ERROR):
            return "LexisNexis wrote an error message in its place"
    if not article.cuts:
        return "it is empty"
    return "" if article.has_text else "it has no text"


def _announced(root: HtmlElement) -> int | None:
    """How many documents the page says it has: `<META DOCUMENTS="146">`."""
    for meta in root.iter("meta"):
        if found := _COUNT.fullmatch((meta.get("documents") or "").strip()):
            return int(found[0])
    return None
