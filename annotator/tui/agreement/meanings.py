"""Which codes are in dispute in a unit, so that their definitions can be shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from annotator.model.codebook import Code, Codebook, Variable
from annotator.model.coding import SEPARATOR
from annotator.reports.disagreements import DisputedUnit
from annotator.reports.row import NOMINAL, Heading, as_text
from annotator.reports.views import JOINT
from annotator.reports.whole import WholeSet

_Named = tuple[str, Any]  # a variable, and a code or (on a scale) the number it stands for


def codes_in_dispute(
    codebook: Codebook, unit: DisputedUnit, about: Collection[Any] = ()
) -> Iterator[tuple[Variable, Code]]:
    """The codes that some coder gave and another did not, in the order of the codebook.

    `about` names values (of sets: codes) instead of those in dispute.
    """
    wanted = _named(unit, about)
    for variable in codebook.variables:
        for path in variable.paths.values():
            code = path[-1]
            number = code.value if unit.heading.level != NOMINAL else None
            if (variable.id, code.id) in wanted or (variable.id, number) in wanted:
                yield variable, code


def _named(unit: DisputedUnit, about: Collection[Any]) -> set[_Named]:
    heading = unit.heading
    if heading.code:
        return {(heading.variable, heading.code)}
    if about:
        return {pair for value in about for pair in _parts(heading, value)}
    first, *others = (_members(value) for value in unit.values.values())
    disputed = first.union(*others) - first.intersection(*others)
    return {pair for variables, one in disputed for pair in _pairs(heading, variables, one)}


def _members(value: Any) -> set[tuple[tuple[str, ...], Any]]:
    """What two coders' values may share: whole statements, the codes of a set, or the value."""
    if isinstance(value, WholeSet):
        return {(value.variables, statement) for statement in value.statements}
    return {((), one) for one in (value if isinstance(value, frozenset) else (value,))}


def _pairs(heading: Heading, variables: tuple[str, ...], one: Any) -> Iterator[_Named]:
    if not variables:
        yield from _parts(heading, one)
        return
    for variable, cell in zip(variables, one, strict=True):
        yield from ((variable, code) for code in (cell or "").split(SEPARATOR))


def _parts(heading: Heading, value: Any) -> Iterator[_Named]:
    """The code, or the codes of variables that are looked at jointly."""
    names = heading.variable.split("+")
    if len(names) == 1:
        yield heading.variable, value
    else:
        yield from zip(names, as_text(value).split(JOINT), strict=False)
