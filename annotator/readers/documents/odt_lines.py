"""An OpenDocument text (.odt) as lines, streamed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from annotator.readers.documents.lines import MAX_LINES, Line
from annotator.readers.source import Source
from annotator.safe import xml as safe_xml
from annotator.safe.package import package

MIME = b"application/vnd.oasis.opendocument.text"
CONTENT, STYLES, META = "content.xml", "styles.xml", "meta.xml"
_MANIFEST, _MIME_PART = "META-INF/manifest.xml", "mimetype"

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_NOTES = {f"{_TEXT}note", f"{_TEXT}footnote", f"{_TEXT}endnote"}
_LEFT_OUT = {
    *_NOTES, f"{_TEXT}tracked-changes", f"{_TEXT}ruby-text",
    f"{_OFFICE}annotation", f"{_SVG}title", f"{_SVG}desc",
}  # fmt: skip
_INDEXES = {f"{_TEXT}{kind}" for kind in ("table-of-content", "illustration-index", "table-index",
                                          "alphabetical-index")}  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n]+")
_LONGEST_CHAIN = 12
_MOST_SPACES = 1_000
_KNOWN = re.compile(r"title|subtitle|caption|figure|heading \d|contents \d")


class Document(NamedTuple):
    """The lines of an OpenDocument text, and how many footnotes it has beside them."""

    lines: list[Line]
    notes: int


def is_odt(source: Source) -> bool:
    """Whether the file is a package that calls itself an OpenDocument text."""
    files = source.or_none(package)
    if files is None or _MIME_PART not in files:
        return False
    return (source.or_none(_mime) or b"").startswith(MIME)


def _mime(source: Source) -> bytes:
    return source.once(package).read(_MIME_PART)


def document(source: Source) -> Document:
    """The document; use with `source.once`. `ReaderError` if it is damaged or locked."""
    files = source.once(package)
    if _MANIFEST in files and b"encryption-data" in files.read(_MANIFEST):
        raise source.refusal(
            "is protected by a password", hint="save it without a password and add that file"
        )
    styles = _Styles()
    for part in (STYLES, CONTENT):
        if part in files:
            safe_xml.stream(source, files.read(part), styles, part)
    walk = _Walk(source, styles)
    safe_xml.stream(source, files.read(CONTENT), walk, CONTENT)
    return Document(walk.lines, walk.notes)


class _Styles:
    """The names of paragraph styles, and which are based on which."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._bases: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name != f"{_STYLE}style":
            return
        key = attributes.get(f"{_STYLE}name", "")
        base = attributes.get(f"{_STYLE}parent-style-name", "")
        self._names[key] = attributes.get(f"{_STYLE}display-name", key).lower()
        self._bases[key] = base

    def data(self, _: str) -> None:
        """Styles have no text."""

    def end(self, _: str) -> None:
        """Nothing depends on where a style ends."""

    def of(self, key: str) -> str:
        """The style's name; of one that is based on a heading, the heading's."""
        at = key
        for _ in range(_LONGEST_CHAIN):
            if _KNOWN.fullmatch(self._names.get(at, "")):
                return self._names[at]
            at = self._bases.get(at, "")
        return self._names.get(key, key.lower())


class _Walk:
    """Is told of the elements of a document and collects its paragraphs."""

    def __init__(self, source: Source, styles: _Styles) -> None:
        self.lines: list[Line] = []
        self.notes = 0
        self._source, self._styles = source, styles
        self._open: list[tuple[list[str], str]] = []
        self._left_out = self._in_index = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if self._left_out or name in _LEFT_OUT:
            self.notes += name in _NOTES and not self._left_out
            self._left_out += 1
        elif name in {f"{_TEXT}p", f"{_TEXT}h"}:
            self._begin(name, attributes)
        elif name in _INDEXES:
            self._in_index += 1
        elif self._open:
            self._add(_white(name, attributes))

    def data(self, text: str) -> None:
        if self._open and not self._left_out:
            self._add(_SPACE.sub(" ", text))

    def end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
        elif name in _INDEXES:
            self._in_index -= 1
        elif name in {f"{_TEXT}p", f"{_TEXT}h"}:
            parts, style = self._open.pop()
            self.lines.append(Line("".join(parts), style=style))

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if len(self.lines) >= MAX_LINES:
            raise self._source.refusal(f"has more than {MAX_LINES:,} paragraphs")
        style = self._styles.of(attributes.get(f"{_TEXT}style-name", ""))
        if self._in_index:
            style = "table of contents"
        elif name == f"{_TEXT}h" and not _KNOWN.fullmatch(style):
            style = f"heading {attributes.get(f'{_TEXT}outline-level', '1')[:1]}"
        self._open.append(([], style))

    def _add(self, text: str) -> None:
        if text:
            self._open[-1][0].append(text)


def _white(name: str, attributes: Mapping[str, str]) -> str:
    """The white space that an element stands for, if any."""
    if name == f"{_TEXT}s":
        count = attributes.get(f"{_TEXT}c", "1")
        return " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
    return {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}.get(name, "")
