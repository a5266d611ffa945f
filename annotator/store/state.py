"""The current state, derived from the log. `rebuild` makes all of it again with the same functions.

Here it is decided what has to be made anew; `unit_state`, `article_state` and `team` make it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from annotator.model.event import Event, EventKind
from annotator.model.watch import Watch, unwatched
from annotator.store import article_state, events, team, unit_state
from annotator.store.events import CODEBOOK_DIGITS, load_body
from annotator.store.live import LIVE
from annotator.store.unit_state import Unit

DERIVED = ("retraction", "restoration", "codebook", "article", "paragraph", "coding", "statement",
           "unit", *team.DERIVED)  # fmt: skip

_STUDY_KINDS = frozenset({EventKind.ARTICLE_ADDED, EventKind.KIND_CORRECTED})
_NOT_ON_UNITS = _STUDY_KINDS | team.KINDS
_UNDO_KINDS = frozenset({EventKind.RETRACTED, EventKind.RESTORED})


def project(connection: sqlite3.Connection, written: Sequence[Event]) -> None:
    """Bring the state along with events that were just appended."""
    undos = [event for event in written if event.kind in _UNDO_KINDS]
    for event in undos:
        _insert_undo(connection, event.kind, event.id, event.coder, event.body)
    touched = [*written, *_retracted(connection, undos)]
    if articles := _articles(touched):
        article_state.project_written(connection, articles, written)
    if any(event.kind == EventKind.ARTICLE_ADDED for event in touched[len(written) :]):
        article_state.number(connection)  # an undo or redo of adding makes others move
    if any(event.kind == EventKind.CODEBOOK_ADOPTED for event in touched):
        _project_codebooks(connection)
    unit_state.project(connection, _units(touched))
    team.project(connection, touched)


def project_since(connection: sqlite3.Connection, newest: int, watch: Watch = unwatched) -> None:
    """Bring the state along with all events of the rows after `newest`, each unit once.

    What undo and redo among them are about may have come before, with them, or not yet.
    """
    touched = f"n > {newest} OR id IN ({_NAMED_BY_UNDOS.format(newest=newest)})"
    for undo in _undo_events(connection, f"n > {newest}"):
        _insert_undo(connection, *undo)
    kinds = {kind for (kind,) in _distinct(connection, "kind", touched)}
    if EventKind.CODEBOOK_ADOPTED in kinds:
        _project_codebooks(connection)
    if kinds & _STUDY_KINDS:
        articles = _distinct(connection, "article", f"({touched}) AND kind IN {_ON_ARTICLES}")
        for chunk in _chunks(article for (article,) in articles):
            article_state.project(connection, chunk)
        article_state.number(connection)
    unit = "article, paragraph, coder, round"
    units = _distinct(connection, unit, f"({touched}) AND article <> ''")
    for unit_chunk in _chunks(watch(units, "Bringing the study up to date", len(units))):
        unit_state.project(connection, unit_chunk)
    if kinds & team.KINDS:
        team.rebuild(connection)


_ON_ARTICLES = "('article_added', 'kind_corrected')"
_NAMED_BY_UNDOS = (
    "SELECT named.value FROM event AS undo JOIN event AS retraction"
    " ON retraction.id = iif(undo.kind = 'retracted', undo.id, undo.body ->> '$.retraction')"
    " JOIN json_each(retraction.body, '$.events') AS named"
    " WHERE undo.n > {newest} AND undo.kind IN ('restored', 'retracted')"
)


def _distinct(connection: sqlite3.Connection, columns: str, where: str) -> list[Any]:
    return connection.execute(
        f"SELECT DISTINCT {columns} FROM event WHERE {where}"  # noqa: S608 - constants
    ).fetchall()


def _undo_events(
    connection: sqlite3.Connection, where: str
) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    rows = connection.execute(
        "SELECT kind, id, coder, body FROM event"  # noqa: S608 - constants
        f" WHERE kind IN ('restored', 'retracted') AND {where}"
    )
    for kind, identifier, coder, body in rows.fetchall():
        yield kind, identifier, coder, load_body(body)


def rebuild(connection: sqlite3.Connection) -> None:
    """Empty all derived tables and make them again from the log."""
    for table in DERIVED:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - constants
    for undo in _undo_events(connection, "1"):
        _insert_undo(connection, *undo)
    _project_codebooks(connection)
    added = connection.execute("SELECT DISTINCT article FROM event WHERE kind = 'article_added'")
    for chunk in _chunks(article for (article,) in added.fetchall()):
        article_state.project(connection, chunk)
    article_state.number(connection)
    units = connection.execute(
        "SELECT DISTINCT article, paragraph, coder, round FROM event WHERE article <> ''"
    )
    for unit_chunk in _chunks(units.fetchall()):
        unit_state.project(connection, unit_chunk)
    team.rebuild(connection)


_CHUNK = 2_000
_Item = TypeVar("_Item")


def _chunks(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    remaining = iter(items)
    while chunk := list(islice(remaining, _CHUNK)):
        yield chunk


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
    for undo in undos:
        retraction = undo.body.get("retraction", undo.id)
        rows = connection.execute(
            f"SELECT {events.COLUMNS} FROM event"  # noqa: S608 - constants
            " WHERE id IN (SELECT event FROM retraction WHERE id = ?)",
            (retraction,),
        )
        yield from map(events.from_row, rows.fetchall())


def _articles(touched: Iterable[Event]) -> list[str]:
    return list(dict.fromkeys(e.article for e in touched if e.kind in _STUDY_KINDS))


def _units(touched: Iterable[Event]) -> list[Unit]:
    return list(
        dict.fromkeys(
            (event.article, event.paragraph, event.coder, event.round)
            for event in touched
            if event.article and event.kind not in _NOT_ON_UNITS
        )
    )


def _project_codebooks(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM codebook")
    rows = connection.execute(
        f"SELECT body FROM event WHERE kind = 'codebook_adopted' AND {LIVE}"  # noqa: S608
        " ORDER BY lamport, id"
    ).fetchall()
    for (text,) in rows:
        body = load_body(text)
        connection.execute("UPDATE codebook SET in_force = 0")
        connection.execute(
            "INSERT INTO codebook VALUES (?, ?, ?, ?, ?, 1)"
            " ON CONFLICT (hash) DO UPDATE SET in_force = 1",
            (body["source"][:CODEBOOK_DIGITS], body["source"], body["id"], body["version"],
             body["name"]),
        )  # fmt: skip
