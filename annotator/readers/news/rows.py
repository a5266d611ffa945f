"""The lines of a news database's document, whether Word or RTF wrote it.

People save such documents as plain text, too: there every line is a paragraph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from annotator.readers import source as view
from annotator.readers.documents import docx_lines, rtf_lines
from annotator.readers.documents.lines import Line
from annotator.readers.documents.rtf_tokens import is_rtf
from annotator.readers.encoding import Decoded
from annotator.readers.paragraphs import WHITE
from annotator.readers.signatures import looks_like_no_text
from annotator.readers.source import Source
from annotator.safe.package import is_package


class Row(NamedTuple):
    """A line; lines of one paragraph have one number."""

    text: str
    bold: bool
    paragraph: int


def rows(source: Source) -> list[Row]:
    """The lines; use with `source.once`. `ReaderError` if it is no Word, RTF or text file."""
    if is_rtf(source):
        lines = rtf_lines.lines(source)
    elif is_package(source):
        lines = docx_lines.lines(source)
    else:
        lines = [Line(line) for line in source.once(view.text).text.split("\n")]
    return [
        Row(text.strip(WHITE), line.bold, number)
        for number, line in enumerate(lines)
        for text in line.text.splitlines() or [""]
    ]


def may_hold(source: Source, test: Callable[[str], object]) -> bool:
    """Whether it is worth while to look at the lines: a plain text must pass a quick test."""
    if is_rtf(source) or is_package(source):
        return True
    if looks_like_no_text(source.head):
        return False
    decoded = source.or_none(view.text)
    return decoded is not None and bool(test(decoded.text))


def encoding(source: Source) -> Decoded:
    """The encoding of a plain text and how it was chosen; both "" for other documents."""
    if is_rtf(source) or is_package(source):
        return Decoded("", "")
    return source.once(view.text)


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
