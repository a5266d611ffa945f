"""What the line mode asks next. Pure: the unit's work in, one question out.

Derived from the answers alone, as on the coding screen, so that a restart asks the same question.
"""

from __future__ import annotations

from dataclasses import dataclass

from annotator.model.article import Article
from annotator.model.codebook import Codebook, Level, Variable
from annotator.model.coding import Answer, Statement, UnitWork
from annotator.model.questionnaire import (
    Default,
    article_proposal,
    asked_of_article,
    asked_of_paragraph,
    asked_of_statement,
    defaults_of_article,
    defaults_of_paragraph,
    missing,
)


@dataclass(frozen=True, slots=True)
class Question:
    """A variable to answer, for one or more statements that lack it, or for the unit itself.

    `opens`: the answer begins a new statement.
    """

    variable: Variable
    statements: tuple[Statement, ...] = ()
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """One paragraph (0: the article as a whole) as its coder has left it."""

    codebook: Codebook
    article: Article
    paragraph: int
    work: UnitWork

    def asked(self) -> tuple[Variable, ...]:
        """The variables of the unit itself whose conditions hold."""
        if self.paragraph:
            kind = self.article.paragraph(self.paragraph).kind
            return asked_of_paragraph(self.codebook, kind, self.work)
        proposals = (
            (v.id, article_proposal(v, self.article)) for v in self.codebook.at(Level.ARTICLE)
        )
        proposed = {name: Answer.of(proposal) for name, proposal in proposals if proposal}
        return asked_of_article(self.codebook, {**proposed, **self.work.answers})

    def asked_of(self, statement: Statement) -> tuple[Variable, ...]:
        """The variables of a statement whose conditions hold."""
        if not self.paragraph:
            return ()
        kind = self.article.paragraph(self.paragraph).kind
        return asked_of_statement(self.codebook, kind, self.work, statement.answers)

    def proposals(self) -> list[Default]:
        """What finishing the unit records where the coder has said nothing."""
        if not self.paragraph:
            return defaults_of_article(self.codebook, self.article, self.work)
        kind = self.article.paragraph(self.paragraph).kind
        return defaults_of_paragraph(self.codebook, kind, self.work)

    def next_question(self, *, no_more: bool) -> Question | None:
        """The first answer still needed; None when the unit can be finished.

        `no_more`: the coder said that no further statement stands here, so that no new one is
        offered and what is asked only where there is none comes up.
        """
        return (
            (None if self.work.statements else self._of_unit(at_the_end=False))
            or self._of_statements()
            or (None if no_more else self._new_statement())
            or self._of_unit(at_the_end=no_more)
        )

    def answer_above(self, question: Question) -> Answer | None:
        """The answer of the nearest statement above to the same variable."""
        above = list(self.work.statements)
        if question.statements:
            above = above[: above.index(question.statements[0])]
        answers = (s.answers.get(question.variable.id) for s in reversed(above))
        return next((answer for answer in answers if answer), None)

    def _of_unit(self, *, at_the_end: bool) -> Question | None:
        asked = tuple(v for v in self.asked() if at_the_end or not v.ask_if_no_statement)
        return next(map(Question, missing(asked, self.work.answers)), None)

    def _of_statements(self) -> Question | None:
        """The first lacking answer, for all statements in a row that lack the same one first."""
        lacking = [(s, self._first_lacking(s)) for s in self.work.statements]
        run: list[Statement] = []
        sought: Variable | None = None
        for statement, variable in lacking:
            if variable is not None and (sought is None or variable is sought):
                sought = variable
                run.append(statement)
            elif run:
                break
        return Question(sought, tuple(run)) if sought else None

    def _first_lacking(self, statement: Statement) -> Variable | None:
        return next(iter(missing(self.asked_of(statement), statement.answers)), None)

    def _new_statement(self) -> Question | None:
        limit = self.codebook.max_statements
        if limit and len(self.work.statements) >= limit:
            return None
        asked = self.asked_of(Statement(""))
        needed = missing(asked, {}) or asked
        return Question(needed[0], opens=True) if needed else None


def variable_named(codebook: Codebook, name: str) -> Variable | None:
    """The variable of the codebook with that id, or the only one that begins so."""
    if name in codebook.by_id:
        return codebook.by_id[name]
    begin = [v for v in codebook.variables if name and v.id.startswith(name)]
    return begin[0] if len(begin) == 1 else None


def is_of_statement(variable: Variable) -> bool:
    """Whether the variable is asked of statements."""
    return variable.level is Level.STATEMENT
