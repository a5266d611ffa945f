"""What the study holds already, from the rows that it gives out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from annotator.importers.parsed import Existing, UnitKey
from annotator.model.coding import (
    SEPARATOR,
    Answer,
    CodingRow,
    State,
    Statement,
    StatementRow,
    UnitRow,
    UnitWork,
)


def existing_work(
    keys: Collection[UnitKey],
    codings: Iterable[CodingRow],
    units: Iterable[UnitRow],
    statements: Iterable[StatementRow],
    multiple: Collection[str],
) -> Existing:
    """What the study holds of these units, from its rows."""
    found: dict[UnitKey, _Known] = {}
    for coding in codings:
        if coding[:4] in keys:
            answers = found.setdefault(UnitKey(*coding[:4]), _Known()).answers
            answer = _answer(coding, multiple)
            answers.setdefault(coding.statement, {})[coding.variable] = answer
    for statement in statements:
        if statement[:4] in keys:
            found.setdefault(UnitKey(*statement[:4]), _Known()).statements.append(statement)
    for unit in units:
        if unit[:4] in keys:
            found.setdefault(UnitKey(*unit[:4]), _Known()).unit = unit
    return {key: known.work() for key, known in found.items()}


def _answer(coding: CodingRow, multiple: Collection[str]) -> Answer:
    if coding.state != State.CODED:
        return Answer(state=State(coding.state))
    several = coding.variable in multiple
    return Answer(tuple(coding.value.split(SEPARATOR)) if several else (coding.value,))


@dataclass(slots=True)
class _Known:
    answers: dict[str, dict[str, Answer]] = field(default_factory=dict)
    statements: list[StatementRow] = field(default_factory=list)
    unit: UnitRow | None = None

    def work(self) -> UnitWork:
        statements = tuple(
            Statement(row.statement, self.answers.get(row.statement, {}), row.memo, row.flagged)
            for row in sorted(self.statements, key=lambda row: row.statement)
        )
        own = self.answers.get("", {})
        if self.unit is None:
            return UnitWork(own, statements)
        unit = self.unit
        return UnitWork(own, statements, unit.done, unit.memo, unit.flagged)
