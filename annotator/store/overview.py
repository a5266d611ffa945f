"""What `annotator status` shows: counts only, with nothing but the standard library.

Kept apart because the command must answer before a person notices waiting.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import NamedTuple

from annotator.store.connection import connect, translated


class CoderOverview(NamedTuple):
    """One coder's work in one round; `last` is milliseconds since 1970."""

    coder: str
    round: str
    done: int
    flagged: int
    statements: int
    last: int


class Overview(NamedTuple):
    """A study at a glance. `kinds` counts paragraphs by kind; `codebook` is (id, version)."""

    articles: int
    kinds: dict[str, int]
    codebook: tuple[str, str]
    codebook_source: str
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
    kinds = dict(connection.execute("SELECT kind, count(*) FROM paragraph GROUP BY kind"))
    codebook = connection.execute(
        "SELECT id, version, content FROM codebook WHERE in_force = 1"
    ).fetchone() or ("", "", "")
    return Overview(articles, kinds, codebook[:2], codebook[2], _coders(connection))


def _coders(connection: sqlite3.Connection) -> list[CoderOverview]:
    statements = {
        (coder, round): count
        for coder, round, count in connection.execute(
            "SELECT coder, round, count(*) FROM statement GROUP BY coder, round"
        )
    }
    work = connection.execute(
        "SELECT coder, round, sum(done), sum(flagged) FROM unit GROUP BY coder, round"
    ).fetchall()
    places = {(coder, round): (done, flagged) for coder, round, done, flagged in work}
    return [
        CoderOverview(
            coder, round, *places.get((coder, round), (0, 0)), statements.get((coder, round), 0),
            _last(connection, coder),
        )
        for coder, round in sorted(statements.keys() | places.keys())
    ]  # fmt: skip


def _last(connection: sqlite3.Connection, coder: str) -> int:
    row = connection.execute(
        "SELECT at FROM event WHERE coder = ? ORDER BY n DESC LIMIT 1", (coder,)
    ).fetchone()
    return int(row[0]) if row else 0
