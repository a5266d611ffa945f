"""The events of a file that somebody sent, each verified: its shape, its body, its chain."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from annotator.model import bodies, shape
from annotator.model.shape import Fields
from annotator.store.events import COLUMNS, chain_hash, dump_body

LAMPORT_LEAP = 1_000_000
"""How far an event may stand, in the order across copies, beyond all events that can have been."""


class Arrival(NamedTuple):
    """An event of the file. `n` is its row there; `before` the hash of the event before it."""

    n: int
    row: Fields
    body: Mapping[str, Any]
    hash: bytes
    before: bytes


class Limits(NamedTuple):
    """What an event may at most say: wall time now, and the highest Lamport time."""

    now: int
    lamport: int


def limits(source: sqlite3.Connection, known_lamport: int) -> Limits:
    """Each action raises the Lamport time by one: it cannot exceed the number of all events."""
    (ever,) = source.execute(
        "SELECT ifnull(sum(last), 0) FROM (SELECT min(max(seq), ?) AS last FROM event"
        " GROUP BY replica)",
        (shape.MAX_SEQ,),
    ).fetchone()
    return Limits(time.time_ns() // 1_000_000, known_lamport + int(ever) + LAMPORT_LEAP)


def arrivals(source: sqlite3.Connection, allowed: Limits) -> Iterator[Arrival | str]:
    """Every event of the file by copy and number; what does not verify comes as words instead."""
    left_out = {
        (replica, seq): digest
        for replica, seq, digest in source.execute("SELECT replica, seq, hash FROM omitted")
    }
    last: Arrival | None = None
    for n, *values, digest in source.execute(
        f"SELECT n, {COLUMNS}, hash FROM event ORDER BY replica, seq"  # noqa: S608 - constants
    ):
        row = Fields._make(values)
        if not shape.has_types(row, digest):
            yield f"row {n} of its log holds something that is no event"
            continue
        last = last if last and last.row.replica == row.replica else None
        before = _before(row, last, left_out)
        found = Arrival(n, row, {}, digest, before or b"")
        if before is None:
            fault = "does not follow: events before it are missing"
        elif not (fault := _fault(found, last, allowed)):
            read = _read_often if len(row.body) <= _SHORT else _read
            body, fault = read(row.kind, row.body)
            found = found._replace(body=body)
        yield f"event {row.seq} of copy {row.replica[:40]} {fault}" if fault else found
        last = found._replace(body={})


def _before(
    row: Fields, last: Arrival | None, left_out: Mapping[tuple[str, int], bytes]
) -> bytes | None:
    """The hash of the event before this one in its copy; None where nothing tells it."""
    if row.seq == 1:
        return b""
    if last and last.row.seq + 1 == row.seq:
        return last.hash
    return left_out.get((row.replica, row.seq - 1))


def _fault(found: Arrival, last: Arrival | None, allowed: Limits) -> str:
    row = found.row
    if chain_hash(found.before, row) != found.hash:
        return "was changed after it was written"
    return shape.fault(row, allowed.now) or _fault_of_order(row, last, allowed)


def _fault_of_order(row: Fields, last: Arrival | None, allowed: Limits) -> str:
    if not 0 <= row.lamport <= allowed.lamport:
        return f"claims a place in the order that cannot be ({row.lamport:,})"
    if last and (last.row.lamport > row.lamport or last.row.id >= row.id):
        return "claims to be older than the event before it"
    follows = last and last.row.seq + 1 == row.seq
    if last and follows and row.batch not in (row.id, last.row.batch):
        return "belongs to an action that cannot be"
    return ""


_OTHER_DETAILS = "holds details that annotator did not write"
_SHORT = 200  # characters; most codings say the same as many others


def _read(kind: str, text: str) -> tuple[Mapping[str, Any], str]:
    """The body, and what is wrong with it; it must be written exactly as annotator writes it."""
    try:
        body = json.loads(text)
        written = dump_body(body) if isinstance(body, dict) else None
    except (ValueError, RecursionError):
        return {}, _OTHER_DETAILS
    return (body, bodies.fault(kind, body)) if written == text else ({}, _OTHER_DETAILS)


_read_often = lru_cache(maxsize=5_000)(_read)
