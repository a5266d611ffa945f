"""What a coder in training is told of a unit they finished: their answers beside the right ones.

Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.model.codebook import Codebook, Level, Variable
from annotator.model.coding import Answer, State, Statement, UnitWork

_SPECIAL = {State.NOT_APPLICABLE: "not applicable", State.CANNOT_TELL: "cannot tell"}
_NONE = "no answer"


@dataclass(frozen=True, slots=True)
class Feedback:
    """How many of the answers are right, and the lines that say what is not."""

    right: int
    total: int
    lines: tuple[str, ...]

    @property
    def summary(self) -> str:
        """One sentence."""
        if self.right == self.total:
            return "All as the gold coder has it."
        return f"{self.right} of {self.total} answers as the gold coder has them."


def feedback(codebook: Codebook, paragraph: int, own: UnitWork, gold: UnitWork) -> Feedback:
    """The own answers on a unit beside those of the gold coder.

    Statements are put side by side by how many answers they share.
    """
    level = Level.PARAGRAPH if paragraph else Level.ARTICLE
    found = _Compared()
    found.answers("", codebook.at(level), own.answers, gold.answers)
    of_statements = codebook.at(Level.STATEMENT)
    pairs, missing, extra = _side_by_side(own.statements, gold.statements)
    for number, mine, right in pairs:
        found.answers(f"Statement {number}: ", of_statements, mine.answers, right.answers)
    for right in missing:
        found.wrong(f"You lack a statement: {_in_words(of_statements, right)}.")
    for number, mine in extra:
        found.wrong(
            f"Statement {number} is none for the gold coder: {_in_words(of_statements, mine)}."
        )
    return Feedback(found.right, found.total, tuple(found.lines))


class _Compared:
    def __init__(self) -> None:
        self.right = self.total = 0
        self.lines: list[str] = []

    def answers(
        self,
        where: str,
        variables: Sequence[Variable],
        own: Mapping[str, Answer],
        gold: Mapping[str, Answer],
    ) -> None:
        """Compare the answers to these variables; what may differ, as free text, is passed over."""
        for variable in variables:
            mine, right = own.get(variable.id), gold.get(variable.id)
            if (mine is None and right is None) or not variable.is_compared:
                continue
            self.total += 1
            if _same(mine, right):
                self.right += 1
            else:
                self.lines += _difference(where, variable, mine, right)

    def wrong(self, line: str) -> None:
        self.total += 1
        self.lines.append(line)


def _same(one: Answer | None, other: Answer | None) -> bool:
    if one is None or other is None:
        return one is other
    return (one.state, set(one.values)) == (other.state, set(other.values))


def _difference(
    where: str, variable: Variable, mine: Answer | None, right: Answer | None
) -> Iterator[str]:
    yield (
        f"{where}{variable.label}: you {_answer_words(variable, mine)}; "
        f"right: {_answer_words(variable, right)}."
    )
    for value in right.values if right else ():
        code = variable.code(value)
        if code and code.guidance.definition and not (mine and value in mine.values):
            yield f"  {code.label}: {code.guidance.definition}"


def _answer_words(variable: Variable, answer: Answer | None) -> str:
    if answer is None:
        return _NONE
    if answer.state is not State.CODED:
        return _SPECIAL[answer.state]
    codes = ((variable.code(value), value) for value in answer.values)
    return ", ".join(code.label if code else value for code, value in codes)


def _in_words(variables: Sequence[Variable], statement: Statement) -> str:
    told = (
        _answer_words(variable, statement.answers[variable.id])
        for variable in variables
        if variable.id in statement.answers and variable.measurement != "text"
    )
    return ", ".join(told) or "empty"


_Pair = tuple[int, Statement, Statement]
_Numbered = tuple[int, Statement]


def _side_by_side(
    own: Sequence[Statement], gold: Sequence[Statement]
) -> tuple[list[_Pair], list[Statement], list[_Numbered]]:
    """Pairs that share most first (then as they were made); what is missing; what is too much."""
    likeness = sorted(
        (
            (-_shared(mine, right), number, place)
            for number, mine in enumerate(own, 1)
            for place, right in enumerate(gold)
        )
    )
    partner: dict[int, int] = {}
    for shared, number, place in likeness:
        if shared and number not in partner and place not in partner.values():
            partner[number] = place
    pairs = [(number, own[number - 1], gold[place]) for number, place in sorted(partner.items())]
    missing = [right for place, right in enumerate(gold) if place not in partner.values()]
    extra = [(number, mine) for number, mine in enumerate(own, 1) if number not in partner]
    return pairs, missing, extra


def _shared(one: Statement, other: Statement) -> int:
    return sum(_same(answer, other.answers.get(name)) for name, answer in one.answers.items())
