"""Giving an answer: which statements it goes to, what is written, and what is asked next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from annotator.model.codebook import Code, Variable
from annotator.model.coding import Answer, State, Target
from annotator.model.questionnaire import Answers
from annotator.tui.entry.fields import Cursor, Field, Focus, Situation
from annotator.tui.entry.verbs import (
    AddStatement,
    Assign,
    Clear,
    Finish,
    RemoveStatement,
    Verb,
    after,
)


class Ask(StrEnum):
    """What the screen has to ask in a window of its own."""

    NOTHING = ""
    MEMO = "memo"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a key press leads to.

    `verbs` are carried out as one action; then the cursor holds. `note` is said to the coder;
    `ask` wants a memo or a typed answer (begun with `typed`) on the field `about`; a field of a
    statement without an id means the last one. `go_on`: the unit is done, go to the next.
    """

    cursor: Cursor
    verbs: tuple[Verb, ...] = ()
    note: str = ""
    ask: Ask = Ask.NOTHING
    about: Field | None = None
    typed: str = ""
    go_on: bool = False


def offered(codes: Iterable[Code]) -> tuple[Code, ...]:
    """The codes that may be chosen: deprecated ones are shown as values but not offered."""
    return tuple(code for code in codes if not code.deprecated)


def codes_below(variable: Variable, path: tuple[str, ...]) -> tuple[Code, ...]:
    """The codes that the next key chooses from."""
    code = variable.code(path[-1]) if path else None
    return offered(code.codes if code else variable.codes)


def path_to(variable: Variable, code: Code) -> tuple[str, ...]:
    """The ids that lead to a code, its own last."""
    return tuple(step.id for step in variable.paths[code.id])


def is_stored(situation: Situation, focus: Focus, code_id: str) -> bool:
    """Whether the open field holds just that code already."""
    holders = [s.answers for s in focus.statements] if focus.on_statement else [situation.known]
    wanted = Answer.of(code_id)
    return bool(holders) and all(answers.get(focus.variable.id) == wanted for answers in holders)


def take(situation: Situation, cursor: Cursor, focus: Focus, code: Code) -> Outcome:
    """Choose a code of the open field: a leaf is the answer, a group may be one and opens."""
    below = offered(code.codes)
    path = path_to(focus.variable, code)
    if not focus.variable.may_stop_at(code):
        note = "" if below else f"{code.label} has no codes below it."
        return Outcome(replace(pinned(cursor, focus), path=path), note=note)
    outcome = give(situation, cursor, focus, Answer.of(code.id), open_path=path if below else ())
    return _with_memo(outcome, focus, code) if code.needs_memo and outcome.verbs else outcome


def give(
    situation: Situation,
    cursor: Cursor,
    focus: Focus,
    answer: Answer,
    *,
    open_path: tuple[str, ...] = (),
) -> Outcome:
    """Give an answer to the open field; with `open_path` the next key may still refine it."""
    if cursor.adding and answer.state is not State.CODED:
        return Outcome(cursor, note="This answer stands alone: Esc leaves the second one.")
    verbs = _verbs(situation, cursor, focus, answer)
    if isinstance(verbs, str):
        return Outcome(cursor, note=verbs)
    span = max(1, sum(isinstance(verb, AddStatement) for verb in verbs) or len(focus.statements))
    chosen = (focus.variable.id, answer.values[-1] if answer.values else "")
    left = Cursor(last=span, chosen=chosen, finishing=cursor.finishing)
    held = replace(left, visited=_held_field(cursor, focus, verbs), span=span)
    if open_path:
        return Outcome(replace(held, path=open_path), verbs)
    if _wants_more(focus.variable, answer, cursor):
        return Outcome(replace(held, adding=True), verbs, at_least(focus.variable))
    return complete(situation, left, verbs)


def complete(situation: Situation, cursor: Cursor, verbs: tuple[Verb, ...] = ()) -> Outcome:
    """The answer is given: back to the natural field, or on with the finishing that asked it."""
    done = Cursor(last=cursor.last, chosen=cursor.chosen)
    if not cursor.finishing:
        return Outcome(done, verbs)
    ahead = replace(situation, unit=after(situation.unit, verbs))
    if lacking := ahead.lacking_of_unit(on_finishing=True):
        return Outcome(replace(done, visited=Field(lacking[0].id), finishing=True), verbs)
    return Outcome(Cursor(), (*verbs, Finish(situation.target())), go_on=True)


