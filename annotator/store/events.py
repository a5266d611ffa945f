"""Events as rows: how they are written, read back and hashed."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from annotator.errors import StudyDamaged
from annotator.model.event import Event

COLUMNS = (
    "id, replica, seq, lamport, at, coder, round, batch, kind, article, paragraph, statement,"
    " variable, body, codebook"
)
_INSERT = f"INSERT INTO event ({COLUMNS}, hash) VALUES ({'?, ' * 15}?)"  # noqa: S608 - constants
CODEBOOK_DIGITS = 12
_BODY = 13  # its place among COLUMNS

_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode

Row = tuple[Any, ...]


def to_row(event: Event) -> Row:
    """The event as a row in the order of COLUMNS."""
    return (
        event.id, event.replica, event.seq, event.lamport, event.at, event.coder, event.round,
        event.batch, event.kind, event.article, event.paragraph, event.statement, event.variable,
        dump_body(event.body), event.codebook,
    )  # fmt: skip


def from_row(row: Row) -> Event:
    """The event that such a row states."""
    values = [*row[:_BODY], load_body(row[_BODY]), *row[_BODY + 1 :]]
    return Event(*values)


def dump_body(body: Mapping[str, Any]) -> str:
    """Canonical JSON: sorted keys, no spaces, text as it is."""
    if not body:
        return "{}"
    return _CANONICAL(body)


def load_body(text: str) -> dict[str, Any]:
    """What `dump_body` wrote. Raises StudyDamaged for anything else."""
    try:
        body = json.loads(text)
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise StudyDamaged(
            "The study holds an entry that annotator did not write.",
            hint="`annotator doctor` says more.",
        )
    return body


def chain_hash(previous: bytes, row: Row) -> bytes:
    """SHA-256 over the hash of the copy's previous event and this event's row."""
    text = _COMPACT(row)
    return hashlib.sha256(previous + text.encode("utf-8", "surrogatepass")).digest()


def insert(connection: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Append rows (COLUMNS and the hash) to the log."""
    connection.executemany(_INSERT, rows)
