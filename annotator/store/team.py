"""Coders, rounds, assignments, decisions and what was seen: derived from the log, and read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from annotator.model.coding import Target
from annotator.model.decision import NO_STATEMENT, DecisionRow
from annotator.model.event import Event, EventKind
from annotator.model.team import AssignmentRow, Coder, Purpose, Role, Round
from annotator.store.events import load_body
from annotator.store.live import LIVE

KINDS = frozenset(
    {
        EventKind.CODER_SET, EventKind.ROUND_SET, EventKind.ASSIGNED, EventKind.DECISION,
        EventKind.SEEN, EventKind.MERGED,
    }
)  # fmt: skip
DERIVED = ("coder", "round", "assignment", "decision", "seen")

Unit = tuple[str, str, int]  # round, article, paragraph


def project(connection: sqlite3.Connection, touched: Sequence[Event]) -> None:
    """Bring the tables along with events that were written or taken back."""
    kinds = {event.kind for event in touched} & KINDS
    if not kinds:
        return
    if EventKind.CODER_SET in kinds:
        _project_coders(connection)
    if EventKind.ROUND_SET in kinds:
        _project_rounds(connection)
    if EventKind.ASSIGNED in kinds:
        _project_assignments(connection)
    _project_decisions(connection, _units(touched, EventKind.DECISION))
    if EventKind.SEEN in kinds:
        _project_seen(connection)


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the tables, which are empty, again from the log."""
    _project_coders(connection)
    _project_rounds(connection)
    _project_assignments(connection)
    units = connection.execute(
        "SELECT DISTINCT round, article, paragraph FROM event WHERE kind = 'decision'"
    )
    _project_decisions(connection, units.fetchall())
    _project_seen(connection)


def _units(touched: Iterable[Event], kind: EventKind) -> list[Unit]:
    return list(dict.fromkeys((e.round, e.article, e.paragraph) for e in touched if e.kind == kind))


def _live(connection: sqlite3.Connection, kind: EventKind) -> Iterator[tuple[Any, ...]]:
    """Round, body and place of the live events of a kind, in the order of the log."""
    return connection.execute(
        "SELECT round, body, printf('%015d', lamport) || id FROM event"  # noqa: S608 - constants
        f" WHERE kind = ? AND {LIVE} ORDER BY lamport, id",
        (str(kind),),
    )


