"""Coders, rounds, assignments and decisions: the verbs of whoever leads a study."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotator.ids import new_id
from annotator.model import facts
from annotator.model.coding import Answer, Target
from annotator.model.decision import NO_STATEMENT, DecisionRow, Reason
from annotator.model.event import Draft
from annotator.model.team import Assigned, AssignmentRow, Coder, Round
from annotator.store import log, team
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

    def decisions(self, *, round: str | None = None) -> Iterator[DecisionRow]:
        """What was decided, in the order of the articles."""
        return team.decisions(self._database, round)

    def n_decisions(self) -> int:
        """How many answers were decided."""
        return sum(1 for _ in self.decisions())

    def decide(
        self, target: Target, variable: str, answer: Answer, *, reason: Reason, note: str = "",
        rule: str = "",
    ) -> None:  # fmt: skip
        """Settle the value of a variable of a paragraph or article, beside all codings."""
        told = facts.decision(target, variable, answer, reason=reason, note=note, rule=rule)
        self._state(told)

    def decide_statements(
        self, unit: Target, statements: Iterable[Mapping[str, Answer]], *, reason: Reason,
        note: str = "", rule: str = "",
    ) -> None:  # fmt: skip
        """Settle which statements a paragraph holds; those decided before are replaced."""
        with self.action():
            drafts: list[Draft] = []
            identifier = log.free_id(self._database)
            for answers in statements:
                identifier = new_id(after=identifier)
                statement = Target(unit.article, unit.paragraph, identifier)
                drafts += (
                    facts.decision(statement, name, answer, reason=reason, note=note, rule=rule)
                    for name, answer in answers.items()
                )
            none = facts.decision(
                unit, NO_STATEMENT, Answer.of(), reason=reason, note=note, rule=rule
            )
            self._append(drafts or [none])

    def note_seen(self, unit: Target, what: str) -> None:
        """Record that this coder saw others' codings of the unit; it cannot be taken back."""
        self._state(facts.seen(unit, what))
