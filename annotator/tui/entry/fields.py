"""Which question is open: derived from the answers alone, so that a restart asks the same one.

Words used here. A *field* is a question on a target. The *entry* is what the coder is filling in:
the last statements of the paragraph as long as they lack the same answer (several after `,`).
The *natural* field is the one a coder should be asked next; by Tab or mouse they may visit others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from annotator.model.article import Article, Kind
from annotator.model.codebook import Codebook, Level, Variable
from annotator.model.coding import UNTOUCHED, Answer, Statement, Target, UnitWork
from annotator.model.questionnaire import (
    Answers,
    article_proposal,
    asked_of_article,
    asked_of_paragraph,
    asked_of_statement,
    is_codable,
    missing,
    missing_of_statement,
    with_proposals,
)


@dataclass(frozen=True, slots=True)
class Field:
    """A question on a target: a statement by its id, or "" for the unit or for the entry."""

    variable: str
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the coder is inside a unit. Nothing of it is stored: `Cursor()` is always valid.

    `visited`: the field gone to on purpose; None for the natural one. `path`: the open groups, from
    the top. `highlight`: the code moved to by arrows. `adding`: the next code comes beside what is
    there (`,`). `span`: the number of last statements that an open group or `,` refers to.
    `last`: the number of statements in the entry answered last. `finishing`: Enter asked this
    question, its answer finishes the unit. `chosen`: the field and code chosen last. `warned`: it
    was said that a memo is missing.
    """

    visited: Field | None = None
    path: tuple[str, ...] = ()
    highlight: str = ""
    adding: bool = False
    span: int = 0
    last: int = 1
    finishing: bool = False
    chosen: tuple[str, str] = ("", "")
    warned: bool = False


@dataclass(frozen=True, slots=True)
class Focus:
    """The open field, resolved; a question on a statement without any makes a new one."""

    variable: Variable
    statements: tuple[Statement, ...] = ()

    @property
    def on_statement(self) -> bool:
        """Whether the question is about a statement."""
        return self.variable.level is Level.STATEMENT


@dataclass(frozen=True)
class Situation:
    """What the coder has before them: a unit (paragraph 0: the article) and the work on it."""

    codebook: Codebook
    article: Article
    paragraph: int
    unit: UnitWork = UNTOUCHED

    @cached_property
    def kind(self) -> Kind:
        """The proposed kind of the paragraph."""
        return self.article.paragraph(self.paragraph).kind if self.paragraph else Kind.BODY

    def target(self, statement: str = "") -> Target:
        """The unit, or a statement in it."""
        return Target(self.article.id, self.paragraph, statement)

    @cached_property
    def known(self) -> Answers:
        """The unit's answers, with what is proposed where the coder has said nothing yet."""
        if self.paragraph:
            return with_proposals(self.codebook, self.kind, self.unit.answers)
        proposed = {
            variable.id: Answer.of(proposal)
            for variable in self.codebook.at(Level.ARTICLE)
            if (proposal := article_proposal(variable, self.article))
        }
        return {**proposed, **self.unit.answers}

    @cached_property
    def unit_variables(self) -> tuple[Variable, ...]:
        """The questions on the unit itself."""
        if self.paragraph:
            return asked_of_paragraph(self.codebook, self.kind, self.unit)
        return asked_of_article(self.codebook, self.known)

    @cached_property
    def is_codable(self) -> bool:
        """Whether the paragraph is coded, by its kind."""
        return is_codable(self.codebook, self.kind, self.known)

    @cached_property
    def new_statement_variables(self) -> tuple[Variable, ...]:
        """The questions on a statement that does not exist yet."""
        return self.asked({})

    def asked(self, answers: Answers) -> tuple[Variable, ...]:
        """The questions on a statement with these answers."""
        if not self.paragraph:
            return ()
        return asked_of_statement(self.codebook, self.kind, self.unit, answers)

    def lacking(self, statement: Statement) -> tuple[Variable, ...]:
        """The required answers that a statement lacks."""
        return missing_of_statement(self.codebook, self.kind, self.unit, statement)

    def lacking_of_unit(self, *, on_finishing: bool = False) -> tuple[Variable, ...]:
        """The required answers that the unit lacks; those asked only at its end on demand."""
        return tuple(
            variable
            for variable in self.unit_variables
            if variable.required
            and variable.id not in self.known
            and (on_finishing or not variable.ask_if_no_statement)
        )

    @property
    def has_room(self) -> bool:
        """Whether the codebook allows one more statement in this paragraph."""
        most = self.codebook.max_statements
        return not most or len(self.unit.statements) < most

    @cached_property
    def entry(self) -> tuple[Statement, ...]:
        """The last statements, as long as they lack the same answer first."""
        found: list[Statement] = []
        sought: Variable | None = None
        for statement in reversed(self.unit.statements):
            lacking = self.lacking(statement)
            if not lacking or (sought is not None and lacking[0] is not sought):
                break
            sought = lacking[0]
            found.insert(0, statement)
        return tuple(found)

    def statement(self, statement_id: str) -> Statement | None:
        """The statement with that id."""
        return next((s for s in self.unit.statements if s.id == statement_id), None)


