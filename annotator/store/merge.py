"""Merging: the events of another file that are not here, written into this study's log.

The state of a study follows from the set of its events, so merging is a union: in any order, any
number of times, by any way round, the same events give the same state.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from annotator.model import facts
from annotator.model.watch import Watch, unwatched
from annotator.store import events, log, state
from annotator.store.merge_plan import Plan

_CHUNK = 5_000


def write(
    target: sqlite3.Connection, source: sqlite3.Connection, plan: Plan, author: log.Author,
    watch: Watch = unwatched,
) -> None:  # fmt: skip
    """Carry out a plan, made while this study held what it holds now. Inside a transaction.

    A last event of the merge itself says what came in, so that it can be taken back as a whole.
    """
    if not plan.kept:
        return
    _copy_contents(target, source, plan)
    rows = watch(_rows(source, plan.kept), f"Taking in {plan.told.file}", len(plan.kept))
    replicas = _copy_events(target, rows)
    target.executemany("DELETE FROM omitted WHERE replica = ? AND seq = ?", plan.arrived)
    target.executemany("INSERT INTO omitted VALUES (?, ?, ?) ON CONFLICT DO NOTHING", plan.stubs)
    state.project_since(target, plan.newest, watch)
    log.append(target, author, [facts.merged(plan.told.file, len(plan.kept), replicas)])


def _copy_contents(target: sqlite3.Connection, source: sqlite3.Connection, plan: Plan) -> None:
    for digest in plan.contents:
        row = source.execute("SELECT hash, body FROM content WHERE hash = ?", (digest,)).fetchone()
        target.execute("INSERT INTO content VALUES (?, ?) ON CONFLICT DO NOTHING", row)


def _copy_events(
    target: sqlite3.Connection, rows: Iterable[events.Row]
) -> Mapping[str, tuple[int, int]]:
    """Write them in the order of the log; returns the first and last number of each copy."""
    replicas: dict[str, tuple[int, int]] = {}
    remaining = iter(rows)
    while chunk := list(islice(remaining, _CHUNK)):
        for _, replica, seq, *_ in chunk:
            first, last = replicas.get(replica, (seq, seq))
            replicas[replica] = (min(first, seq), max(last, seq))
        events.insert(target, chunk)
    return replicas


def _rows(source: sqlite3.Connection, kept: set[int]) -> Iterator[events.Row]:
    for n, *row in source.execute(
        f"SELECT n, {events.COLUMNS}, hash FROM event ORDER BY lamport, id"  # noqa: S608
    ):
        if n in kept:
            yield tuple(row)
