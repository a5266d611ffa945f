"""How an answer of the line mode becomes events: the verbs of the study, one action a line."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.cli.plain.answers import read_answers, with_another
from annotator.cli.plain.desk import Answered, Desk
from annotator.cli.plain.questions import Question, is_of_statement
from annotator.cli.plain.words import answer_words
from annotator.model.codebook import Variable
from annotator.model.coding import Answer, Statement, Target
from annotator.model.typed import Refused


def answer(desk: Desk, question: Question, line: str) -> None:
    """Store the answer that a line gives, or say why it is none."""
    variable = question.variable
    answers = read_answers(variable, line, desk.unit.answer_above(question))
    if isinstance(answers, Refused):
        desk.say(answers.reason)
        return
    if len(answers) > 1 and not is_of_statement(variable):
        desk.say(f"{variable.label} takes one code only.")
        return
    new = len(answers) if question.opens else (len(answers) - 1) * len(question.statements)
    if _fits(desk, new):
        with desk.study.action():
            _store(desk, question, answers)
        _confirm(desk, variable, answers)


def add_to_last(desk: Desk, line: str) -> None:
    """`, china` after `russia`: one more code, or a statement of its own that differs in this."""
    if desk.answered is None:
        desk.say("There is no answer yet to add to.")
        return
    variable = desk.answered.variable
    statement = _statement(desk, desk.answered.statement)
    if variable.multiple:
        _add_code(desk, variable, statement, line)
    elif statement:
        _add_statements(desk, variable, statement, line)
    else:
        desk.say(f"{variable.label} takes one code only.")


def assign(desk: Desk, variable: Variable, statement: str, given: Answer) -> None:
    """Set one answer of this unit, or of a statement in it."""
    target = Target(desk.here.article, desk.here.paragraph, statement)
    desk.study.assign(target, variable.id, given)
    _remember(desk, variable, statement, given)


def _store(desk: Desk, question: Question, answers: Sequence[Answer]) -> None:
    variable = question.variable
    if question.opens:
        for given in answers:
            _add(desk, Statement(""), variable, given)
    elif not question.statements:
        assign(desk, variable, "", answers[0])
    for statement in question.statements:
        assign(desk, variable, statement.id, answers[0])
        for given in answers[1:]:
            _add(desk, statement, variable, given)


def _add(desk: Desk, like: Statement, variable: Variable, given: Answer) -> None:
    """A new statement, like another but for one answer."""
    place, answers = desk.here, {**like.answers, variable.id: given}
    made = desk.study.add_statement(place.article, place.paragraph, answers)
    _remember(desk, variable, made, given)


def _add_statements(desk: Desk, variable: Variable, like: Statement, line: str) -> None:
    answers = read_answers(variable, line)
    if isinstance(answers, Refused):
        desk.say(answers.reason)
    elif _fits(desk, len(answers)):
        with desk.study.action():
            for given in answers:
                _add(desk, like, variable, given)
        _confirm(desk, variable, answers)


def _add_code(desk: Desk, variable: Variable, statement: Statement | None, line: str) -> None:
    answers = statement.answers if statement else desk.unit.work.answers
    extended = with_another(variable, answers.get(variable.id, Answer()), line)
    if isinstance(extended, Refused):
        desk.say(extended.reason)
        return
    assign(desk, variable, statement.id if statement else "", extended)
    _confirm(desk, variable, [extended])


def _fits(desk: Desk, new: int) -> bool:
    """Whether so many new statements are not more than the codebook allows."""
    limit = desk.study.codebook.max_statements
    fits = not limit or not new or len(desk.unit.work.statements) + new <= limit
    if not fits:
        desk.say(f"The codebook allows {limit} statements in a paragraph.")
    return fits


def _remember(desk: Desk, variable: Variable, statement: str, given: Answer) -> None:
    """What `,` adds to, and whether a code asks for a memo."""
    desk.answered = Answered(variable, statement)
    codes = (variable.code(value) for value in given.values)
    if any(code and code.needs_memo for code in codes):
        desk.memo_for = Target(desk.here.article, desk.here.paragraph, statement)


def _statement(desk: Desk, statement: str) -> Statement | None:
    return next((s for s in desk.unit.work.statements if s.id == statement), None)


def _confirm(desk: Desk, variable: Variable, answers: Sequence[Answer]) -> None:
    desk.say(f"{variable.label}: {', '.join(answer_words(variable, a) for a in answers)}.")
