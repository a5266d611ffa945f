"""Markdown: as plain text, but headings stand alone and front matter is metadata.

No mark-up is taken away: what a coder reads and what is exported is what the author wrote.
"""

from __future__ import annotations

import re
from pathlib import Path

from annotator.model.article import Article
from annotator.readers.assemble import assemble
from annotator.readers.encoding import decode
from annotator.readers.frontmatter import front_matter
from annotator.readers.paragraphs import WHITE, Cut, cut

NAME = "markdown"
ENDINGS: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd")

_HEADING = re.compile(r" {0,3}#{1,6}(?=[ \t\n]|$)[^\n]*", re.MULTILINE)
_SOURCE_NAMES = ("source", "publication", "newspaper", "outlet", "publisher")


def sniff(path: Path, _head: bytes) -> bool:
    """Whether the file calls itself Markdown: its content looks like any text."""
    return path.suffix.lower() in ENDINGS


def read(path: Path, content: bytes, encoding: str | None) -> list[Article]:
    """The article in the file, with the metadata of its front matter."""
    decoded = decode(path, content, encoding)
    matter = front_matter(decoded.text)
    cuts = [
        (start + matter.end, end + matter.end)
        for start, end in cut_headings(decoded.text[matter.end :])
    ]
    return [assemble(path, content, decoded, cuts, _fields(matter.fields))]


def cut_headings(text: str) -> list[Cut]:
    """The paragraphs of `text`, a heading with `#` being one of its own."""
    cuts: list[Cut] = []
    for start, end in cut(text):
        rest = start
        for heading in _HEADING.finditer(text, start, end) if "#" in text[start:end] else ():
            if not _at_line_start(text, heading.start(), start):
                continue
            cuts += _trimmed(text, rest, heading.start())
            cuts += _trimmed(text, heading.start(), heading.end())
            rest = heading.end()
        cuts += _trimmed(text, rest, end)
    return cuts


def _at_line_start(text: str, at: int, start: int) -> bool:
    return at == start or text[at - 1] == "\n"


def _trimmed(text: str, start: int, end: int) -> list[Cut]:
    inner = text[start:end].strip(WHITE)
    if not inner:
        return []
    start = text.index(inner[0], start)
    return [(start, start + len(inner))]


def _fields(matter: dict[str, str]) -> dict[str, str]:
    """The front matter under the names that an article has."""
    fields = {key: value for key, value in matter.items() if key not in _SOURCE_NAMES}
    source = next((matter[name] for name in _SOURCE_NAMES if name in matter), "")
    return {**fields, "source": source} if source else fields
