"""The current state, derived from the log. `rebuild` makes all of it again with the same functions.

A unit (article, paragraph, coder, round) is always projected whole, from all its live events: so
the order in which events arrived cannot matter, and undo, redo and merge need no code of their own.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from annotator.model.event import Event, EventKind
from annotator.store.events import CODEBOOK_DIGITS
from annotator.store.fold import UnitEvent, UnitState, fold

Unit = tuple[str, int, str, str]  # article, paragraph, coder, round

DERIVED = ("retraction", "restoration", "codebook", "article", "paragraph", "coding", "statement",
           "unit")  # fmt: skip

# An event is live when every retraction of it by its own coder was restored.
LIVE = """NOT EXISTS (
  SELECT 1 FROM retraction WHERE retraction.event = event.id AND retraction.coder = event.coder
    AND NOT EXISTS (SELECT 1 FROM restoration
      WHERE restoration.retraction = retraction.id AND restoration.coder = retraction.coder))"""

_STUDY_KINDS = frozenset({EventKind.ARTICLE_ADDED, EventKind.KIND_CORRECTED})
_UNDO_KINDS = frozenset({EventKind.RETRACTED, EventKind.RESTORED})


def project(connection: sqlite3.Connection, written: Sequence[Event]) -> None:
    """Bring the state along with events that were just appended."""
    undos = [event for event in written if event.kind in _UNDO_KINDS]
    for event in undos:
        _note_undo(connection, event)
    touched = [*written, *_retracted(connection, undos)]
    _project_articles(connection, touched)
    if any(event.kind == EventKind.ARTICLE_ADDED for event in touched[len(written) :]):
        _number_articles(connection)  # an undo or redo of adding makes others move
    if any(event.kind == EventKind.CODEBOOK_ADOPTED for event in touched):
        _project_codebooks(connection)
    for unit in _units(touched):
        _project_unit(connection, unit)


def rebuild(connection: sqlite3.Connection) -> None:
    """Empty all derived tables and make them again from the log."""
    for table in DERIVED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - constants
    undo = f"SELECT kind, id, coder, body FROM event WHERE kind IN ({_UNDO_LIST})"  # noqa: S608
    for kind, identifier, coder, body in connection.execute(undo).fetchall():
        _insert_undo(connection, kind, identifier, coder, json.loads(body))
    _project_codebooks(connection)
    added = connection.execute("SELECT DISTINCT article FROM event WHERE kind = 'article_added'")
    for (article,) in added.fetchall():
        _project_article(connection, article)
    _number_articles(connection)
    units = connection.execute(
        "SELECT DISTINCT article, paragraph, coder, round FROM event WHERE article <> ''"
    )
    for unit in units.fetchall():
        _project_unit(connection, unit)


_UNDO_LIST = ", ".join(f"'{kind}'" for kind in sorted(_UNDO_KINDS))


def _note_undo(connection: sqlite3.Connection, event: Event) -> None:
    _insert_undo(connection, event.kind, event.id, event.coder, event.body)


def _insert_undo(
    connection: sqlite3.Connection, kind: str, identifier: str, coder: str, body: Mapping[str, Any]
) -> None:
    if kind == EventKind.RETRACTED:
        connection.executemany(
            "INSERT INTO retraction (event, id, coder) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(event, identifier, coder) for event in body["events"]],
        )
    else:
        connection.execute(
            "INSERT INTO restoration (retraction, coder) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (body["retraction"], coder),
        )


def _retracted(connection: sqlite3.Connection, undos: Sequence[Event]) -> Iterator[Event]:
    """The events that these undos and redos are about."""
    from annotator.store import events

    for undo in undos:
        retraction = undo.body.get("retraction", undo.id)
        rows = connection.execute(
            f"SELECT {events.COLUMNS} FROM event"  # noqa: S608 - constants
            " WHERE id IN (SELECT event FROM retraction WHERE id = ?)",
            (retraction,),
        )
        yield from map(events.from_row, rows.fetchall())


def _units(touched: Iterable[Event]) -> Iterable[Unit]:
    return dict.fromkeys(
        (event.article, event.paragraph, event.coder, event.round)
        for event in touched
        if event.article and event.kind not in _STUDY_KINDS
    )


# ------------------------------------------------------------------ one coder's work on one unit


def _project_unit(connection: sqlite3.Connection, unit: Unit) -> None:
    state = fold(_live_events(connection, unit))
    for table in ("coding", "statement", "unit"):
        connection.execute(
            f"DELETE FROM {table}"  # noqa: S608 - constants
            " WHERE article = ? AND paragraph = ? AND coder = ? AND round = ?",
            unit,
        )
    _insert_unit(connection, unit, state)


def _live_events(connection: sqlite3.Connection, unit: Unit) -> Iterator[UnitEvent]:
    rows = connection.execute(
        "SELECT kind, statement, variable, body, at, codebook, id FROM event"  # noqa: S608
        " WHERE article = ? AND paragraph = ? AND coder = ? AND round = ?"
        f" AND {LIVE} ORDER BY lamport, id",
        unit,
    )
    return map(UnitEvent._make, rows)


def _insert_unit(connection: sqlite3.Connection, unit: Unit, state: UnitState) -> None:
    connection.executemany(
        "INSERT INTO coding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(*unit, *place, *value) for place, value in state.values.items()],
    )
    connection.executemany(
        "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (*unit, statement, number, state.statements[statement],
             state.memos.get(statement, ""), statement in state.flags)
            for number, statement in enumerate(sorted(state.statements), start=1)
        ],
    )  # fmt: skip
    if state.has_traces:
        connection.execute(
            "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (*unit, state.done, "" in state.flags, state.memos.get("", ""), state.at),
        )


# ------------------------------------------------------------------ articles and codebooks


def _project_articles(connection: sqlite3.Connection, touched: Iterable[Event]) -> None:
    for article in dict.fromkeys(event.article for event in touched if event.kind in _STUDY_KINDS):
        _project_article(connection, article)


def _project_article(connection: sqlite3.Connection, article: str) -> None:
    position = _position(connection, article)
    connection.execute("DELETE FROM article WHERE id = ?", (article,))
    connection.execute("DELETE FROM paragraph WHERE article = ?", (article,))
    row = connection.execute(
        f"SELECT body FROM event WHERE article = ? AND kind = 'article_added' AND {LIVE}"  # noqa: S608
        " ORDER BY lamport, id LIMIT 1",
        (article,),
    ).fetchone()
    if row is None:
        return
    body = json.loads(row[0])
    connection.execute(
        "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (article, position, body["name"], body["title"], body["author"], body["source"],
         body["date"], body["url"], body["text"], body["sha256"], body["encoding"],
         json.dumps(body["metadata"], ensure_ascii=False, sort_keys=True)),
    )  # fmt: skip
    corrected = _corrected_kinds(connection, article)
    connection.executemany(
        "INSERT INTO paragraph VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (article, number, start, end, corrected.get(number, kind), kind, reason)
            for number, (start, end, kind, reason) in enumerate(body["paragraphs"], start=1)
        ],
    )


def _position(connection: sqlite3.Connection, article: str) -> int:
    """Where the article stands, or the place after the last one."""
    row = connection.execute("SELECT position FROM article WHERE id = ?", (article,)).fetchone()
    row = row or connection.execute("SELECT ifnull(max(position), 0) + 1 FROM article").fetchone()
    return int(row[0])


def _corrected_kinds(connection: sqlite3.Connection, article: str) -> dict[int, str]:
    rows = connection.execute(
        "SELECT paragraph, json_extract(body, '$.kind') FROM event"  # noqa: S608
        f" WHERE article = ? AND kind = ? AND {LIVE} ORDER BY lamport, id",
        (article, EventKind.KIND_CORRECTED),
    )
    return dict(rows.fetchall())


def _number_articles(connection: sqlite3.Connection) -> None:
    """Positions in the order of adding, the same in every copy that holds the same events."""
    ordered = connection.execute(
        "SELECT article.id FROM article JOIN ("  # noqa: S608 - constants
        "  SELECT article, min(printf('%015d', lamport) || id) AS added FROM event"
        f"  WHERE kind = 'article_added' AND {LIVE} GROUP BY article"
        ") AS adding ON adding.article = article.id ORDER BY adding.added"
    ).fetchall()
    connection.executemany(
        "UPDATE article SET position = ? WHERE id = ? AND position <> ?",
        [(number, article, number) for number, (article,) in enumerate(ordered, start=1)],
    )


def _project_codebooks(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM codebook")
    rows = connection.execute(
        f"SELECT body FROM event WHERE kind = 'codebook_adopted' AND {LIVE}"  # noqa: S608
        " ORDER BY lamport, id"
    ).fetchall()
    for (text,) in rows:
        body = json.loads(text)
        connection.execute("UPDATE codebook SET in_force = 0")
        connection.execute(
            "INSERT INTO codebook VALUES (?, ?, ?, ?, ?, 1)"
            " ON CONFLICT (hash) DO UPDATE SET in_force = 1",
            (body["source"][:CODEBOOK_DIGITS], body["source"], body["id"], body["version"],
             body["name"]),
        )  # fmt: skip
