"""The tokens of an RTF file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from annotator.readers.source import Source

MAX_TOKENS = 5_000_000
"""More are refused: a few thousand articles have less."""

_SHORT, _MOST_KNOWN = 16, 50_000

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])"
    rb"|([^\\{}\r\n\x00]+)|[\r\n\x00\\]",
    re.DOTALL,
)


class Token(NamedTuple):
    """Exactly one of them is not empty; `number` goes with `word`, None where it has none."""

    word: str = ""
    number: int | None = None
    symbol: str = ""
    brace: str = ""
    data: bytes = b""  # characters, encoded
    is_hex: bool = False  # one byte that was written as two digits


def is_rtf(source: Source) -> bool:
    """Whether the file begins as RTF does."""
    return source.head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf")


def tokens(source: Source) -> Iterator[Token]:
    """Every token; binary data are passed over. `ReaderError` if there are too many."""
    content, at = source.content, source.content.find(b"{")
    known: dict[bytes, Token] = {}  # the same few hundred come again and again
    for _ in range(MAX_TOKENS):
        found = _TOKEN.match(content, at)
        if found is None:
            return
        at = found.end()
        token = known.get(found[0]) or _token(found)
        if len(found[0]) < _SHORT and len(known) < _MOST_KNOWN:
            known[found[0]] = token
        if token.word == "bin":
            at += max(token.number or 0, 0)
        elif token is not _NOTHING:
            yield token
    raise source.refusal("is too large an RTF document to be read in reasonable time")


_NOTHING = Token()
_OPEN, _CLOSE = Token(brace="{"), Token(brace="}")
_PARAGRAPH = Token(word="par")


def _token(found: re.Match[bytes]) -> Token:
    word, number, digits, symbol, brace, data = found.groups()
    if data:
        return Token(data=data)
    if word:
        return Token(word=word.decode("ascii"), number=int(number) if number else None)
    if brace:
        return _OPEN if brace == b"{" else _CLOSE
    if digits:
        return Token(data=bytes([int(digits, 16)]), is_hex=True)
    if symbol in {b"\r", b"\n"}:
        return _PARAGRAPH
    return Token(symbol=symbol.decode("latin-1")) if symbol else _NOTHING
