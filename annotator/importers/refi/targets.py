"""What was gathered about one unit or statement, and the answers that come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from annotator.importers.parsed import ReadUnit, UnitKey, statement_id
from annotator.model.coding import Answer, State, Statement, UnitWork

_BETWEEN = "\n\n"  # two memos on one unit
_STATES = {str(state): state for state in State if state is not State.CODED}


@dataclass(slots=True)
class Target:
    """A unit or a statement."""

    line: int
    codes: dict[str, list[str]] = field(default_factory=dict)  # or a state, or what was typed
    memos: list[str] = field(default_factory=list)
    flagged: bool = False

    def put(self, variable: str, value: str, *, several: bool) -> str:
        """Add a value; the one that is in its way, or "" if it could be added."""
        values = self.codes.setdefault(variable, [])
        if value in values:
            return ""
        is_special = any(one in _STATES for one in (*values, value))
        if values and (is_special or not several):
            return values[0]
        values.append(value)
        return ""

    def answers(self) -> dict[str, Answer]:
        """The answers by variable."""
        return {variable: _answer(values) for variable, values in self.codes.items()}

    @property
    def memo(self) -> str:
        """All memos as one."""
        return _BETWEEN.join(self.memos)


def _answer(values: list[str]) -> Answer:
    state = _STATES.get(values[0])
    return Answer(state=state) if state else Answer(tuple(values))


@dataclass(slots=True)
class Unit(Target):
    """A paragraph, or an article as a whole."""

    statements: list[Target] = field(default_factory=list)
    finished: bool = False


def as_read(key: UnitKey, unit: Unit, is_done: Callable[[Unit], bool]) -> ReadUnit:
    """The unit in the form in which every importer hands it on."""
    statements = tuple(
        Statement(statement_id(key, number), one.answers(), one.memo, one.flagged)
        for number, one in enumerate(unit.statements, start=1)
    )
    work = UnitWork(unit.answers(), statements, is_done(unit), unit.memo, unit.flagged)
    return ReadUnit(unit.line, work)
