"""One disagreement before whoever settles it: each coder's answers, beside each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from annotator.model.codebook import Codebook, Level
from annotator.model.coding import Answer, State, Statement, Target, UnitWork
from annotator.reports import dispute_words as words
from annotator.reports.aligned import align, differing
from annotator.reports.disputes import Dispute

THERE = ""
"""Stands as the variable of the question whether a statement is there at all."""

Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Voice:
    """A coder's work on the unit, under the name that is shown."""

    name: str
    coder: str
    work: UnitWork


@dataclass(frozen=True, slots=True)
class Point:
    """One answer to be settled: of a row of statements (-1: of the unit), or whether it is there.

    `answers` holds by voice what was said, None for nothing; at THERE it is not used. What is
    `optional` need not be settled: without a choice the statement has no such answer.
    """

    row: int
    variable: str
    answers: tuple[Answer | None, ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class Case:
    """A disagreement with what each coder said; `rows` are statements beside each other by voice.

    `free` are variables of free text, which are not compared; `optional` those that need no answer;
    `order` names all variables, in the order of the codebook.
    """

    dispute: Dispute
    voices: tuple[Voice, ...]
    rows: tuple[tuple[Statement | None, ...], ...]
    free: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    order: tuple[str, ...] = ()

    @property
    def unit(self) -> Target:
        """The paragraph, or the article as a whole."""
        return Target(self.dispute.article, self.dispute.paragraph)

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The answers to be settled, from the top."""
        if self.dispute.on_statements:
            return tuple(self._points_of_statements())
        variable = self.dispute.variable
        answers = tuple(voice.work.answers.get(variable) for voice in self.voices)
        return (Point(-1, variable, answers),)

    def _points_of_statements(self) -> Iterator[Point]:
        for number, row in enumerate(self.rows):
            if None in row:
                yield Point(number, THERE)
            there = [compared(one.answers, self.free) for one in row if one is not None]
            for name in sorted(differing(there), key=self._place):
                said = tuple(one.answers.get(name) if one else None for one in row)
                yield Point(number, name, said, name in self.optional)

    def _place(self, variable: str) -> int:
        return self.order.index(variable) if variable in self.order else len(self.order)

    def has_said(self, point: Point, voice: int) -> bool:
        """Whether that coder can be followed there; a statement may be left without an answer."""
        if point.variable == THERE:
            return True
        if point.row < 0:
            return point.answers[voice] is not None
        return self.rows[point.row][voice] is not None


def case_of(
    dispute: Dispute, works: Mapping[str, UnitWork], codebook: Codebook, *, hidden: bool = False
) -> Case:
    """The case of a dispute; with `hidden`, coders are A, B, C (see `dispute_words.voices`)."""
    names = words.voices(dispute, hidden=hidden)
    voices = tuple(Voice(*name, works.get(name.coder, UnitWork())) for name in names)
    free = frozenset(v.id for v in codebook.variables if not v.is_compared)
    order = tuple(variable.id for variable in codebook.variables)
    optional = frozenset(v.id for v in codebook.variables if not v.required)
    return Case(dispute, voices, _rows(voices, codebook, free), free, optional, order)


def _rows(
    voices: Sequence[Voice], codebook: Codebook, free: frozenset[str]
) -> tuple[tuple[Statement | None, ...], ...]:
    keys = [v.id for v in codebook.at(Level.STATEMENT) if v.tells_apart]
    made = [voice.work.statements for voice in voices]
    sets = [[compared(one.answers, free) for one in statements] for statements in made]
    return tuple(
        tuple(made[who][n] if n is not None else None for who, n in enumerate(row))
        for row in align(sets, keys)
    )


def compared(answers: Answers, free: frozenset[str]) -> dict[str, Answer]:
    """What is compared: no free text, and a selection's codes in one order."""
    return {
        name: Answer(tuple(sorted(answer.values))) if answer.state is State.CODED else answer
        for name, answer in answers.items()
        if name not in free
    }
