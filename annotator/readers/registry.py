"""Article formats: one module each, with `NAME`, `TITLE`, `ENDINGS`, `sniff` and `read`.

To add a format, write the module and name it in `READERS`. They are asked in this order, so one
that knows its files by their content stands before those that would take any file of its kind.
"""

from __future__ import annotations

from typing import Protocol

from annotator.errors import ReaderError, UsageError
from annotator.readers import markdown, text
from annotator.readers.archives import warc, zip  # noqa: A004 - the format's name
from annotator.readers.documents import docx, epub, html, mhtml, odt, pdf, rtf
from annotator.readers.found import Found
from annotator.readers.news import (
    europresse,
    factiva_html,
    factiva_rtf,
    factiva_xml,
    lexisnexis_html,
    lexisnexis_txt,
    nexis,
    proquest_html,
    proquest_txt,
    ris,
)
from annotator.readers.signatures import is_bare_text, looks_like, looks_like_no_text
from annotator.readers.source import Source
from annotator.readers.tables import csv, jsonl, xlsx, zotero
from annotator.readers.way_out import way_out


class Reader(Protocol):
    """What a format's module offers."""

    NAME: str
    """What `--format` calls it."""
    TITLE: str
    """What people call it: "Nexis Uni, Lexis+ (Word, RTF)"."""
    ENDINGS: tuple[str, ...]
    """Endings of file names that are looked for in a folder, in lower case, with the dot."""

    def sniff(self, source: Source, /) -> bool:
        """Whether the file is of this format. Never raises."""

    def read(self, source: Source, /) -> Found:
        """Everything in the file, or a `ReaderError` that says why there is nothing."""


READERS: tuple[Reader, ...] = (
    nexis,
    factiva_rtf,
    docx,
    rtf,
    pdf,
    odt,
    epub,
    lexisnexis_html,
    factiva_html,
    factiva_xml,
    europresse,
    proquest_html,
    mhtml,
    warc,
    html,
    proquest_txt,
    lexisnexis_txt,
    zotero,
    ris,
    xlsx,
    zip,
    jsonl,
    csv,
    markdown,
    text,
)

_IN_BARE_TEXT: tuple[Reader, ...] = (
    nexis,
    factiva_rtf,
    mhtml,
    proquest_txt,
    lexisnexis_txt,
    zotero,
    ris,
    jsonl,
    csv,
    markdown,
    text,
)
"""Those that may know a file whose first bytes are text without mark-up, in the same order."""


def formats() -> tuple[str, ...]:
    """The names that `--format` takes."""
    return tuple(reader.NAME for reader in READERS)


def endings() -> frozenset[str]:
    """The endings of file names that are looked for in a folder, in lower case."""
    return frozenset(ending for reader in READERS for ending in reader.ENDINGS)


def reader_of(source: Source) -> Reader:
    """The reader that the options name, else the first that knows the file, else `ReaderError`.

    Of an archive, the format that the options name is that of its members.
    """
    if source.options.format:
        named = _named(source.options.format)
        return zip if zip.sniff(source) and not named.sniff(source) else named
    for reader in _IN_BARE_TEXT if is_bare_text(source.head) else READERS:
        if reader.sniff(source):
            return reader
    raise _unknown(source)


def _unknown(source: Source) -> ReaderError:
    seen = looks_like_no_text(source.head)
    hint = way_out(source) if looks_like(source.head) else "to read it as it is: --format text"
    if seen:
        return source.refusal(f"is not an article file: it looks like {seen}", hint=hint)
    if source.ending in endings():
        why = f'ends in "{source.path.suffix}", but holds no format that is called so'
        return source.refusal(why, hint=f"it may be damaged; {hint}")
    why = f'ends in "{source.path.suffix}", which is no article format that can be read'
    return source.refusal(why, hint=hint)


def _named(name: str) -> Reader:
    for reader in READERS:
        if name == reader.NAME:
            return reader
    raise UsageError(f'no format "{name}"', hint="formats: " + ", ".join(formats()))
