"""Events of one unit -> its current state. Pure, and the only definition of what events mean.

Each event writes one register (a value, the existence of a statement, done, a memo, a flag); the
latest by (Lamport time, id) stands. What hangs on a statement that does not exist is hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.model.event import EventKind
from annotator.store.events import load_body


class UnitEvent(NamedTuple):
    """The part of an event that its unit's state depends on; `body` is JSON."""

    kind: str
    statement: str
    variable: str
    body: str
    at: int
    codebook: str
    id: str


class Value(NamedTuple):
    """The current value of one variable."""

    value: str
    state: str
    at: int
    codebook: str


@dataclass(slots=True)
class UnitState:
    """What stands for one coder, round and paragraph once all live events are applied in order."""

    values: dict[tuple[str, str], Value] = field(default_factory=dict)  # (statement, variable)
    statements: dict[str, int] = field(default_factory=dict)  # id -> made at
    done: bool = False
    memos: dict[str, str] = field(default_factory=dict)  # statement ("" is the unit) -> text
    flags: set[str] = field(default_factory=set)
    at: int = 0

    @property
    def has_traces(self) -> bool:
        """Whether anything stands on the unit itself, beside its codings."""
        return bool(self.done or self.memos.get("") or "" in self.flags)


def fold(live_events: Iterable[UnitEvent]) -> UnitState:
    """Apply the events, given in order of (Lamport time, id) and without those retracted."""
    unit = UnitState()
    for event in live_events:
        _apply(unit, event)
    unit.values = {
        place: value
        for place, value in unit.values.items()
        if not place[0] or place[0] in unit.statements
    }
    return unit


def _apply(unit: UnitState, event: UnitEvent) -> None:
    match event.kind:
        case EventKind.VALUE_SET:
            body = load_body(event.body)
            value = Value(body["value"], body["state"], event.at, event.codebook)
            unit.values[event.statement, event.variable] = value
        case EventKind.VALUE_CLEARED:
            unit.values.pop((event.statement, event.variable), None)
        case EventKind.STATEMENT_ADDED:
            unit.statements[event.statement] = event.at
        case EventKind.STATEMENT_REMOVED:
            unit.statements.pop(event.statement, None)
        case EventKind.UNIT_FINISHED:
            unit.done = True
        case EventKind.UNIT_REOPENED:
            unit.done = False
        case EventKind.MEMO_SET:
            unit.memos[event.statement] = load_body(event.body)["text"]
        case EventKind.FLAG_SET if load_body(event.body)["on"]:
            unit.flags.add(event.statement)
        case EventKind.FLAG_SET:
            unit.flags.discard(event.statement)
        case _:
            return
    if not event.statement and not event.variable:
        unit.at = event.at
