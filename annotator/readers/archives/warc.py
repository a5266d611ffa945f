"""Web archives (WARC, also compressed): every page that a server answered with, as an article."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from annotator.errors import ReaderError
from annotator.model.problem import Problem
from annotator.readers import fields
from annotator.readers.archives.unpacked import Unpacked
from annotator.readers.documents.charset import markup
from annotator.readers.documents.html import read_page
from annotator.readers.documents.html_tree import Page, parse
from annotator.readers.found import Found, FoundArticle
from annotator.readers.source import Source

NAME = "warc"
TITLE = "web archive (WARC)"
ENDINGS: tuple[str, ...] = (".warc", ".gz")

MAX_PAGES = 10_000
MAX_PAGE = 20_000_000
"""Bytes of one page; longer ones are refused."""

_PAGES = ("text/html", "application/xhtml+xml")
_BEGINNING = b"WARC/"
_GZIP = b"\x1f\x8b"


class _Answer(NamedTuple):
    """A page as a server sent it."""

    url: str
    captured: str
    charset: str
    content: bytes


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
    articles: list[FoundArticle] = []
    warnings: list[str] = []
    refused: list[Problem] = []
    total = 0
    for answer in _answers(source, warnings):
        total += 1
        if total > MAX_PAGES:
            raise source.refusal(f"holds more than {MAX_PAGES:,} pages: split it")
        try:
            found = _page(source, answer)
        except ReaderError as error:
            why = "; ".join(problem.message for problem in error.problems) or str(error)
            refused.append(Problem(f"{answer.url} {why}", where=str(source.path)))
            continue
        articles += found.articles
        warnings += [f"{answer.url}: {warning}" for warning in found.warnings]
    if not total:
        raise source.refusal("is a web archive without a page that was delivered (status 200)")
    return Found(articles, total, warnings, refused)


def _page(source: Source, answer: _Answer) -> Found:
    if len(answer.content) > MAX_PAGE:
        raise source.refusal(f"is too large: more than {MAX_PAGE / 1e6:.0f} MB")
    inner = Source(source.path, answer.content, source.options, depth=source.depth + 1)
    text = markup(inner, answer.charset)
    found = read_page(inner, Page(parse(inner, text.text), text), answer.url)
    told = {fields.URL: answer.url, "captured": answer.captured}
    return replace(
        found, articles=[replace(one, fields={**one.fields, **told}) for one in found.articles]
    )


def _answers(source: Source, warnings: list[str]) -> Iterator[_Answer]:
    """The pages with status 200; what ends the archive too early is said in `warnings`."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    other = 0
    try:
        for record in ArchiveIterator(Unpacked(source)):
            headers = record.http_headers
            if record.rec_type != "response" or headers is None:
                continue
            kind, _, rest = (headers.get_header("Content-Type") or "").partition(";")
            if kind.strip().lower() not in _PAGES:
                continue
            if headers.get_statuscode() != "200":
                other += 1
                continue
            yield _Answer(
                record.rec_headers.get_header("WARC-Target-URI") or "a page without address",
                record.rec_headers.get_header("WARC-Date") or "",
                rest.rpartition("charset=")[2].strip(" \"'"),
                record.content_stream().read(MAX_PAGE + 1),
            )
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, zlib.error) as error:
        warnings.append(f"the archive is damaged or cut off; what stands before was read: {error}")
    if source.head.startswith(_BEGINNING) and not source.content.endswith(b"\r\n\r\n"):
        warnings.append("the archive is cut off in its last record")
    if other:
        warnings.append(f"left out, because not delivered (status not 200): {other:,} pages")
