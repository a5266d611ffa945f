"""Web archives with pages, a picture and an error."""

import gzip

from tests.readers.seeds.html import ARTICLE

_ADDRESS = "https://harbourpost.example/"


def _record(kind: str, url: str, payload: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{len(url):036}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2021-03-05T10:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def response(path: str, body: bytes, *, status: str = "200 OK", kind: str = "text/html") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return _record("response", _ADDRESS + path, head.encode() + body)


RECORDS = (
    _record("request", _ADDRESS, b"GET / HTTP/1.1\r\nHost: harbourpost.example\r\n\r\n"),
    response("ferry", ARTICLE.encode(), kind="text/html; charset=utf-8"),
    response("ferry.png", b"\x89PNG\r\n\x1a\n", kind="image/png"),
    response("gone", b"<p>Not found</p>", status="404 Not Found"),
    response("empty", b"<html></html>"),
    response("island", ARTICLE.replace("Ferry", "Island").encode()),
)

SEEDS: dict[str, bytes] = {
    "pages.warc": b"".join(RECORDS),
    "pages.warc.gz": b"".join(gzip.compress(record, mtime=0) for record in RECORDS),
    "whole.warc.gz": gzip.compress(b"".join(RECORDS), mtime=0),
}
