"""Bytes to text: which encoding, and the text as it will be stored."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from annotator.errors import UsageError
from annotator.readers.bytesource import refusal
from annotator.readers.eightbit import guess

UTF8 = "utf-8"
BYTE_ORDER_MARK = "\ufeff"
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, UTF8),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ANY_MARK = tuple(mark for mark, _ in _BYTE_ORDER_MARKS)
_NOT_OF_FILES = frozenset(
    {"unicode-escape", "raw-unicode-escape", "punycode", "idna", "undefined", "mbcs", "oem"}
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL_BYTES = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b") + b"\x7f"
_SAMPLE_BYTES = 2_000


class Decoded(NamedTuple):
    """Text with LF line ends and without byte-order mark, the encoding it came from, and why."""

    text: str
    encoding: str
    reason: str = ""


def decode(path: Path, content: bytes, encoding: str | None = None) -> Decoded:
    """The text of `content`. `ReaderError` if it is no text, or no encoding fits.

    In this order: `encoding` where given, a byte-order mark, UTF-16 by its pattern of zero bytes,
    strict UTF-8, and what charset-normalizer finds. Nothing is changed but CR LF and CR, which
    become LF, and a leading byte-order mark, which goes.
    """
    name = encoding_named(encoding) if encoding else _marked(content)
    if name:
        text = _strict(path, content, name)
        reason = "as asked for" if encoding else "the file begins with its byte-order mark"
    else:
        _refuse_binary(path, content)
        text, name, reason = _detected(path, content)
    if text.startswith(BYTE_ORDER_MARK):
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_unstorable(path, text, name)
    return Decoded(text, name, reason)


def encoding_named(encoding: str) -> str:
    """The name under which Python knows an encoding; `UsageError` if there is none."""
    try:
        name = codecs.lookup(encoding).name.replace("_", "-")
    except (LookupError, ValueError):
        name = ""
    if not name or name in _NOT_OF_FILES:
        raise UsageError(
            f'There is no encoding of texts called "{encoding}".',
            hint="Common ones: utf-8, utf-16, cp1252, latin-1, gb18030, shift_jis, euc_kr.",
        )
    return name


def _marked(content: bytes) -> str:
    if not content.startswith(_ANY_MARK):
        return ""
    for mark, name in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return name
    return ""


def _strict(path: Path, content: bytes, name: str) -> str:
    try:
        return content.decode(name)
    except LookupError as error:  # "hex", "rot13": known to Python, but not for text
        raise UsageError(f'"{name}" is not an encoding of texts.') from error
    except UnicodeDecodeError as error:
        raise refusal(
            path,
            f"is not valid {name}: {error.reason} at byte {error.start:,}",
            line=content.count(b"\n", 0, error.start) + 1,
        ) from error
    except UnicodeError as error:
        raise refusal(path, f"is not valid {name}: {error}") from error


def _detected(path: Path, content: bytes) -> Decoded:
    if name := _wide(content):  # before UTF-8, for which English in UTF-16 is letters and NULs
        return Decoded(_strict(path, content, name), name, "every other byte is zero")
    try:
        return Decoded(content.decode(UTF8), UTF8, "every byte is valid UTF-8")
    except UnicodeDecodeError as error:
        fault = error
    if b"\x00" in content:
        raise refusal(path, "is a binary file, not text: it contains zero bytes")
    _refuse_damaged_utf8(path, content, fault)
    name = guess(content)
    if not name:
        raise refusal(
            path,
            "is in an encoding that could not be recognised",
            hint="name it with --encoding, for example --encoding cp1252",
        )
    return Decoded(_strict(path, content, name), name, "no UTF-8; it reads best so")


def _wide(content: bytes) -> str:
    """Which UTF-16 without a mark it is: in Latin text every other byte, the high one, is zero."""
    if b"\x00" not in content or len(content) % 2:
        return ""
    sample = content[:20_000]
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    if max(low, high) > len(sample) // 2 * 0.4 > 8 * min(low, high):
        return "utf-16-le" if high > low else "utf-16-be"
    return ""


def _refuse_damaged_utf8(path: Path, content: bytes, fault: UnicodeDecodeError) -> None:
    # Any bytes "fit" an eight-bit encoding, so text that is UTF-8 but for a few bytes would come
    # out as mojibake. More good characters than bad bytes: it is damaged, its owner should know.
    tolerant = content.decode(UTF8, errors="replace")
    bad = tolerant.count("\ufffd") - content.count("\ufffd".encode())
    good = sum(1 for character in tolerant if character > "\x7f") - bad
    line = content.count(b"\n", 0, fault.start) + 1
    cut_off = fault.reason == "unexpected end of data"
    # One foreign byte at the very end may be an accented letter, several are half a character.
    if cut_off and (good > bad or fault.end - fault.start > 1):
        raise refusal(path, "is cut off in the middle of its last character", line=line)
    if good <= bad:
        return
    raise refusal(
        path,
        f"is UTF-8 but for {bad:,} damaged or foreign bytes, the first at byte {fault.start:,}",
        line=line,
        hint="mend the file, or name another encoding with --encoding",
    )


def _refuse_binary(path: Path, content: bytes) -> None:
    sample = content[:_SAMPLE_BYTES]
    if b"\x00" not in sample and len(sample.translate(None, _CONTROL_BYTES)) < 0.9 * len(sample):
        raise refusal(path, "is a binary file, not text: it is full of control characters")


def _refuse_unstorable(path: Path, text: str, name: str) -> None:
    at, what = text.find("\x00"), "a NUL character"
    if at < 0 and name != UTF8 and (found := _SURROGATE.search(text)):
        at, what = found.start(), "half a surrogate pair"
    if at >= 0:
        raise refusal(
            path,
            f"contains {what} at character {at:,} (read as {name})",
            line=text.count("\n", 0, at) + 1,
        )
