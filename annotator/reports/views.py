"""Codings -> reliability data (coders x units), one function per way of looking at them.

A coder who finished a unit said something about it: where there is nothing, the set is empty.
A coder who did not finish it has no value there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import product
from typing import Any

import numpy as np

from annotator.agreement import ReliabilityData
from annotator.model.article import Kind
from annotator.model.codebook import Codebook, Level, Variable
from annotator.model.coding import SEPARATOR, UnitWork
from annotator.model.questionnaire import asked_of_article, asked_of_paragraph, is_codable
from annotator.reports.units import SPECIAL, Coded, Kinds, Unit

PRESENT, ABSENT = "present", "absent"
JOINT = " + "
"""Joins the codes of a pair; no code id contains a space."""

_EMPTY: frozenset[str] = frozenset()


def values(coded: Coded, units: Sequence[Unit], variable: Variable) -> ReliabilityData:
    """The one value of each unit; missing where the question was not asked or not answered."""
    return _table(coded, units, lambda coder, unit: coded.cell(variable.id, coder, unit))


def selections(
    coded: Coded, units: Sequence[Unit], variable: Variable, codebook: Codebook, kinds: Kinds
) -> ReliabilityData:
    """The set of codes of each unit; missing only where the condition of the question failed."""

    def selection(coder: str, unit: Unit) -> frozenset[str] | None:
        cell = coded.cell(variable.id, coder, unit)
        if cell is not None:
            return as_set(cell)
        work = coded.work(codebook, coder, unit)
        return _EMPTY if _may_be_empty(codebook, variable, work, _kind(kinds, unit)) else None

    return _table(coded, units, selection)


def any_statement(coded: Coded, units: Sequence[Unit]) -> ReliabilityData:
    """Whether the coder found any statement in the unit."""
    return _table(
        coded, units, lambda coder, unit: PRESENT if unit in coded.stated.get(coder, ()) else ABSENT
    )


def statement_sets(coded: Coded, units: Sequence[Unit], variable: Variable) -> ReliabilityData:
    """All codes of a statement variable in the unit, over its statements."""
    tied = {coder: coded.tied.get((variable.id, coder), {}) for coder in coded.coders}

    def codes(coder: str, unit: Unit) -> frozenset[str]:
        return _EMPTY.union(*map(as_set, tied[coder].get(unit, {}).values()))

    return _table(coded, units, codes)


def joint_sets(
    coded: Coded, units: Sequence[Unit], variables: Sequence[Variable]
) -> ReliabilityData:
    """All combinations of codes that stand in one statement, such as (actor, lever).

    A statement that lacks an answer to one of the variables adds none; one with several codes of
    a variable adds one combination for each.
    """

    def combinations(coder: str, unit: Unit) -> frozenset[str]:
        answers = [coded.tied.get((v.id, coder), {}).get(unit, {}) for v in variables]
        complete = set(answers[0]).intersection(*answers[1:])
        return frozenset(
            JOINT.join(codes)
            for statement in complete
            for codes in product(*(as_set(by_statement[statement]) for by_statement in answers))
        )

    return _table(coded, units, combinations)


def rolled_up(data: ReliabilityData, variable: Variable, depth: int = 1) -> ReliabilityData:
    """The same values or sets with every code replaced by its ancestor at that level of the tree.

    A code above that level stays what it is.
    """

    def top(value: Any) -> Any:
        if isinstance(value, frozenset):
            return frozenset(variable.ancestor(code, depth) for code in value)
        return variable.ancestor(value, depth)

    return data.recoded(top)


def presence(data: ReliabilityData, code: str) -> ReliabilityData:
    """Whether one code is in the set."""
    return data.recoded(lambda codes: PRESENT if code in codes else ABSENT)


def codes_in_use(data: ReliabilityData, variable: Variable) -> list[str]:
    """The codes that somebody used, in the order of the codebook, then what it does not know."""
    used = {code for value in data.values for code in value}
    known = [code for code in (*variable.paths, *SPECIAL) if code in used]
    return known + sorted(used.difference(known))


def _table(
    coded: Coded, units: Sequence[Unit], value: Callable[[str, Unit], Any]
) -> ReliabilityData:
    """The table of what each coder said on each unit; None where the coder did not finish it."""
    table = np.full((len(coded.coders), len(units)), None, dtype=object)
    for row, coder in zip(table, coded.coders, strict=True):
        finished = coded.finished[coder]
        row[:] = [value(coder, unit) if unit in finished else None for unit in units]
    return ReliabilityData.of(table)


@lru_cache(maxsize=2**16)
def as_set(cell: str) -> frozenset[str]:
    """The codes of an answer to a question with several."""
    return frozenset(cell.split(SEPARATOR))


def _may_be_empty(codebook: Codebook, variable: Variable, work: UnitWork, kind: Kind) -> bool:
    """Whether no answer means an empty selection, rather than a question that was not asked."""
    if variable.level is Level.ARTICLE:
        return variable in asked_of_article(codebook, work.answers)
    return not is_codable(codebook, kind, work.answers) or variable in asked_of_paragraph(
        codebook, kind, work
    )


def _kind(kinds: Kinds, unit: Unit) -> Kind:
    """The proposed kind of a paragraph; an article as a whole is as good as body text."""
    article, number = unit
    return kinds[article][number - 1] if number else Kind.BODY
