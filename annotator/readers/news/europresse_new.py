"""The new layout of Europresse: each article an `<article>`, each part of it with a class."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from typing import TYPE_CHECKING

from annotator.readers import fields
from annotator.readers.documents.html_text import flat, marked, paragraphs
from annotator.readers.found import FoundArticle
from annotator.readers.news.europresse_fields import document_number, header, publication
from annotator.readers.news.item import item, without_by

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = re.compile(r"cet article est paru dans|this article appeared in", re.IGNORECASE)
_TITLES = ("titrearticlevisu", "rdp__articletitle", "grandtitre")
_BYLINES = frozenset({"docauthors", "sm-margin-bottomnews"})
_TEXTS = ("dococurrcontainer", "doctext")


def articles(root: HtmlElement) -> list[FoundArticle]:
    """The articles of the page; none where it is not in this layout."""
    page = _unnested(root)
    return [_article(element) for element in page.iter("article") if _is_europresse(element)]


def _unnested(root: HtmlElement) -> HtmlElement:
    """The page, or a copy in which no article lies in another: end tags may be missing."""
    if all(next(one.iterancestors("article"), None) is None for one in root.iter("article")):
        return root
    page = copy(root)
    for one in list(page.iter("article")):
        around = list(one.iterancestors("article"))
        if around:
            around[-1].addnext(one)
    return page


def _is_europresse(element: HtmlElement) -> bool:
    return any(True for _ in _with_class(element, "docpublicationname", *_TITLES, *_TEXTS))


def _article(element: HtmlElement) -> FoundArticle:
    title = next(_with_class(element, *_TITLES), None)
    if title is None:
        title = next(_with_class(element, "titrearticle"), None)
    text = next((found for name in _TEXTS for found in _with_class(element, name)), None)
    if text is None:
        text = next(element.iter("section"), None)
    sources = [link for link in element.iter("a") if _PUBLISHED.search(flat(link))]
    body = [] if text is None else paragraphs(text, sources)
    metadata = _metadata(element, title)
    if sources:
        metadata[fields.URL] = sources[0].get("href") or ""
    return item(flat(title), body, metadata, _standfirst(element, title))


def _metadata(element: HtmlElement, title: HtmlElement | None) -> dict[str, str]:
    name = next(_with_class(element, "docpublicationname"), None)
    dates = [*_with_class(element, "docheader"), *_after_subsection(element)]
    rights = next(
        (small for footer in element.iter("footer") for small in footer.iter("small")), None
    )
    found = {
        **publication("" if name is None else marked(name)),
        **header(", ".join(flat(part) for part in dates[:1])),
        fields.AUTHOR: _author(element, title),
        fields.COPYRIGHT: flat(rights),
    }
    number = next(_with_class(element, "public-lblnodoc"), None)
    told = document_number(flat(number)) or document_number(flat(element))
    return {**told, **{key: value for key, value in found.items() if value}}


def _after_subsection(element: HtmlElement) -> list[HtmlElement]:
    """Where the date stands in articles that are a part of a page: after the part's name."""
    parts = (part.getnext() for part in _with_class(element, "doctitresoussection"))
    return [part for part in parts if part is not None]


def _author(element: HtmlElement, title: HtmlElement | None) -> str:
    """The names below the title: in an element of their own class, or the one after the title."""
    below = title is None
    for node in element.iter():
        if below and _classes(node) & _BYLINES:
            return without_by(flat(node))
        below = below or node is title
    following = None if title is None else title.getnext()
    if following is not None and following.tag == "div" and not following.get("class"):
        return without_by(flat(following))
    return ""


def _standfirst(element: HtmlElement, title: HtmlElement | None) -> list[str]:
    """What the header prints with the title: the line above it, the subtitle below it."""
    above = [] if title is None else list(title.itersiblings("p", preceding=True))[::-1]
    parts = [
        *(part for part in above if _classes(part) & _BYLINES),
        *_with_class(element, "rdp__subtitle"),
        *(bold for head in element.iter("header") for bold in head.iterchildren("b")),
    ]
    texts = dict.fromkeys(flat(part) for part in parts)
    return [text for text in texts if text and text not in flat(title)]


def _with_class(element: HtmlElement, *names: str) -> Iterator[HtmlElement]:
    wanted = frozenset(names)
    return (node for node in element.iter() if _classes(node) & wanted)


def _classes(element: HtmlElement) -> frozenset[str]:
    return frozenset((element.get("class") or "").lower().split())
