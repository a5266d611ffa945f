"""Another answer, given with the codebook's own keys as on the coding screen; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from annotator.model.article import Article
from annotator.model.codebook import Codebook, Variable
from annotator.model.coding import ArticleWork, Statement, UnitWork
from annotator.tui import entry
from annotator.tui.adjudication.case import Case
from annotator.tui.adjudication.composing import Composition, Own
from annotator.tui.entry import Ask, Cursor, Field, Outcome, Situation
from annotator.tui.entry.verbs import after
from annotator.tui.views.page import ArticleText, Page


class Draft:
    """The statements of a paragraph, or one answer on a unit, on their way.

    It begins with what was chosen so far. `result` is there once it is complete.
    """

    def __init__(self, composition: Composition, codebook: Codebook, article: Article) -> None:
        case = composition.case
        self._variable = "" if case.dispute.on_statements else case.dispute.variable
        self._begun = _begun(composition, codebook, article)
        cursor = Cursor(visited=Field(self._variable)) if self._variable else Cursor()
        work = ArticleWork(article.id, {case.unit.paragraph: self._begun.unit})
        self.page = Page(self._begun, ArticleText(article), work, cursor)
        self._before: list[Page] = []
        self.result: Own | None = None

    def press(self, key: str) -> Outcome:
        """A letter, a digit, or a command of `commands.ENTRY`."""
        if key == "finish" and self._finished_by_enter():
            return Outcome(self.page.cursor)
        # memos stand beside codings: a decision has a note instead, and no code asks for one here
        cursor = replace(self.page.cursor, warned=True)
        return self.take(entry.press(self.page.situation, cursor, key))

    def choose(self, variable: str, code: str) -> Outcome:
        """Take a code by its id: found, read up or clicked."""
        return self.take(entry.choose(self.page.situation, self.page.cursor, variable, code))

    def answer_typed(self, text: str) -> Outcome:
        """Give a typed answer to the open question."""
        return self.take(entry.answer_typed(self.page.situation, self.page.cursor, text))

    def take(self, outcome: Outcome) -> Outcome:
        """Carry out what a key leads to, in memory."""
        if outcome.verbs:
            self._before.append(self.page)
        situation = self.page.situation
        unit = after(situation.unit, outcome.verbs)
        self.page = replace(
            self.page,
            situation=replace(situation, unit=unit),
            work=ArticleWork(situation.article.id, {situation.paragraph: unit}),
            cursor=outcome.cursor,
            note="" if outcome.ask is Ask.MEMO else outcome.note,
        )
        if outcome.go_on:
            self.result = self._whole()
        elif self._variable and outcome.verbs:
            self._finished_by_enter()
        return outcome

    def undo(self) -> None:
        """Take back the last answer."""
        back = entry.step_back(self.page.situation, self.page.cursor)
        if back is not None:
            self.page = replace(self.page, cursor=back, note="")
        elif self._before:
            self.page = self._before.pop()
        else:
            self.page = replace(self.page, note="There is nothing to undo here.")

    @property
    def is_changed(self) -> bool:
        """Whether anything was answered here."""
        return self.page.situation.unit != self._begun.unit

    def say(self, note: str) -> None:
        """Say something until the next key."""
        self.page = replace(self.page, note=note)

    def scroll_to(self, line: int) -> None:
        """Show the text from that line of the paragraph on."""
        self.page = replace(self.page, scroll=max(0, line), note="")

    def coded_variables(self) -> list[Variable]:
        """The questions with codes that can be answered here, the open one first."""
        fields = entry.ring(self.page.situation, self.page.cursor)
        names = [self.page.focus.variable.id] if self.page.focus else []
        known = self.page.situation.codebook.by_id
        found = dict.fromkeys([*names, *(field.variable for field in fields)])
        return [known[name] for name in found if known[name].codes]

    def _finished_by_enter(self) -> bool:
        """One answer on a unit is complete as soon as it is given and no group is open."""
        cursor, situation = self.page.cursor, self.page.situation
        if not self._variable or cursor.path or cursor.adding or cursor.highlight:
            return False
        answer = situation.unit.answers.get(self._variable)
        if answer is None:
            return False
        self.result = Own({self._variable: answer})
        return True

    def _whole(self) -> Own:
        unit = self.page.situation.unit
        changed = {
            name: answer
            for name, answer in unit.answers.items()
            if self._begun.unit.answers.get(name) != answer
        }
        return Own(changed, tuple(statement.answers for statement in unit.statements))


def _begun(composition: Composition, codebook: Codebook, article: Article) -> Situation:
    """The unit as one of the coders left it who was asked what is in dispute here."""
    situations = list(_situations(composition, codebook, article))
    return next((one for one in situations if _asks(one, composition.case)), situations[0])


def _situations(
    composition: Composition, codebook: Codebook, article: Article
) -> Iterator[Situation]:
    case = composition.case
    made = _statements_of(composition)
    for voice in case.voices:
        work = voice.work
        answers = work.answers
        if not case.dispute.on_statements:
            answers = {k: v for k, v in answers.items() if k != case.dispute.variable}
        kept = made if case.dispute.on_statements else work.statements
        unit = UnitWork(answers, tuple(kept))
        yield Situation(codebook, article, case.unit.paragraph, unit)


def _statements_of(composition: Composition) -> list[Statement]:
    """What was chosen so far, row by row; what is in dispute still has no answer."""
    case = composition.case
    if composition.own is not None:
        answers = list(composition.own.statements or ())
    else:
        rows = range(len(case.rows))
        answers = [one for row in rows for one in composition.statements_of(row)]
    return [Statement(f"{number:04}", said) for number, said in enumerate(answers, 1)]


def _asks(situation: Situation, case: Case) -> bool:
    if case.dispute.on_statements:
        return bool(situation.new_statement_variables)
    return any(variable.id == case.dispute.variable for variable in situation.unit_variables)
