"""Is the file sound? Every event's hash, every content's hash, and the state against the log."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from annotator.errors import StudyBusy, StudyDamaged, StudyError
from annotator.ids import content_hash
from annotator.store import events, state
from annotator.store.connection import transaction
from annotator.store.sqlite_errors import translated


def faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Everything that does not verify, in words; nothing where the file is sound."""
    yield from _sqlite_faults(connection)
    yield from _content_faults(connection)
    yield from _chain_faults(connection)
    try:
        yield from _state_faults_somewhere(connection)
    except (StudyDamaged, KeyError) as error:
        yield f"the log cannot be replayed: {error}"
    except StudyError as error:
        yield f"its state was not compared with the log: {error}"


def _sqlite_faults(connection: sqlite3.Connection) -> Iterator[str]:
    for (answer,) in connection.execute("PRAGMA integrity_check(20)"):
        if answer != "ok":
            yield f"SQLite: {answer}"


def _content_faults(connection: sqlite3.Connection) -> Iterator[str]:
    for digest, body in connection.execute("SELECT hash, body FROM content"):
        if content_hash(body.encode("utf-8")) != digest:
            yield f"a stored text changed after it was added (content {digest[:12]})"


def _chain_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Events whose hash does not follow from their copy's previous event.

    Of an event that a package left out, its hash is kept for the one that follows it.
    """
    left_out = {
        (replica, seq): digest
        for replica, seq, digest in connection.execute("SELECT replica, seq, hash FROM omitted")
    }
    replica, seq, previous = "", 0, b""
    for *row, digest in connection.execute(
        f"SELECT {events.COLUMNS}, hash FROM event ORDER BY replica, seq"  # noqa: S608 - constants
    ):
        if row[1] != replica:
            replica, seq, previous = row[1], 0, b""
        if row[2] != seq + 1 and (replica, row[2] - 1) in left_out:
            seq, previous = row[2] - 1, left_out[replica, row[2] - 1]
        if row[2] != seq + 1:
            yield f"events {seq + 1} to {row[2] - 1} of copy {replica} are missing"
        elif events.chain_hash(previous, tuple(row)) != digest:
            yield f"event {row[2]} of copy {replica} changed after it was written ({row[0]})"
        seq, previous = row[2], digest


def _state_faults_somewhere(connection: sqlite3.Connection) -> Iterator[str]:
    """Compared in the file; in memory where it cannot be written, or its disk is full."""
    try:
        yield from _state_faults(connection)
    except (StudyDamaged, StudyBusy):
        raise
    except StudyError:
        yield from _state_faults_of_a_copy(connection)


def _state_faults(connection: sqlite3.Connection) -> Iterator[str]:
    """Derived tables that differ from what the log says; compared inside a rolled-back rebuild."""
    before = {table: _fingerprint(connection, table) for table in state.DERIVED}
    differing: list[str] = []
    try:
        with transaction(connection):
            state.rebuild(connection)
            differing = [t for t in state.DERIVED if _fingerprint(connection, t) != before[t]]
            raise _Compared
    except _Compared:
        pass
    for table in differing:
        yield f"the table {table} differs from the log (annotator doctor --repair rebuilds it)"


def _state_faults_of_a_copy(connection: sqlite3.Connection) -> Iterator[str]:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with translated():
            connection.backup(copy)
        yield from _state_faults(copy)
    finally:
        copy.close()


class _Compared(Exception):
    """Ends the comparison and rolls the rebuild back."""


def _fingerprint(connection: sqlite3.Connection, table: str) -> str:
    order = ", ".join(
        f'"{column}"'
        for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
    )
    rows = connection.execute(f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608 - constants
    return content_hash("\n".join(map(repr, rows)).encode("utf-8", "surrogatepass"))
