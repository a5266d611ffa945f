"""What a key press does to the study, as values: the screen carries them out in one action.

Each verb also knows its effect on a `UnitWork`, so that the keyboard logic can look one step ahead
and be tested without a study.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from annotator.model.coding import Answer, Statement, Target, UnitWork

if TYPE_CHECKING:
    from annotator.study import Study


@dataclass(frozen=True, slots=True)
class Assign:
    """Set the answer to a question."""

    target: Target
    variable: str
    answer: Answer

    def carry_out(self, study: Study) -> None:
        """Write it."""
        study.assign(self.target, self.variable, self.answer)

    def applied(self, unit: UnitWork) -> UnitWork:
        """The unit after it."""
        return _with_answers(unit, self.target, lambda old: {**old, self.variable: self.answer})


@dataclass(frozen=True, slots=True)
class Clear:
    """Take the answer to a question away."""

    target: Target
    variable: str

    def carry_out(self, study: Study) -> None:
        """Write it."""
        study.clear(self.target, self.variable)

    def applied(self, unit: UnitWork) -> UnitWork:
        """The unit after it."""
        return _with_answers(
            unit, self.target, lambda old: {k: v for k, v in old.items() if k != self.variable}
        )


@dataclass(frozen=True, slots=True)
class AddStatement:
    """Note one more statement in a paragraph."""

    target: Target
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def carry_out(self, study: Study) -> None:
        """Write it."""
        study.add_statement(self.target.article, self.target.paragraph, self.answers)

    def applied(self, unit: UnitWork) -> UnitWork:
        """The unit after it; the id stands in for the one that the study will give."""
        last = unit.statements[-1].id if unit.statements else ""
        return replace(
            unit, statements=(*unit.statements, Statement(f"{last}+", dict(self.answers)))
        )


@dataclass(frozen=True, slots=True)
class RemoveStatement:
    """Take a statement away."""

    target: Target

    def carry_out(self, study: Study) -> None:
        """Write it."""
        study.remove_statement(self.target)

    def applied(self, unit: UnitWork) -> UnitWork:
        """The unit after it."""
        rest = tuple(s for s in unit.statements if s.id != self.target.statement)
        return replace(unit, statements=rest)


@dataclass(frozen=True, slots=True)
class SetFlag:
    """Flag a statement or paragraph for discussion, or unflag it."""

    target: Target
    on: bool

    def carry_out(self, study: Study) -> None:
        """Write it."""
        study.set_flag(self.target, self.on)

    def applied(self, unit: UnitWork) -> UnitWork:
        """The unit after it."""
        if not self.target.statement:
            return replace(unit, flagged=self.on)
        return _with_statement(unit, self.target, lambda s: replace(s, flagged=self.on))


@dataclass(frozen=True, slots=True)
class Finish:
    """The unit is done: what was proposed and not changed counts as the coder's answer."""

    target: Target

    def carry_out(self, study: Study) -> None:
        """Write it."""
        study.finish(self.target.article, self.target.paragraph)

    def applied(self, unit: UnitWork) -> UnitWork:
        """The unit after it, without the answers from proposals."""
        return replace(unit, done=True)


Verb = Assign | Clear | AddStatement | RemoveStatement | SetFlag | Finish


def after(unit: UnitWork, verbs: Iterable[Verb]) -> UnitWork:
    """The unit after these verbs."""
    for verb in verbs:
        unit = verb.applied(unit)
    return unit


def _with_answers(
    unit: UnitWork, target: Target, change: Callable[[Mapping[str, Answer]], Mapping[str, Answer]]
) -> UnitWork:
    if not target.statement:
        return replace(unit, answers=change(unit.answers))
    return _with_statement(unit, target, lambda s: replace(s, answers=change(s.answers)))


def _with_statement(
    unit: UnitWork, target: Target, change: Callable[[Statement], Statement]
) -> UnitWork:
    changed = tuple(change(s) if s.id == target.statement else s for s in unit.statements)
    return replace(unit, statements=changed)
