"""Headings and bounds of paragraphs that were lost in the main text of a web page.

In pages that set their article apart by nothing that trafilatura knows, it takes the paragraphs
and leaves every heading out; of short ones it makes one paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from annotator.readers.documents.html_text import flat

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_TITLE = "h1"
_PARAGRAPHS = frozenset({"p", "li", "blockquote"})
_BESIDE = frozenset({"nav", "aside", "footer", "form", "script", "style", "head"})
_LOOKED_AT = tuple(_HEADINGS | _PARAGRAPHS | _BESIDE | {_TITLE})
_COMPARED = 80  # characters of a paragraph, without white space


def with_headings(root: HtmlElement, texts: Sequence[str]) -> list[str]:
    """The paragraphs, with each heading that stands right before one in the page.

    What stands above the first paragraph is left alone: it may be the site's.
    """
    if not _has_headings(root):
        return list(texts)
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


def _has_headings(root: HtmlElement) -> bool:
    """Whether a heading stands elsewhere than in menus and the like: most pages need no more."""
    return any(
        all(around.tag not in _BESIDE for around in heading.iterancestors())
        for heading in root.iter(*_HEADINGS)
    )


def parted(root: HtmlElement, text: str) -> list[str]:
    """The headings and paragraphs of the page that `text` is made of; only it where it is not."""
    rest = "".join(text.split())
    found: list[str] = []
    for _, part in _read(root):
        words = "".join(part.split())
        if rest.startswith(words):
            rest = rest[len(words) :]
            found.append(part)
    return [text] if rest or not found else found


def _read(root: HtmlElement) -> Iterator[tuple[bool, str]]:
    """Headings (True) and paragraphs in the order of the page."""
    from lxml import etree

    walk = etree.iterwalk(root, events=("start",), tag=_LOOKED_AT)
    for _, element in walk:
        walk.skip_subtree()
        if element.tag not in _BESIDE and (text := flat(element)):
            yield element.tag in _HEADINGS, text


def _squashed(text: str) -> str:
    return "".join(text.split(None, _COMPARED)[:_COMPARED])[:_COMPARED]
