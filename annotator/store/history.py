"""Undo, redo and who did what: read from the log, never kept beside it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Any, NamedTuple

from annotator.model.event import Event, EventKind
from annotator.store import events
from annotator.store.live import LIVE


class HistoryRow(NamedTuple):
    """One user action, newest first. `taken_back` tells that it was undone and not redone."""

    at: int
    coder: str
    round: str
    batch: str
    events: tuple[Event, ...]
    n_events: int
    taken_back: bool


def last_action(connection: sqlite3.Connection, coder: str, round: str) -> list[Event]:
    """The coder's newest action that stands and can be undone; empty if there is none.

    An import is a floor: it is the lead's act, and one key must not take back a whole table. So is
    a change of the codebook, and an action of which a package holds only this coder's part.
    """
    row = connection.execute(
        f"SELECT batch FROM event WHERE coder = ? AND round = ? AND {LIVE}"  # noqa: S608
        " AND kind NOT IN ('retracted', 'restored', 'seen') ORDER BY n DESC LIMIT 1",
        (coder, round),
    ).fetchone()
    if row is None or _is_floor(connection, row[0]):
        return []
    return [event for event in _batch(connection, row[0]) if event.coder == coder]


def last_decision(connection: sqlite3.Connection, coder: str, round: str) -> list[Event]:
    """The coder's newest action that decided anything and stands; empty if there is none."""
    row = connection.execute(
        f"SELECT batch FROM event WHERE kind = 'decision' AND coder = ? AND round = ?"  # noqa: S608
        f" AND {LIVE} ORDER BY n DESC LIMIT 1",
        (coder, round),
    ).fetchone()
    return list(_batch(connection, row[0])) if row else []


def last_import(connection: sqlite3.Connection) -> list[Event]:
    """The newest import that stands, whoever's codings it brought; empty if there is none."""
    row = connection.execute(
        f"SELECT id FROM event WHERE kind = 'imported' AND {LIVE}"  # noqa: S608 - constants
        " ORDER BY n DESC LIMIT 1"
    ).fetchone()
    return list(_batch(connection, row[0])) if row else []


def last_undo(connection: sqlite3.Connection, coder: str, round: str) -> Event | None:
    """The coder's newest undo that a redo can restore: nothing new was done since."""
    restored: set[str] = set()
    for event in _newest_first(connection, coder, round):
        if event.kind == EventKind.RESTORED:
            restored.add(event.body["retraction"])
        elif event.kind == EventKind.SEEN:
            continue  # nothing was done
        elif event.kind != EventKind.RETRACTED:
            return None
        elif event.body.get("import"):
            return None  # the lead's act: not for a coder's redo
        elif event.id not in restored:
            return event
    return None


def action_of(connection: sqlite3.Connection, identifier: str) -> list[Event]:
    """All events of the action that this event belongs to."""
    (batch,) = connection.execute("SELECT batch FROM event WHERE id = ?", (identifier,)).fetchone()
    return list(_batch(connection, batch))


def events_by_id(connection: sqlite3.Connection, identifiers: list[str]) -> list[Event]:
    """These events, in the order of the log."""
    rows = connection.execute(
        f"SELECT {events.COLUMNS} FROM event"  # noqa: S608 - constants
        " WHERE id IN (SELECT value FROM json_each(?)) ORDER BY n",
        (json.dumps(identifiers),),
    )
    return [events.from_row(row) for row in rows]


def history(
    connection: sqlite3.Connection, *, coder: str | None, limit: int
) -> Iterator[HistoryRow]:
    """The newest actions, of one coder or of all."""
    seen: set[str] = set()
    newest = _MAX_ROWID
    while len(seen) < limit:
        last = _newest_event(connection, coder, before=newest)
        if last is None:
            return
        newest, event = last
        if event.batch not in seen:
            seen.add(event.batch)
            row = _history_row(connection, event)
            newest = _before_batch(connection, newest, row)
            yield row


_MAX_ROWID = 2**63 - 1
_SHOWN_EVENTS = 20


def _newest_event(
    connection: sqlite3.Connection, coder: str | None, before: int
) -> tuple[int, Event] | None:
    who, arguments = ("AND coder = ?", (coder,)) if coder is not None else ("", ())
    row = connection.execute(
        f"SELECT n, {events.COLUMNS} FROM event WHERE n < ? {who}"  # noqa: S608 - constants
        " ORDER BY n DESC LIMIT 1",
        (before, *arguments),
    ).fetchone()
    return (row[0], events.from_row(row[1:])) if row else None


def _before_batch(connection: sqlite3.Connection, last: int, row: HistoryRow) -> int:
    """Where to read on: before the batch, if nothing else stands between its events.

    A merge may have put others' events between them; then each is looked at.
    """
    (first,) = connection.execute(
        "SELECT n FROM event WHERE id = ?", (row.events[0].id,)
    ).fetchone()
    return int(first) if last - first + 1 == row.n_events else last


def _history_row(connection: sqlite3.Connection, last: Event) -> HistoryRow:
    first = _first_of(connection, last)
    shown = tuple(islice(_from(connection, first), _SHOWN_EVENTS))
    (live,) = connection.execute(
        f"SELECT {LIVE} FROM event WHERE id = ?",  # noqa: S608 - constants
        (last.id,),
    ).fetchone()
    (count,) = connection.execute(
        "SELECT count(*) FROM event WHERE replica = ? AND seq BETWEEN ? AND ?",
        (first.replica, first.seq, last.seq),
    ).fetchone()
    return HistoryRow(first.at, first.coder, first.round, first.batch, shown, count, not live)


def _first_of(connection: sqlite3.Connection, last: Event) -> Event:
    """The first event of the action: the one it is named after, unless a package left it out."""
    found = events_by_id(connection, [last.batch])
    if found:
        return found[0]
    rows = connection.execute(
        f"SELECT {events.COLUMNS} FROM event"  # noqa: S608 - constants
        " WHERE replica = ? AND seq <= ? ORDER BY seq DESC",
        (last.replica, last.seq),
    )
    *_, first = takewhile(lambda event: event.batch == last.batch, map(events.from_row, rows))
    return first


def _batch(connection: sqlite3.Connection, batch: str) -> Iterator[Event]:
    """The events of a batch that is here with its first event."""
    for first in events_by_id(connection, [batch]):
        yield from _from(connection, first)


def _from(connection: sqlite3.Connection, first: Event) -> Iterator[Event]:
    """An event and those of its batch after it: they follow each other in their copy."""
    rows = connection.execute(
        f"SELECT {events.COLUMNS} FROM event"  # noqa: S608 - constants
        " WHERE replica = ? AND seq >= ? ORDER BY seq",
        (first.replica, first.seq),
    )
    return takewhile(lambda event: event.batch == first.batch, map(events.from_row, rows))


def _newest_first(connection: sqlite3.Connection, coder: str, round: str) -> Iterator[Event]:
    rows: Iterator[tuple[Any, ...]] = connection.execute(
        f"SELECT {events.COLUMNS} FROM event"  # noqa: S608 - constants
        " WHERE coder = ? AND round = ? ORDER BY n DESC",
        (coder, round),
    )
    return map(events.from_row, rows)


def _is_floor(connection: sqlite3.Connection, batch: str) -> bool:
    row = connection.execute("SELECT kind FROM event WHERE id = ?", (batch,)).fetchone()
    return row is None or row[0] in (EventKind.IMPORTED, EventKind.CODEBOOK_ADOPTED)
