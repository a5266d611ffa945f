"""Damage to bytes, each kind of it by one function; the randomness is given, so runs repeat."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

MAX_SIZE = 300_000
"""Larger results are cut: what is slow on them is slow on smaller ones."""

_NUMBER = re.compile(rb"\d+")
_NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"99999999999999999999", b"2147483648", b"1e999",
            b"4294967295", b"18446744073709551616", b"007", b"\xd9\xa3")  # fmt: skip
_TOKENS = (
    *(b"\x00", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b"\r\n\r\n", b"\x85", b"\x1a"),
    *("\u2028".encode(), "\u202e".encode(), b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc3"),
    *(b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"&#0;", b"&#xD800;", b"&#1114112;", b"<![CDATA["),
    *(b"</", b"<p>", b"<!--", b"-->", b"<table>", b"<?xml version='1.0' encoding='utf-7'?>"),
    *(b"{", b"}", b"{\\*\\", b"\\u-10179?", b"\\bin99999 ", b"\\'ff", b"[", b"]", b'"', b"'", b","),
    *(b"PK\x03\x04", b"\x1f\x8b\x08", b"%PDF-1.7", b"endobj", b"stream", b"<<", b">>", b"xref"),
    *(b"WARC/1.0\r\n", b"Content-Length: -5\r\n", b"\n\n", b"\t", b";", b"|", b"---\n", b"TY  - "),
    *(b"A" * 5_000, b"(" * 3_000, b"<b>" * 2_000, b"{" * 2_000, b"[" * 2_000, b"\n" * 3_000),
)


def mutated(content: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """The content with one to six faults; `others` are contents to splice with."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        content = random.choice(FAULTS)(content, others, random)[:MAX_SIZE]
    return content


def flipped_bits(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    """Some bits are the other way."""
    damaged = bytearray(content)
    for _index in range(random.randint(1, 8) if damaged else 0):
        damaged[random.randrange(len(damaged))] ^= 1 << random.randrange(8)
    return bytes(damaged)


def other_bytes(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    """A run of bytes is another one."""
    start, end = _range(content, random, 16)
    return content[:start] + random.randbytes(end - start) + content[end:]


def truncated(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    """The end is missing."""
    return content[: random.randint(0, len(content))]


def beheaded(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    """The beginning is missing."""
    return content[random.randint(0, min(len(content), 200)) :]


def shortened(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    """A piece is missing."""
    start, end = _range(content, random, len(content))
    return content[:start] + content[end:]


def repeated(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    """A piece stands there many times."""
    start, end = _range(content, random, 400)
    times = random.choice((2, 3, 50, 2_000))
    return content[:start] + content[start:end] * times + content[end:]


def moved(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    """A piece stands elsewhere."""
    start, end = _range(content, random, 400)
    rest = content[:start] + content[end:]
    at = random.randint(0, len(rest))
    return rest[:at] + content[start:end] + rest[at:]


def spliced(content: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """The end is that of another file."""
    other = random.choice(others) if others else content
    return content[: random.randint(0, len(content))] + other[random.randint(0, len(other)) :]


def renumbered(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    """A number is another one."""
    numbers = list(_NUMBER.finditer(content))
    if not numbers:
        return content
    number = random.choice(numbers)
    return content[: number.start()] + random.choice(_NUMBERS) + content[number.end() :]


def interspersed(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    """Something that means something stands where it should not."""
    at = random.randint(0, len(content))
    return content[:at] + random.choice(_TOKENS) + content[at:]


def shuffled_lines(content: bytes, _: Sequence[bytes], random: Random) -> bytes:
    """Lines stand in another order."""
    lines = content.split(b"\n")
    start, end = _range(content[: len(lines)], random, 12)
    some = lines[start:end]
    random.shuffle(some)
    return b"\n".join(lines[:start] + some + lines[end:])


def _range(content: bytes, random: Random, longest: int) -> tuple[int, int]:
    start = random.randint(0, len(content))
    return start, min(len(content), start + random.randint(0, max(longest, 1)))


Fault = Callable[[bytes, Sequence[bytes], Random], bytes]
FAULTS: tuple[Fault, ...] = (
    flipped_bits, other_bytes, truncated, beheaded, shortened, repeated, moved, spliced,
    renumbered, interspersed, shuffled_lines,
)  # fmt: skip
