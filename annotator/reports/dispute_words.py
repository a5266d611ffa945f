"""Disagreements in words: who said what, what the codes in dispute mean, what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from annotator.model.codebook import Code, Codebook, Level, Variable
from annotator.model.coding import SEPARATOR, State
from annotator.model.decision import NO_STATEMENT, DecisionRow
from annotator.reports.aligned import align, differing
from annotator.reports.disputes import Answers, Dispute, Pair

_WITHIN, _BESIDE, _THEN = " > ", " + ", "; "
_NO_STATEMENT = "no statement"


class Voice(NamedTuple):
    """A coder of a disagreement, under the name that is shown."""

    name: str
    coder: str


def letter(number: int) -> str:
    """A, B, C: what a coder is called whose name is not shown."""
    return chr(ord("A") + number)


def voices(dispute: Dispute, *, hidden: bool) -> list[Voice]:
    """The coders by name; with `hidden` as A, B, C in an order that tells nothing.

    The order is another in every unit, and the same whenever the unit is looked at.
    """
    coders = sorted(dispute.given)
    if hidden:
        Random(f"{dispute.article} {dispute.paragraph}").shuffle(coders)  # noqa: S311 - no secret
    return [Voice(letter(n) if hidden else coder, coder) for n, coder in enumerate(coders)]


def name_of(codebook: Codebook, variable: str) -> str:
    """The label of a variable; `statements` for those."""
    known = codebook.by_id.get(variable)
    return known.label if known else "statements" if variable == NO_STATEMENT else variable


def said(codebook: Codebook, dispute: Dispute, coder: str) -> str:
    """What a coder said, with the labels of the codebook."""
    if dispute.on_statements:
        told = [statement(codebook, answers) for answers in dispute.given[coder]]
        return _THEN.join(told) or _NO_STATEMENT
    return answer(codebook, dispute.variable, dispute.given[coder][0][dispute.variable])


def statement(codebook: Codebook, answers: Answers) -> str:
    """`North Korea, Supports, Talks`: the answers in the order of the codebook."""
    known = [v.id for v in codebook.at(Level.STATEMENT) if v.id in answers]
    rest = sorted(set(answers).difference(known))
    return ", ".join(answer(codebook, name, answers[name]) for name in (*known, *rest))


def answer(codebook: Codebook, variable: str, pair: Pair) -> str:
    """An answer by its labels: `Sanctions > Sanctions relief`, `not applicable`."""
    value, state = pair
    if state != State.CODED:
        return state.replace("_", " ")
    known = codebook.by_id.get(variable)
    values = value.split(SEPARATOR) if known is None or known.codes else [value]
    return _BESIDE.join(_label(known, one) for one in values)


def _label(variable: Variable | None, value: str) -> str:
    path = variable.paths.get(value) if variable else None
    return _WITHIN.join(code.label for code in path) if path else value


def decided(codebook: Codebook, rows: Sequence[DecisionRow]) -> str:
    """What was decided; "" for nothing."""
    by_statement: dict[str, dict[str, Pair]] = {}
    for row in rows:
        if row.statement:
            by_statement.setdefault(row.statement, {})[row.variable] = row.value, row.state
        elif row.variable == NO_STATEMENT:
            return _NO_STATEMENT
        else:
            return answer(codebook, row.variable, (row.value, row.state))
    return _THEN.join(statement(codebook, answers) for answers in by_statement.values())


def codes_in_dispute(codebook: Codebook, dispute: Dispute) -> Iterator[tuple[Variable, Code]]:
    """The codes that one coder gave and another did not, in the order of the codebook."""
    wanted = set(_disputed(codebook, dispute))
    for variable in codebook.variables:
        for path in variable.paths.values():
            if (variable.id, path[-1].id) in wanted:
                yield variable, path[-1]


def _disputed(codebook: Codebook, dispute: Dispute) -> Iterator[tuple[str, str]]:
    sets = list(dispute.given.values())
    keys = [v.id for v in codebook.at(Level.STATEMENT) if v.tells_apart]
    rows = align(sets, keys) if dispute.on_statements else [(0,) * len(sets)]
    for row in rows:
        there = [sets[who][n] for who, n in enumerate(row) if n is not None]
        for name in differing(there):
            yield from _not_shared(name, [one.get(name, ("", "")) for one in there])


def _not_shared(variable: str, answers: Sequence[Pair]) -> Iterator[tuple[str, str]]:
    sets = [frozenset(value.split(SEPARATOR) if value else ()) for value, _ in answers]
    for code in frozenset.union(*sets) - frozenset.intersection(*sets):
        yield variable, code
