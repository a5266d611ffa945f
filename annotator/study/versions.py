"""Changing the codebook in the middle of a study: what it touches, and carrying it out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from annotator.errors import CodebookError
from annotator.model import facts, questionnaire
from annotator.model.article import Kind
from annotator.model.codebook import Codebook
from annotator.model.codebook_changes import Change, Effect, changes
from annotator.model.coding import SEPARATOR, Answer, Target, UnitWork
from annotator.model.event import Draft
from annotator.store import affected, history, work
from annotator.study.texts import Texts

UnitKey = tuple[str, str, str, int]  # coder, round, article, paragraph


class Mapped(NamedTuple):
    """A coding that becomes one of another code."""

    touched: affected.Touched
    variable: str
    code: str
    target: str


class Reopened(NamedTuple):
    """A unit that its coder is to look at again, and why."""

    coder: str
    round: str
    article: str
    paragraph: int
    why: str


@dataclass(frozen=True)
class Plan:
    """What a new codebook would do; nothing is done yet.

    `counts` are codings touched by each change, by coder; `mapped` what maps by itself; `again`
    what must be looked at again, with the reason. Among these are codings that were made under an
    earlier version and came in, with a package for example, after the change that touches them.
    """

    codebook: Codebook
    changes: tuple[Change, ...]
    counts: Mapping[Change, Counter[str]]
    mapped: tuple[Mapped, ...]
    again: Mapping[UnitKey, str]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.changes or self.mapped or self.again)


@dataclass
class _Effects:
    """What changes do, collected one by one."""

    why: defaultdict[UnitKey, list[str]] = field(default_factory=lambda: defaultdict(list))
    counts: dict[Change, Counter[str]] = field(default_factory=dict)
    mapped: list[Mapped] = field(default_factory=list)


class Versions(Texts):
    """A study whose codebook changes."""

    def plan_codebook(
        self, source: str, *, name: str, review: Collection[tuple[str, str]] = ()
    ) -> Plan:
        """What adopting this codebook would touch. Raises CodebookError.

        `review` names further variables and codes (or "") whose meaning changed, so that their
        codings must be looked at again.
        """
        from annotator import codebook_file

        new = codebook_file.load(source, name=name)
        asked = [Change(v, "to be looked at again", Effect.REVIEW, code) for v, code in review]
        found = (*changes(self.codebook, new), *asked)
        effects = _Effects()
        self._collect(effects, new, found, set(affected.finished_units(self._database)))
        for digits, file, earlier in affected.earlier_codebooks(self._database):
            late = set(affected.finished_under(self._database, digits))
            with suppress(CodebookError):  # a form that only an earlier program reads
                old = codebook_file.load(earlier, name=file)
                self._collect(effects, new, changes(old, new), late)
        again = {unit: "; ".join(dict.fromkeys(why)) for unit, why in sorted(effects.why.items())}
        counts = {change: effects.counts[change] for change in found}
        return Plan(new, found, counts, tuple(dict.fromkeys(effects.mapped)), again)

    def _collect(
        self, effects: _Effects, new: Codebook, found: Iterable[Change], units: Set[UnitKey]
    ) -> None:
        """What these changes do; of finished units, to these."""
        asks = False
        for change in found:
            touched = list(affected.codings_of(self._database, change.variable, change.code))
            effects.counts[change] = Counter(one.coder for one in touched)
            asks = asks or change.effect is Effect.ASK
            if change.effect is Effect.MAPS:
                told = (Mapped(o, change.variable, change.code, change.target) for o in touched)
                effects.mapped += told
            elif change.effect is Effect.REVIEW:
                for one in touched:
                    if one[:4] in units:
                        effects.why[one[:4]].append(_reason(change))
        for unit, lacking in self._lacking(new, units) if asks and units else ():
            effects.why[unit].append(f"to be answered: {', '.join(lacking)}")

    def carry_out(self, plan: Plan, source: str, *, name: str) -> None:
        """Adopt the codebook of a plan, map what maps, and reopen what must be looked at again."""
        with self.action():
            self._put_in_force(plan.codebook, source, name)
            self._append(_mapping(plan))
            self._append(
                replace(facts.unit_reopened(Target(*unit[2:]), why), coder=unit[0], round=unit[1])
                for unit, why in plan.again.items()
            )

    def undo_codebook(self) -> str:
        """Take back the newest change of the codebook with all it did; its version, or ""."""
        from annotator.store import takeback

        with self.action():
            adoption = affected.last_adoption(self._database)
            if not adoption:
                return ""
            action = history.action_of(self._database, adoption)
            version = self.codebook.version
            self._append(takeback.reversal(self._database, action))
            self._forget()
        return version

    def reopened_units(self, coder: str | None = None) -> list[Reopened]:
        """What changes of the codebook reopened and nobody finished since: the worklists."""
        return list(map(Reopened._make, affected.reopened(self._database, coder)))

    def _lacking(self, new: Codebook, among: Set[UnitKey]) -> Iterator[tuple[UnitKey, list[str]]]:
        """Finished units that lack an answer which the new codebook requires."""
        kinds = self.kinds()
        multiple = frozenset(variable.id for variable in new.variables if variable.multiple)
        finished = sorted(among)
        for (coder, round_, article), units in groupby(finished, key=itemgetter(0, 1, 2)):
            if article not in kinds:
                continue
            done = work.work(self._database, article, coder, round_, multiple)
            for *_, paragraph in units:
                lacking = _missing(new, kinds[article], paragraph, done.unit(paragraph))
                if lacking:
                    yield (coder, round_, article, paragraph), lacking


def _reason(change: Change) -> str:
    return ": ".join(part for part in (change.variable, change.code, change.what) if part)


def _missing(
    codebook: Codebook, kinds: Sequence[Kind], paragraph: int, unit: UnitWork
) -> list[str]:
    """The variables that are required of the unit and have no answer."""
    if paragraph == 0:
        asked = questionnaire.asked_of_article(codebook, unit.answers)
        return [v.label for v in questionnaire.missing(asked, unit.answers)]
    kind = kinds[paragraph - 1]
    if not questionnaire.is_put_before_coder(codebook, kind):
        return []
    asked = questionnaire.asked_of_paragraph(codebook, kind, unit)
    lacking = list(questionnaire.missing(asked, unit.answers))
    for statement in unit.statements:
        lacking += questionnaire.missing_of_statement(codebook, kind, unit, statement)
    return list(dict.fromkeys(variable.label for variable in lacking))


def _mapping(plan: Plan) -> Iterator[Draft]:
    """New codings in the names of their coders; several codes of one coding map together."""
    by_coding: defaultdict[tuple[affected.Touched, str], dict[str, str]] = defaultdict(dict)
    for one in plan.mapped:
        by_coding[one.touched, one.variable][one.code] = one.target
    for (touched, variable), targets in by_coding.items():
        codes = (targets.get(code, code) for code in touched.value.split(SEPARATOR))
        target = Target(touched.article, touched.paragraph, touched.statement)
        draft = facts.value_set(target, variable, Answer(tuple(dict.fromkeys(codes))))
        yield replace(draft, coder=touched.coder, round=touched.round)
