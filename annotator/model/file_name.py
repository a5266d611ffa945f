"""Names of files as they are stored."""

from __future__ import annotations

from unicodedata import normalize


def name_as_text(name: str) -> str:
    """A file's name as it can be stored, and typed again.

    Bytes in it that are no text, which Python hands out as lone surrogates, become U+FFFD; letters
    that a Mac took apart (ü is u and two dots) become one again.
    """
    return normalize("NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
