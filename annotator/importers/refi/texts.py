"""Texts of a project as they are stored: UTF-8 or UTF-16, with or without a byte-order mark."""

from __future__ import annotations

_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def decoded(content: bytes) -> str | None:
    """The text without byte-order mark, line ends as they are; None where it is no such text."""
    try:
        if content.startswith(_UTF_16_MARKS):
            return content.decode("utf-16")
        return content.decode("utf-8-sig", "surrogatepass")
    except UnicodeDecodeError:
        return None


def with_line_feeds(text: str) -> str:
    """The text with every line end as one line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
