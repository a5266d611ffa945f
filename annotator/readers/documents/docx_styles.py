"""The paragraph styles of a Word document by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from annotator.readers.source import Source
from annotator.safe import xml as safe_xml
from annotator.safe.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"title|subtitle|caption|heading \d")
_LONGEST_CHAIN = 12
"""Styles are based on others; Word itself allows no more, and a file may make a circle."""


def style_names(source: Source, files: Package, part: str) -> dict[str, str]:
    """The name of each paragraph style, in lower case, by its id.

    Names of Word's own styles are English in every language of Word. A style of the author's that
    is based on a heading has the heading's name.
    """
    if part not in files:
        return {}
    names: dict[str, str] = {}
    bases: dict[str, str] = {}
    for style in safe_xml.parse(source, files.read(part), part).iter("{*}style"):
        key = _attribute(style, "styleId")
        for child in style:
            if str(child.tag).endswith("}name"):
                names[key] = _attribute(child, "val").lower()
            elif str(child.tag).endswith("}basedOn"):
                bases[key] = _attribute(child, "val")
    return {key: _of_chain(key, names, bases) for key in names}


def _of_chain(key: str, names: dict[str, str], bases: dict[str, str]) -> str:
    at = key
    for _ in range(_LONGEST_CHAIN):
        if _HEADING.fullmatch(names.get(at, "")):
            return names[at]
        at = bases.get(at, "")
    return names[key]


def _attribute(element: _Element, name: str) -> str:
    for key, value in element.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""
