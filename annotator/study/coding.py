"""One coder's work in one round: the verbs of coding, and taking them back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property

from annotator.errors import UsageError
from annotator.model import facts, questionnaire
from annotator.model.article import Kind
from annotator.model.codebook import Level
from annotator.model.coding import Answer, ArticleWork, Target
from annotator.model.event import Draft, Event
from annotator.model.place import Place, Progress, Undone
from annotator.store import articles, assigned, assigned_counts, history, log, work
from annotator.store.assigned_walk import AssignedWalk
from annotator.store.walk import Walk
from annotator.study.shown import Shown


class Coding(Shown):
    """A study as its coder works on it; nobody else's work is seen."""

    # ------------------------------------------------------------------ where the coder is

    def work(self, article: str) -> ArticleWork:
        """This coder's work on one article in this round, and nobody else's."""
        return work.work(self._database, article, self.coder, self.round, self._multiple)

    @cached_property
    def _multiple(self) -> frozenset[str]:
        return frozenset(v.id for v in self.codebook.variables if v.multiple)

    def hidden_codings(self, article: str) -> int:
        """How many codings of the article by other coders are not shown.

        Not told to whoever was given units: it would tell which of these others code, too.
        """
        if self.has_assignments:
            return 0
        return work.hidden_codings(self._database, article, self.coder)

    def progress(self) -> Progress:
        """Units this coder has finished, out of those that are put before them."""
        return self._progress(self.round, self._again)

    def progress_in(self, round: str) -> Progress:
        """The same in any round, whatever this one is."""
        return self._progress(round, self._again_in(round))

    def _progress(self, round: str, again: Mapping[str, Sequence[int]]) -> Progress:
        """`again` are the units to be looked at again that were not given, by article."""
        if assigned.has_any(self._database, self.coder, round):
            hidden = json.dumps([kind for kind in Kind if kind not in self._kinds])
            done, total = assigned_counts.counts(
                self._database, self.coder, round, hidden, asks_article=self._asks_article
            )
            units = [Place(article, number) for article in again for number in again[article]]
            done += sum(work.is_done(self._database, unit, self.coder, round) for unit in units)
            return Progress(done, total + len(units))
        total = articles.n_paragraphs(self._database, self._kinds)
        if self._asks_article:
            total += self.n_articles()
        return Progress(work.n_done(self._database, self.coder, round), total)

    def place(self) -> Place | None:
        """Where this coder left off: the last unit worked on, or the next one if it is finished."""
        return self._way.place()

    def next_undone(self, after: Place) -> Place | None:
        """The next unit this coder has not finished, other than `after`; None when all are done."""
        return self._way.next_undone(after)

    def next_flagged(self, after: Place) -> Place | None:
        """The next unit that this coder flagged, or a statement in it; None where none is."""
        return self._walk.next_flagged(
            after, lambda place: self.may_code(place.article, place.paragraph)
        )

    @property
    def _way(self) -> Walk | AssignedWalk:
        """Units may be given while the study is open."""
        if not self.has_assignments:
            return self._walk
        return AssignedWalk(self._walk, self.units_again())

    @cached_property
    def _walk(self) -> Walk:
        return Walk(self._database, self.coder, self.round, self._kinds, self._asks_article)

    @cached_property
    def _kinds(self) -> tuple[str, ...]:
        """Kinds of paragraphs that are put before a coder."""
        return tuple(
            kind for kind in Kind if questionnaire.is_put_before_coder(self.codebook, kind)
        )

    @cached_property
    def _asks_article(self) -> bool:
        return bool(self.codebook.at(Level.ARTICLE))

    # ------------------------------------------------------------------ verbs

    def assign(self, target: Target, variable: str, answer: Answer) -> None:
        """Give a variable an answer. Raises UsageError for an answer the codebook does not know."""
        fault = questionnaire.fault(self.codebook, variable, answer)
        if fault:
            raise UsageError(fault)
        self._state(facts.value_set(target, variable, answer))

    def clear(self, target: Target, variable: str) -> None:
        """Take an answer away: not coded."""
        self._state(facts.value_cleared(target, variable))

    def add_statement(
        self, article: str, paragraph: int, answers: Mapping[str, Answer] | None = None
    ) -> str:
        """A new statement, with its first answers if any; returns its id."""
        with self.action():
            target = Target(article, paragraph, log.free_id(self._database))
            self._state(facts.statement_added(target))
            for variable, answer in (answers or {}).items():
                self.assign(target, variable, answer)
        return target.statement

    def remove_statement(self, target: Target) -> None:
        """Take a statement away with all its answers."""
        self._state(facts.statement_removed(target))

    def finish(self, article: str, paragraph: int) -> None:
        """Finish a unit: what was proposed or is the default is recorded, then it is done."""
        with self.action():
            self._state(*self._defaults(article, paragraph))
            self._state(facts.unit_finished(Target(article, paragraph)))

    def reopen(self, article: str, paragraph: int) -> None:
        """Take back that a unit is finished; its codings stay."""
        self._state(facts.unit_reopened(Target(article, paragraph)))

    def set_memo(self, target: Target, text: str) -> None:
        """Write a memo on a unit or a statement; "" takes it away."""
        self._state(facts.memo_set(target, text))

    def set_flag(self, target: Target, on: bool) -> None:
        """Flag a unit or a statement for discussion, or take the flag away."""
        self._state(facts.flag_set(target, on=on))

    def _defaults(self, article: str, paragraph: int) -> list[Draft]:
        unit = self.work(article).unit(paragraph)
        whole = self.article(article)
        defaults = (
            questionnaire.defaults_of_article(self.codebook, whole, unit)
            if paragraph == 0
            else questionnaire.defaults_of_paragraph(
                self.codebook, whole.paragraph(paragraph).kind, unit
            )
        )
        return [
            facts.value_set(Target(article, paragraph, statement), variable, answer)
            for statement, variable, answer in defaults
        ]

    # ------------------------------------------------------------------ undo and redo

    def undo(self) -> Undone | None:
        """Take back this coder's newest action; None where nothing is left (imports stay)."""
        with self.action():
            taken_back = history.last_action(self._database, self.coder, self.round)
            if not taken_back:
                return None
            self._state(facts.retracted([event.id for event in taken_back]))
        return self._undone(taken_back)

    def redo(self) -> Undone | None:
        """Restore what the newest undo took back; None where something new was done since."""
        with self.action():
            undo = history.last_undo(self._database, self.coder, self.round)
            if undo is None:
                return None
            self._state(facts.restored(undo.id))
            restored = history.events_by_id(self._database, list(undo.body["events"]))
        return self._undone(restored)

    def undo_import(self) -> Undone | None:
        """Take back the newest import, whoever's codings it brought; None where there is none."""
        from annotator.store import takeback

        with self.action():
            imported = history.last_import(self._database)
            self._append(takeback.reversal(self._database, imported))
        return self._undone(imported) if imported else None

    def _undone(self, changed: Sequence[Event]) -> Undone:
        from annotator.reports.history import describe

        place = next((Place(e.article, e.paragraph) for e in changed if e.article), None)
        return Undone(describe(changed, self.codebook), place)
