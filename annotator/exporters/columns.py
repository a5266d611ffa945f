"""The columns of the tables: their names, their types and what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from annotator.exporters.job import Choice, Shape
from annotator.model.codebook import Codebook, Level, Variable
from annotator.model.columns import METADATA_PREFIX, column_name
from annotator.model.typed import NUMBERS


class Type(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    YES_NO = "yes/no"  # 1 or 0
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `variable` is the one whose answers stand in it, if any."""

    name: str
    type: Type
    about: str
    variable: Variable | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a shape, in the parts that its rows are put together of.

    The first three say who coded and where (article, paragraph): the rows of a unit share them.
    """

    shape: Shape
    parts: tuple[tuple[Column, ...], ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, from left to right."""
        return tuple(chain.from_iterable(self.parts))


_WHO = (
    Column("coder", Type.TEXT, "Who coded."),
    Column("round", Type.TEXT, "The phase in which it was coded."),
)
_ARTICLE = (
    Column("article", Type.TEXT, "The name of the article."),
    Column("article_id", Type.TEXT, "The id of the article: the same text has the same id."),
    Column("title", Type.TEXT, "Title of the article."),
    Column("author", Type.TEXT, "Author of the article."),
    Column("source", Type.TEXT, "Outlet or collection of the article."),
    Column("date", Type.TEXT, "Date of the article."),
    Column("url", Type.TEXT, "Web address of the article."),
)
_PLACE = (
    Column("paragraph", Type.INTEGER, "Number of the paragraph, from 1; 0: the whole article."),
    Column("kind", Type.TEXT, "Kind of the paragraph: as proposed, or as corrected."),
    Column("start", Type.INTEGER, "First character of the paragraph in the article, from 0."),
    Column("end", Type.INTEGER, "Character after the last one of the paragraph."),
)
_TEXT = Column("text", Type.TEXT, "Text of the paragraph, unaltered; may hold line ends.")
_STATEMENT = Column(
    "statement", Type.INTEGER, "Number of the statement in the paragraph, from 1; empty: none."
)
_CODING = (
    Column("variable", Type.TEXT, "The variable of the codebook."),
    Column("value", Type.TEXT, "Id of the code (several: joined by |), number or text."),
    Column("state", Type.TEXT, "coded, not_applicable or cannot_tell."),
    Column("number", Type.NUMBER, "The number that the code stands for, or the number typed."),
    Column("label", Type.TEXT, "Label of the code."),
)
_N_STATEMENTS = Column("n_statements", Type.INTEGER, "Number of statements in the paragraph.")
_TRACES = (
    Column("memo", Type.TEXT, "Memo on the statement, or else on the paragraph or article."),
    Column("flagged", Type.YES_NO, "Whether the coder flagged what the memo column is about."),
    Column("done", Type.YES_NO, "Whether the coder finished the paragraph."),
)
_CODEBOOK = Column("codebook", Type.TEXT, "Version of the codebook it was coded under.")
_TIME = Column("time", Type.TIME, "When it was last changed (UTC); for display, not for order.")
_AFTER_DISCUSSION = Column(
    "after_discussion", Type.YES_NO,
    "Whether the coder had seen what others said of the paragraph when answering so.",
)  # fmt: skip

LEVELS = {
    Shape.STATEMENTS: (Level.STATEMENT,),
    Shape.PARAGRAPHS: (Level.ARTICLE, Level.PARAGRAPH),
}
"""The levels whose variables have a column of their own in a shape."""


def layout(shape: Shape, codebook: Codebook, choice: Choice) -> Layout:
    """The columns of a table."""
    told = map(_of_field, metadata_columns(codebook, choice), choice.metadata)
    paragraph = (*_PLACE, _TEXT) if choice.text else _PLACE
    return Layout(shape, (_WHO, (*_ARTICLE, *told), paragraph, *_of_rows(shape, codebook, choice)))


def _of_rows(shape: Shape, codebook: Codebook, choice: Choice) -> tuple[tuple[Column, ...], ...]:
    """What differs between the rows of a unit; each part of a coding recurs in many rows."""
    if shape is Shape.LONG:
        return (_STATEMENT,), _CODING, _TRACES, (_AFTER_DISCUSSION, _CODEBOOK), (_TIME,)
    answers = tuple(map(_of_variable, variables(shape, codebook, choice)))
    if shape is Shape.STATEMENTS:
        return ((_STATEMENT, *answers, *_TRACES, _CODEBOOK, _TIME),)
    return ((*answers, _N_STATEMENTS, *_TRACES, _CODEBOOK, _TIME),)


def variables(shape: Shape, codebook: Codebook, choice: Choice) -> tuple[Variable, ...]:
    """The variables that have a column of their own in a wide table, in the codebook's order."""
    return tuple(
        variable
        for level in LEVELS[shape]
        for variable in codebook.at(level)
        if not choice.variables or variable.id in choice.variables
    )


def metadata_columns(codebook: Codebook, choice: Choice) -> tuple[str, ...]:
    """The columns of the chosen metadata: `meta_` and the field's name, whatever is in it.

    Where a variable's column is called like one, the prefix stands twice before all of them.
    """
    prefix, taken = METADATA_PREFIX, {column_name(variable.id) for variable in codebook.variables}
    while any(prefix + name in taken for name in choice.metadata):
        prefix += METADATA_PREFIX
    return tuple(prefix + name for name in choice.metadata)


def _of_field(column: str, name: str) -> Column:
    return Column(column, Type.TEXT, f"Metadata of the article: {name}.")


def _of_variable(variable: Variable) -> Column:
    numeric = variable.is_typed and variable.measurement in NUMBERS
    return Column(
        column_name(variable.id),
        Type.NUMBER if numeric else Type.TEXT,
        variable.label,
        variable,
    )