def natural(situation: Situation) -> Focus | None:
    """The question to be asked next; None where all is answered."""
    lacking = situation.lacking_of_unit()
    if lacking and not situation.unit.statements:
        return Focus(lacking[0])
    if entry := situation.entry:
        return Focus(situation.lacking(entry[-1])[0], entry)
    asked = situation.new_statement_variables
    if asked and situation.has_room:
        return Focus((missing(asked, {}) or asked)[0])
    if lacking:
        return Focus(lacking[0])
    # A block that is not coded offers the one correction that can be wanted there.
    kind = situation.codebook.kind_variable
    return Focus(kind) if kind and situation.paragraph and not situation.is_codable else None


def focus_of(situation: Situation, cursor: Cursor) -> Focus | None:
    """The open field: the one visited, as long as it is still asked, else the natural one."""
    visited = cursor.visited
    variable = situation.codebook.by_id.get(visited.variable) if visited else None
    if visited is None or variable is None:
        return natural(situation)
    if variable.level is not Level.STATEMENT:
        asked = variable in situation.unit_variables
        return Focus(variable) if asked else natural(situation)
    statements = _visited_statements(situation, cursor, visited)
    answers = statements[-1].answers if statements else {}
    lost = bool(visited.statement) and not statements
    if lost or variable not in situation.asked(answers):
        return natural(situation)
    return Focus(variable, statements)


def _visited_statements(
    situation: Situation, cursor: Cursor, visited: Field
) -> tuple[Statement, ...]:
    if visited.statement:
        statement = situation.statement(visited.statement)
        return (statement,) if statement else ()
    if cursor.span:
        return situation.unit.statements[-cursor.span :]
    return situation.entry


def field_of(situation: Situation, cursor: Cursor) -> Field | None:
    """The open field as one of the ring."""
    focus = focus_of(situation, cursor)
    if focus is None:
        return None
    visited = cursor.visited
    by_id = visited and visited.statement and focus.on_statement and focus.statements
    return Field(focus.variable.id, focus.statements[-1].id if by_id else "")


def ring(situation: Situation, cursor: Cursor) -> tuple[Field, ...]:
    """The fields that Tab goes through: those of the unit, then those of the statement at hand.

    Why there is no statement comes last: Shift+Tab from a first statement leads to the answers on
    the unit that stand above it.
    """
    of_unit = [Field(v.id) for v in situation.unit_variables if not v.ask_if_no_statement]
    at_end = [Field(v.id) for v in situation.unit_variables if v.ask_if_no_statement]
    return (*of_unit, *_statement_fields(situation, cursor), *at_end)


def _statement_fields(situation: Situation, cursor: Cursor) -> list[Field]:
    visited = cursor.visited.statement if cursor.visited else ""
    if visited and (statement := situation.statement(visited)):
        return [Field(v.id, visited) for v in situation.asked(statement.answers)]
    statements = situation.unit.statements
    if situation.entry or not statements:
        answers = situation.entry[-1].answers if situation.entry else {}
        return [Field(v.id) for v in situation.asked(answers)]
    return [*_new_statement_field(situation), *optional_fields(situation, statements[-1])]


def _new_statement_field(situation: Situation) -> list[Field]:
    focus = natural(situation)
    return [Field(focus.variable.id)] if focus and focus.on_statement else []


def optional_fields(situation: Situation, statement: Statement) -> list[Field]:
    """The fields of a complete statement that were not asked for: those not yet answered first."""
    optional = [v for v in situation.asked(statement.answers) if not v.required or v.default]
    optional.sort(key=lambda variable: variable.id in statement.answers)
    return [Field(variable.id, statement.id) for variable in optional]
