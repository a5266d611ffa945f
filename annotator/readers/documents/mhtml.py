"""Web pages that a browser saved with their pictures as one file (MHTML), and pages in e-mails."""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.readers.documents import html
from annotator.readers.documents.charset import markup
from annotator.readers.documents.html import page, read_page
from annotator.readers.found import Found
from annotator.readers.source import Source

if TYPE_CHECKING:
    from email.message import Message

NAME = "mhtml"
TITLE = "web page in a mail or with its pictures (MHTML)"
ENDINGS: tuple[str, ...] = (".mhtml", ".mht", ".eml")

MAX_BOUNDARIES = 50
"""Parts may hold parts, and the library that reads them goes as deep as they lie."""

_HEADER = re.compile(rb"(?:[A-Za-z][A-Za-z-]{0,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){1,40}")
_RELATED = re.compile(rb"content-type:\s*multipart/(?:related|mixed|alternative)", re.IGNORECASE)
_BOUNDARY = re.compile(rb"boundary\s{0,5}=", re.IGNORECASE)
_PAGES = ("text/html", "application/xhtml+xml")


def sniff(source: Source) -> bool:
    """Whether the file begins as a mail of several parts does, one of them a page."""
    header = _HEADER.match(source.head)
    return (
        header is not None
        and _RELATED.search(header[0]) is not None
        and b"text/html" in source.content.lower()
    )


def read(source: Source) -> Found:
    """What the page holds, read as any page is; pictures and style sheets are left aside."""
    from annotator.readers.registry import reader_of  # which names this module, so not above

    part = _page_of(source)
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        raise source.refusal("is a saved page (MHTML) without its text")
    sent = Source(source.path, payload, source.options, depth=source.depth)
    text = markup(sent, part.get_content_charset() or "")
    content = codecs.BOM_UTF8 + text.text.encode("utf-8", "replace")
    options = replace(source.options, format="", encoding="")
    inner = Source(source.path.with_suffix(".html"), content, options, depth=source.depth)
    reader = reader_of(inner)
    found = (
        read_page(inner, inner.once(page), _address(part)) if reader is html else reader.read(inner)
    )
    return replace(found, encoding=text.encoding, encoding_reason=text.reason)


def _address(part: Message) -> str:
    url = str(part.get("Content-Location") or "")
    return url if url.startswith(("http://", "https://")) else ""


def _page_of(source: Source) -> Message:
    """The part that is the page itself: the one that the mail was saved from, else the first."""
    from email import message_from_bytes

    if len(_BOUNDARY.findall(source.content)) > MAX_BOUNDARIES:
        raise source.refusal(f"has parts in parts: more than {MAX_BOUNDARIES}")
    message = message_from_bytes(source.content)
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    if not pages:
        raise source.refusal("is a saved page (MHTML) without a page in it")
    location = str(message.get("Snapshot-Content-Location") or "")
    return next((p for p in pages if location and p.get("Content-Location") == location), pages[0])
