"""Headings, lists and bounds of paragraphs that were lost in the main text of a web page.

In pages that set their article apart by nothing that trafilatura knows, it takes the paragraphs
and leaves every heading out, and often lists; of short ones it makes one paragraph.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.readers.documents.html_text import flat, paragraphs

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_TITLE = "h1"
_LISTS, _ITEMS = frozenset({"ul", "ol", "dl"}), frozenset({"li", "dt", "dd"})
_PARAGRAPHS = frozenset({"p", "blockquote"})
_BESIDE = frozenset({"nav", "aside", "footer", "form", "script", "style", "head"})
_ROW = "tr"
_LOOKED_AT = tuple(_HEADINGS | _PARAGRAPHS | _ITEMS | _BESIDE | {_TITLE, _ROW})
_LAYOUT = ("div", "table", *_LOOKED_AT)
"""What a row of a table holds if the page is laid out with it."""
_PARTS = _LISTS | _ITEMS | {"table", "tbody", "thead", "tfoot"}
_COMPARED = 80  # characters of a paragraph, without white space
_OF_LINKS = 0.6  # of its text: such an item leads to another page


class _Piece(NamedTuple):
    """A heading, paragraph, item or row, and what it, its list or table stands in."""

    tag: str
    texts: list[str]
    around: HtmlElement | None


def with_lost(root: HtmlElement, texts: Sequence[str], *, headings: bool) -> list[str]:
    """The paragraphs, with each list that stands between two of them in the page.

    And, if `headings` are lost, with each that stands right before one. What stands above the first
    paragraph is left alone: it may be the site's.
    """
    wanted = (_HEADINGS | _LISTS) if headings else _LISTS
    if not _has_any(root, wanted):
        return list(texts)
    places = {_squashed(text): place for place, text in reversed(list(enumerate(texts)))}
    before = _lost(root, places, headings=headings)
    return [part for place, text in enumerate(texts) for part in (*before.get(place, ()), text)]


def _lost(root: HtmlElement, places: dict[str, int], *, headings: bool) -> dict[int, list[str]]:
    """What is to stand before the paragraphs at these places."""
    before: dict[int, list[str]] = {}
    titles: list[str] = []
    items: list[str] = []
    around: HtmlElement | None = None
    for piece in _read(root, places):
        found = [places[key] for text in piece.texts if (key := _squashed(text)) in places]
        if piece.tag in _HEADINGS:
            titles += piece.texts if headings else []
        elif piece.tag in _ITEMS and not found and piece.around is around:
            items += [*titles, *piece.texts]
            titles = []
        elif found or piece.tag != _ROW:
            if found and found[0]:
                before[found[0]] = [*(items if piece.around is around else ()), *titles]
            titles, items = [], []
            around = piece.around if found else None
    return before


def _has_any(root: HtmlElement, tags: frozenset[str]) -> bool:
    """Whether one stands elsewhere than in menus and the like: most pages need no more."""
    return any(
        all(around.tag not in _BESIDE for around in element.iterancestors())
        for element in root.iter(*tags)
    )


def parted(root: HtmlElement, text: str) -> list[str]:
    """The headings and paragraphs of the page that `text` is made of; only it where it is not."""
    rest = "".join(text.split())
    found: list[str] = []
    for piece in _read(root):
        part = " ".join(piece.texts)
        words = "".join(part.split())
        if rest.startswith(words):
            rest = rest[len(words) :]
            found.append(part)
    return [text] if rest or not found else found


def _read(root: HtmlElement, known: Container[str] = ()) -> Iterator[_Piece]:
    """Headings, paragraphs, items and rows of tables in the order of the page.

    Pages may be laid out with tables: a row is one of the text's where it is known to be.
    """
    from lxml import etree

    walk = etree.iterwalk(root, events=("start",), tag=_LOOKED_AT)
    for _, element in walk:
        if element.tag == _ROW and _is_layout(element, known):
            continue
        walk.skip_subtree()
        if element.tag not in _BESIDE and any(texts := _texts(element)):
            yield _Piece(element.tag, texts, _around(element))


def _is_layout(row: HtmlElement, known: Container[str]) -> bool:
    if next(row.iterdescendants(*_LAYOUT), None) is None:
        return False
    cells = len(row) and next(row.iterdescendants("table"), None) is None
    return not cells or _squashed(_texts(row)[0]) not in known


def _texts(element: HtmlElement) -> list[str]:
    if element.tag in _ITEMS:
        return [] if _is_of_links(element) else paragraphs(element)
    if element.tag == _ROW:
        return [" | ".join(map(flat, element))]
    return [flat(element)]


def _around(element: HtmlElement) -> HtmlElement | None:
    parent = element.getparent()
    while parent is not None and parent.tag in _PARTS:
        parent = parent.getparent()
    return parent


def _is_of_links(item: HtmlElement) -> bool:
    linked = sum(len(flat(link)) for link in item.iter("a"))
    return linked > _OF_LINKS * len(flat(item))


def _squashed(text: str) -> str:
    return "".join(text.split(None, _COMPARED)[:_COMPARED])[:_COMPARED]
