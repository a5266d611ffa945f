"""Whoever settles disagreements at work: which case is before them, and what becomes of it.

No widget is known here. What is open follows from the log alone, so a start goes on where the last
one ended; what was chosen and not yet stored is kept beside the log, in this copy of the study.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from annotator.errors import AnnotatorError
from annotator.model.article import Article
from annotator.model.coding import Target
from annotator.model.decision import NO_STATEMENT, Decided, DecisionRow, Reason
from annotator.model.wording import counted
from annotator.reports.disputes import Dispute, Part, costly_first, decided_parts
from annotator.study import Study
from annotator.tui.adjudication.case import Case, case_of
from annotator.tui.adjudication.composing import Composition, Own
from annotator.tui.adjudication.kept import as_text, name_of, with_kept
from annotator.tui.adjudication.reading import Asked, Found, agreed_rest
from annotator.tui.agreement.question import Question
from annotator.tui.agreement.reading import Texts

_FEW = 20  # units that are read one by one
SEEN_IN = "adjudication"
"""Where a coder who settles disagreements saw the others' codings."""
_CHOICES = "decision"
BEGUN = "Begun before and not stored yet: Enter stores it."
"""Said of choices that were kept."""


class Adjudication:
    """One person settles the disagreements of the round that `study` was opened in.

    `hidden`: coders are shown as A, B, C. `by_cost`: the most costly come first, else the articles
    come in their order.
    """

    def __init__(
        self, study: Study, variables: tuple[str, ...] = (), *, hidden: bool = False,
        by_cost: bool = True,
    ) -> None:  # fmt: skip
        self.study = study
        self.hidden, self.by_cost = hidden, by_cost
        self.found: Found | None = None
        self.composition: Composition | None = None
        self.note = ""
        self._texts = Texts(Question(study.path, study.round))
        self._order: list[Dispute] = []
        self._places: dict[Part, int] = {}
        self._left: Counter[str] = Counter()
        self._kept = study.unfinished(_CHOICES)
        self._moved = False
        self._takes_part = study.takes_part()
        self._decided = self._read_decided()
        self._last = self._newest_decided()
        start = self._last[0] if self._last else ""
        self.asked = Asked(study.path, study.round, variables, frozenset(self._decided), start)

    def close(self) -> None:
        """Let the study go."""
        self._texts.close()

    # --- what there is

    def show(self, found: Found) -> None:
        """More was found: the case on the screen stays, once somebody began to work on it."""
        self.found = found
        self._sort()
        if self.composition is None or not (self._moved or self.composition.begun):
            self._open_first()

    def _sort(self) -> None:
        found = list(self.found.disputes) if self.found else []
        costs = self.found.costs if self.found else None
        self._order = costly_first(found, costs) if self.by_cost and costs else found
        self._places = {dispute.part: n for n, dispute in enumerate(self._order, 1)}
        self._count()

    def _count(self) -> None:
        self._left = Counter(d.variable for d in self._order if d.part not in self._decided)

    def _open_first(self) -> None:
        """One that was begun, or the next open one after the one decided last, or the first."""
        start = self._places.get(self._last, 0) if self._last else 0
        begun = next((dispute for dispute in self._order if self._is_begun(dispute)), None)
        first = begun or self._next_open(start) or (self._order[0] if self._order else None)
        here = self.composition.case.dispute.part if self.composition else None
        if first is None or first.part != here:
            self._open(first)

    @property
    def total(self) -> int:
        """How many disagreements there are, as far as they were found."""
        return len(self._order)

    @property
    def n_decided(self) -> int:
        """How many of them are decided."""
        return self.total - self._left.total()

    @property
    def n_begun(self) -> int:
        """On how many of them something was chosen that is not stored."""
        return sum(map(self._is_begun, self._order))

    def _is_begun(self, dispute: Dispute) -> bool:
        return name_of(dispute.part) in self._kept

    @property
    def place(self) -> int:
        """The place of the case on the screen in the list, from 1; 0 for none."""
        part = self.composition.case.dispute.part if self.composition else None
        return self._places.get(part, 0) if part else 0

    @property
    def left(self) -> Mapping[str, int]:
        """How many are open, by variable."""
        return self._left

    def n_agreed(self) -> int:
        """In how many units what all agree on can be decided: nothing else is open there."""
        if self.found is None:
            return 0
        done = {p[:2] for p, rows in self._decided.items() if any(map(_is_agreed, rows))}
        return sum(
            unit not in done and all((*unit, name) in self._decided for name in disputed)
            for unit, disputed in self.found.agreed.items()
        )

    @property
    def cost(self) -> float | None:
        """What the case on the screen costs; None where that is not known (yet)."""
        costs = self.found.costs if self.found else None
        if costs is None or self.composition is None:
            return None
        return costs.get(self.composition.case.dispute.part, 0.0)

    @property
    def decision(self) -> Sequence[DecisionRow]:
        """What was decided on the case on the screen before."""
        part = self.composition.case.dispute.part if self.composition else None
        return self._decided.get(part, ()) if part else ()

    def article(self, case: Case) -> Article:
        """The article of a case."""
        return self._texts.article(case.dispute.article)

    # --- going from case to case

    def step(self, by: int) -> None:
        """To a neighbour in the list, decided or not."""
        self._moved = True
        place = max(1, min(self.place + by, self.total)) if self.total else 0
        self._open(self._order[place - 1] if place else None)

    def skip(self) -> None:
        """Leave the case open and go to the next open one."""
        self._moved = True
        self._go_on(lambda: f"{self.study.coder}: no other disagreement is open.")

    def turn_order(self) -> None:
        """By cost, or in the order of the articles; the case on the screen stays."""
        if not self.by_cost and self.found and self.found.costs is None:
            self.note = "What each costs is still being worked out."
            return
        self.by_cost = not self.by_cost
        self._sort()
        self.note = "Most costly first." if self.by_cost else "In the order of the articles."

    def _go_on(self, nothing: Callable[[], str]) -> None:
        found = self._next_open(self.place)
        if found is None:
            self.note = nothing()
        else:
            self._open(found)

    def _next_open(self, start: int) -> Dispute | None:
        """The first open one from a place (from 0) on, and then from the top."""
        ahead = [*self._order[start:], *self._order[:start]]
        return next((dispute for dispute in ahead if dispute.part not in self._decided), None)

    def _open(self, dispute: Dispute | None) -> None:
        self.note, self.composition = "", None
        if dispute is None:
            return
        try:
            self._note_seen(Target(dispute.article, dispute.paragraph))
            works = self._texts.works(dispute.article, dispute.paragraph, list(dispute.given))
        except AnnotatorError as error:
            self.note = f"NOT READ: {error}"
            return
        case = case_of(dispute, works, self.study.codebook, hidden=self.hidden)
        self.composition = with_kept(case, self._kept.get(name_of(dispute.part), ""))
        if self.composition.begun:
            self.note = BEGUN

    def _note_seen(self, unit: Target) -> None:
        """From now on a coder of this round knows the others' codings of the unit."""
        if self._takes_part and not self.study.has_seen(unit):
            self.study.note_seen(unit, SEEN_IN)

    # --- choosing

    def change(self, how: Callable[[Composition], Composition | str]) -> None:
        """Choose something; what is not possible is said."""
        if self.composition is None:
            return
        changed = how(self.composition)
        if isinstance(changed, str):
            self.note = changed
        else:
            self.note = ""
            self._keep(changed)

    def _keep(self, changed: Composition) -> None:
        """Every choice is kept at once: whatever ends the program, nobody makes it twice."""
        self.composition = changed
        name, text = name_of(changed.case.dispute.part), as_text(changed)
        if text == self._kept.get(name, ""):
            return
        if self._written(lambda: self.study.keep_unfinished(_CHOICES, name, text)):
            self._kept[name] = text
            if not text:
                del self._kept[name]

    def take(self, voice: int) -> None:
        """What that coder said at the cursor."""
        self.change(lambda now: now.take(voice))

    def take_all(self, voice: int) -> None:
        """All that this coder said."""
        self.change(lambda now: now.take_all(voice))

    def set_own(self, own: Own) -> None:
        """An answer that is nobody's."""
        self.change(lambda now: now.with_own(own))

    # --- storing

    def store(self) -> None:
        """Store the decision and go on to the next open case; or say what it lacks."""
        composed = self.composition
        decided = composed.decided() if composed else None
        if composed is None or decided is None:
            self.note = composed.lacks if composed else ""
            return
        if self._written(lambda: self._settle(composed, decided)):
            part, self._moved = composed.case.dispute.part, True
            self.composition = Composition(composed.case)
            self._read_again([composed.case.unit])
            self._decided.setdefault(part, [])
            self._count()
            self._go_on(lambda: self._all_decided() * self._is_complete)

    def _all_decided(self) -> str:
        told, number = f"All {self.total:,} disagreements are decided.", self.n_agreed()
        units = "1 unit" if number == 1 else f"{number:,} units"
        return f"{told} y decides what all agree on in {units}." if number else told

    def _settle(self, composed: Composition, decided: Decided) -> None:
        """The decision is stored, the choice forgotten, and the unit whole; or nothing of it."""
        name = name_of(composed.case.dispute.part)
        with self.study.action():
            self.study.settle([decided, *self._rest(decided)])
            self.study.keep_unfinished(_CHOICES, name, "")
        self._kept.pop(name, None)

    def _rest(self, decided: Decided) -> list[Decided]:
        """What all agree on in the unit, where with this decision nothing else is open there."""
        known = {part[2] for part in self._decided if part[:2] == _key(decided.unit)}
        known |= {*decided.answers, *([] if decided.statements is None else [NO_STATEMENT])}
        found = agreed_rest(self.study, decided.unit, known)
        return [found] if found else []

    @property
    def _is_complete(self) -> bool:
        return self.found is not None and self.found.complete

    def undo(self) -> None:
        """Take back what was chosen here, or else the last decision, whatever case it was on."""
        if self.composition and self.composition.begun:
            self.note = ""
            self._keep(Composition(self.composition.case))
            return
        units: list[Target] = []
        if not self._written(lambda: units.extend(self.study.undo_decision())):
            return
        if not units:
            self.note = "There is no decision of yours to take back."
            return
        before, self._moved = set(self._decided), True
        self._read_again(units)
        self._count()
        reopened = [part for part in before if part not in self._decided and part in self._places]
        if reopened:
            self._open(self._order[min(self._places[part] for part in reopened) - 1])
        self.note = f"Taken back: what was decided on {_counted(units)}."

    def flag(self) -> None:
        """Flag the unit for discussion, or unflag it, under your own name."""
        if self.composition is None:
            return
        unit = self.composition.case.unit
        on = not self.study.work(unit.article).unit(unit.paragraph).flagged
        if self._written(lambda: self.study.set_flag(unit, on)):
            self.note = "Flagged for discussion." if on else "Not flagged any more."

    def agreed_settled(self, number: int) -> None:
        """What all agree on was decided in so many units, beside this session."""
        self._decided = self._read_decided()
        self._count()
        self.note = f"Decided what all agree on in {number:,} units. Undo takes it back at once."

    def set_reason(self, reason: Reason) -> None:
        """Why the coders differed."""
        self.change(lambda now: replace(now, reason=reason))

    def _written(self, action: Callable[[], object]) -> bool:
        try:
            action()
        except AnnotatorError as error:
            self.note = f"NOT SAVED: {error}" + (f" ({error.hint})" if error.hint else "")
            return False
        return True

    def _read_decided(self) -> dict[Part, list[DecisionRow]]:
        return decided_parts(self.study.decisions(round=self.study.round))

    def _read_again(self, units: Sequence[Target]) -> None:
        """Bring along what is known of these units."""
        if len(units) > _FEW:
            self._decided = self._read_decided()
            return
        for unit in units:
            for part in [part for part in self._decided if part[:2] == _key(unit)]:
                del self._decided[part]
            of_article = self.study.decisions(round=self.study.round, article=unit.article)
            rows = [row for row in of_article if row.paragraph == unit.paragraph]
            self._decided |= decided_parts(rows)

    def _newest_decided(self) -> Part | None:
        """The one decided last by this person, but for agreed units."""
        own = [
            (rows[0].at, part)
            for part, rows in self._decided.items()
            if rows[0].coder == self.study.coder and rows[0].reason != Reason.AGREED
        ]
        return max(own)[1] if own else None


def _is_agreed(row: DecisionRow) -> bool:
    return row.reason == Reason.AGREED


def _key(unit: Target) -> tuple[str, int]:
    return unit.article, unit.paragraph


def _counted(units: Sequence[Target]) -> str:
    return counted(len(dict.fromkeys(units)), "unit")
