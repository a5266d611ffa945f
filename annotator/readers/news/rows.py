"""The lines of a news database's document, whether Word or RTF wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.readers.documents import docx_lines, rtf_lines
from annotator.readers.documents.rtf_tokens import is_rtf
from annotator.readers.paragraphs import WHITE
from annotator.readers.source import Source

_BREAK = re.compile(r"[\n\f\v\u2028\u2029\x85]")


class Row(NamedTuple):
    """A line; lines of one paragraph have one number."""

    text: str
    bold: bool
    paragraph: int


def rows(source: Source) -> list[Row]:
    """The lines; use with `source.once`. `ReaderError` if it is neither Word nor RTF."""
    of = rtf_lines.lines if is_rtf(source) else docx_lines.lines
    return [
        Row(text.strip(WHITE), line.bold, number)
        for number, line in enumerate(of(source))
        for text in _BREAK.split(line.text)
    ]


def paragraphs(of: Iterable[Row]) -> Iterator[str]:
    """The paragraphs that the lines make; line breaks inside one stay."""
    lines: list[str] = []
    number = -1
    for row in of:
        if lines and (row.paragraph != number or not row.text):
            yield "\n".join(lines)
            lines = []
        number = row.paragraph
        if row.text:
            lines.append(row.text)
    if lines:
        yield "\n".join(lines)
