"""The words of an element of a web page, cut into paragraphs as a browser shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from annotator.readers.paragraphs import WHITE

if TYPE_CHECKING:
    from lxml.etree import _Element

BREAK, BOUNDARY = "\n", "\f"
"""In marked text: a line break (`<br>`), and where a paragraph begins or ends."""

_SHOWN_NOWHERE = frozenset(
    {"script", "style", "noscript", "template", "head", "title", "iframe", "object", "svg",
     "textarea", "select", "button", "audio", "video", "canvas"}
)  # fmt: skip
_PARAGRAPHS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "table",
     "tr", "td", "th", "caption", "blockquote", "pre", "section", "article", "main", "header",
     "footer", "aside", "nav", "figure", "figcaption", "address", "form", "fieldset", "center",
     "hr", "body", "head", "list", "item", "quote", "row"}
)  # fmt: skip
_LINE_BREAKS = frozenset({"br", "lb"})
_WHITE_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_SPACE = re.compile(" {2,}")
_AROUND_MARKS = re.compile(r" ?([\n\f]) ?")
_NEW_PARAGRAPH = re.compile(rf"[{WHITE}\n]*\f[{WHITE}\n\f]*|\n[{WHITE}]*\n[{WHITE}\n]*")
_MANY = re.compile(rf"[{WHITE}]+")


def marked(element: _Element, leave_out: Iterable[_Element] = ()) -> str:
    """All that the element shows, in reading order; white space as HTML has it: one space.

    Elements in `leave_out` are passed over with everything in them.
    """
    text = _SPACE.sub(" ", "".join(_parts(element, frozenset(leave_out))))
    return _AROUND_MARKS.sub(r"\1", text)


def paragraphs(element: _Element, leave_out: Iterable[_Element] = ()) -> list[str]:
    """The paragraphs in the element: what blocks or blank lines set apart; empty ones are no more.

    Single line breaks stay as line feeds.
    """
    return cut_marked(marked(element, leave_out))


def cut_marked(text: str) -> list[str]:
    """The paragraphs of marked text."""
    parts = (part.strip(WHITE) for part in _NEW_PARAGRAPH.split(text))
    return [part for part in parts if part]


def flat(element: _Element | None) -> str:
    """The words of the element on one line; "" where there is no element."""
    return "" if element is None else one_line(marked(element))


def one_line(text: str) -> str:
    """The text with every white space, no-break spaces among it, made one space."""
    return _MANY.sub(" ", text).strip(" ")


def _parts(element: _Element, leave_out: frozenset[_Element]) -> Iterator[str]:
    from lxml import etree

    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if event == "start":
            if node in leave_out or (node.tag in _SHOWN_NOWHERE and node is not element):
                walk.skip_subtree()
                continue
            yield _opening(node.tag)
            yield _WHITE_SPACE.sub(" ", node.text or "")
        elif event == "end" and node.tag in _PARAGRAPHS:
            yield BOUNDARY
        if event != "start" and node is not element and node.tail:
            yield _WHITE_SPACE.sub(" ", node.tail)


def _opening(tag: object) -> str:
    if tag in _LINE_BREAKS:
        return BREAK
    return BOUNDARY if tag in _PARAGRAPHS else ""
