"""A Word document (.docx) as lines: the paragraphs of its body, of tables and of text boxes.

Not by python-docx: it stops in silence at an entity, builds the whole tree of a document that
unpacks to a million paragraphs, and knows neither text boxes nor tracked changes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from typing import NamedTuple

from annotator.readers.documents.docx_styles import style_names
from annotator.readers.documents.lines import MAX_LINES, PAGE_BREAK, Line
from annotator.readers.source import Source
from annotator.safe import xml as safe_xml
from annotator.safe.package import package

_ROOT_RELATIONS = "_rels/.rels"
_OFF = {"0", "false", "off", "none"}
_LEFT_OUT = {
    "del", "moveFrom", "pPrChange", "rPrChange", "Fallback", "rt", "footnote", "endnote",
    "sectPr", "tblPr", "numPr",
}  # fmt: skip
"""Elements that are not read with all they hold: tracked deletions, earlier formats, doubles."""

_VOCABULARIES = ("wordprocessingml", "markup-compatibility", "officeDocument/2006/math")
_NOTES = {"footnoteReference", "endnoteReference"}


class Document(NamedTuple):
    """The lines of a Word document, and how many footnotes and endnotes it has beside them."""

    lines: list[Line]
    notes: int


def lines(source: Source) -> list[Line]:
    """The paragraphs of a Word document, in order; `ReaderError` if it is none or is damaged."""
    return source.once(document).lines


def document(source: Source) -> Document:
    """The Word document; use with `source.once`. `ReaderError` if it is none or is damaged."""
    name = source.once(main_part)
    if not name.startswith("word/"):
        raise source.refusal("is no Word document")
    files = source.once(package)
    styles = style_names(source, files, posixpath.dirname(name) + "/styles.xml")
    walk = _Walk(source, styles)
    safe_xml.stream(source, files.read(name), walk, name)
    return Document(walk.lines, walk.notes)


def main_part(source: Source) -> str:
    """The name of an Office file's main part ("word/document.xml"); use with `source.once`."""
    files = source.once(package)
    if _ROOT_RELATIONS not in files:
        raise source.refusal("is no Office document")
    root = safe_xml.parse(source, files.read(_ROOT_RELATIONS), _ROOT_RELATIONS)
    for relation in root.iter("{*}Relationship"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(relation.get("Target", "").lstrip("/"))
    raise source.refusal("is no Office document")


class _Open:
    """A paragraph that is being read."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.style = ""
        self.outline = ""
        self.some_bold = self.some_light = False

    def line(self, styles: dict[str, str]) -> Line:
        style = styles.get(self.style, self.style.lower()) or self.outline
        if self.outline and style in {"normal", "standard", "body text"}:
            style = self.outline
        return Line("".join(self.parts), self.some_bold and not self.some_light, style)


class _Walk:
    """Is told of the elements of a document and collects its paragraphs."""

    def __init__(self, source: Source, styles: dict[str, str]) -> None:
        self.lines: list[Line] = []
        self._source = source
        self.notes = 0
        self._styles = styles
        self._open: list[_Open] = []  # a text box holds paragraphs inside one
        self._left_out = 0  # levels deep in something that is not read
        self._bold = self._hidden = self._in_text = self._in_tabs = False
        self._at_start: dict[str, Callable[[Mapping[str, str]], None]] = {
            "p": self._begin, "r": self._run, "t": self._text, "b": self._weight,
            "vanish": self._hide, "pStyle": self._style, "outlineLvl": self._outline,
            "br": self._break, "cr": self._break, "tabs": self._tabs, "tab": self._tab,
            "noBreakHyphen": self._hyphen, "pageBreakBefore": self._page,
        }  # fmt: skip

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = _word(name)
        if self._left_out or name in _LEFT_OUT:
            self._left_out += 1
        elif name in _NOTES:
            self.notes += 1
        elif name in self._at_start and (name == "p" or self._open):
            self._at_start[name](attributes)

    def data(self, text: str) -> None:
        if self._in_text and not self._left_out:
            self._add(text)

    def end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
        elif self._open:
            name = _word(name)
            self._in_text = False
            if name == "p":
                self.lines.append(self._open.pop().line(self._styles))
            elif name == "tabs":
                self._in_tabs = False

    def _begin(self, _: Mapping[str, str]) -> None:
        if len(self.lines) >= MAX_LINES:
            raise self._source.refusal(f"has more than {MAX_LINES:,} paragraphs")
        self._open.append(_Open())

    def _run(self, _: Mapping[str, str]) -> None:
        self._bold = self._hidden = False

    def _text(self, _: Mapping[str, str]) -> None:
        self._in_text = True

    def _weight(self, attributes: Mapping[str, str]) -> None:
        self._bold = _is_on(attributes)

    def _hide(self, attributes: Mapping[str, str]) -> None:
        self._hidden = _is_on(attributes)

    def _style(self, attributes: Mapping[str, str]) -> None:
        self._open[-1].style = _attribute(attributes, "val")

    def _outline(self, attributes: Mapping[str, str]) -> None:
        level = _attribute(attributes, "val")
        if level in set("012345678"):
            self._open[-1].outline = f"heading {int(level) + 1}"

    def _break(self, attributes: Mapping[str, str]) -> None:
        self._add(PAGE_BREAK if _attribute(attributes, "type") == "page" else "\n")

    def _page(self, attributes: Mapping[str, str]) -> None:
        if _is_on(attributes):
            self._add(PAGE_BREAK)

    def _tabs(self, _: Mapping[str, str]) -> None:
        self._in_tabs = True

    def _tab(self, _: Mapping[str, str]) -> None:
        if not self._in_tabs:  # those are tab stops
            self._add("\t")

    def _hyphen(self, _: Mapping[str, str]) -> None:
        self._add("\u2011")

    def _add(self, text: str) -> None:
        if self._hidden or not self._open:
            return
        paragraph = self._open[-1]
        paragraph.parts.append(text)
        if not text.isspace():
            paragraph.some_bold |= self._bold
            paragraph.some_light |= not self._bold


def _word(name: str) -> str:
    """The element's name in Word's own vocabulary, or that of compatible alternatives; else ""."""
    space, _, local = name.rpartition("}")
    return local if any(known in space for known in _VOCABULARIES) else ""


def _attribute(attributes: Mapping[str, str], wanted: str) -> str:
    for name, value in attributes.items():
        if name.rpartition("}")[2] == wanted:
            return value
    return ""


def _is_on(attributes: Mapping[str, str]) -> bool:
    return _attribute(attributes, "val").lower() not in _OFF
