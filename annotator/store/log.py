"""The only writer of the log: gives drafts ids, order and hashes, and brings the state along."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from annotator.ids import content_hash, new_id
from annotator.model.event import Draft, Event
from annotator.store import events, state

_CHUNK = 2_000


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: coder and round for drafts without their own, replica, codebook in force."""

    coder: str
    round: str
    replica: str
    codebook: str


@dataclass(slots=True)
class _Head:
    seq: int
    lamport: int
    id: str
    hash: bytes


def append(
    connection: sqlite3.Connection, author: Author, drafts: Iterable[Draft], *, batch: str = ""
) -> str:
    """Write drafts as events of one batch and project them; returns the batch's id ("" if empty).

    Must run inside a transaction. Takes any number of drafts in little memory.
    """
    head = _head(connection, author.replica)
    remaining = iter(drafts)
    while chunk := list(islice(remaining, _CHUNK)):
        written, batch = _number(chunk, author, head, batch)
        _write(connection, head, written)
        state.project(connection, written)
    return batch


def free_id(connection: sqlite3.Connection) -> str:
    """A new id that sorts after every event known."""
    return new_id(after=_head(connection, "").id)


def lamport(connection: sqlite3.Connection) -> int:
    """The highest Lamport time of all events."""
    return _head(connection, "").lamport


def put_content(connection: sqlite3.Connection, bodies: Sequence[str]) -> list[str]:
    """Keep large bodies once, under their hash; returns the hashes."""
    hashes = [content_hash(body.encode("utf-8")) for body in bodies]
    connection.executemany(
        "INSERT INTO content (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING",
        # in the order of the index: neighbours go to the same page, which is written once
        sorted(zip(hashes, bodies, strict=True), key=itemgetter(0)),
    )
    return hashes


def _number(
    drafts: list[Draft], author: Author, head: _Head, batch: str
) -> tuple[list[Event], str]:
    at = time.time_ns() // 1_000_000
    lamport = head.lamport + 1
    written = []
    for draft in drafts:
        head.id = new_id(after=head.id)
        head.seq += 1
        batch = batch or head.id
        written.append(
            Event(
                head.id,
                author.replica,
                head.seq,
                lamport,
                at,
                author.coder if draft.coder is None else draft.coder,
                author.round if draft.round is None else draft.round,
                batch,
                str(draft.kind),
                draft.article,
                draft.paragraph,
                draft.statement,
                draft.variable,
                draft.body,
                author.codebook,
            )
        )
    head.lamport = lamport
    return written, batch


def _write(connection: sqlite3.Connection, head: _Head, written: list[Event]) -> None:
    rows = []
    for event in written:
        row = events.to_row(event)
        head.hash = events.chain_hash(head.hash, row)
        rows.append((*row, head.hash))
    events.insert(connection, rows)


def _head(connection: sqlite3.Connection, replica: str) -> _Head:
    """The newest event of this copy, and the newest order and id of all copies.

    Within a copy, order and ids only grow: each copy's last event is its newest.
    """
    head = _Head(0, 0, "", b"")
    known = ""
    while (row := _next_replica(connection, known)) is not None:
        known, seq, lamport, identifier, digest = row
        head.lamport = max(head.lamport, lamport)
        head.id = max(head.id, identifier)
        if known == replica:
            head.seq, head.hash = seq, digest
    return head


def _next_replica(
    connection: sqlite3.Connection, after: str
) -> tuple[str, int, int, str, bytes] | None:
    row: tuple[str, int, int, str, bytes] | None = connection.execute(
        "SELECT replica, seq, lamport, id, hash FROM event"
        " WHERE replica = (SELECT min(replica) FROM event WHERE replica > ?)"
        " ORDER BY seq DESC LIMIT 1",
        (after,),
    ).fetchone()
    return row
