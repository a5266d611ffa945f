"""The records of a web archive, and the answers of web servers in them.

Our own: the usual library prints words of the pages to the terminal where a length is wrong, and
fails on records without an address. The format is that of ISO 28500 (WARC/1.0, 1.1).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from io import BufferedReader
from typing import NamedTuple

MAX_RECORD = 20_000_000
"""Bytes of one record that are looked at; what is longer is passed over."""

_BEGINNING = b"WARC/"
_LONGEST_LINE = 1 << 16
_MAX_LINES = 1_000
_CHUNK = 1 << 16
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(r"HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,7})[^\n]{0,200}\n")


class DamagedArchive(ValueError):
    """What stands at some point of an archive is no record; the message says what."""


class Record(NamedTuple):
    """One record: its headers by lower-case name, and its content (the start of it if too long)."""

    headers: Mapping[str, str]
    content: bytes
    too_long: bool = False


class Answer(NamedTuple):
    """What a web server answered; `content` is as it was sent, perhaps compressed."""

    status: int
    headers: Mapping[str, str]
    content: bytes


def records(stream: BufferedReader) -> Iterator[Record]:
    """The records of an archive in their order; `DamagedArchive` where one cannot be found."""
    while (line := _after_blank_lines(stream)) != b"":
        if not line.startswith(_BEGINNING):
            raise DamagedArchive("a record does not end where it says it does")
        headers = _headers(stream)
        length = headers.get("content-length", "")
        if not (length.isascii() and length.isdecimal()):
            raise DamagedArchive("a record does not say how long it is")
        yield _record(stream, headers, int(length[:18]))


def _after_blank_lines(stream: BufferedReader) -> bytes:
    line = stream.readline(_LONGEST_LINE)
    while line in {b"\r\n", b"\n"}:
        line = stream.readline(_LONGEST_LINE)
    return line


def _headers(stream: BufferedReader) -> dict[str, str]:
    lines: list[bytes] = []
    while (line := stream.readline(_LONGEST_LINE)).strip():
        lines.append(line)
        if len(lines) > _MAX_LINES:
            raise DamagedArchive("a record has no end of its headers")
    return _fields(lines)


def _fields(lines: list[bytes]) -> dict[str, str]:
    """Headers by name; a line that begins with a space goes on with the one before."""
    found: dict[str, str] = {}
    name = ""
    for line in lines:
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if text[:1] in {" ", "\t"} and name:
            found[name] += " " + text.strip()
        elif ":" in text:
            name, _, value = text.partition(":")
            name = name.strip().lower()
            found[name] = value.strip()
    return found


def _record(stream: BufferedReader, headers: dict[str, str], length: int) -> Record:
    if length <= MAX_RECORD:
        content = stream.read(length)
        if len(content) < length:
            raise DamagedArchive("the last record is cut off")
        return Record(headers, content)
    start = stream.read(min(length, _CHUNK))
    length -= len(start)
    while length > 0:
        chunk = stream.read(min(length, _CHUNK))
        if not chunk:
            raise DamagedArchive("the last record is cut off")
        length -= len(chunk)
    return Record(headers, start, too_long=True)


def answer(content: bytes) -> Answer | None:
    """The HTTP answer in a record's content; None where it is none (an answer of DNS or FTP)."""
    end = _END_OF_HEAD.search(content)
    head = content[: end.start()] if end else content
    first, *lines = head.split(b"\n")
    status = _STATUS.match(first.decode("latin-1"))
    if not status:
        return None
    headers = _fields(lines)
    body = content[end.end() :] if end else b""
    if headers.get("transfer-encoding", "").lower() == "chunked":
        body = _joined(body)
    return Answer(int(status[1]), headers, body)


def _joined(body: bytes) -> bytes:
    """A body that was sent in chunks, each after its size; archives may hold it joined already."""
    parts: list[bytes] = []
    at = 0
    while (size := _SIZE.match(body, at)) and (length := int(size[1], 16)):
        parts.append(body[size.end() : size.end() + length])
        at = size.end() + length
        at += len(body[at : at + 2]) - len(body[at : at + 2].lstrip(b"\r\n"))
    return b"".join(parts) if parts else body


def unpacked(got: Answer) -> bytes:
    """The page itself; `DamagedArchive` where it is compressed in a way that is not understood."""
    body, encoding = got.content, got.headers.get("content-encoding", "").strip().lower()
    if encoding in {"", "identity", "none"} or not body:
        return body
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise DamagedArchive(f'is compressed in a way that is not read here ("{encoding}")')
    for window in (47, -15):  # gzip and zlib by their headers, or deflate without one
        try:
            return zlib.decompressobj(window).decompress(body, MAX_RECORD)
        except zlib.error:
            continue
    # Some archives keep the header of a page that they unpacked.
    return body
