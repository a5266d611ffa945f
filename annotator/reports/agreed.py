"""What all coders agree on, as decisions: so that a data set can rest on decisions alone."""

from __future__ import annotations

from collections.abc import Collection

from annotator.model.codebook import Codebook, Level
from annotator.model.coding import Answer, State, Target
from annotator.model.decision import NO_STATEMENT, Decided, Reason
from annotator.reports.disputes import Answers, Comparing, Pair, SharedUnit


def agreed(
    comparing: Comparing, unit: SharedUnit, leave_out: Collection[str] = ()
) -> Decided | None:
    """What the coders of a unit agree on; None where there is nothing.

    `leave_out` names variables, and NO_STATEMENT for the statements: what is in dispute, or decided
    already. With the statements goes why there are none. Free text, which may differ, is left out.
    """
    codebook = comparing.codebook
    answers: dict[str, Pair] = {}
    for said in unit.said.values():
        answers |= comparing.compared(said.answers)
    on_statements = NO_STATEMENT in leave_out
    kept = {
        name: pair
        for name, pair in answers.items()
        if name not in leave_out and not (on_statements and _is_why_none(codebook, name))
    }
    statements = None
    if unit.paragraph and not on_statements and codebook.at(Level.STATEMENT):
        first = next(iter(unit.said.values()))
        statements = [_parsed(codebook, comparing.compared(one)) for one in first.statements]
    if not kept and statements is None:
        return None
    where = Target(unit.article, unit.paragraph)
    return Decided(where, Reason.AGREED, _parsed(codebook, kept), statements)


def _is_why_none(codebook: Codebook, variable: str) -> bool:
    known = codebook.by_id.get(variable)
    return known is not None and known.ask_if_no_statement


def _parsed(codebook: Codebook, answers: Answers) -> dict[str, Answer]:
    return {name: _answer(codebook, name, *pair) for name, pair in answers.items()}


def _answer(codebook: Codebook, variable: str, value: str, state: str) -> Answer:
    if state != State.CODED:
        return Answer(state=State(state))
    known = codebook.by_id.get(variable)
    return Answer.parse(value, multiple=known is not None and known.multiple)
