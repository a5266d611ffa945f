"""E-books (EPUB 2 and 3): one article in a file, chapters in reading order under their headings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from annotator.model.article import Kind
from annotator.readers import fields
from annotator.readers.dates import iso_date
from annotator.readers.documents.article import notes_warning
from annotator.readers.documents.epub_book import Book, book
from annotator.readers.documents.html_text import paragraphs
from annotator.readers.documents.html_tree import tree
from annotator.readers.found import Block, Found, of_blocks
from annotator.readers.source import Source
from annotator.safe.package import package

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "epub"
TITLE = "e-book (EPUB)"
ENDINGS: tuple[str, ...] = (".epub",)

_MIME = b"application/epub+zip"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_HEADING, _CAPTION = "\ufdd0", "\ufdd1"
"""Put before headings and captions, so that they are known among paragraphs; in no text."""

_STATED = {
    _HEADING: (Kind.HEADLINE, "the file calls it a heading"),
    _CAPTION: (Kind.CAPTION, "the file calls it a caption"),
}
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that lxml reads in a page, but does not take back."""
_NOTES = frozenset({"footnote", "footnotes", "endnotes", "rearnote", "rearnotes"})
_NOTE_MARKS = frozenset({"noteref", "doc-noteref"})
_LEFT_OUT = _NOTES | _NOTE_MARKS | {"toc", "landmarks", "page-list", "pagebreak", "backlink",
                                    "doc-toc", "doc-footnote", "doc-endnotes"}  # fmt: skip
_TITLE_WITHIN = 8  # paragraphs: books have their title on a page of its own


def sniff(source: Source) -> bool:
    """Whether the file is a package that calls itself an e-book."""
    return _MIME in (source.or_none(_mime) or b"")


def _mime(source: Source) -> bytes:
    return source.once(package).read("mimetype")


def read(source: Source) -> Found:
    """The article in the file; contents and footnotes are left out."""
    about = source.once(book)
    chapters = [_chapter(source, name) for name in about.chapters]
    blocks = [block for chapter in chapters for block in chapter.blocks]
    if not blocks:
        raise source.refusal("is an e-book without text")
    title = about.told.get("title", "")
    above = [place for place, b in enumerate(blocks[:_TITLE_WITHIN]) if _same(b.text, title)]
    for place in reversed(above[1:]):  # on the page of the title, and above the first chapter
        del blocks[place]
    if title and not above:
        blocks.insert(0, Block(title, Kind.HEADLINE, "the file calls it the title"))
    notes = notes_warning(sum(chapter.notes for chapter in chapters))
    return Found([of_blocks(blocks, _fields(about))], warnings=notes)


def _same(text: str, title: str) -> bool:
    return text.casefold() == title.casefold()


class _Chapter(NamedTuple):
    blocks: list[Block]
    notes: int


def _chapter(source: Source, name: str) -> _Chapter:
    content = source.once(package).read(name)
    if not content.strip():
        return _Chapter([], 0)
    root = Source(source.path / name, content, depth=source.depth).once(tree)
    left_out = [element for element in root.iter("*") if _types(element) & _LEFT_OUT]
    for mark, tags in ((_HEADING, _HEADINGS), (_CAPTION, ("figcaption", "caption"))):
        for element in root.iter(*tags):
            element.text = mark + _NO_TEXT.sub("", element.text or "")
    notes = sum(bool(_types(element) & _NOTE_MARKS) for element in left_out)
    return _Chapter([_block(text) for text in paragraphs(root, left_out)], notes)


def _types(element: _Element) -> set[str]:
    """What the book says that the element is, in either of the two ways it may say it."""
    return {*element.get("epub:type", "").split(), *element.get("role", "").split()}


def _block(text: str) -> Block:
    kind, reason = _STATED.get(text[0], (None, ""))
    clean = text.replace(_HEADING, "").replace(_CAPTION, "")
    return Block(" ".join(clean.split()) if kind else clean, kind, reason)


def _fields(about: Book) -> dict[str, str]:
    told = about.told
    found = {
        fields.TITLE: told.get("title", ""),
        fields.AUTHOR: told.get("creator", ""),
        fields.SOURCE: told.get("publisher", ""),
        fields.DATE: iso_date(told.get("date", "")),
        fields.LANGUAGE: told.get("language", ""),
        fields.SUBJECT: told.get("subject", ""),
        fields.COPYRIGHT: told.get("rights", ""),
        "identifier": told.get("identifier", ""),
    }
    return {key: value for key, value in found.items() if value}
