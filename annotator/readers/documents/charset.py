"""Bytes of a web page to text: declarations lie, so what the bytes are comes first."""

from __future__ import annotations

import codecs
import re

from annotator.readers.eightbit import guess
from annotator.readers.encoding import Decoded, decode
from annotator.readers.source import Source

_DECLARED_WITHIN = 8192  # bytes: style sheets may stand before the declaration
_DECLARATION = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = (
    (re.compile(rb"\s?<\x00[!?\w]\x00"), "utf-16-le"),
    (re.compile(rb"\x00<\x00"), "utf-16-be"),
)
_AS_BROWSERS_READ = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "euc-kr": "cp949", "johab": "cp949",
    "shift-jis": "cp932", "big5": "big5hkscs", "utf-16": "utf-8", "utf-16-le": "utf-8",
    "utf-16-be": "utf-8", "utf-7": "cp1252",
}  # fmt: skip
_OTHER_NAMES = {"x-sjis": "cp932", "windows-31j": "cp932", "x-gbk": "gb18030", "tis-620": "cp874",
                "x-euc-jp": "euc-jp", "ks-c-5601-1987": "cp949", "unicode": "utf-8",
                "x-user-defined": "cp1252"}  # fmt: skip
FALLBACK = "cp1252"
"""What pages are in that are not UTF-8 and declare nothing that fits."""


def markup(source: Source, declared: str = "") -> Decoded:
    """The text of a web page; `declared` is what its server or mail said it is in.

    In this order: the encoding that the person names, a byte-order mark, UTF-8 where every byte (or
    nearly every: pages are patched together) is valid, what the page declares, the likeliest.
    """
    content = source.content
    if source.options.encoding:
        return decode(source.path, content, source.options.encoding)
    for mark, name in _MARKS:
        if content.startswith(mark):
            text = content[len(mark) :].decode(name, "replace")
            return Decoded(text, name, "the file begins with its byte-order mark")
    for pattern, name in _WIDE:
        if pattern.match(content):
            return Decoded(content.decode(name, "replace"), name, "every other byte is zero")
    said = _declaration(content) or declared
    return _as_utf8(content, said) or _as_declared(content, said)


def _declaration(content: bytes) -> str:
    found = _DECLARATION.search(content, 0, _DECLARED_WITHIN)
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def _as_utf8(content: bytes, said: str) -> Decoded | None:
    although = f", though the page says {said}" if said and _codec(said) != "utf-8" else ""
    try:
        return Decoded(content.decode(), "utf-8", f"every byte is valid UTF-8{although}")
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
    bad = text.count("\ufffd") - content.count("\ufffd".encode())
    good = sum(1 for character in text if character > "\x7f") - bad
    if good <= 4 * bad:
        return None
    return Decoded(text, "utf-8", f"UTF-8 but for {bad:,} damaged bytes{although}")


def _as_declared(content: bytes, said: str) -> Decoded:
    name = _codec(said) if said else guess(content)
    if name and name != "utf-8":
        try:
            text = content.decode(name)
        except (UnicodeError, LookupError):
            pass
        else:
            return Decoded(text, name, "the page says so" if said else "no UTF-8; it reads best so")
    reason = f"it is not in {said}, as the page says" if said else "nothing says what it is in"
    return Decoded(content.decode(FALLBACK, "replace"), FALLBACK, reason)


def _codec(label: str) -> str:
    """The encoding that browsers use for a declaration; "" where there is no such encoding."""
    plain = label.strip().lower().replace("_", "-")
    if plain in _OTHER_NAMES:
        return _OTHER_NAMES[plain]
    try:
        name = codecs.lookup(plain).name.replace("_", "-")
    except (LookupError, ValueError):
        return ""
    return _AS_BROWSERS_READ.get(name, name)
