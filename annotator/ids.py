"""Identifiers: ordered ids for events and statements, content hashes for texts."""

from __future__ import annotations

import hashlib
import os
import time

# Crockford's base 32: no I, L, O, U, so that an id can be read aloud; sorts like its number.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 26


def new_id(after: str = "") -> str:
    """A new 26-character id (48 bits of milliseconds, 80 random bits) that sorts after `after`.

    `after` is the newest id known: a clock that was set back must not make today's coding
    lose to yesterday's.
    """
    fresh = _encode(time.time_ns() // 1_000_000 << 80 | int.from_bytes(os.urandom(10)))
    if fresh > after:
        return fresh
    return _encode(_decode(after) + 1 + int.from_bytes(os.urandom(4)))


def content_hash(content: bytes) -> str:
    """SHA-256 of the bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def _encode(number: int) -> str:
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(5 * (_LENGTH - 1), -1, -5))


def _decode(identifier: str) -> int:
    number = 0
    for character in identifier:
        number = number << 5 | _ALPHABET.index(character)
    return number
