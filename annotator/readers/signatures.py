"""What a file that is no plain text looks like, told from its first bytes."""

from __future__ import annotations

import re

_STARTS = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint document"),
    (b"\x89PNG\r\n", "an image (PNG)"),
    (b"\xff\xd8\xff", "an image (JPEG)"),
    (b"GIF87a", "an image (GIF)"),
    (b"GIF89a", "an image (GIF)"),
    (b"II*\x00", "an image (TIFF)"),
    (b"MM\x00*", "an image (TIFF)"),
    (b"8BPS", "an image (Photoshop)"),
    (b"\x00\x00\x01\x00", "an image (icon)"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"ID3", "a sound file (MP3)"),
    (b"OggS", "a sound file (Ogg)"),
    (b"fLaC", "a sound file (FLAC)"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a Windows program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"bplist00", "a binary property list"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
# These begin as prose could ("MZ", "BZh", "ID3"): believed only where other bytes are no text.
_ALSO_LETTERS = (b"MZ", b"BZh", b"ID3", b"8BPS", b"OggS", b"fLaC", b"wOFF", b"wOF2")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ALL_STARTS = (*_ZIP, b"RIFF", *(start for start, _ in _STARTS))
_ANGLE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_MARKUP = re.compile(
    rb"\s*(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_XML = re.compile(rb"\s*<\?xml\b")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def looks_like(head: bytes) -> str:
    """What the first bytes belong to ("a PDF"), or "" where they may be text."""
    if not head.startswith(_ALL_STARTS) and head[4:8] != b"ftyp":
        return ""
    if head.startswith(_ZIP):
        return _archive(head)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "an image (WebP)"
    if head[:4] == b"RIFF" and head[8:12] in {b"WAVE", b"AVI "}:
        return "a sound or video file"
    if head[4:8] == b"ftyp":
        return "an image (HEIC)" if head[8:11] in {b"hei", b"mif"} else "a video"
    for start, name in _STARTS:
        if head.startswith(start) and (start not in _ALSO_LETTERS or _NO_TEXT.search(head)):
            return name
    return ""


def is_bare_text(head: bytes) -> bool:
    """Whether nothing in the first bytes is of mark-up, of a container or of a PDF; cheap."""
    if b"<" in head or b"{" in head or head.startswith(b"WARC/"):
        return False
    return not looks_like(head) and not (b"%" in head and b"%PDF-" in head)


def looks_like_no_text(head: bytes) -> str:
    """What other than plain text the first bytes belong to, mark-up included; "" where none."""
    return looks_like(head) or looks_like_markup(head)


def looks_like_markup(head: bytes) -> str:
    """What kind of marked-up page the first bytes begin ("a web page (HTML)"), or ""."""
    if not _ANGLE.match(head):
        return ""
    head = head.removeprefix(b"\xef\xbb\xbf")
    if _MARKUP.match(head):
        return "a web page (HTML)"
    return "an XML file" if _XML.match(head) else ""


def _archive(head: bytes) -> str:
    for mark, name in (
        (b"word/", "a Word document"),
        (b"xl/", "an Excel workbook"),
        (b"ppt/", "a PowerPoint presentation"),
        (b"application/vnd.oasis.opendocument.text", "an OpenDocument text"),
        (b"application/vnd.oasis", "an OpenDocument file"),
        (b"application/epub", "an e-book (EPUB)"),
        (b"[Content_Types].xml", "a Word, Excel or PowerPoint document"),
    ):
        if mark in head:
            return name
    return "a ZIP archive"
