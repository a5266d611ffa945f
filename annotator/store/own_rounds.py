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
    """The round of the newest coding that the coder did by hand; "" where there is none.

    Imports and changes of the codebook write in a coder's name, too, whoever made them: the action
    begins with another kind of event, which a package does not hold. Leaps over these.
    """
    before, batch = sys.maxsize, ""
    while (row := connection.execute(_NEWEST, (coder, before, batch)).fetchone()) is not None:
        round_, is_by_hand, before, batch = row
        if is_by_hand:
            return str(round_)
    return ""


_CODING = """('value_set', 'value_cleared', 'statement_added', 'statement_removed',
  'unit_finished', 'unit_reopened', 'memo_set', 'flag_set')"""
_NEWEST = f"""SELECT event.round, first.coder = event.coder AND first.kind IN {_CODING},
  min(event.n, coalesce(first.n, event.n)), event.batch
FROM event LEFT JOIN event AS first ON first.id = event.batch
WHERE event.coder = ? AND event.n < ? AND event.batch <> ? AND event.kind IN {_CODING}
ORDER BY event.n DESC LIMIT 1"""  # noqa: S608 - constants
