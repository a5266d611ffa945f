"""What coders had said of a unit before they saw what others said of it.

Reliability rests on codings that were made independently. Who saw others' codings of a unit, and
when, stands in the table `seen`; where it is empty nothing here costs anything.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from annotator.model.coding import CodingRow, StatementRow, UnitRow
from annotator.store import rows
from annotator.store.articles import placeholders
from annotator.store.fold import UnitEvent, UnitState, fold
from annotator.store.live import LIVE
from annotator.store.unit_state import Unit

_THEN = """event.lamport < wanted.value ->> 4 AND NOT EXISTS (
  SELECT 1 FROM retraction JOIN event AS undo ON undo.id = retraction.id
  WHERE retraction.event = event.id AND retraction.coder = event.coder
    AND undo.lamport < wanted.value ->> 4
    AND NOT EXISTS (SELECT 1 FROM restoration WHERE restoration.retraction = retraction.id
      AND restoration.coder = retraction.coder AND EXISTS (SELECT 1 FROM event AS redo
        WHERE redo.kind IN ('restored', 'retracted') AND redo.coder = retraction.coder
          AND redo.body ->> '$.retraction' = retraction.id AND redo.kind = 'restored'
          AND redo.lamport < wanted.value ->> 4)))"""
"""SQL: the event stood when its coder saw others' codings of the unit."""


@dataclass(frozen=True)
class Before:
    """Everybody's work as it was before discussion: `states` are those of units changed since."""

    connection: sqlite3.Connection
    coders: Sequence[str] | None
    round: str | None
    states: Mapping[Unit, UnitState]

    def codings(self) -> Iterator[CodingRow]:
        """As `rows.codings`; units that were changed since come last."""
        current = rows.codings(self.connection, coders=self.coders, round=self.round)
        if not self.states:
            return current
        return self._with(current, self._codings_then())

    def units(self) -> Iterator[UnitRow]:
        """As `rows.units`; units that were changed since come last."""
        current = rows.units(self.connection, coders=self.coders, round=self.round)
        return self._with_units(current) if self.states else current

    def statements(self) -> Iterator[StatementRow]:
        """As `rows.statements`; units that were changed since come last."""
        current = rows.statements(self.connection, coders=self.coders, round=self.round)
        return self._with_statements(current) if self.states else current

    def remarks(self) -> Iterator[str]:
        """Whose changes are left out, in how many units."""
        counts = Counter(coder for _, _, coder, _ in self.states)
        if counts:
            units = {coder: f"{n:,} unit{'s' if n > 1 else ''}" for coder, n in counts.items()}
            told = ", ".join(f"{coder} in {units[coder]}" for coder in sorted(units))
            yield f"what coders changed after they saw others' codings: {told}"

    def _is_now(self, row: CodingRow | UnitRow | StatementRow) -> bool:
        return (row.article, row.paragraph, row.coder, row.round) not in self.states

    def _with(self, current: Iterator[CodingRow], then: Iterator[CodingRow]) -> Iterator[CodingRow]:
        yield from filter(self._is_now, current)
        yield from then

    def _codings_then(self) -> Iterator[CodingRow]:
        versions = dict(self.connection.execute("SELECT hash, version FROM codebook").fetchall())
        for (article, paragraph, coder, round_), state in self.states.items():
            for (statement, variable), told in state.values.items():
                yield CodingRow(
                    coder, round_, article, paragraph, statement, variable, told.value,
                    told.state, told.at, versions.get(told.codebook, ""),
                )  # fmt: skip

    def _with_units(self, current: Iterator[UnitRow]) -> Iterator[UnitRow]:
        yield from filter(self._is_now, current)
        for (article, paragraph, coder, round_), state in self.states.items():
            if state.has_traces:
                yield UnitRow(
                    coder, round_, article, paragraph, state.done, "" in state.flags,
                    state.memos.get("", ""), state.at,
                )  # fmt: skip

    def _with_statements(self, current: Iterator[StatementRow]) -> Iterator[StatementRow]:
        yield from filter(self._is_now, current)
        for (article, paragraph, coder, round_), state in self.states.items():
            for statement in sorted(state.statements):
                yield StatementRow(
                    coder, round_, article, paragraph, statement, statement in state.flags,
                    state.memos.get(statement, ""), state.statements[statement],
                )  # fmt: skip


def before(
    connection: sqlite3.Connection, *, coders: Sequence[str] | None, round: str | None
) -> Before:
    """Everybody's work as it was before they saw that of others."""
    seen = _seen(connection, coders, round)
    states: dict[Unit, UnitState] = {}
    if seen:
        then, now = (_folded(connection, seen, sql) for sql in (_THEN, LIVE))
        for article, paragraph, coder, round_, _ in seen:
            unit = (article, paragraph, coder, round_)
            was, is_ = then.get(unit, UnitState()), now.get(unit, UnitState())
            if _said(was) != _said(is_):
                states[unit] = was
    return Before(connection, coders, round, states)


def _said(state: UnitState) -> tuple[object, ...]:
    """What figures rest on."""
    values = {place: (told.value, told.state) for place, told in state.values.items()}
    return values, state.statements.keys(), state.done


_Seen = tuple[str, int, str, str, int]  # a unit, and the Lamport time


def _seen(
    connection: sqlite3.Connection, coders: Sequence[str] | None, round: str | None
) -> list[_Seen]:
    """The units that were seen, by these coders, in the order of articles."""
    of_coders = f"AND coder IN ({placeholders(coders)})" if coders is not None else ""
    return connection.execute(
        "SELECT article, paragraph, coder, round, lamport FROM seen"  # noqa: S608 - constants
        " JOIN article ON article.id = seen.article"
        f" WHERE (? IS NULL OR round = ?) {of_coders}"
        " ORDER BY article.position, paragraph, coder, round",
        (round, round, *(coders or ())),
    ).fetchall()


def _folded(
    connection: sqlite3.Connection, seen: Sequence[_Seen], standing: str
) -> dict[Unit, UnitState]:
    events = connection.execute(
        "SELECT event.article, event.paragraph, event.coder, event.round,"  # noqa: S608
        " kind, statement, variable, body, at, codebook, event.id"
        " FROM json_each(?) AS wanted CROSS JOIN event"
        " ON event.article = wanted.value ->> 0 AND event.paragraph = wanted.value ->> 1"
        " AND event.coder = wanted.value ->> 2 AND event.round = wanted.value ->> 3"
        f" WHERE {standing} ORDER BY wanted.key, event.lamport, event.id",
        (json.dumps(seen),),
    )
    return {
        unit: fold(UnitEvent._make(row[4:]) for row in found)
        for unit, found in groupby(events, key=itemgetter(0, 1, 2, 3))
    }


# ------------------------------------------------------------------ which codings came after

Answers = frozenset[tuple[str, str]]  # statement and variable of each


def after_discussion(connection: sqlite3.Connection) -> dict[Unit, Answers]:
    """By unit, the answers that stand and were given after their coder saw those of others."""
    found = connection.execute(
        "SELECT DISTINCT event.article, event.paragraph, event.coder, event.round,"  # noqa: S608
        " event.statement, event.variable FROM seen CROSS JOIN event"
        " ON event.article = seen.article AND event.paragraph = seen.paragraph"
        " AND event.coder = seen.coder AND event.round = seen.round"
        " AND event.lamport > seen.lamport"
        f" WHERE kind = 'value_set' AND {LIVE} ORDER BY 1, 2, 3, 4",
    )
    return {
        unit: frozenset((row[4], row[5]) for row in answers)
        for unit, answers in groupby(found, key=itemgetter(0, 1, 2, 3))
    }
