"""What of a file is new to the study, what is there already, and what contradicts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotator.importers.drafts import drafts
from annotator.importers.parsed import Existing, Parsed, ReadUnit, Scope, UnitKey
from annotator.model.coding import UNTOUCHED, Answer, Statement, UnitWork
from annotator.model.problem import Problem

Answers = Mapping[str, Answer]


@dataclass(slots=True)
class Compared:
    """`new` units are to be written, `same` ones are there; each problem is a unit left out."""

    new: dict[UnitKey, ReadUnit] = field(default_factory=dict)
    same: list[UnitKey] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def compare(parsed: Parsed, existing: Existing) -> Compared:
    """Sort the units of a file, looking only at what the file can speak of.

    A unit on which the coder has nothing of that yet is new; else it must say the same.
    """
    compared = Compared()
    for key, unit in parsed.units.items():
        old = existing.get(key, UNTOUCHED)
        fault = _uncounted(unit, old, parsed.scope)
        blank = _is_blank(unit.work, old, parsed.scope)
        if not fault and not blank:
            fault = _difference(unit.work, old, parsed.scope)
        if fault:
            message = f"{_name(key)} was coded otherwise in the study: {fault}"
            compared.problems.append(Problem(message, parsed.file, unit.line))
        elif blank and next(drafts(key, unit.work, old), None):
            compared.new[key] = unit
        else:
            compared.same.append(key)
    return compared


def _name(key: UnitKey) -> str:
    return f"{key.coder}'s paragraph {key.paragraph}" if key.paragraph else f"{key.coder}'s article"


def _uncounted(unit: ReadUnit, old: UnitWork, scope: Scope) -> str:
    """A table of paragraphs counts statements without listing them: they must be there."""
    if scope.statements or unit.n_statements in (None, len(old.statements)):
        return ""
    counted = f"{len(old.statements)} statements, {unit.n_statements} in the file"
    return f"{counted} (import the table of statements first)"


def _is_blank(new: UnitWork, old: UnitWork, scope: Scope) -> bool:
    """Whether the coder has said nothing yet of what the file speaks of."""
    if scope.variables & old.answers.keys() or (new.memo and old.memo not in ("", new.memo)):
        return False
    if not scope.statements:
        return True
    # a finished paragraph without statements is a result
    return not old.statements and not (old.done and new.statements)


def _difference(new: UnitWork, old: UnitWork, scope: Scope) -> str:
    """The first difference in words; "" if there is none."""
    if different := _of_answers(new.answers, old.answers, scope):
        return different
    if scope.statements:
        if len(new.statements) != len(old.statements):
            return f"{len(old.statements)} statements, {len(new.statements)} in the file"
        pairs = zip(new.statements, old.statements, strict=True)
        for number, (mine, known) in enumerate(pairs, start=1):
            if different := _of_statement(mine, known, scope):
                return f"statement {number}: {different}"
    return _of_memo(new.memo, old.memo)


def _of_statement(new: Statement, old: Statement, scope: Scope) -> str:
    return _of_answers(new.answers, old.answers, scope) or _of_memo(new.memo, old.memo)


def _of_memo(new: str, old: str) -> str:
    return "its memo is another" if new and new != old else ""


def _of_answers(new: Answers, old: Answers, scope: Scope) -> str:
    for variable in sorted(scope.variables):
        mine, known = new.get(variable), old.get(variable)
        if mine != known and not _same_selection(mine, known):
            here, there = (str(answer or "not coded") for answer in (known, mine))
            return f"{variable} is {here}, {there} in the file"
    return ""


def _same_selection(one: Answer | None, other: Answer | None) -> bool:
    """Several codes are the same in any order."""
    if one is None or other is None:
        return False
    return one.state is other.state and set(one.values) == set(other.values)
