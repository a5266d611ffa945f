"""Memos that codes ask for: which are not written yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from annotator.model.codebook import Variable
from annotator.model.coding import Statement
from annotator.model.questionnaire import Answers
from annotator.tui.entry.fields import Field, Situation


class MissingMemo(NamedTuple):
    """The answer that asks for a memo: the field, and the label of the code given there."""

    field: Field
    label: str


def missing_memo(situation: Situation, statement: Statement | None = None) -> MissingMemo | None:
    """The memo that a code of the statement (or of the unit itself) asks for in vain."""
    if statement is None:
        unit = situation.unit
        return None if unit.memo else _asking(situation.unit_variables, unit.answers, "")
    asked = situation.asked(statement.answers)
    return None if statement.memo else _asking(asked, statement.answers, statement.id)


def missing_memos(situation: Situation) -> list[tuple[int, MissingMemo]]:
    """All that are missing, with the number of the statement; 0 stands for the unit itself."""
    holders = [(0, None), *enumerate(situation.unit.statements, 1)]
    found = [(number, missing_memo(situation, holder)) for number, holder in holders]
    return [(number, missing) for number, missing in found if missing]


def _asking(variables: Iterable[Variable], answers: Answers, statement: str) -> MissingMemo | None:
    for variable in variables:
        answer = answers.get(variable.id)
        for value in answer.values if answer else ():
            code = variable.code(value)
            if code and code.needs_memo:
                return MissingMemo(Field(variable.id, statement), code.label)
    return None
