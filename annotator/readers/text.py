"""Plain text: one article in a file, paragraphs set apart by blank lines."""

from __future__ import annotations

from pathlib import Path

from annotator.model.article import Article
from annotator.readers.assemble import assemble
from annotator.readers.encoding import decode
from annotator.readers.paragraphs import cut

NAME = "text"
ENDINGS: tuple[str, ...] = (".txt", ".text", "")


def sniff(path: Path, _head: bytes) -> bool:
    """Whether the file calls itself plain text; what it holds is seen when it is decoded."""
    return path.suffix.lower() in ENDINGS


def read(path: Path, content: bytes, encoding: str | None) -> list[Article]:
    """The article in the file."""
    decoded = decode(path, content, encoding)
    return [assemble(path, content, decoded, cut(decoded.text))]
