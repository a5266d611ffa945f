"""Which plans of assignments were carried out, and the events of each: read from the log."""

from __future__ import annotations

import sqlite3

from annotator.model.team import PlanRow
from annotator.store.events import load_body
from annotator.store.live import LIVE


def plans(connection: sqlite3.Connection) -> list[PlanRow]:
    """The plans that stand, newest first."""
    found: dict[str, PlanRow] = {}
    for batch, at, round_, body in connection.execute(
        "SELECT batch, at, round, body FROM event"  # noqa: S608 - constants
        f" WHERE kind = 'assigned' AND {LIVE} ORDER BY lamport DESC, id DESC"
    ):
        told = load_body(body)
        row = found.setdefault(batch, PlanRow(batch, at, round_, told["seed"], {}))
        row.given[told["coder"]] = row.given.get(told["coder"], 0) + len(told["units"])
    return list(found.values())


def events_of(connection: sqlite3.Connection, batch: str) -> list[str]:
    """Ids of the events of a plan that stand."""
    rows = connection.execute(
        f"SELECT id FROM event WHERE kind = 'assigned' AND batch = ? AND {LIVE}",  # noqa: S608
        (batch,),
    )
    return [row[0] for row in rows]
