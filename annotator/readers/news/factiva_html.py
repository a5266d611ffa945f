"""Factiva exports as web page, with indexing (a table of two-letter codes) or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.readers.documents import html_tree
from annotator.readers.documents.html_text import flat, paragraphs
from annotator.readers.found import Found, FoundArticle
from annotator.readers.news.factiva_codes import LEAD_CODE, TEXT_CODE, TITLE_CODE, metadata
from annotator.readers.news.factiva_header import codes_of
from annotator.readers.news.item import item, sorted_out
from annotator.readers.source import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME = "factiva-html"
TITLE = "Factiva (web page)"
ENDINGS: tuple[str, ...] = (".html", ".htm")

_SIGNS = re.compile(r"""=\s?["'](?:article [a-z]{2,4}Article|[a-z]{2,4}Headline)["']""")
_CLASS = re.compile(r"article [a-z]{2,4}article", re.IGNORECASE)
"""The language of the screens is in it, Chinese as zhcn and zhtw."""
_PARAGRAPH = "articleparagraph"
_OF_TEXT = frozenset({"pre", "ul", "ol", "table", "blockquote"})
"""What stands beside the paragraphs of a text: browsers close a paragraph before it."""
_CODE = re.compile(r"[A-Z]{2,4}")
_ID = re.compile(r"[^\W\d_]+[ \u00a0:]+(?P<id>[A-Za-z]{1,12}\d[0-9A-Za-z]{10,30})")


def sniff(source: Source) -> bool:
    """Whether the page marks its articles as Factiva does."""
    return _SIGNS.search(html_tree.markup_with(source, "Article", "Headline")) is not None


def read(source: Source) -> Found:
    """The articles of the page; empty ones are named in `refused`."""
    page = source.once(html_tree.page)
    elements = html_tree.outermost(page.root, "div", _is_article)
    articles, refused = sorted_out(source, map(_article, elements))
    if not articles and not refused:
        raise source.refusal("is a Factiva page without an article")
    return Found(articles, None, (), refused,
                 encoding=page.decoded.encoding, encoding_reason=page.decoded.reason)  # fmt: skip


def _is_article(element: HtmlElement) -> bool:
    return _CLASS.match(" ".join((element.get("class") or "").split())) is not None


def _article(element: HtmlElement) -> FoundArticle:
    return _indexed(element) if _rows(element) else _unindexed(element)


def _rows(element: HtmlElement) -> list[tuple[str, HtmlElement]]:
    """Code and value cell of each row of the indexing."""
    rows: list[tuple[str, HtmlElement]] = []
    for row in element.iter("tr"):
        cells = list(row.iterchildren("td", "th"))
        if len(cells) > 1 and _CODE.fullmatch(code := flat(cells[0])):
            rows.append((code, cells[1]))
    return rows if any(code == TITLE_CODE for code, _ in rows) else []


def _indexed(element: HtmlElement) -> FoundArticle:
    codes: dict[str, str] = {}
    body: list[str] = []
    for code, cell in _rows(element):
        if code in {LEAD_CODE, TEXT_CODE}:
            body += paragraphs(cell)
        elif value := flat(cell):
            codes[code] = value
    return item(codes.get(TITLE_CODE, ""), body, metadata(codes))


def _unindexed(element: HtmlElement) -> FoundArticle:
    """The headline is an element by its name, the text has a class, the rest stands in order."""
    title = ""
    before: list[str] = []
    after: list[str] = []
    body: list[str] = []
    below: list[str] = []
    codes: dict[str, str] = {}
    for part in _parts(element):
        text = flat(part)
        if _is_paragraph(part) or (part.tag in _OF_TEXT and title):
            body += [*below, *paragraphs(part)]  # what is followed by text is text
            below = []
        elif part.get("id") == "hd" or _is_headline(part):
            title = title or text
        elif part.get("class") == "author":
            codes["BY"] = text
        elif found := _ID.fullmatch(text):
            codes["AN"] = found["id"]
        elif body and text:
            below.append(text)
        elif text:
            (after if title else before).append(text)
    codes["PUB"] = "; ".join(below)
    return item(title, body, metadata({**codes_of(before, after), **codes}))


def _parts(element: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that hold one thing each, however deep parsers and browsers put them."""
    from lxml import etree

    walk = etree.iterwalk(element, events=("start",), tag=("div", "p", *_OF_TEXT))
    for _, part in walk:
        is_known = part.get("id") == "hd" or part.tag in _OF_TEXT or _is_paragraph(part)
        if is_known or next(part.iterdescendants("div", "p"), None) is None:
            walk.skip_subtree()
            yield part


def _is_paragraph(element: HtmlElement) -> bool:
    return _PARAGRAPH in (element.get("class") or "").lower()


def _is_headline(element: HtmlElement) -> bool:
    return any((span.get("class") or "").endswith("Headline") for span in element.iter("span", "b"))
