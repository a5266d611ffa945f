"""What an export is asked to do, from what, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.model.article import Article
from annotator.model.codebook import Codebook
from annotator.model.coding import CodingRow, StatementRow, UnitRow


class Shape(StrEnum):
    """What one row of a table stands for."""

    LONG = "long"  # a coding
    STATEMENTS = "statements"  # a statement, or a finished paragraph without one
    PARAGRAPHS = "paragraphs"  # a coder's work on a paragraph, or on the article (paragraph 0)


class Values(StrEnum):
    """How a code stands in the column of its variable."""

    ID = "id"
    LABEL = "label"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Source:
    """Where the data comes from. Each stream can be started anew.

    All streams come in the order of the articles; within an article any order will do.
    """

    codebook: Codebook
    articles: Callable[[], Iterable[Article]]
    codings: Callable[[], Iterable[CodingRow]]
    units: Callable[[], Iterable[UnitRow]]
    statements: Callable[[], Iterable[StatementRow]]


@dataclass(frozen=True, slots=True)
class Choice:
    """What to write and how. `shapes` and `variables` left empty mean all of them.

    `delimiter`, `decimal`, `bom` and `neutralize` matter to formats made for spreadsheets only.
    """

    shapes: tuple[Shape, ...] = ()
    variables: tuple[str, ...] = ()
    only_finished: bool = False
    text: bool = True
    values: Values = Values.ID
    delimiter: str = ","
    decimal: str = "."
    bom: bool = False
    neutralize: bool = False


@dataclass(slots=True)
class Report:
    """What was written, and in words what was not: `left_out` counts by reason."""

    rows: dict[str, int] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
