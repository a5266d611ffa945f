"""Articles out of files: `read` and `read_file`; the formats stand in `annotator.readers.registry`.

From bytes to articles in four steps: a `Source` is what the file is; a reader of the registry finds
articles in it (`Found`); `segmentation` cuts them as asked; `assemble` makes each an `Article`.
"""

from __future__ import annotations

from pathlib import Path

from annotator.model.article import Article
from annotator.readers.assemble import assemble
from annotator.readers.found import FileReading
from annotator.readers.options import AS_FOUND, Options
from annotator.readers.registry import endings, formats, reader_of
from annotator.readers.source import Source

__all__ = ["FileReading", "Options", "endings", "formats", "read", "read_file", "read_source"]


def read(path: Path, *, format: str | None = None, encoding: str | None = None) -> list[Article]:  # noqa: A002
    """Every article in the file, or a `ReaderError` that says why there is none.

    `format` and `encoding` overrule what the file looks like.
    """
    return list(read_file(path, Options(format or "", encoding or "")).articles)


def read_file(path: Path, options: Options = AS_FOUND) -> FileReading:
    """Every article in the file with what is to be said of it, or a `ReaderError`."""
    return read_source(Source.of_file(path, options))


def read_source(source: Source) -> FileReading:
    """As `read_file`, of bytes that are at hand."""
    reader = reader_of(source)
    found = reader.read(source)
    return assemble(source, reader.NAME, found)
