"""Coders, rounds, assignments and decisions: the verbs of whoever leads a study."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from annotator.ids import new_id
from annotator.model import facts
from annotator.model.coding import Answer, Target
from annotator.model.decision import NO_STATEMENT, Decided, DecisionRow, Reason
from annotator.model.event import Draft
from annotator.model.team import Assigned, AssignmentRow, Coder, Round
from annotator.store import history, log, team
from annotator.study.texts import Texts


class Team(Texts):
    """A study that several people code."""

    def described_coders(self) -> list[Coder]:
        """The coders that were described; others may have coded as well."""
        return team.coders(self._database)

    def describe_coder(self, coder: Coder) -> None:
        """Say what a coder is."""
        self._state(facts.coder_set(coder))

    def described_rounds(self) -> list[Round]:
        """The rounds that were described; others may have been coded in as well."""
        return team.rounds(self._database)

    def describe_round(self, described: Round) -> None:
        """Say what a round is for."""
        self._state(facts.round_set(described))

    def assignments(
        self, coder: str | None = None, round: str | None = None
    ) -> list[AssignmentRow]:
        """Who is to code what, each coder's units in their order."""
        return team.assignments(self._database, coder, round)

    def assign_units(
        self, round: str, units: Mapping[str, Sequence[Assigned]], seed: str = ""
    ) -> None:
        """Give coders units of a round, after those they have: one action."""
        self._append(facts.assigned(coder, round, given, seed) for coder, given in units.items())

    def decisions(
        self, *, round: str | None = None, article: str | None = None
    ) -> Iterator[DecisionRow]:
        """What was decided, of one round and article or of all, in the order of the articles."""
        return team.decisions(self._database, round, article)

    def n_decisions(self) -> int:
        """How many answers were decided."""
        return sum(1 for _ in self.decisions())

    def decide(
        self, target: Target, variable: str, answer: Answer, *, reason: Reason, note: str = "",
        rule: str = "",
    ) -> None:  # fmt: skip
        """Settle the value of a variable of a paragraph or article, beside all codings."""
        self.settle([Decided(target, reason, {variable: answer}, note=note, rule=rule)])

    def decide_statements(
        self, unit: Target, statements: Iterable[Mapping[str, Answer]], *, reason: Reason,
        note: str = "", rule: str = "",
    ) -> None:  # fmt: skip
        """Settle which statements a paragraph holds; those decided before are replaced."""
        told = Decided(unit, reason, statements=list(statements), note=note, rule=rule)
        self.settle([told])

    def settle(self, decided: Iterable[Decided]) -> None:
        """Settle any number of units: one action, everything or nothing."""
        with self.action():
            self._append(_drafts(decided, log.free_id(self._database)))

    def undo_decision(self) -> list[Target]:
        """Take back this coder's newest action that decided anything; the units it was on.

        Codings of the same person are left alone.
        """
        with self.action():
            last = history.last_decision(self._database, self.coder, self.round)
            if last:
                self._state(facts.retracted([event.id for event in last]))
        return list(dict.fromkeys(Target(event.article, event.paragraph) for event in last))

    def note_seen(self, unit: Target, what: str) -> None:
        """Record that this coder saw others' codings of the unit; it cannot be taken back."""
        self._state(facts.seen(unit, what))

    def has_seen(self, unit: Target) -> bool:
        """Whether this coder saw others' codings of the unit."""
        return team.has_seen(self._database, self.coder, self.round, unit)

    def takes_part(self) -> bool:
        """Whether this coder codes in this round, or is to."""
        return team.takes_part(self._database, self.coder, self.round)


def _drafts(decided: Iterable[Decided], identifier: str) -> Iterator[Draft]:
    """The events of decisions; ids of statements come after that one."""
    for one in decided:
        said = partial(facts.decision, reason=one.reason, note=one.note, rule=one.rule)
        for name, answer in one.answers.items():
            yield said(one.unit, name, answer)
        for answers in one.statements or ():
            identifier = new_id(after=identifier)
            statement = Target(one.unit.article, one.unit.paragraph, identifier)
            for name, answer in answers.items():
                yield said(statement, name, answer)
        if one.statements is not None and not any(one.statements):
            yield said(one.unit, NO_STATEMENT, Answer.of())
