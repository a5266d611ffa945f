"""A coder at work: the place in the study, what was done last, and the page to be shown for it.

No widget is known here; the screen tells it what was pressed and shows its page.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError
from annotator.model.coding import ArticleWork, Target
from annotator.model.place import Place
from annotator.model.team import WHOLE_ARTICLE
from annotator.tui import entry
from annotator.tui.entry import Ask, Cursor, Field, Focus, Outcome, Situation
from annotator.tui.pace import Pace
from annotator.tui.views.page import ArticleText, Page, Status

if TYPE_CHECKING:
    from annotator.model.codebook import Variable
    from annotator.model.place import Undone
    from annotator.reports.feedback import Feedback
    from annotator.study import Study

NOT_SAVED = "NOT SAVED"
NOT_READ = "NOT READ"


class Session:
    """One coder in a study. `page` always shows what is stored.

    `agreement`: whether agreement may be looked at here; coders work blind. `feedback` is what a
    coder in training is to read before they go on.
    """

    def __init__(self, study: Study, place: Place, *, agreement: bool = False) -> None:
        self.study = study
        self._agreement = agreement
        self._pace = Pace()
        self._hides_pace = study.described_round().hides_pace
        self._progress = study.progress()
        self.feedback: Feedback | None = None
        self._asked: tuple[int, ...] = ()
        self._may_code_all = True
        self.page = self._open(place)

    # --- where

    @property
    def place(self) -> Place:
        """The unit on the page."""
        return Place(self.page.article.id, self.page.paragraph)

    def go(self, place: Place, note: str = "") -> None:
        """To a unit, with the cursor on the question to be asked there."""
        here = place.article == self.page.article.id
        if here and not self._may_code_all and place.paragraph not in self._asked:
            self.say(f"Paragraph {place.paragraph} is here to be read: it is not yours to code.")
            return
        with self._read():
            self.page = replace(self._open(place), note=note)

    def next_undone(self) -> None:
        """To the next unit that is not finished, or say that there is none."""
        with self._read():
            place = self.study.next_undone(self.place)
            if place is None:
                note = f"All {self._progress.total:,} units are done."
                self.page = replace(self.page, cursor=Cursor(), note=note)
            else:
                self.page = self._open(place)

    def next_flagged(self) -> None:
        """To the next unit with a flag of the coder's own, or say that there is none."""
        with self._read():
            place = self.study.next_flagged(self.place)
            if place is None:
                self.say("Nothing is flagged. ! flags a statement or a paragraph for discussion.")
            elif place == self.place:
                self.say("Nothing else is flagged.")
            else:
                self.page = self._open(place)

    def step(self, direction: int) -> None:
        """To the unit after or before this one, over the ends of the article."""
        units = {*self._asked, self.page.paragraph}
        order = sorted(units, key=lambda number: (number == 0, number))
        index = order.index(self.page.paragraph) + direction
        if 0 <= index < len(order):
            self.go(Place(self.page.article.id, order[index]))
        else:
            self.step_article(direction, at_end=direction < 0)

    def step_article(self, direction: int, *, at_end: bool = False) -> None:
        """To the first (or last) unit of the article after or before this one."""
        with self._read():
            for article in self._articles(direction):
                if units := self.study.asked_units(self.study.shown_article(article)):
                    self.page = self._open(Place(article, units[-1 if at_end else 0]))
                    return
            which = "last" if direction > 0 else "first"
            self.say(f"This is the {which} article.")

    def _articles(self, direction: int) -> Iterator[str]:
        position = self.study.own_header(self.page.article.id).position + direction
        while position >= 1 and (headers := self.study.own_headers(position, 1)):
            yield headers[0].id
            position += direction

    def scroll_to(self, line: int) -> None:
        """Show the text from that line of the paragraph on."""
        self.page = replace(self.page, scroll=max(0, line), note="")

    # --- what

    def say(self, note: str) -> None:
        """Say something to the coder; nothing else changes."""
        self.page = replace(self.page, note=note)

    def press(self, key: str) -> Outcome:
        """A letter, a digit, or a command of `commands.ENTRY`."""
        return self.take(entry.press(self.page.situation, self.page.cursor, key))

    def take(self, outcome: Outcome) -> Outcome:
        """Carry out what a key leads to; what could not be stored leaves the page as it was."""
        if outcome.verbs and not self._write(lambda: self._carry_out(outcome)):
            return Outcome(self.page.cursor)
        self.page = replace(self.page, cursor=outcome.cursor, note=outcome.note)
        if outcome.go_on:
            self._pace.finished()
            if outcome.ask is Ask.NOTHING:
                self._go_on()
        return outcome

    def _go_on(self) -> None:
        """To the next unit; in training not before the coder has read the right answers."""
        with self._read():
            self.feedback = self.study.feedback(self.place.article, self.place.paragraph)
        if self.feedback is None:
            self.next_undone()

    def feedback_read(self) -> None:
        """Go on from a unit of training."""
        self.feedback = None
        self.next_undone()

    def choose(self, variable: str, code: str) -> Outcome:
        """Take a code by its id: found, read up or clicked."""
        return self.take(entry.choose(self.page.situation, self.page.cursor, variable, code))

    def answer_typed(self, text: str) -> Outcome:
        """Give a typed answer to the open question."""
        return self.take(entry.answer_typed(self.page.situation, self.page.cursor, text))

    def visit(self, variable: str) -> None:
        """Go to a question on the unit."""
        cursor = entry.visit(self.page.situation, self.page.cursor, Field(variable))
        self.page = replace(self.page, cursor=cursor, note="")

    def select(self, statement: str) -> None:
        """Go to a statement by its id; "" is the one that is not there yet."""
        found = self.page.situation.statement(statement)
        select = entry.select(self.page.situation, self.page.cursor, found) if found else Cursor()
        self.page = replace(self.page, cursor=select, note="")

    def undo(self) -> None:
        """Take back what was not stored yet, or else the last action, wherever it was."""
        back = entry.step_back(self.page.situation, self.page.cursor)
        if back is not None:
            self.page = replace(self.page, cursor=back, note="")
        else:
            self._reverse(self.study.undo, "Taken back: ", "There is nothing to undo.")

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._reverse(self.study.redo, "Done again: ", "There is nothing to redo.")

    def reopen(self) -> None:
        """Mark the unit as not done again."""
        if not self.page.situation.unit.done:
            self.say("This is not marked as done.")
        elif self._write(lambda: self.study.reopen(self.place.article, self.place.paragraph)):
            self.say("Not done any more; Enter finishes it again.")

    def set_memo(self, target: Target, text: str) -> str:
        """Store a memo on the unit or a statement; what went wrong, or ""."""
        stored = self._write(lambda: self.study.set_memo(target, text))
        return "" if stored else self.page.note

    def memo_closed(self, target: Target, *, go_on: bool = False) -> None:
        """Say so where a code still asks for the memo; else go on, if the unit is finished."""
        situation = self.page.situation
        statement = situation.statement(target.statement)
        missing = entry.missing_memo(situation, statement)
        if missing is not None:
            then = ", Enter goes on without" if go_on else ""
            self.say(f"Memo missing ({missing.label}). F4 writes it{then}.")
        elif go_on:
            self._go_on()
        else:
            self.say("")

    def memo_of(self, target: Target) -> str:
        """The memo on the unit or a statement."""
        statement = self.page.situation.statement(target.statement)
        return statement.memo if statement else self.page.situation.unit.memo

    def target_at_cursor(self) -> Target:
        """The statement at the cursor, or else the unit: what a memo is on."""
        focus = self.page.focus
        statement = focus.statements[-1].id if focus and focus.statements else ""
        return self.page.situation.target(statement)

    def target_of(self, outcome: Outcome) -> Target:
        """What an outcome wants a memo on, now that it is stored."""
        about, situation = outcome.about, self.page.situation
        if about is None or about.variable not in _statement_variables(situation):
            return situation.target()
        last = situation.unit.statements[-1].id if situation.unit.statements else ""
        return situation.target(about.statement or last)

    def name_of(self, target: Target) -> str:
        """A unit or statement in words, for the title of a window."""
        unit = f"paragraph {target.paragraph}" if target.paragraph else "the article"
        statements = [statement.id for statement in self.page.situation.unit.statements]
        if target.statement not in statements:
            return f"Memo on {unit}"
        return f"Memo on statement {statements.index(target.statement) + 1} of {unit}"

    def text_of(self, focus: Focus) -> str:
        """The typed answer that the open question has already."""
        answers = focus.statements[-1].answers if focus.statements else self.page.situation.known
        answer = answers.get(focus.variable.id)
        return str(answer) if answer and answer.values else ""

    def coded_variables(self) -> list[Variable]:
        """The questions with codes that can be answered here, the open one first."""
        by_id = self.study.codebook.by_id
        fields = entry.ring(self.page.situation, self.page.cursor)
        names = [field.variable for field in fields]
        if self.page.focus is not None:
            names.insert(0, self.page.focus.variable.id)
        return [by_id[name] for name in dict.fromkeys(names) if by_id[name].codes]

    def code_at_cursor(self) -> tuple[str, str]:
        """Variable and code to open the codebook at; "" where there is none."""
        focus, cursor = self.page.focus, self.page.cursor
        if focus is None:
            return "", ""
        at = cursor.highlight or (cursor.path[-1] if cursor.path else "")
        return focus.variable.id, at

    # --- storing

    @contextmanager
    def _read(self) -> Iterator[None]:
        """Go somewhere; where the study cannot be read, stay and say why."""
        try:
            with self.study.reading():
                yield
        except AnnotatorError as error:
            self._fail(NOT_READ, error)

    def _carry_out(self, outcome: Outcome) -> None:
        for verb in outcome.verbs:
            verb.carry_out(self.study)

    def _write(self, action: Callable[[], object]) -> bool:
        """Do it and show what is stored then; "saved" is said only after the commit."""
        try:
            with self.study.action():
                action()
                # Read before the commit, while nobody can come between.
                work = self.study.work(self.page.article.id)
        except AnnotatorError as error:
            self._fail(NOT_SAVED, error)
            return False
        self._show(work, _saved_now(self.page.status))
        return True

    def _fail(self, what: str, error: AnnotatorError) -> None:
        note = f"{what}: {error}" + (f" ({error.hint})" if error.hint else "")
        status = replace(self.page.status, saved=what, failed=True)
        self.page = replace(self.page, status=status, note=note)

    def _reverse(self, verb: Callable[[], Undone | None], said: str, nothing: str) -> None:
        before, progress = self.page, self._progress
        try:
            with self.study.action():
                undone = verb()
                page = self._page_after(undone)
        except AnnotatorError as error:
            self.page, self._progress = before, progress
            self._fail(NOT_SAVED, error)
            return
        if undone is None or page is None:
            self.say(nothing)
            return
        cursor = entry.after_undo(before.situation, page.situation)
        status = _saved_now(page.status)
        self.page = replace(page, cursor=cursor, status=status, note=f"{said}{undone.description}")

    def _page_after(self, undone: Undone | None) -> Page | None:
        """The page at the place of what was taken back or done again."""
        if undone is None:
            return None
        self._show(self.study.work(self.page.article.id), self.page.status)
        if undone.place is not None and undone.place.article != self.place.article:
            self._progress = self.study.progress()
        return self._open(undone.place or self.place)

    # --- the page

    def _open(self, place: Place) -> Page:
        page: Page | None = getattr(self, "page", None)
        if page is not None and page.article.id == place.article:
            text, status, work = page.text, page.status, page.work
        else:
            text = ArticleText(self.study.shown_article(place.article))
            asked = self.study.asked_units(text.article)
            may_code_all = self.study.may_code(place.article, WHOLE_ARTICLE)
            hidden = self.study.hidden_codings(place.article)
            status = replace(page.status if page else Status(), hidden=hidden)
            work = self.study.work(place.article)
            self._asked, self._may_code_all = asked, may_code_all
        situation = Situation(
            self.study.codebook, text.article, place.paragraph, work.unit(place.paragraph)
        )
        return Page(situation, text, work, status=self._counted(status))

    def _show(self, work: ArticleWork, status: Status) -> None:
        """Show the same unit as it stands now."""
        unit = work.unit(self.page.paragraph)
        newly_done = _n_done(work) - _n_done(self.page.work)
        self._progress = replace(self._progress, done=self._progress.done + newly_done)
        self.page = replace(
            self.page,
            situation=replace(self.page.situation, unit=unit),
            work=work,
            status=self._counted(status),
        )

    def _counted(self, status: Status) -> Status:
        done, total = self._progress.done, self._progress.total
        return replace(
            status,
            coder=self.study.coder,
            round=self.study.round,
            agreement=self._agreement,
            done=done,
            total=total,
            pace="" if self._hides_pace else self._pace.left(total - done),
        )


def _statement_variables(situation: Situation) -> set[str]:
    return {v.id for v in situation.codebook.variables if v.level == "statement"}


def _n_done(work: ArticleWork) -> int:
    return sum(unit.done for unit in work.units.values())


def _saved_now(status: Status) -> Status:
    return replace(status, saved=time.strftime("saved %H:%M:%S"), failed=False)
