"""Identifiers: ordered ids for events and statements, content hashes for texts."""

from __future__ import annotations

import hashlib
import os
import time

_RANDOM_BYTES = 8  # after 12 digits of milliseconds since 1970


def new_id(after: str = "") -> str:
    """A new id of 28 hexadecimal digits, in the order of time, that sorts after `after`.

    `after` is the newest id known: a clock that was set back must not make today's coding lose to
    yesterday's.
    """
    milliseconds = time.time_ns() // 1_000_000
    fresh = f"{milliseconds << 8 * _RANDOM_BYTES | int.from_bytes(os.urandom(_RANDOM_BYTES)):028x}"
    if fresh > after:
        return fresh
    return f"{int(after, 16) + 1 + int.from_bytes(os.urandom(4)):028x}"


def content_hash(content: bytes) -> str:
    """SHA-256 of the bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
