"""Units that were read as drafts of events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from annotator.importers.parsed import UnitKey
from annotator.model.coding import UNTOUCHED, Answer, Statement, UnitWork
from annotator.model.event import Draft, EventKind


def drafts(key: UnitKey, work: UnitWork, old: UnitWork = UNTOUCHED) -> Iterator[Draft]:
    """The events that bring a unit to what was read, where the study has nothing of it or `old`."""
    yield from _values(key, "", {v: a for v, a in work.answers.items() if v not in old.answers})
    for statement in work.statements:
        yield from _of_statement(key, statement)
    if work.memo != old.memo:
        yield from _memo_and_flag(key, "", work.memo, on=False)
    if work.flagged and not old.flagged:
        yield from _memo_and_flag(key, "", "", on=True)
    if work.done and not old.done:
        yield _draft(EventKind.UNIT_FINISHED, key)


def _of_statement(key: UnitKey, statement: Statement) -> Iterator[Draft]:
    yield _draft(EventKind.STATEMENT_ADDED, key, statement.id)
    yield from _values(key, statement.id, statement.answers)
    yield from _memo_and_flag(key, statement.id, statement.memo, on=statement.flagged)


def _values(key: UnitKey, statement: str, answers: Mapping[str, Answer]) -> Iterator[Draft]:
    for variable, answer in answers.items():
        value = str(answer) if answer.values else ""
        body = {"value": value, "state": str(answer.state)}
        yield _draft(EventKind.VALUE_SET, key, statement, variable, body)


def _memo_and_flag(key: UnitKey, statement: str, memo: str, *, on: bool) -> Iterator[Draft]:
    if memo:
        yield _draft(EventKind.MEMO_SET, key, statement, body={"text": memo})
    if on:
        yield _draft(EventKind.FLAG_SET, key, statement, body={"on": True})


def _draft(
    kind: EventKind,
    key: UnitKey,
    statement: str = "",
    variable: str = "",
    body: Mapping[str, object] | None = None,
) -> Draft:
    return Draft(
        kind, key.article, key.paragraph, statement, variable, body or {}, key.coder, key.round
    )
