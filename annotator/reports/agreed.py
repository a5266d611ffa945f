"""Units on which all coders agree, as decisions: so that a data set can rest on decisions alone."""

from __future__ import annotations

from annotator.model.codebook import Codebook, Level
from annotator.model.coding import Answer, State, Target
from annotator.model.decision import Decided, Reason
from annotator.reports.disputes import Answers, Comparing, Pair, SharedUnit


def agreed(comparing: Comparing, unit: SharedUnit) -> Decided:
    """What the coders of a unit without a dispute say; free text, which may differ, is left out."""
    codebook = comparing.codebook
    answers: dict[str, Pair] = {}
    for said in unit.said.values():
        answers |= comparing.compared(said.answers)
    statements = None
    if unit.paragraph and codebook.at(Level.STATEMENT):
        first = next(iter(unit.said.values()))
        statements = [_parsed(codebook, comparing.compared(one)) for one in first.statements]
    where = Target(unit.article, unit.paragraph)
    return Decided(where, Reason.AGREED, _parsed(codebook, answers), statements)


def _parsed(codebook: Codebook, answers: Answers) -> dict[str, Answer]:
    return {name: _answer(codebook, name, *pair) for name, pair in answers.items()}


def _answer(codebook: Codebook, variable: str, value: str, state: str) -> Answer:
    if state != State.CODED:
        return Answer(state=State(state))
    known = codebook.by_id.get(variable)
    return Answer.parse(value, multiple=known is not None and known.multiple)
