"""What is kept of each article to find later ones that are like it. Derived, and never merged."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

_KEY = "sketches 1 "  # followed by the first article's id; another number where made otherwise
_AFTER = "sketches 1!"
_TOGETHER = 200  # in one row: in a row of its own, each would take a whole page


def sketches(connection: sqlite3.Connection) -> dict[str, str]:
    """The sketches that are kept, by the article's id."""
    rows = connection.execute(
        "SELECT value FROM local WHERE key > ? AND key < ?", (_KEY, _AFTER)
    ).fetchall()
    lines = (line.partition(" ") for (text,) in rows for line in text.split("\n"))
    return {article: kept for article, _, kept in lines}


def keep(connection: sqlite3.Connection, made: Mapping[str, str]) -> None:
    """Keep these sketches, by the article's id."""
    lines = [f"{article} {text}" for article, text in made.items()]
    chunks = [lines[at : at + _TOGETHER] for at in range(0, len(lines), _TOGETHER)]
    connection.executemany(
        "INSERT INTO local VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        ((_KEY + chunk[0].partition(" ")[0], "\n".join(chunk)) for chunk in chunks),
    )
