"""Codings: who said what about which target, and the state of a coder's work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

SEPARATOR = "|"
"""Joins the codes of a multi-select value in one cell; no code id may contain it."""

MAIN_ROUND = "main"


class State(StrEnum):
    """State of a value. *Not coded* has no member: it is the absence of a value."""

    CODED = "coded"
    NOT_APPLICABLE = "not_applicable"
    CANNOT_TELL = "cannot_tell"


SPECIAL_STATES = (State.NOT_APPLICABLE.value, State.CANNOT_TELL.value)
"""How answers that are no value are written where values stand; no code may be called so."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The value of one variable: code ids (several for multi-select), a number or a text."""

    values: tuple[str, ...] = ()
    state: State = State.CODED

    @classmethod
    def of(cls, *values: str) -> Answer:
        """A coded answer with these values."""
        return cls(values)

    @classmethod
    def parse(cls, cell: str, *, multiple: bool = False) -> Answer:
        """Read what `str()` writes. Special states are written as their names."""
        if cell in _SPECIAL:
            return _SPECIAL[cell]
        return cls(tuple(cell.split(SEPARATOR)) if multiple else (cell,))

    def __str__(self) -> str:
        return SEPARATOR.join(self.values) if self.state is State.CODED else self.state.value


NOT_APPLICABLE = Answer(state=State.NOT_APPLICABLE)
CANNOT_TELL = Answer(state=State.CANNOT_TELL)
_SPECIAL = {str(answer): answer for answer in (NOT_APPLICABLE, CANNOT_TELL)}


@dataclass(frozen=True, slots=True)
class Target:
    """What a coding is about: an article (paragraph 0), a paragraph, or a statement in it."""

    article: str
    paragraph: int = 0
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """One tied set of answers found in a paragraph. `id` orders statements by their making."""

    id: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    memo: str = ""
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class UnitWork:
    """What one coder has said about one paragraph, or about the article as a whole."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    done: bool = False
    memo: str = ""
    flagged: bool = False

    @property
    def touched(self) -> bool:
        """Whether the coder has left any trace here."""
        return bool(self.answers or self.statements or self.done or self.memo or self.flagged)


UNTOUCHED = UnitWork()


@dataclass(frozen=True, slots=True)
class ArticleWork:
    """One coder's work on one article: by paragraph number, 0 for the article as a whole."""

    article: str
    units: Mapping[int, UnitWork] = field(default_factory=dict)

    def unit(self, paragraph: int) -> UnitWork:
        """The work on that paragraph (0: the article as a whole)."""
        return self.units.get(paragraph, UNTOUCHED)


class CodingRow(NamedTuple):
    """One coding as tables and statistics read it: a million of them must stay cheap.

    `value` holds code ids joined by `SEPARATOR`, a number or a text; it is empty when `state` is
    not *coded*. `at` is the wall time in milliseconds since 1970 (for display only). `codebook`
    is the version it was made under.
    """

    coder: str
    round: str
    article: str
    paragraph: int
    statement: str
    variable: str
    value: str
    state: str
    at: int
    codebook: str


class UnitRow(NamedTuple):
    """One coder's traces on one unit beside the codings. `paragraph` 0 is the article."""

    coder: str
    round: str
    article: str
    paragraph: int
    done: bool
    flagged: bool
    memo: str
    at: int


class StatementRow(NamedTuple):
    """One statement, with the memo and flag that stand on it; its codings are `CodingRow`s."""

    coder: str
    round: str
    article: str
    paragraph: int
    statement: str
    flagged: bool
    memo: str
    at: int
