"""One coder's work on one unit (article, paragraph, coder, round), as the log has it now.

A unit is always projected whole, from all its live events: so the order in which events arrived
cannot matter, and undo, redo and merge need no code of their own.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from annotator.store.fold import UnitEvent, UnitState, fold
from annotator.store.live import LIVE

Unit = tuple[str, int, str, str]  # article, paragraph, coder, round


def project(connection: sqlite3.Connection, units: Sequence[Unit]) -> None:
    """Make the rows of these units anew."""
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
