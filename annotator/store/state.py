"""The current state, derived from the log. `rebuild` makes all of it again with the same functions.

A unit (article, paragraph, coder, round) is always projected whole, from all its live events: so
the order in which events arrived cannot matter, and undo, redo and merge need no code of their own.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeVar

from annotator.model.event import Event, EventKind
from annotator.model.watch import Watch, unwatched
from annotator.store import team
from annotator.store.events import CODEBOOK_DIGITS, load_body
from annotator.store.fold import UnitEvent, UnitState, fold
from annotator.store.live import LIVE

Unit = tuple[str, int, str, str]  # article, paragraph, coder, round

DERIVED = ("retraction", "restoration", "codebook", "article", "paragraph", "coding", "statement",
           "unit", *team.DERIVED)  # fmt: skip

PLACE = "ifnull(body ->> '$.place', printf('%015d', lamport) || id)"
"""Where an article stands: when it was added, or where the one stood that it replaces."""

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
        if new := _never_heard_of(connection, written):
            _insert_articles(connection, new, _positions(connection, articles), {})
        else:
            _project_articles(connection, articles)
    if any(event.kind == EventKind.ARTICLE_ADDED for event in touched[len(written) :]):
        _number_articles(connection)  # an undo or redo of adding makes others move
    if any(event.kind == EventKind.CODEBOOK_ADOPTED for event in touched):
        _project_codebooks(connection)
    _project_units(connection, _units(touched))
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
            _project_articles(connection, chunk)
        _number_articles(connection)
    unit = "article, paragraph, coder, round"
    units = _distinct(connection, unit, f"({touched}) AND article <> ''")
    for unit_chunk in _chunks(watch(units, "Bringing the study up to date", len(units))):
        _project_units(connection, unit_chunk)
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
        _project_articles(connection, chunk)
    _number_articles(connection)
    units = connection.execute(
        "SELECT DISTINCT article, paragraph, coder, round FROM event WHERE article <> ''"
    )
    for unit_chunk in _chunks(units.fetchall()):
        _project_units(connection, unit_chunk)
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
    from annotator.store import events

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


# ------------------------------------------------------------------ one coder's work on one unit


def _project_units(connection: sqlite3.Connection, units: Sequence[Unit]) -> None:
    for table in ("coding", "statement", "unit"):
        connection.executemany(
            f"DELETE FROM {table}"  # noqa: S608 - constants
            " WHERE article = ? AND paragraph = ? AND coder = ? AND round = ?",
            units,
        )
    folded = [(unit, fold(live)) for unit, live in _live_events(connection, units)]
    connection.executemany(
        "INSERT INTO coding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (*unit, *place, *value)
            for unit, state in folded
            for place, value in state.values.items()
        ),
    )
    connection.executemany(
        "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (row for unit, state in folded for row in _statement_rows(unit, state)),
    )
    connection.executemany(
        "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (*unit, state.done, "" in state.flags, state.memos.get("", ""), state.at)
            for unit, state in folded
            if state.has_traces
        ),
    )


def _statement_rows(unit: Unit, state: UnitState) -> Iterator[tuple[Any, ...]]:
    for number, statement in enumerate(sorted(state.statements), start=1):
        memo = state.memos.get(statement, "")
        yield (*unit, statement, number, state.statements[statement], memo,
               statement in state.flags)  # fmt: skip


def _live_events(
    connection: sqlite3.Connection, units: Sequence[Unit]
) -> Iterator[tuple[Unit, Iterator[UnitEvent]]]:
    """The live events of each unit, in order; a unit without any does not appear."""
    rows = connection.execute(
        "SELECT event.article, event.paragraph, event.coder, event.round,"  # noqa: S608
        " kind, statement, variable, body, at, codebook, event.id"
        " FROM json_each(?) AS wanted CROSS JOIN event"
        " ON event.article = wanted.value ->> 0 AND event.paragraph = wanted.value ->> 1"
        " AND event.coder = wanted.value ->> 2 AND event.round = wanted.value ->> 3"
        f" WHERE {LIVE} ORDER BY wanted.key, lamport, event.id",
        (json.dumps(units),),
    )
    for unit, live in groupby(rows, key=itemgetter(0, 1, 2, 3)):
        yield unit, (UnitEvent._make(row[4:]) for row in live)


# ------------------------------------------------------------------ articles and codebooks


def _never_heard_of(connection: sqlite3.Connection, written: Sequence[Event]) -> dict[str, Any]:
    """The bodies of articles of which the log knows nothing but that they were just added.

    What they are need not be asked of the log, which is much work where thousands come in. {} if
    something else was written, too, or one of them was there before.
    """
    if any(event.kind != EventKind.ARTICLE_ADDED for event in written):
        return {}
    bodies = {event.article: event.body for event in written}
    rows = connection.execute(
        "SELECT event.article"  # noqa: S608 - constants
        " FROM json_each(?) AS wanted CROSS JOIN event ON event.article = wanted.value"
        f" GROUP BY event.article HAVING count(*) = 1 AND {LIVE}",
        (json.dumps(list(bodies)),),
    )
    return bodies if len(rows.fetchall()) == len(bodies) else {}


def _project_articles(connection: sqlite3.Connection, wanted: Sequence[str]) -> None:
    positions = _positions(connection, wanted)
    connection.executemany("DELETE FROM article WHERE id = ?", zip(wanted))
    connection.executemany("DELETE FROM paragraph WHERE article = ?", zip(wanted))
    bodies = _first_bodies(connection, wanted)
    _insert_articles(connection, bodies, positions, _corrected_kinds(connection, wanted))


def _insert_articles(
    connection: sqlite3.Connection,
    bodies: Mapping[str, Any],
    positions: Mapping[str, int],
    corrected: Mapping[tuple[str, int], str],
) -> None:
    connection.executemany(
        "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (article, positions[article], *(body[name] for name in _METADATA),
             _SORTED(body["metadata"]))
            for article, body in bodies.items()
        ),
    )  # fmt: skip
    # in the order of the table's key: neighbours go to the same page, which is written once
    connection.executemany(
        "INSERT INTO paragraph VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (article, number, start, end, corrected.get((article, number), kind), kind, reason)
            for article, body in sorted(bodies.items(), key=itemgetter(0))
            for number, (start, end, kind, reason) in enumerate(body["paragraphs"], start=1)
        ),
    )


_SORTED = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_METADATA = ("name", "title", "author", "source", "date", "url", "text", "sha256", "encoding")


def _positions(connection: sqlite3.Connection, wanted: Sequence[str]) -> dict[str, int]:
    """Where the articles stand; those that are new, after the last one."""
    known = dict(
        connection.execute(
            "SELECT id, position FROM article WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(wanted),),
        ).fetchall()
    )
    (last,) = connection.execute("SELECT ifnull(max(position), 0) FROM article").fetchone()
    new = (article for article in wanted if article not in known)
    return known | {article: position for position, article in enumerate(new, start=last + 1)}


def _first_bodies(connection: sqlite3.Connection, wanted: Sequence[str]) -> dict[str, Any]:
    """What the first live event that added each article says."""
    rows = connection.execute(
        "SELECT event.article, event.body"  # noqa: S608 - constants
        " FROM json_each(?) AS wanted CROSS JOIN event ON event.article = wanted.value"
        f" WHERE kind = 'article_added' AND {LIVE} ORDER BY lamport DESC, event.id DESC",
        (json.dumps(wanted),),
    )
    newest_last = dict(rows.fetchall())
    return {a: load_body(newest_last[a]) for a in wanted if a in newest_last}


def _corrected_kinds(
    connection: sqlite3.Connection, wanted: Sequence[str]
) -> dict[tuple[str, int], str]:
    rows = connection.execute(
        "SELECT event.article, paragraph, json_extract(body, '$.kind')"  # noqa: S608 - constants
        " FROM json_each(?) AS wanted CROSS JOIN event ON event.article = wanted.value"
        f" WHERE kind = 'kind_corrected' AND {LIVE} ORDER BY lamport, event.id",
        (json.dumps(wanted),),
    )
    return {(article, paragraph): kind for article, paragraph, kind in rows}


def _number_articles(connection: sqlite3.Connection) -> None:
    """Positions by place, the same in every copy that holds the same events."""
    ordered = connection.execute(
        "SELECT article.id FROM article JOIN ("  # noqa: S608 - constants
        f"  SELECT article, min({PLACE}) AS added FROM event"
        f"  WHERE kind = 'article_added' AND {LIVE} GROUP BY article"
        ") AS adding ON adding.article = article.id ORDER BY adding.added, article.id"
    ).fetchall()
    connection.execute("UPDATE article SET position = -position")  # positions stay unique
    connection.executemany(
        "UPDATE article SET position = ? WHERE id = ?",
        [(number, article) for number, (article,) in enumerate(ordered, start=1)],
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
