"""Web pages that somebody saved: the article in it, without menus, advertisements and footers.

Pages of browsers ("complete" or "HTML only") and of SingleFile. News databases' pages have readers
of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.readers import fields
from annotator.readers.documents.html_text import paragraphs
from annotator.readers.documents.html_tree import (
    DEEPEST,
    Page,
    decoded,
    elements_in,
    is_markup,
    nesting_of,
    page,
    tree,
)
from annotator.readers.documents.paywall import paywall_warning
from annotator.readers.documents.web_article import WebArticle, web_article
from annotator.readers.found import Block, Found, of_blocks
from annotator.readers.source import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["ENDINGS", "NAME", "TITLE", "decoded", "page", "read", "read_page", "sniff", "tree"]

NAME = "html"
TITLE = "web page (HTML)"
ENDINGS: tuple[str, ...] = (".html", ".htm", ".xhtml")

MAX_ELEMENTS = 50_000
"""In larger pages no main text is looked for: it would take minutes."""

MAX_NESTING = 2_000_000
"""Sum of the levels on which elements lie; beyond, it would take minutes, too."""

_SAVED_FROM = re.compile(
    r"<!--\s{0,20}(?:saved from url=\(\d+\)|Page saved with SingleFile\s{1,20}url:\s{0,20})"
    r"(?P<url>https?://[^\s>]{1,2000})",
    re.IGNORECASE,
)
_LOOKED_AT = 4096
_MAIN = (".//article", ".//main", ".//*[@role='main']", ".//body")


def sniff(source: Source) -> bool:
    """Whether the file begins as a web page does, or is called one and begins with mark-up."""
    if not source.once(is_markup):
        return False
    head = source.head.replace(b"\x00", b"").lower()
    if source.ending in ENDINGS:
        return not head.lstrip().startswith(b"<?xml") or b"html" in head
    return b"<html" in head or b"<!doctype html" in head


def read(source: Source) -> Found:
    """The article in the page; `ReaderError` where the page shows no text at all."""
    return read_page(source, source.once(page))


def read_page(source: Source, page_: Page, url: str = "") -> Found:
    """The article in a page that came from `url`."""
    warnings: list[str] = []
    large = _is_too_large(page_.root)
    found = WebArticle([], {}) if large else web_article(page_.root)
    if not found.blocks:
        found = _all_text(source, page_.root, found)
        why = "the page is too large to look for its main text" if large else "no main text found"
        warnings.append(f"{why}: everything that the page shows was taken, menus and all")
    if found.guessed_date:
        date = found.fields[fields.DATE]
        warnings.append(f"the date {date} is a guess from the page's text: its metadata has none")
    texts = [block.text for block in found.blocks]
    if warning := paywall_warning(page_.decoded.text, texts):
        warnings.append(warning)
    metadata = {fields.URL: url or _saved_from(page_.decoded.text), **_told(found)}
    article = of_blocks(found.blocks, {name: value for name, value in metadata.items() if value})
    return Found([article], warnings=warnings, encoding=page_.decoded.encoding,
                 encoding_reason=page_.decoded.reason)  # fmt: skip


def _is_too_large(root: HtmlElement) -> bool:
    """Whether looking for the main text would take minutes."""
    elements = elements_in(root)
    if elements > MAX_ELEMENTS:
        return True
    # The levels of few elements need not be added up: no page is deeper than the parser goes.
    return elements * DEEPEST > MAX_NESTING and nesting_of(root) > MAX_NESTING


def _told(found: WebArticle) -> dict[str, str]:
    return {name: value for name, value in found.fields.items() if value}


def _saved_from(markup: str) -> str:
    """The address that the browser or SingleFile wrote into the page."""
    match = _SAVED_FROM.search(markup, 0, _LOOKED_AT)
    return match["url"] if match else ""


def _all_text(source: Source, root: HtmlElement, found: WebArticle) -> WebArticle:
    """Everything the page shows, in the smallest part of it that calls itself the main one."""
    for path in _MAIN:
        for element in root.iterfind(path):
            if texts := paragraphs(element):
                return found._replace(blocks=[Block(text) for text in texts])
    texts = paragraphs(root)
    if not texts:
        raise source.refusal(
            "is a web page without text",
            hint='pages made by scripts are empty unless saved as "complete", or as PDF',
        )
    return found._replace(blocks=[Block(text) for text in texts])
