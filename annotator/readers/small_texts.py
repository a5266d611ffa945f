"""Small plain texts, which the program reads itself: only code of our own gets to see them.

Whether a file is one is found out first. What needs a library (another encoding than UTF-8,
mark-up, a container) or is large enough to take time is none, and goes to a child.
"""

from __future__ import annotations

from pathlib import Path

from annotator.errors import ReaderError
from annotator.readers import markdown, text
from annotator.readers.assemble import assemble
from annotator.readers.found import FileReading
from annotator.readers.options import Options
from annotator.readers.registry import reader_of
from annotator.readers.signatures import is_bare_text
from annotator.readers.source import Source

MAX_BYTES = 256_000
"""Some forty thousand words, read in milliseconds."""

_ENDINGS = frozenset({*text.ENDINGS, *markdown.ENDINGS})


def small_text(path: Path, size: int, options: Options) -> FileReading | ReaderError | None:
    """What the file, which has that many bytes, holds, if it is a small plain text; else None."""
    if not 0 < size <= MAX_BYTES or options.format or options.encoding:
        return None
    if path.suffix.lower() not in _ENDINGS:
        return None
    try:
        source = Source.of_file(path, options)
        if not _is_plain(source):
            return None
        reader = reader_of(source)
        if reader not in (text, markdown):
            return None
        return assemble(source, reader.NAME, reader.read(source))
    except ReaderError as refused:
        return refused


def _is_plain(source: Source) -> bool:
    """Whether it begins without any mark-up and is UTF-8 to its end."""
    if len(source.content) > MAX_BYTES or not is_bare_text(source.head) or b"\0" in source.content:
        return False
    try:
        source.content.decode()
    except UnicodeDecodeError:
        return False
    return True
