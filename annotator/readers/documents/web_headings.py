"""Headings that were lost between the paragraphs of a web page's main text.

In pages that set their article apart by nothing that trafilatura knows, it takes the paragraphs
and leaves every heading out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.readers.documents.html_text import flat

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_PARAGRAPHS = frozenset({"p", "li", "blockquote"})
_BESIDE = frozenset({"nav", "aside", "footer", "form", "script", "style", "head"})
_COMPARED = 80  # characters of a paragraph, without white space


def with_headings(root: HtmlElement, texts: Sequence[str]) -> list[str]:
    """The paragraphs, with each heading that stands right before one in the page.

    What stands above the first paragraph is left alone: it may be the site's.
    """
    places = {_squashed(text): place for place, text in reversed(list(enumerate(texts)))}
    before: dict[int, list[str]] = {}
    waiting: list[str] = []
    for is_heading, text in _read(root):
        if is_heading:
            waiting.append(text)
            continue
        if waiting and places.get(_squashed(text)):
            before[places[_squashed(text)]] = waiting
        waiting = []
    return [part for place, text in enumerate(texts) for part in (*before.get(place, ()), text)]


def _read(root: HtmlElement) -> Iterator[tuple[bool, str]]:
    """Headings (True) and paragraphs in the order of the page."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag in _BESIDE:
            walk.skip_subtree()
        elif element.tag in _HEADINGS or element.tag in _PARAGRAPHS:
            walk.skip_subtree()
            if text := flat(element):
                yield element.tag in _HEADINGS, text


def _squashed(text: str) -> str:
    return "".join(text.split())[:_COMPARED]
