"""One disagreement settled in two copies, neither of which knew of the other: the later stands."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from annotator.model.decision import NO_STATEMENT
from annotator.model.event import EventKind
from annotator.model.merging import Twice
from annotator.model.shape import Fields
from annotator.store.events import load_body
from annotator.store.live import LIVE

_Part = tuple[str, str, int, str]  # round, article, paragraph, variable or NO_STATEMENT
Told = tuple[Fields, Mapping[str, Any]]


class _Standing(NamedTuple):
    """The newest decision: of statements, all that were decided in one action."""

    lamport: int
    batch: str
    coder: str
    content: list[list[tuple[str, str, str]]]  # by statement: variable, value, state


def decided_twice(
    target: sqlite3.Connection, source: sqlite3.Connection, new: Iterable[Told]
) -> list[Twice]:
    """What was decided here and, otherwise, in the file, whose `new` decisions are not here yet."""
    theirs = _standing(new)
    last = dict(source.execute("SELECT replica, max(seq) FROM event GROUP BY replica").fetchall())
    articles = sorted({article for _, article, _, _ in theirs})
    ours = _standing(
        (row, load_body(row.body))
        for row in _decisions_here(target, articles)
        if row.seq > last.get(row.replica, 0)
    )
    return [
        Twice(
            *part, ours[part].coder, theirs[part].coder,
            theirs_stands=theirs[part][:2] > ours[part][:2],
        )
        for part in sorted(ours.keys() & theirs.keys())
        if ours[part].content != theirs[part].content
    ]  # fmt: skip


def _standing(told: Iterable[Told]) -> dict[_Part, _Standing]:
    actions: defaultdict[_Part, dict[tuple[int, str], list[Told]]] = defaultdict(dict)
    for row, body in told:
        of_part = actions[_part(row)]
        of_part.setdefault((row.lamport, row.batch), []).append((row, body))
    found = {}
    for part, by_action in actions.items():
        (lamport, batch), rows = max(by_action.items())
        found[part] = _Standing(lamport, batch, rows[0][0].coder, _content(rows))
    return found


def _part(row: Fields) -> _Part:
    variable = NO_STATEMENT if row.statement else row.variable
    return row.round, row.article, row.paragraph, variable


def _content(rows: Iterable[Told]) -> list[list[tuple[str, str, str]]]:
    by_statement: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for row, body in rows:
        by_statement[row.statement].append((row.variable, body["value"], body["state"]))
    return sorted(sorted(answers) for answers in by_statement.values())


def _decisions_here(target: sqlite3.Connection, articles: list[str]) -> Iterator[Fields]:
    columns = ", ".join(f"event.{name}" for name in Fields._fields)
    rows = target.execute(
        f"SELECT {columns} FROM event WHERE kind = '{EventKind.DECISION}' AND {LIVE}"  # noqa: S608
        " AND article IN (SELECT value FROM json_each(?))",
        (json.dumps(articles),),
    )
    return map(Fields._make, rows)
