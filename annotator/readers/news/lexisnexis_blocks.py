"""A LexisNexis page cut into its documents, and these into blocks with and without a label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

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
_MOST_IN_LABEL = 20  # elements

_IN_BLOCKS = ("p", "span", "table")


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
    break, and parsers differ in what then lies in it. Where anchors are missing, counters count.
    """
    anchored = any(_is_anchor(element) for element in root.iter("a"))
    found: list[list[HtmlElement]] = []
    for element in root.iter("a", "div"):
        is_block = (
            element.tag == "div" and next(element.iterchildren(*_IN_BLOCKS), None) is not None
        )
        if _is_anchor(element) or (is_block and not anchored and _COUNTER.fullmatch(flat(element))):
            found.append([])
        if found and is_block:
            found[-1].append(element)
    return found


def _is_anchor(element: HtmlElement) -> bool:
    return element.tag == "a" and (element.get("name") or "").startswith(ANCHOR)


def _document(blocks: Sequence[HtmlElement], large: frozenset[str]) -> Document:
    counter = ""
    parts: list[Plain | Labelled] = []
    texts = _texts(blocks)
    labels = [_label(block) for block in blocks]
    style = next((label.style for label in labels if label and label.known), None)
    for block, label, its_texts in zip(blocks, labels, texts, strict=True):
        if _COUNTER.fullmatch(" ".join(its_texts)):
            counter = " ".join(its_texts)
        elif its_texts and _is_labelled(label, style):
            parts.append(_labelled(label, its_texts))
        elif its_texts:
            is_large = any(span.get("class") in large for span in block.iter("span"))
            parts.append(Plain(its_texts, is_large))
    return Document(counter, parts)


def _texts(blocks: Sequence[HtmlElement]) -> list[list[str]]:
    """The paragraphs of each block; a block inside another (unclosed DIVs) has its own."""
    all_blocks = frozenset(blocks)
    return [
        paragraphs(block, [inner for inner in block.iterdescendants("div") if inner in all_blocks])
        for block in blocks
    ]


def _label(block: HtmlElement) -> _Label | None:
    """The label with which the block begins: it is all that its first SPAN says."""
    first = next((p for p in block.iter("p") if _shows_text(p)), None)
    span = None if first is None else next((s for s in first.iter("span") if _shows_text(s)), None)
    if first is None or span is None or _is_large(span):
        return None
    text = flat(span)
    if text != text.upper() or not _LABEL.fullmatch(text) or not flat(first).startswith(text):
        return None
    name = text.rstrip(": ")
    return _Label(name, first.get("class"), is_label(name))


def _shows_text(element: HtmlElement) -> bool:
    """Whether there is text in the element, which may hold the rest of the page."""
    return any(not part.isspace() for part in element.itertext() if part)


def _is_large(element: HtmlElement) -> bool:
    """Whether the element holds more than a label would."""
    return next(islice(element.iterdescendants(), _MOST_IN_LABEL, None), None) is not None


def _is_labelled(label: _Label | None, style: str | None) -> TypeGuard[_Label]:
    """Whether a block is one of metadata: an interview names who speaks as a label does, too.

    There the paragraph has another style than those of labels that are known.
    """
    return label is not None and (label.known or (style is not None and label.style == style))


def _labelled(label: _Label, texts: Sequence[str]) -> Labelled:
    first = one_line(texts[0]).removeprefix(label.text).removeprefix(label.text.rstrip(": "))
    return Labelled(label.text, [text for text in (first.lstrip(": "), *texts[1:]) if text])
