"""XML as it is written for networks and archives: any text, no clock."""

from __future__ import annotations

from typing import Any

from lxml import etree

from annotator.exporters.job import Report
from annotator.refi.text import fits, fitted

_UNFIT = "texts hold characters that XML cannot; a stand-in is in their place"


class Tree:
    """An XML document in one namespace; `report` counts texts that XML cannot hold."""

    def __init__(
        self, root: str, space: str, more: dict[str, str], report: Report, **attributes: str
    ) -> None:
        self._space = space
        self._report = report
        spaces: Any = {None: space} | more
        self.root: Any = etree.Element(f"{{{space}}}{root}", attributes, nsmap=spaces)

    def add(self, above: Any, name: str, text: str = "", /, **attributes: str) -> Any:
        """A new element below another; a name in braces brings its own namespace."""
        full = name if name.startswith("{") else f"{{{self._space}}}{name}"
        given = {key: self._fit(value) for key, value in attributes.items()}
        made = etree.SubElement(above, full, given)
        if text:
            made.text = self._fit(text)
        return made

    def _fit(self, text: str) -> str:
        if fits(text):
            return text
        self._report.notes[_UNFIT] += 1
        return fitted(text)

    def bytes(self) -> bytes:
        """The document, indented, with an XML declaration and a last line feed."""
        etree.indent(self.root)
        return etree.tostring(self.root, xml_declaration=True, encoding="UTF-8") + b"\n"
