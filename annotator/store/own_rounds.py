"""The rounds of one coder: those they were given units in, and the one they coded in last."""

from __future__ import annotations

import sqlite3
import sys


def given(connection: sqlite3.Connection, coder: str) -> list[str]:
    """The rounds in which the coder was given units, by name."""
    rows = connection.execute(
        "SELECT DISTINCT round FROM assignment WHERE coder = ? ORDER BY round", (coder,)
    )
    return [row[0] for row in rows]


def coded_last(connection: sqlite3.Connection, coder: str) -> str:
    """The round of the newest coding of the coder's own doing; "" where there is none.

    Others write in a coder's name when they import or change the codebook: such an action begins
    with an event of another. Leaps over these.
    """
    before = sys.maxsize
    while (row := connection.execute(_NEWEST_BEFORE, (coder, before)).fetchone()) is not None:
        round_, author, before = row
        if author in (coder, None):  # None: a package holds only the coder's part of the action
            return str(round_)
    return ""


_NEWEST_BEFORE = """SELECT event.round, first.coder, min(event.n, first.n)
FROM event LEFT JOIN event AS first ON first.id = event.batch
WHERE event.coder = ? AND event.n < ? AND event.kind IN ('value_set', 'value_cleared',
  'statement_added', 'statement_removed', 'unit_finished', 'unit_reopened', 'memo_set', 'flag_set')
ORDER BY event.n DESC LIMIT 1"""
