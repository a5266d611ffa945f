"""A LexisNexis page cut into its documents, and these into blocks with and without a label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotator.readers.documents.html_text import flat, one_line, paragraphs
from annotator.readers.news.labels import is_label
from annotator.readers.news.nexis_item import Labelled, Plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

ANCHOR = "DOC_ID_"
"""How the names of the anchors begin that stand before each document."""

_OF = r"(?:of|von|de|sur|d['’])"
_COUNTER = re.compile(
    rf"[\d,.]+ {_OF} [\d,.]+ (?:documents?|dokumenten?)"
    rf"|(?:dokument|document) [\d,.]+ {_OF} [\d,.]+",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,3} ?:")
_LARGE = re.compile(r"\.(\w+)\s*\{[^}]{0,300}?font-size:\s*1[4-9]pt")


class Document(NamedTuple):
    """One document: its counter ("2001 of 2146 DOCUMENTS"; "" where it has none) and its blocks."""

    counter: str
    parts: list[Plain | Labelled]


class _Label(NamedTuple):
    text: str
    style: str | None
    known: bool


def documents(root: HtmlElement) -> list[Document]:
    """The documents of the page, in its order."""
    large = frozenset(
        name for style in root.iter("style") for name in _LARGE.findall(style.text or "")
    )
    return [_document(blocks, large) for blocks in _split(root)]


def _split(root: HtmlElement) -> list[list[HtmlElement]]:
    """The blocks of each document: what stands after its anchor, before the next.

    A block is a DIV that holds paragraphs itself: LexisNexis does not close the DIV of a page
    break, and parsers differ in what then lies in it.
    """
    found: list[list[HtmlElement]] = []
    for element in root.iter("a", "div"):
        if element.tag == "a":
            if (element.get("name") or "").startswith(ANCHOR):
                found.append([])
        elif found and next(element.iterchildren("p", "span", "table"), None) is not None:
            found[-1].append(element)
    return found


def _document(blocks: Sequence[HtmlElement], large: frozenset[str]) -> Document:
    counter = ""
    parts: list[Plain | Labelled] = []
    labels = [_label(block) for block in blocks]
    style = next((label.style for label in labels if label and label.known), None)
    for block, label in zip(blocks, labels, strict=True):
        text = flat(block)
        if _COUNTER.fullmatch(text):
            counter = text
        elif text:
            parts.append(_part(block, label, style, large))
    return Document(counter, parts)


def _label(block: HtmlElement) -> _Label | None:
    """The label with which the block begins: it is all that its first SPAN says."""
    first = next((p for p in block.iter("p") if flat(p)), None)
    span = None if first is None else next((s for s in first.iter("span") if flat(s)), None)
    if first is None or span is None:
        return None
    text = flat(span)
    if text != text.upper() or not _LABEL.fullmatch(text) or not flat(first).startswith(text):
        return None
    name = text.rstrip(": ")
    return _Label(name, first.get("class"), is_label(name))


def _part(
    block: HtmlElement, label: _Label | None, style: str | None, large: frozenset[str]
) -> Plain | Labelled:
    texts = paragraphs(block)
    # An interview names who speaks as a label does, but in a paragraph of another style.
    if label is None or not (label.known or (style is not None and label.style == style)):
        return Plain(texts, any(span.get("class") in large for span in block.iter("span")))
    first = one_line(texts[0]).removeprefix(label.text).removeprefix(label.text.rstrip(": "))
    return Labelled(label.text, [text for text in (first.lstrip(": "), *texts[1:]) if text])
