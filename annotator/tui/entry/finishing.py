"""Enter: what still has to be answered before a unit is done."""

from __future__ import annotations

from annotator.model.codebook import Variable
from annotator.model.coding import State, Statement
from annotator.model.questionnaire import defaults_of_article, defaults_of_paragraph
from annotator.tui.entry.answers import Outcome, at_least
from annotator.tui.entry.fields import Cursor, Field, Situation, focus_of
from annotator.tui.entry.memos import MissingMemo, missing_memos
from annotator.tui.entry.verbs import Finish


def finish(situation: Situation, cursor: Cursor) -> Outcome:
    """Finish the unit, or go to what it lacks and say so."""
    for number, statement in enumerate(situation.unit.statements, 1):
        if lacking := situation.lacking(statement):
            return _lacking_in_statement(situation, number, statement, lacking)
        if too_few := _too_few(situation, statement):
            where = Cursor(visited=Field(too_few.id, statement.id), adding=True)
            return Outcome(where, note=f"Statement {number}: {at_least(too_few)}")
    if not (cursor.warned or situation.unit.done) and (memos := missing_memos(situation)):
        return _lacking_memo(*memos[0])
    if lacking := situation.lacking_of_unit(on_finishing=True):
        return _lacking_in_unit(situation, cursor, lacking[0])
    if situation.unit.done and not _defaults(situation):
        return Outcome(Cursor(), go_on=True)
    return Outcome(Cursor(), (Finish(situation.target()),), go_on=True)


def _lacking_in_statement(
    situation: Situation, number: int, statement: Statement, lacking: tuple[Variable, ...]
) -> Outcome:
    names = ", ".join(variable.label for variable in lacking)
    note = f"Statement {number} lacks {names}."
    if statement in situation.entry:
        return Outcome(Cursor(), note=note)
    return Outcome(Cursor(visited=Field(lacking[0].id, statement.id)), note=note)


def _lacking_memo(number: int, missing: MissingMemo) -> Outcome:
    """Said once, with the cursor where F4 writes it: a coder may have nothing to say."""
    where = f"Statement {number}: memo" if number else "Memo"
    note = f"{where} missing ({missing.label}). F4 writes it, Enter goes on without."
    return Outcome(Cursor(visited=missing.field, warned=True), note=note)


def _lacking_in_unit(situation: Situation, cursor: Cursor, variable: Variable) -> Outcome:
    """Enter asks the question; its answer then finishes the unit, unless it stood open before."""
    focus = focus_of(situation, cursor)
    if focus and focus.variable is variable and not cursor.finishing:
        return Outcome(cursor, note=f"{variable.label} needs an answer.")
    note = variable.question or variable.label
    kept = Cursor(last=cursor.last, visited=Field(variable.id), finishing=True)
    return Outcome(kept, note=f"{note} The answer finishes this one.")


def _too_few(situation: Situation, statement: Statement) -> Variable | None:
    for variable in situation.asked(statement.answers):
        answer = statement.answers.get(variable.id)
        coded = answer is not None and answer.state is State.CODED
        if coded and variable.multiple and answer and len(answer.values) < variable.min_select:
            return variable
    return None


def _defaults(situation: Situation) -> list[tuple[str, str, object]]:
    """What finishing the unit would record besides."""
    if situation.paragraph:
        return [*defaults_of_paragraph(situation.codebook, situation.kind, situation.unit)]
    return [*defaults_of_article(situation.codebook, situation.article, situation.unit)]
