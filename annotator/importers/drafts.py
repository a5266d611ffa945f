"""Units that were read as drafts of events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from annotator.importers.parsed import UnitKey
from annotator.model import facts
from annotator.model.coding import UNTOUCHED, Answer, Statement, Target, UnitWork
from annotator.model.event import Draft


def drafts(key: UnitKey, work: UnitWork, old: UnitWork = UNTOUCHED) -> Iterator[Draft]:
    """The events that bring a unit to what was read, where the study has nothing of it or `old`."""
    for fact in _facts(Target(key.article, key.paragraph), work, old):
        yield replace(fact, coder=key.coder, round=key.round)


def _facts(unit: Target, work: UnitWork, old: UnitWork) -> Iterator[Draft]:
    yield from _values(unit, {v: a for v, a in work.answers.items() if v not in old.answers})
    for statement in work.statements:
        yield from _of_statement(replace(unit, statement=statement.id), statement)
    if work.memo and work.memo != old.memo:
        yield facts.memo_set(unit, work.memo)
    if work.flagged and not old.flagged:
        yield facts.flag_set(unit, on=True)
    if work.done and not old.done:
        yield facts.unit_finished(unit)


def _of_statement(target: Target, statement: Statement) -> Iterator[Draft]:
    yield facts.statement_added(target)
    yield from _values(target, statement.answers)
    if statement.memo:
        yield facts.memo_set(target, statement.memo)
    if statement.flagged:
        yield facts.flag_set(target, on=True)


def _values(target: Target, answers: Mapping[str, Answer]) -> Iterator[Draft]:
    return (facts.value_set(target, variable, answer) for variable, answer in answers.items())
