"""One coder in two copies: questions that both answered without knowing of each other."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from annotator.model.coding import State
from annotator.model.event import EventKind
from annotator.model.merging import Conflict
from annotator.model.shape import Fields
from annotator.store.events import load_body
from annotator.store.live import LIVE

_CHUNK = 2_000
_WHAT: Mapping[str, str] = {
    EventKind.VALUE_SET: "", EventKind.VALUE_CLEARED: "", EventKind.STATEMENT_ADDED: "statement",
    EventKind.STATEMENT_REMOVED: "statement", EventKind.UNIT_FINISHED: "finished",
    EventKind.UNIT_REOPENED: "finished", EventKind.MEMO_SET: "memo", EventKind.FLAG_SET: "flag",
}  # fmt: skip


class Register(NamedTuple):
    """What one event writes and a later one may write over."""

    article: str
    paragraph: int
    coder: str
    round: str
    statement: str
    variable: str
    what: str


class Newest(NamedTuple):
    """The event that a register shows; the greater one stands."""

    lamport: int
    id: str
    kind: str
    words: str

    @classmethod
    def of(cls, row: Fields, body: Mapping[str, Any]) -> Newest:
        """What this event makes of its register."""
        return cls(row.lamport, row.id, row.kind, _words(row.kind, body))


def register_of(row: Fields) -> Register | None:
    """The register of a coder's work that the event writes; None for other events."""
    what = _WHAT.get(row.kind)
    if what is None:
        return None
    return Register(
        row.article, row.paragraph, row.coder, row.round, row.statement, row.variable, what
    )


def _words(kind: str, body: Mapping[str, Any]) -> str:
    match kind:
        case EventKind.VALUE_SET:
            return str(body["value"] if body["state"] == State.CODED else body["state"])
        case EventKind.VALUE_CLEARED:
            return "taken away"
        case EventKind.MEMO_SET:
            return str(body["text"])
        case EventKind.FLAG_SET:
            return "flagged" if body["on"] else "not flagged"
        case EventKind.UNIT_FINISHED:
            return "finished"
        case EventKind.UNIT_REOPENED:
            return "not finished"
        case EventKind.STATEMENT_ADDED:
            return "added"
        case _:
            return "removed"


def conflicts(
    target: sqlite3.Connection, source: sqlite3.Connection, theirs: Mapping[Register, Newest]
) -> list[Conflict]:
    """Registers whose newest event here is unknown to the file, and the other way round.

    `theirs` are the newest live events of the file that are unknown here.
    """
    last = dict(source.execute("SELECT replica, max(seq) FROM event GROUP BY replica").fetchall())
    coders = {c for c in {r.coder for r in theirs} if _has_more(target, c, last)}
    units = {register[:4] for register in theirs if register.coder in coders}
    ours: dict[Register, Newest] = {}
    for row in _live_events(target, sorted(units)):
        register = register_of(row)
        if register and register in theirs and row.seq > last.get(row.replica, 0):
            newest = Newest.of(row, load_body(row.body))
            ours[register] = max(newest, ours.get(register, newest))
    return [
        _conflict(register, mine, theirs[register])
        for register, mine in sorted(ours.items())
        if mine.words != theirs[register].words
    ]


def _conflict(register: Register, ours: Newest, theirs: Newest) -> Conflict:
    return Conflict(
        register.coder, register.round, register.article, register.paragraph, register.statement,
        register.what or register.variable, ours.words, theirs.words, theirs > ours,
    )  # fmt: skip


def _has_more(target: sqlite3.Connection, coder: str, last: Mapping[str, int]) -> bool:
    """Whether there are events of the coder here that the file does not have."""
    rows = target.execute(
        "SELECT replica, max(seq) FROM event WHERE coder = ? GROUP BY replica", (coder,)
    )
    return any(seq > last.get(replica, 0) for replica, seq in rows)


def _live_events(
    target: sqlite3.Connection, units: Sequence[tuple[str, int, str, str]]
) -> Iterator[Fields]:
    columns = ", ".join(f"event.{name}" for name in Fields._fields)
    for start in range(0, len(units), _CHUNK):
        rows: Iterable[tuple[Any, ...]] = target.execute(
            f"SELECT {columns} FROM json_each(?) AS wanted CROSS JOIN event"  # noqa: S608
            " ON event.article = wanted.value ->> 0 AND event.paragraph = wanted.value ->> 1"
            " AND event.coder = wanted.value ->> 2 AND event.round = wanted.value ->> 3"
            f" WHERE {LIVE}",
            (json.dumps(units[start : start + _CHUNK]),),
        )
        yield from map(Fields._make, rows)
