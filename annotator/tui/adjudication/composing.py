"""A decision as it is put together: whose answer is taken at each point, or an own one; and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.model.coding import Answer, Statement
from annotator.model.decision import Decided, Reason
from annotator.tui.adjudication.case import THERE, Answers, Case, compared

KEEP_ALL = -1
"""Stands as the voice where every coder's statement of a row is kept."""

REASONS = (Reason.SLIP, Reason.UNCLEAR_TEXT, Reason.CODEBOOK_GAP, Reason.REAL_DIFFERENCE)
"""Why coders differed, in the order of their keys 1 to 4."""


@dataclass(frozen=True, slots=True)
class Own:
    """An answer that is nobody's: answers on the unit, and its statements (None: not these)."""

    answers: Answers = field(default_factory=dict)
    statements: tuple[Answers, ...] | None = None


@dataclass(frozen=True)
class Composition:
    """What was chosen so far. `chosen` maps places in `case.points` to voices.

    `whole` is the voice whose answers were all taken, else None.
    """

    case: Case
    chosen: Mapping[int, int] = field(default_factory=dict)
    whole: int | None = None
    own: Own | None = None
    reason: Reason | None = None
    note: str = ""
    rule: str = ""
    cursor: int = 0

    # --- choosing

    def take(self, voice: int) -> Composition | str:
        """That coder's answer at the cursor; or why it cannot be taken."""
        if voice >= len(self.case.voices):
            return f"There are {len(self.case.voices)} coders here."
        point = self.case.points[self.cursor]
        if not self.case.has_said(point, voice):
            return f"{self.case.voices[voice].name} gave no answer there."
        rest = {n: v for n, v in self.chosen.items() if not self._was_kept(n, point.row)}
        return self._with({**rest, self.cursor: voice})._at_next()

    def _was_kept(self, number: int, row: int) -> bool:
        return self.chosen[number] == KEEP_ALL and self.case.points[number].row == row

    def take_all(self, voice: int) -> Composition | str:
        """All that this coder said, or why that cannot be taken."""
        if voice >= len(self.case.voices):
            return f"There are {len(self.case.voices)} coders here."
        points = self.case.points
        chosen = {n: voice for n, point in enumerate(points) if self.case.has_said(point, voice)}
        if not chosen:
            return f"{self.case.voices[voice].name} gave no answer there."
        return replace(self._with(chosen), whole=voice)

    def keep_all(self) -> Composition | str:
        """Every coder's statement of the row at the cursor, as they are."""
        row = self.case.points[self.cursor].row
        if row < 0:
            return "Only one answer can be right here; N gives another."
        there = {n: KEEP_ALL for n, point in enumerate(self.case.points) if point.row == row}
        return self._with({**self.chosen, **there})._at_next()

    def none(self) -> Composition | str:
        """That the paragraph holds no statement."""
        if not self.case.dispute.on_statements:
            return "This is not about statements: take an answer, or N for another."
        return replace(self._with({}), own=Own(statements=()))

    def with_own(self, own: Own) -> Composition:
        """An answer that is nobody's."""
        return replace(self._with({}), own=own)

    def with_note(self, text: str) -> Composition:
        """The note on the decision."""
        return replace(self, note=text)

    def with_rule(self, text: str) -> Composition:
        """What the next version of the codebook should say."""
        return replace(self, rule=text)

    def move(self, by: int) -> Composition:
        """The cursor at another point."""
        last = len(self.case.points) - 1
        return replace(self, cursor=max(0, min(self.cursor + by, last)))

    def _with(self, chosen: Mapping[int, int]) -> Composition:
        return replace(self, chosen=chosen, whole=None, own=None)

    def _at_next(self) -> Composition:
        """The cursor at the next open point, from here on and then from the top."""
        ahead = [*range(self.cursor + 1, len(self.case.points)), *range(self.cursor)]
        return replace(self, cursor=next((n for n in ahead if self.is_open(n)), self.cursor))

    # --- what came of it

    @property
    def begun(self) -> bool:
        """Whether anything was chosen or written that is not stored."""
        return bool(self.chosen or self.own or self.reason or self.note or self.rule)

    def is_open(self, number: int) -> bool:
        """Whether a point still needs a choice; not where its statement is left out."""
        if self.own is not None or number in self.chosen:
            return False
        point = self.case.points[number]
        return not point.optional and (point.variable == THERE or not self._is_dropped(point.row))

    @property
    def n_open(self) -> int:
        """How many points still need a choice."""
        return sum(self.is_open(number) for number in range(len(self.case.points)))

    @property
    def lacks(self) -> str:
        """What still has to be done before it can be stored, in words; "" for nothing."""
        if self.n_open:
            return "Nothing is decided yet." if not self.chosen else f"{self.n_open} still open."
        return "" if self.reason else "Say why they differed: 1, 2, 3 or 4."

    def decided(self) -> Decided | None:
        """What is to be stored; None as long as it lacks anything."""
        if self.lacks or self.reason is None:
            return None
        own = self.own or self._taken()
        return Decided(
            self.case.unit, self.reason, own.answers, own.statements, self.note, self.rule
        )

    def _taken(self) -> Own:
        if self.case.dispute.on_statements:
            rows = range(len(self.case.rows))
            return Own(statements=tuple(one for row in rows for one in self.statements_of(row)))
        point = self.case.points[0]
        answer = point.answers[self.chosen[0]]
        return Own({point.variable: answer}) if answer is not None else Own()

    # --- a row of statements

    def statements_of(self, row: int) -> list[Answers]:
        """The statements that come of a row, as far as it is settled."""
        if self._is_dropped(row):
            return []
        there = [one for one in self.case.rows[row] if one is not None]
        if KEEP_ALL in self._voices_of(row):
            return _distinct(there, self.case)
        answers = dict(self._shared(row, there))
        for number, point in enumerate(self.case.points):
            if point.row == row and point.variable != THERE and number in self.chosen:
                said = point.answers[self.chosen[number]]
                answers.update({point.variable: said} if said is not None else {})
        return [answers]

    def _voices_of(self, row: int) -> set[int]:
        points = enumerate(self.case.points)
        return {self.chosen[n] for n, p in points if p.row == row and n in self.chosen}

    def _is_dropped(self, row: int) -> bool:
        for number, point in enumerate(self.case.points):
            if row >= 0 and point.row == row and point.variable == THERE:
                voice = self.chosen.get(number, KEEP_ALL)
                return voice != KEEP_ALL and self.case.rows[row][voice] is None
        return False

    def _shared(self, row: int, there: Sequence[Statement]) -> Answers:
        """What all say alike; of free text what the one coder wrote whose answers were taken."""
        voices = self._voices_of(row) or ({self.whole} if self.whole is not None else set())
        one = self.case.rows[row][next(iter(voices))] if len(voices) == 1 else None
        first, *others = [statement.answers for statement in there]
        shared: Answers = {
            name: answer
            for name, answer in first.items()
            if all(_same(answers, name, answer, self.case) for answers in others)
        }
        if one is None:
            return shared
        settled = {point.variable for point in self.case.points if point.row == row}
        own = {name: answer for name, answer in one.answers.items() if name not in settled}
        return {**shared, **own}


def _same(answers: Answers, name: str, answer: Answer, case: Case) -> bool:
    if name in case.free:
        return answers.get(name) == answer
    return compared(answers, case.free).get(name) == compared({name: answer}, case.free)[name]


def _distinct(statements: Sequence[Statement], case: Case) -> list[Answers]:
    kept: list[Answers] = []
    for statement in statements:
        answers = compared(statement.answers, case.free)
        if answers not in [compared(one, case.free) for one in kept]:
            kept.append(statement.answers)
    return kept