def pinned(cursor: Cursor, focus: Focus) -> Cursor:
    """The cursor held on its field, so that an open group stays with its question."""
    return replace(
        cursor, visited=_held_field(cursor, focus, ()), span=len(focus.statements), highlight=""
    )


def at_least(variable: Variable) -> str:
    """What is said where a selection is too small."""
    return f"{variable.label} takes at least {variable.min_select}: choose another."


def _held_field(cursor: Cursor, focus: Focus, verbs: Iterable[Verb]) -> Field:
    adds = any(isinstance(verb, AddStatement) for verb in verbs)
    by_id = focus.on_statement and not adds and cursor.visited
    return Field(focus.variable.id, by_id.statement if by_id else "")


def _wants_more(variable: Variable, answer: Answer, cursor: Cursor) -> bool:
    coded = variable.multiple and answer.state is State.CODED
    return coded and not cursor.adding and len(answer.values) < variable.min_select


def _with_memo(outcome: Outcome, focus: Focus, code: Code) -> Outcome:
    adds = any(isinstance(verb, AddStatement) for verb in outcome.verbs)
    statement = focus.statements[-1].id if focus.statements and not adds else ""
    note = outcome.note or f"{code.label}: say why."
    about = Field(focus.variable.id, statement)
    return replace(outcome, ask=Ask.MEMO, about=about, note=note)


def _verbs(
    situation: Situation, cursor: Cursor, focus: Focus, answer: Answer
) -> tuple[Verb, ...] | str:
    """What to write, or why not."""
    name = focus.variable.id
    if cursor.adding and focus.variable.multiple:
        return _toggled(situation, focus, answer.values[0])
    if cursor.adding and focus.on_statement:
        return _twins(situation, focus, answer)
    if focus.on_statement and not focus.statements:
        return _added(situation, [{name: answer}])
    holders = [(s.id, s.answers) for s in focus.statements] or [("", situation.unit.answers)]
    return tuple(
        Assign(situation.target(statement), name, answer)
        for statement, answers in holders
        if answers.get(name) != answer
    )


def _twins(situation: Situation, beside: Focus, answer: Answer) -> tuple[Verb, ...] | str:
    """One new statement for each way in which the statements beside it are answered otherwise."""
    present = [dict(statement.answers) for statement in situation.unit.statements]
    wanted: list[dict[str, Answer]] = []
    for statement in beside.statements:
        twin = {**statement.answers, beside.variable.id: answer}
        if twin not in present and twin not in wanted:
            wanted.append(twin)
    return _added(situation, wanted) if wanted else "There is such a statement already."


def _added(situation: Situation, statements: list[dict[str, Answer]]) -> tuple[Verb, ...] | str:
    most = situation.codebook.max_statements
    if most and len(situation.unit.statements) + len(statements) > most:
        return f"The codebook allows {most} statements in a paragraph."
    return tuple(AddStatement(situation.target(), answers) for answers in statements)


def _toggled(situation: Situation, focus: Focus, code_id: str) -> tuple[Verb, ...] | str:
    """Add the code to the set of codes, or take it out."""
    name, most = focus.variable.id, focus.variable.max_select
    holders = [(s.id, s.answers) for s in focus.statements] or [("", situation.known)]
    verbs: list[Verb] = []
    for statement, answers in holders:
        values = _with_or_without(answers.get(name, Answer()).values, code_id)
        if most and len(values) > most:
            return f"{focus.variable.label} takes at most {most}."
        target = situation.target(statement)
        verbs.append(
            Assign(target, name, Answer(values)) if values else clearing(target, name, answers)
        )
    return tuple(verbs)


def clearing(target: Target, variable: str, answers: Answers) -> Verb:
    """Take an answer away; a statement that had no other goes with it."""
    if target.statement and set(answers) == {variable}:
        return RemoveStatement(target)
    return Clear(target, variable)


def _with_or_without(values: tuple[str, ...], code_id: str) -> tuple[str, ...]:
    if code_id in values:
        return tuple(value for value in values if value != code_id)
    return (*values, code_id)
