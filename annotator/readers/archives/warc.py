"""Web archives (WARC, also compressed): every page that a server delivered, as an article."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass, field, replace

from annotator.errors import ReaderError
from annotator.model.problem import Problem
from annotator.readers import fields
from annotator.readers.archives.unpacked import Unpacked
from annotator.readers.archives.warc_records import (
    DamagedArchive,
    Record,
    answer,
    records,
    unpacked,
)
from annotator.readers.documents.charset import markup
from annotator.readers.documents.html import read_page
from annotator.readers.documents.html_tree import Page, parse
from annotator.readers.found import Found, FoundArticle
from annotator.readers.source import Source

NAME = "warc"
TITLE = "web archive (WARC)"
ENDINGS: tuple[str, ...] = (".warc", ".gz")

MAX_PAGES = 10_000

_PAGES = ("text/html", "application/xhtml+xml")
_BEGINNING = b"WARC/"
_GZIP = b"\x1f\x8b"
_OK = 200


@dataclass
class _Pages:
    """What was found so far."""

    articles: list[FoundArticle] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    total: int = 0
    undelivered: int = 0


def sniff(source: Source) -> bool:
    """Whether the file, or what is compressed in it, begins as a WARC record does."""
    if source.head.startswith(_BEGINNING):
        return True
    if not source.head.startswith(_GZIP):
        return False
    try:
        return zlib.decompressobj(31).decompress(source.head, 16).startswith(_BEGINNING)
    except zlib.error:
        return False


def read(source: Source) -> Found:
    """An article of each page; pages that hold none are named in `refused` with their address."""
    pages = _Pages()
    try:
        for record in records(io.BufferedReader(Unpacked(source))):
            if record.headers.get("warc-type") == "response":
                _take(source, record, pages)
            if pages.total > MAX_PAGES:
                raise source.refusal(f"holds more than {MAX_PAGES:,} pages: split it")
    except (DamagedArchive, EOFError, zlib.error) as error:
        pages.warnings.append(f"damaged or cut off; what stands before was read: {error}")
    if not pages.total:
        why = f": {pages.warnings[0]}" if pages.warnings else ""
        raise source.refusal(f"is a web archive without a page that was delivered{why}")
    if pages.undelivered:
        pages.warnings.append(f"pages left out because not delivered: {pages.undelivered:,}")
    return Found(pages.articles, pages.total, pages.warnings, pages.refused)


def _take(source: Source, record: Record, pages: _Pages) -> None:
    """The page in the record among the others, if there is one."""
    url = record.headers.get("warc-target-uri", "").strip("<>")
    try:
        found = _page(source, record, url, pages)
    except (ReaderError, DamagedArchive) as error:
        problems = error.problems if isinstance(error, ReaderError) else ()
        why = "; ".join(problem.message for problem in problems) or str(error)
        pages.refused.append(Problem(f"{url or 'a page'} {why}", where=str(source.path)))
        return
    told = {fields.URL: url, "captured": record.headers.get("warc-date", "")}
    known = {name: value for name, value in told.items() if value}
    pages.articles += [replace(a, fields={**a.fields, **known}) for a in found.articles]
    pages.warnings += [f"{url}: {warning}" for warning in found.warnings]


def _page(source: Source, record: Record, url: str, pages: _Pages) -> Found:
    got = answer(record.content)
    kind, _, rest = got.headers.get("content-type", "").partition(";") if got else ("", "", "")
    if got is None or kind.strip().lower() not in _PAGES:
        return Found()
    if got.status != _OK:
        pages.undelivered += 1
        return Found()
    pages.total += 1
    if record.too_long:
        raise DamagedArchive("is too long for a page")
    inner = Source(source.path, unpacked(got), source.options, depth=source.depth + 1)
    text = markup(inner, rest.rpartition("charset=")[2].strip(" \"';"))
    return read_page(inner, Page(parse(inner, text.text), text), url)
