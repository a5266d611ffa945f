"""Codes as XML, and XML as codes: strict in what is written, lenient in what is read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from annotator.refi.elements import attribute, child, children, element, text_of
from annotator.refi.guids import same_form
from annotator.refi.nodes import CodeNode

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEX = re.compile(r"#?(?:[0-9a-f]{2})?([0-9a-f]{6}|[0-9a-f]{3})", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)[^)]*\)", re.IGNORECASE | re.ASCII)


def code_element(node: CodeNode, space: str) -> _Element:
    """The `Code` element of a code with all below it, in this namespace."""
    made = element(space, "Code", _attributes(node))
    if node.description:
        made.append(element(space, "Description", text=node.description))
    for below in node.codes:
        made.append(code_element(below, space))
    return made


def _attributes(node: CodeNode) -> dict[str, str]:
    given = {"guid": node.guid, "name": node.name,
             "isCodable": "true" if node.is_codable else "false"}  # fmt: skip
    return given | ({"color": node.colour} if node.colour else {})


def code_elements(codebook: _Element | None) -> list[_Element]:
    """The first-level codes of a `CodeBook`, also of one that leaves `Codes` out."""
    codes = child(codebook, "Codes")
    return list(children(codebook if codes is None else codes, "Code"))


def read_codes(elements: Iterable[_Element]) -> list[CodeNode]:
    """The codes of `Code` elements. Colours of any writing become #RRGGBB, or "" if unknown."""
    return [
        CodeNode(
            same_form(attribute(element, "guid")),
            " ".join(attribute(element, "name").split()),
            attribute(element, "isCodable").strip().casefold() not in ("false", "0"),
            read_colour(attribute(element, "color")),
            text_of(child(element, "Description")).strip(),
            read_codes(children(element, "Code")),
        )
        for element in elements
    ]


def read_colour(written: str) -> str:
    """#RRGGBB of `#F00`, `#ff0000`, `#AARRGGBB`, `rgb(255, 0, 0)` or a negative number (ARGB)."""
    text = written.strip()
    if match := _HEX.fullmatch(text):
        digits = match[1] if len(match[1]) == 6 else "".join(digit * 2 for digit in match[1])
        return f"#{digits.upper()}"
    if match := _RGB.fullmatch(text):
        parts = [min(int(part[:4]), 255) for part in match.groups()]
        return "#{:02X}{:02X}{:02X}".format(*parts)
    if re.fullmatch(r"-\d{1,10}", text, re.ASCII):
        return f"#{int(text) & 0xFFFFFF:06X}"
    return ""
