"""Taking back, as one action, events of any coders: a merge, an import, another codebook."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from annotator.model import facts
from annotator.model.event import Draft, Event, EventKind
from annotator.store import events
from annotator.store.events import load_body
from annotator.store.history import action_of
from annotator.store.live import LIVE

_FOR_GOOD = frozenset({EventKind.SEEN})  # what was seen was seen


class Merge(NamedTuple):
    """A merge as its event tells it: the file, and of each copy the first and last event."""

    source: str
    events: int
    replicas: Mapping[str, tuple[int, int]]


def last_merge(connection: sqlite3.Connection) -> tuple[Merge, list[Event]] | None:
    """The newest merge that stands, with its events and its own; None where there is none.

    The events of a merge stand right before its own in the file that made it. The newest is one
    that this file made: what others merged came with a merge of ours, and goes with it.
    """
    row = connection.execute(
        f"SELECT n, body FROM event WHERE kind = 'merged' AND {LIVE}"  # noqa: S608 - constants
        " ORDER BY n DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    n, merge = row[0], _merge(row[1])
    rows = connection.execute(
        f"SELECT {events.COLUMNS} FROM event WHERE n <= ?"  # noqa: S608 - constants
        " ORDER BY n DESC LIMIT ?",
        (n, merge.events + 1),
    )
    return merge, [events.from_row(found) for found in rows]


def undone_merges(connection: sqlite3.Connection) -> Iterator[tuple[Merge, list[Event]]]:
    """Merges that were taken back, newest first, with the events of the action that did it."""
    rows = connection.execute(
        f"SELECT body, {_UNDO} FROM event WHERE kind = 'merged' AND NOT {LIVE}"  # noqa: S608
        " ORDER BY n DESC"
    )
    told = set()
    for body, undo in rows.fetchall():
        action = action_of(connection, undo)
        if action[0].batch not in told:  # merges of others came with ours, and went with it
            told.add(action[0].batch)
            yield _merge(body), action


_UNDO = """(SELECT id FROM retraction WHERE retraction.event = event.id AND coder = ''
  AND NOT EXISTS (SELECT 1 FROM restoration
    WHERE restoration.retraction = retraction.id AND coder = ''))"""


def has_any_of(connection: sqlite3.Connection, merge: Merge) -> bool:
    """Whether a log holds any of the events that a merge brought."""
    return any(
        connection.execute(
            "SELECT 1 FROM event WHERE replica = ? AND seq BETWEEN ? AND ? LIMIT 1",
            (replica, first, last),
        ).fetchone()
        for replica, (first, last) in merge.replicas.items()
    )


def reversal(connection: sqlite3.Connection, brought: Sequence[Event]) -> list[Draft]:
    """What to append so that the study is as if these events had not come.

    Only their own coder can take events back, so each is retracted in that coder's name. An undo
    among them is taken back by a redo, a redo by a new undo of what it restored.
    """
    ids = {event.id for event in brought}
    undos = (EventKind.RETRACTED, EventKind.RESTORED)
    plain = [e for e in brought if e.kind not in undos and e.kind not in _FOR_GOOD]
    drafts = []
    for coder, own in groupby(sorted(plain, key=lambda e: e.coder), key=lambda e: e.coder):
        drafts.append(facts.retracted([e.id for e in own], coder, whole_import=True))
    for event in brought:
        if event.kind == EventKind.RETRACTED:
            drafts.append(facts.restored(event.id, event.coder))
        elif event.kind == EventKind.RESTORED:
            drafts += _undone_again(connection, event, ids)
    return drafts


def _undone_again(connection: sqlite3.Connection, redo: Event, brought: set[str]) -> list[Draft]:
    retraction = redo.body["retraction"]
    others = connection.execute(
        "SELECT id FROM event WHERE kind = 'restored' AND coder = ?"
        " AND body ->> '$.retraction' = ?",
        (redo.coder, retraction),
    ).fetchall()
    if retraction in brought or any(other not in brought for (other,) in others):
        return []
    rows = connection.execute(
        "SELECT event FROM retraction WHERE id = ? AND coder = ?", (retraction, redo.coder)
    )
    taken_back = [event for (event,) in rows]
    return [facts.retracted(taken_back, redo.coder, whole_import=True)] if taken_back else []


def _merge(body: str) -> Merge:
    told = load_body(body)
    return Merge(told["source"], told["events"], told["replicas"])