def _project_coders(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM coder")
    bodies = [load_body(text) for _, text, _ in _live(connection, EventKind.CODER_SET)]
    newest = {body["name"]: body for body in bodies}
    connection.executemany(
        "INSERT INTO coder VALUES (?, ?, ?)",
        ((name, body["role"], body["note"]) for name, body in newest.items()),
    )


def _project_rounds(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM round")
    newest: dict[str, dict[str, Any]] = {}
    places: dict[str, str] = {}
    for name, text, place in _live(connection, EventKind.ROUND_SET):
        newest[name] = load_body(text)
        places.setdefault(name, place)
    connection.executemany(
        "INSERT INTO round VALUES (?, ?, ?, ?, ?, ?)",
        (
            (name, body["purpose"], body["counts"], json.dumps(body["masked"]), body["gold"],
             places[name])
            for name, body in newest.items()
        ),
    )  # fmt: skip


def _project_assignments(connection: sqlite3.Connection) -> None:
    """A unit that is given twice stays where it was given first."""
    connection.execute("DELETE FROM assignment")
    given: dict[tuple[str, str], dict[tuple[str, int], bool]] = {}
    for round_, text, _ in _live(connection, EventKind.ASSIGNED):
        body = load_body(text)
        units = given.setdefault((body["coder"], round_), {})
        for article, paragraph, shared in body["units"]:
            units.setdefault((article, paragraph), shared)
    connection.executemany(
        "INSERT INTO assignment VALUES (?, ?, ?, ?, ?, ?)",
        (
            (*who, position, *unit, shared)
            for who, units in given.items()
            for position, (unit, shared) in enumerate(units.items(), start=1)
        ),
    )


def _project_seen(connection: sqlite3.Connection) -> None:
    """What was seen cannot be taken back."""
    connection.execute("DELETE FROM seen")
    connection.execute(
        "INSERT INTO seen SELECT coder, round, article, paragraph, lamport, id, at FROM event"
        " WHERE kind = 'seen' ORDER BY lamport, id ON CONFLICT DO NOTHING"
    )


_DECIDED = (
    "coder, event.round, event.article, event.paragraph, statement, variable, body, at, codebook,"
    " batch"
)


def _project_decisions(connection: sqlite3.Connection, units: Sequence[Unit]) -> None:
    connection.executemany(
        "DELETE FROM decision WHERE round = ? AND article = ? AND paragraph = ?", units
    )
    rows = connection.execute(
        f"SELECT {_DECIDED} FROM json_each(?) AS wanted CROSS JOIN event"  # noqa: S608
        " ON event.round = wanted.value ->> 0 AND event.article = wanted.value ->> 1"
        " AND event.paragraph = wanted.value ->> 2"
        f" WHERE kind = 'decision' AND {LIVE} ORDER BY wanted.key, lamport, event.id",
        (json.dumps(units),),
    )
    for _, events in groupby(rows.fetchall(), key=itemgetter(1, 2, 3)):
        connection.executemany(
            "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _folded(list(events)),
        )


def _folded(events: Sequence[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The newest decision on each variable of a unit; of statements, those of the newest batch."""
    batches = [event[9] for event in events if _is_on_statements(event)]
    newest = {
        (event[4], event[5]): event
        for event in events
        if not _is_on_statements(event) or event[9] == batches[-1]
    }
    for (
        coder,
        round_,
        article,
        paragraph,
        statement,
        variable,
        text,
        at,
        codebook,
        _,
    ) in newest.values():
        body: Mapping[str, Any] = load_body(text)
        yield (
            round_, article, paragraph, statement, variable, body["value"], body["state"],
            body["reason"], body["note"], body["rule"], coder, at, codebook,
        )  # fmt: skip


def _is_on_statements(event: tuple[Any, ...]) -> bool:
    return bool(event[4]) or event[5] == NO_STATEMENT


# ------------------------------------------------------------------ reading


def coders(connection: sqlite3.Connection) -> list[Coder]:
    """The coders that were described, by name."""
    rows = connection.execute("SELECT name, role, note FROM coder ORDER BY name")
    return [Coder(name, Role(role), note) for name, role, note in rows]


def rounds(connection: sqlite3.Connection) -> list[Round]:
    """The rounds that were described, in the order of their making."""
    rows = connection.execute(
        "SELECT name, purpose, counts, masked, gold FROM round ORDER BY place"
    )
    return [
        Round(name, Purpose(purpose), bool(counts), tuple(json.loads(masked)), gold)
        for name, purpose, counts, masked, gold in rows
    ]


def assignments(
    connection: sqlite3.Connection, coder: str | None = None, round: str | None = None
) -> list[AssignmentRow]:
    """Who is to code what, each coder's units in their order."""
    rows = connection.execute(
        "SELECT coder, round, position, article, paragraph, shared FROM assignment"
        " WHERE (?1 IS NULL OR coder = ?1) AND (?2 IS NULL OR round = ?2)"
        " ORDER BY round, coder, position",
        (coder, round),
    )
    return [AssignmentRow._make((*row[:5], bool(row[5]))) for row in rows]


def decisions(
    connection: sqlite3.Connection, round: str | None = None, article: str | None = None
) -> Iterator[DecisionRow]:
    """What was decided, of one round and article or of all, in the order of the articles."""
    rows = connection.execute(
        "SELECT coder, round, article, paragraph, statement, variable, value, state, reason, note,"
        " rule, at, (SELECT version FROM codebook WHERE hash = decision.codebook)"
        " FROM decision JOIN article ON article.id = decision.article"
        " WHERE (?1 IS NULL OR round = ?1) AND (?2 IS NULL OR article = ?2)"
        " ORDER BY article.position, paragraph, round, statement, variable",
        (round, article),
    )
    return map(DecisionRow._make, rows)


def has_seen(connection: sqlite3.Connection, coder: str, round: str, unit: Target) -> bool:
    """Whether the coder saw others' codings of the unit."""
    row = connection.execute(
        "SELECT 1 FROM seen WHERE coder = ? AND round = ? AND article = ? AND paragraph = ?",
        (coder, round, unit.article, unit.paragraph),
    )
    return row.fetchone() is not None


def takes_part(connection: sqlite3.Connection, coder: str, round: str) -> bool:
    """Whether the coder left codings in the round, or has units to code there."""
    (found,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM event WHERE coder = ?1 AND round = ?2"
        " AND kind IN ('value_set', 'statement_added', 'unit_finished'))"
        " OR EXISTS (SELECT 1 FROM assignment WHERE coder = ?1 AND round = ?2)",
        (coder, round),
    ).fetchone()
    return bool(found)
