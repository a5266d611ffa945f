"""The units that one coder was given in one round, in their order."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from annotator.model.place import Place
from annotator.model.team import WHOLE_ARTICLE
from annotator.store.articles import placeholders
from annotator.store.work import UNDONE

_OWN = "assignment.coder = ? AND assignment.round = ?"
_DONE = """SELECT 1 FROM unit WHERE unit.article = assignment.article AND unit.paragraph = 0
  AND unit.coder = assignment.coder AND unit.round = assignment.round AND unit.done = 1"""


def has_any(connection: sqlite3.Connection, coder: str, round: str) -> bool:
    """Whether the coder was given anything in the round."""
    row = connection.execute(f"SELECT 1 FROM assignment WHERE {_OWN} LIMIT 1", (coder, round))  # noqa: S608
    return row.fetchone() is not None


def given(connection: sqlite3.Connection, article: str, coder: str, round: str) -> frozenset[int]:
    """The paragraphs of the article that the coder was given; -1 among them is all of it."""
    rows = connection.execute(
        f"SELECT paragraph FROM assignment WHERE {_OWN} AND article = ?",  # noqa: S608 - constants
        (coder, round, article),
    )
    return frozenset(row[0] for row in rows)


def articles(connection: sqlite3.Connection, coder: str, round: str) -> list[str]:
    """Ids of the articles that the coder was given anything of, in the order of the first units."""
    rows = connection.execute(
        "SELECT assignment.article FROM assignment"  # noqa: S608 - constants
        " JOIN article ON article.id = assignment.article"
        f" WHERE {_OWN} GROUP BY assignment.article ORDER BY min(assignment.position)",
        (coder, round),
    )
    return [row[0] for row in rows]


def position(connection: sqlite3.Connection, place: Place, coder: str, round: str) -> int:
    """Where a unit stands in the coder's order, from 1; 0 for one they were not given."""
    row = connection.execute(
        f"SELECT ifnull(max(position), 0) FROM assignment WHERE {_OWN} AND article = ?"  # noqa: S608
        " AND paragraph IN (?, ?)",
        (coder, round, place.article, WHOLE_ARTICLE, place.paragraph),
    ).fetchone()
    return int(row[0])


def next_undone(
    connection: sqlite3.Connection,
    after: int,
    coder: str,
    round: str,
    kinds: Sequence[str],
    *,
    asks_article: bool,
) -> Place | None:
    """What was given first after that position and is not finished; -1 is a whole article."""
    row = connection.execute(
        "SELECT article, paragraph FROM assignment"  # noqa: S608 - constants
        f" WHERE {_OWN} AND position > ? AND ("
        "  assignment.paragraph <= 0 AND ? AND"
        f"   EXISTS (SELECT 1 FROM article WHERE id = assignment.article) AND NOT EXISTS ({_DONE})"
        "  OR assignment.paragraph <> 0 AND EXISTS (SELECT 1 FROM paragraph"
        "   WHERE paragraph.article = assignment.article"
        "   AND (assignment.paragraph = -1 OR paragraph.number = assignment.paragraph)"
        f"   AND kind IN ({placeholders(kinds)}) AND {UNDONE})"
        " ) ORDER BY position LIMIT 1",
        (coder, round, after, asks_article, *kinds, coder, round),
    ).fetchone()
    return Place(*row) if row else None
