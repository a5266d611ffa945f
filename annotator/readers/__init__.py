"""Article formats: one module each, with `NAME`, `ENDINGS`, `sniff` and `read`.

To add a format, write the module and name it in `_READERS`. They are asked in this order, so one
that knows its files by their content stands before those that go by the ending.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from annotator.errors import UsageError
from annotator.model.article import Article
from annotator.readers import markdown, text
from annotator.readers.bytesource import load, refusal
from annotator.readers.signatures import looks_like, looks_like_markup

__all__ = ["endings", "formats", "read"]

_HEAD = 4096


class Reader(Protocol):
    """What a format's module offers."""

    NAME: str
    ENDINGS: tuple[str, ...]

    def sniff(self, path: Path, head: bytes, /) -> bool:
        """Whether the file, of which `head` are the first bytes, is of this format."""

    def read(self, path: Path, content: bytes, encoding: str | None, /) -> list[Article]:
        """Every article in the file, or a `ReaderError`."""


_READERS: tuple[Reader, ...] = (markdown, text)


def formats() -> tuple[str, ...]:
    """The names that `--format` takes."""
    return tuple(reader.NAME for reader in _READERS)


def endings() -> frozenset[str]:
    """The endings of file names that are looked for in a folder, in lower case."""
    return frozenset(ending for reader in _READERS for ending in reader.ENDINGS)


def read(path: Path, *, format: str | None = None, encoding: str | None = None) -> list[Article]:  # noqa: A002
    """Every article in the file, or a `ReaderError` that says why there is none.

    `format` and `encoding` overrule what the file looks like.
    """
    content = load(path)
    head = content[:_HEAD]
    reader = _named(format) if format else _fitting(path, head)
    seen = looks_like(head)
    if seen:
        raise refusal(path, f"is not text: it looks like {seen}")
    return reader.read(path, content, encoding)


def _named(name: str) -> Reader:
    for reader in _READERS:
        if name == reader.NAME:
            return reader
    raise UsageError(f'no format "{name}"', hint="formats: " + ", ".join(formats()))


def _fitting(path: Path, head: bytes) -> Reader:
    marked_up = looks_like_markup(head)
    if not marked_up:
        for reader in _READERS:
            if reader.sniff(path, head):
                return reader
    seen = looks_like(head) or marked_up
    raise refusal(
        path,
        f"is not an article file: it looks like {seen}"
        if seen
        else f'ends in "{path.suffix}", which is no article format that can be read',
        hint="" if looks_like(head) else "to read it as it is: --format text",
    )
