"""The article in a web page: main text and metadata, as trafilatura finds them."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.model.article import Kind
from annotator.readers import fields
from annotator.readers.documents.html_text import flat, one_line, paragraphs
from annotator.readers.found import Block

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_BY_ITSELF = "the page calls it the title"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
# The libraries log what they find odd, with words of the page: nothing of that is to be printed.
_SILENT = logging.NullHandler()
_LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "readability")


class WebArticle(NamedTuple):
    """The blocks of an article (title first), its fields, and whether its date is a guess."""

    blocks: list[Block]
    fields: dict[str, str]
    guessed_date: bool = False


def web_article(root: HtmlElement) -> WebArticle:
    """What trafilatura finds in the page; no block where it finds no main text. Leaves it as it is.

    The date is taken from the page's metadata; only where there is none, from its text.
    """
    from trafilatura import bare_extraction

    for library in _LIBRARIES:
        logging.getLogger(library).addHandler(_SILENT)
    found = bare_extraction(
        root, with_metadata=True, include_comments=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )  # fmt: skip
    if found is None or isinstance(found, dict):
        return WebArticle([], {fields.LANGUAGE: _language(root)})
    metadata = _fields(found, root)
    guess = "" if metadata[fields.DATE] else _guessed_date(root)
    blocks = _blocks(found.body, metadata[fields.TITLE])
    return WebArticle(
        blocks, {**metadata, fields.DATE: metadata[fields.DATE] or guess}, bool(guess)
    )


def _guessed_date(root: HtmlElement) -> str:
    from copy import copy

    from htmldate import find_date

    return find_date(copy(root), extensive_search=True, original_date=True) or ""


def _fields(found: Any, root: HtmlElement) -> dict[str, str]:
    return {
        fields.TITLE: one_line(found.title or ""),
        fields.AUTHOR: one_line(found.author or ""),
        fields.DATE: found.date or "",
        fields.SOURCE: one_line(found.sitename or found.hostname or ""),
        fields.URL: found.url or "",
        fields.LANGUAGE: found.language or _language(root),
        fields.SECTION: _list(found.categories),
        "tags": _list(found.tags),
        "description": one_line(found.description or ""),
        "license": one_line(found.license or ""),
    }


def _list(values: Sequence[str] | None) -> str:
    return "; ".join(dict.fromkeys(one_line(value) for value in values or () if value))


def _language(root: HtmlElement) -> str:
    """What the page declares: its `lang` attribute."""
    html = root if root.tag == "html" else root.find(".//html")
    value = "" if html is None else (html.get("lang") or html.get("xml:lang") or "").strip()
    return value if _LANGUAGE.fullmatch(value) else ""


def _blocks(body: _Element, title: str) -> list[Block]:
    """The title, then every paragraph, heading, list item, quotation and table row of the text."""
    for heading in list(body.iter("head")):
        heading.tag = heading.get("rend") or "h2"
    for row in body.iter("row"):
        for cell in list(row)[1:]:
            cell.text = f" | {cell.text or ''}"
    texts = paragraphs(body)
    if not texts:
        return []
    first = next(iter(body), None)
    headline = flat(first) if first is not None and first.tag == "h1" else ""
    if headline and one_line(texts[0]) == headline:
        texts = texts[1:]
    elif _same(texts[0], title):
        texts, headline = texts[1:], title
    headline = headline or title
    return [Block(headline, Kind.HEADLINE, _BY_ITSELF), *(Block(text) for text in texts)]


def _same(text: str, other: str) -> bool:
    return "".join(text.split()).casefold() == "".join(other.split()).casefold()
