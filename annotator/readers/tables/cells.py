"""The text in a cell of a table as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.readers.documents.html_text import paragraphs
from annotator.readers.documents.html_tree import parse
from annotator.readers.paragraphs import cut
from annotator.readers.source import Source

_MARKUP = re.compile(r"</(?:p|div|li|h[1-6]|span|strong|em|b|i|a)>|<(?:br|p)\s*/?>", re.IGNORECASE)
_LINE_ENDS = re.compile("\r\n?|\u2029")


def fault_in(value: str) -> str:
    """Why a text cannot be stored ("holds a NUL character"), or ""."""
    if "\0" in value:
        return "holds a NUL character"
    try:
        value.encode()  # 30 times faster than to search for what cannot be encoded
    except UnicodeEncodeError:
        return "holds half a character (a surrogate)"
    return ""


def is_markup(value: str) -> bool:
    """Whether a cell holds mark-up of a web page, as some interfaces of newspapers give."""
    return "<" in value and _MARKUP.search(value) is not None


def cell_paragraphs(source: Source, value: str) -> list[str]:
    """The paragraphs of a cell: by blank lines or lines, or as its mark-up sets them apart."""
    if is_markup(value):
        return paragraphs(parse(source, f"<html><body>{value}</body></html>"))
    text = _LINE_ENDS.sub("\n", value) if "\r" in value or "\u2029" in value else value
    return [text[start:end] for start, end in cut(text)]


def day_first(values: Sequence[str]) -> bool | None:
    """Whether dates in figures put the day first, as far as the column itself tells.

    None where it never has a number over 12, or has some in both places.
    """
    found = {_which(value) for value in values} - {None}
    return found.pop() if len(found) == 1 else None


_IN_FIGURES = re.compile(r"\s*(\d{1,2})[-/](\d{1,2})[-/]\d{4}\b")


def _which(value: str) -> bool | None:
    match = _IN_FIGURES.match(value)
    if not match or (int(match[1]) > 12) == (int(match[2]) > 12):
        return None
    return int(match[1]) > 12
