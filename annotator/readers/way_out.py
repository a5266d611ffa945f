"""What to do with a file of a kind that is not read."""

from __future__ import annotations

from annotator.readers.source import Source

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ARCHIVES = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf", b"Rar!\x1a")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")


def way_out(source: Source) -> str:
    """A hint; "" where there is none to give."""
    if source.head.startswith(_OLD_OFFICE):
        if _LOCKED in source.content:
            return "it is protected by a password: save it without one"
        return "save it as .docx (texts) or .xlsx (tables), and add that"
    if source.head.startswith(_ARCHIVES):
        return "unpack it, and add the files, or pack them as .zip"
    if source.head.startswith(_PICTURES):
        return "let a program recognise the text (OCR), correct it, and add that"
    return ""
