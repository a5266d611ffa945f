"""A Word document (.docx) as lines: the paragraphs of its body, of tables and of text boxes.

Not by python-docx: it stops in silence at an entity, builds the whole tree of a document that
unpacks to a million paragraphs, and knows neither text boxes nor tracked changes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from annotator.readers import safe_xml
from annotator.readers.documents.docx_styles import style_names
from annotator.readers.documents.lines import PAGE_BREAK, Line
from annotator.readers.package import package
from annotator.readers.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT_RELATIONS = "_rels/.rels"
_OFF = {"0", "false", "off", "none"}
_LEFT_OUT = {
    "del", "moveFrom", "pPrChange", "rPrChange", "Fallback", "rt", "footnote", "endnote",
    "sectPr", "tblPr", "numPr",
}  # fmt: skip
"""Elements that are not read with all they hold: tracked deletions, earlier formats, doubles."""

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
    walk = _Walk(styles)
    for event, element in safe_xml.events(source, files.read(name), name):
        if event == "start":
            walk.start(element)
        else:
            walk.end(element)
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
    """Goes through the elements of a document and collects its paragraphs."""

    def __init__(self, styles: dict[str, str]) -> None:
        self.lines: list[Line] = []
        self.notes = 0
        self._styles = styles
        self._open: list[_Open] = []  # a text box holds paragraphs inside one
        self._left_out = 0  # levels deep in something that is not read
        self._bold = self._hidden = False
        self._at_start: dict[str, Callable[[_Element], None]] = {
            "p": self._begin, "r": self._run, "b": self._weight, "vanish": self._hide,
            "pStyle": self._style, "outlineLvl": self._outline, "br": self._break,
            "cr": self._break, "tab": self._tab, "noBreakHyphen": self._hyphen,
            "pageBreakBefore": self._page,
        }  # fmt: skip

    def start(self, element: _Element) -> None:
        name = _name(element)
        if self._left_out or name in _LEFT_OUT:
            self._left_out += 1
        elif name in _NOTES:
            self.notes += 1
        elif name in self._at_start and (name == "p" or self._open):
            self._at_start[name](element)

    def end(self, element: _Element) -> None:
        if self._left_out:
            self._left_out -= 1
        elif self._open and (name := _name(element)) == "p":
            self.lines.append(self._open.pop().line(self._styles))
        elif self._open and name == "t":
            self._add(element.text or "")

    def _begin(self, _: _Element) -> None:
        self._open.append(_Open())

    def _run(self, _: _Element) -> None:
        self._bold = self._hidden = False

    def _weight(self, element: _Element) -> None:
        self._bold = _is_on(element)

    def _hide(self, element: _Element) -> None:
        self._hidden = _is_on(element)

    def _style(self, element: _Element) -> None:
        self._open[-1].style = _value(element)

    def _outline(self, element: _Element) -> None:
        level = _value(element)
        if level in set("012345678"):
            self._open[-1].outline = f"heading {int(level) + 1}"

    def _break(self, element: _Element) -> None:
        page = any(_local(key) == "type" and value == "page" for key, value in element.items())
        self._add(PAGE_BREAK if page else "\n")

    def _page(self, element: _Element) -> None:
        if _is_on(element):
            self._add(PAGE_BREAK)

    def _tab(self, element: _Element) -> None:
        parent = element.getparent()
        if parent is not None and _name(parent) == "r":  # others are tab stops
            self._add("\t")

    def _hyphen(self, _: _Element) -> None:
        self._add("\u2011")

    def _add(self, text: str) -> None:
        if self._hidden or not text:
            return
        paragraph = self._open[-1]
        paragraph.parts.append(text)
        if not text.isspace():
            paragraph.some_bold |= self._bold
            paragraph.some_light |= not self._bold


def _name(element: _Element) -> str:
    """The element's name in Word's own vocabulary, or that of compatible alternatives; else ""."""
    space, _, name = str(element.tag).rpartition("}")
    word = "wordprocessingml" in space or "markup-compatibility" in space
    return name if word or "officeDocument/2006/math" in space else ""


def _local(key: str | bytes) -> str:
    return str(key).rpartition("}")[2]


def _value(element: _Element) -> str:
    return next((str(value) for key, value in element.items() if _local(key) == "val"), "")


def _is_on(element: _Element) -> bool:
    return _value(element).lower() not in _OFF
