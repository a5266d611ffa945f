"""Articles and their paragraphs, as the log has them now."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from annotator.model.event import Event, EventKind
from annotator.store.events import load_body
from annotator.store.live import LIVE

PLACE = "ifnull(body ->> '$.place', printf('%015d', lamport) || id)"
"""Where an article stands: when it was added, or where the one stood that it replaces."""


def project_written(
    connection: sqlite3.Connection, wanted: Sequence[str], written: Sequence[Event]
) -> None:
    """Make the rows of articles anew that `written` events are about, or those they undo."""
    if new := _never_heard_of(connection, written):
        _insert(connection, new, _positions(connection, wanted), {})
    else:
        project(connection, wanted)


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


def project(connection: sqlite3.Connection, wanted: Sequence[str]) -> None:
    """Make the rows of these articles anew."""
    positions = _positions(connection, wanted)
    connection.executemany("DELETE FROM article WHERE id = ?", zip(wanted))
    connection.executemany("DELETE FROM paragraph WHERE article = ?", zip(wanted))
    bodies = _first_bodies(connection, wanted)
    _insert(connection, bodies, positions, _corrected_kinds(connection, wanted))


def _insert(
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


def number(connection: sqlite3.Connection) -> None:
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
