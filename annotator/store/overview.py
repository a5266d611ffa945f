"""What `annotator status` shows: counts only, with nothing but the standard library.

Kept apart because the command must answer before a person notices waiting.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any, NamedTuple

from annotator.store.connection import connect, translated

# Repeated from model.article and study, which take longer to import than all of this; a test
# compares them.
KINDS = frozenset(
    [
        "body",
        "headline",
        "standfirst",
        "byline",
        "caption",
        "pull_quote",
        "author_bio",
        "boilerplate",
    ]
)
CODABLE_KINDS = ("body", "headline", "standfirst")
COMPILED = "compiled codebook "


class CoderOverview(NamedTuple):
    """One coder's work in one round; `last` is milliseconds since 1970.

    `articles` were begun; `done` are finished units; flags stand on units and on statements.
    """

    coder: str
    round: str
    articles: int
    done: int
    flagged: int
    statements: int
    last: int


class Overview(NamedTuple):
    """A study at a glance. `codebook` is (id, version).

    `units` are put before each coder; None where this copy has not compiled its codebook yet.
    """

    articles: int
    paragraphs: int
    units: int | None
    codebook: tuple[str, str]
    coders: list[CoderOverview]


def overview(path: Path) -> Overview:
    """Count what a study holds, without changing it."""
    connection = connect(path, read_only=True)
    try:
        with translated():
            return _overview(connection)
    finally:
        connection.close()


def _overview(connection: sqlite3.Connection) -> Overview:
    (articles,) = connection.execute("SELECT count(*) FROM article").fetchone()
    (paragraphs,) = connection.execute("SELECT count(*) FROM paragraph").fetchone()
    *codebook, content = connection.execute(
        "SELECT id, version, content FROM codebook WHERE in_force = 1"
    ).fetchone() or ("", "", "")
    units = _units(connection, content, articles, paragraphs)
    return Overview(articles, paragraphs, units, (codebook[0], codebook[1]), _coders(connection))


def _units(
    connection: sqlite3.Connection, codebook: str, articles: int, paragraphs: int
) -> int | None:
    """As `model.units.units_of`, from the compiled codebook's JSON."""
    row = connection.execute("SELECT value FROM local WHERE key = ?", (COMPILED + codebook,))
    if (compiled := row.fetchone()) is None:
        return None
    book = json.loads(compiled[0])
    asks_article = any(variable["level"] == "article" for variable in book["variables"])
    return paragraphs - _n_hidden(connection, book) + (articles if asks_article else 0)


def _n_hidden(connection: sqlite3.Connection, book: dict[str, Any]) -> int:
    """Paragraphs that are not put before a coder: they are few, so counting them is quick."""
    if any(v["level"] == "paragraph" and v.get("prefill") == "kind" for v in book["variables"]):
        return 0
    hidden = sorted(KINDS - set(book.get("codable", CODABLE_KINDS)))
    (count,) = connection.execute(
        "SELECT count(*) FROM paragraph WHERE kind IN (SELECT value FROM json_each(?))",
        (json.dumps(hidden),),
    ).fetchone()
    return int(count)


_NOTHING = (0, 0, 0)


def _coders(connection: sqlite3.Connection) -> list[CoderOverview]:
    units = _by_coder(
        connection,
        "SELECT coder, round, count(DISTINCT article), sum(done), sum(flagged) FROM unit",
    )
    statements = _by_coder(connection, "SELECT coder, round, count(*), sum(flagged) FROM statement")
    found = []
    for coder, round in sorted(units.keys() | statements.keys()):
        articles, done, flagged = units.get((coder, round), _NOTHING)
        n_statements, flagged_statements = statements.get((coder, round), (0, 0))
        found.append(
            CoderOverview(
                coder,
                round,
                articles,
                done,
                flagged + flagged_statements,
                n_statements,
                _last(connection, coder),
            )
        )
    return found


def _by_coder(connection: sqlite3.Connection, select: str) -> dict[tuple[str, str], list[int]]:
    rows = connection.execute(f"{select} GROUP BY coder, round")
    return {(coder, round): counts for coder, round, *counts in rows}


def _last(connection: sqlite3.Connection, coder: str) -> int:
    row = connection.execute(
        "SELECT at FROM event WHERE coder = ? ORDER BY n DESC LIMIT 1", (coder,)
    ).fetchone()
    return int(row[0]) if row else 0
