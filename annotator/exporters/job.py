"""What an export is asked to do, from what, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.model.article import Article
from annotator.model.codebook import Codebook
from annotator.model.coding import CodingRow, StatementRow, UnitRow
from annotator.model.decision import DecisionRow
from annotator.model.team import Coder, Round


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


class Final(StrEnum):
    """How far to go for one final value of each unit: each step stands in where those before fail.

    Coders agree on a paragraph's statements where they have the same set of them.
    """

    DECISION = "decision"  # what was adjudicated
    AGREED = "agreed"  # else what all who coded the unit say
    MAJORITY = "majority"  # else what more than half of them say
    LEAD = "lead"  # else what the lead coder says


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the study as a whole. `name` is that of its file, without the ending.

    `codebook_source` is the codebook's file as it was adopted; `versions` the codebook versions by
    content hash; `program` the version of annotator that writes. `described_coders` and
    `described_rounds` are those that the lead said something about.
    """

    name: str = "study"
    program: str = ""
    codebook_source: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)
    coders: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()
    described_coders: tuple[Coder, ...] = ()
    described_rounds: tuple[Round, ...] = ()


Figure = Mapping[str, str | float | None]
"""A line of the agreement table: one coefficient, by the columns of `annotator agree --csv`, and
the `round` it is about."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """What coders gave to units, in one way of looking at a variable: what a figure rests on.

    `level` is that of measurement ("sets" where a value is a set of codes). A unit is an article's
    id and a paragraph's number. `values` has a row for each unit, a cell for each coder: a code, a
    number, a set of codes; None is missing. `figures` are the coefficients by name.
    """

    round: str
    variable: str
    view: str
    code: str
    level: str
    depth: int
    coders: tuple[str, ...]
    units: Sequence[tuple[str, int]]
    values: Sequence[Sequence[str | float | frozenset[str] | None]]
    figures: Mapping[str, float | None]


AfterDiscussion = Mapping[tuple[str, int, str, str], Collection[tuple[str, str]]]
"""Answers (statement, variable) given after their coder had seen what others said of the unit, by
article, paragraph, coder and round."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the data comes from. Each stream can be started anew.

    All streams come in the order of the articles; within an article any order will do. `figures`
    and `matrices` are worked out only when a format asks for them, which takes a while.
    """

    codebook: Codebook
    articles: Callable[[], Iterable[Article]]
    codings: Callable[[], Iterable[CodingRow]]
    units: Callable[[], Iterable[UnitRow]]
    statements: Callable[[], Iterable[StatementRow]]
    decisions: Callable[[], Iterable[DecisionRow]] = tuple
    about: About = About()
    figures: Callable[[], Sequence[Figure]] = tuple
    matrices: Callable[[], Sequence[Matrix]] = tuple
    after_discussion: Callable[[], AfterDiscussion] = dict


@dataclass(frozen=True, slots=True)
class Network:
    """Which network of statements to write; the words are those of Discourse Network Analyzer.

    `actor`, `concept` and `qualifier` are variables of statements ("": the first two required ones,
    and the first ordinal one). `mode` is twomode, onemode (actors) or onemode-concepts.
    """

    actor: str = ""
    concept: str = ""
    qualifier: str = ""
    mode: str = "twomode"
    aggregation: str = "ignore"  # ignore, combine, congruence, conflict, subtract
    normalization: str = "no"  # no, average, jaccard, cosine, true-cosine, activity, prominence
    duplicates: str = "include"  # include, document, week, month, year, acrossrange
    window: int = 0  # days per time slice, 0: one network over all dates


@dataclass(frozen=True, slots=True)
class Choice:
    """What to write and how. `shapes` and `variables` left empty mean all of them.

    `metadata` names the further fields of articles (section, page ...) that get a column each.
    `delimiter`, `decimal`, `bom` and `neutralize` matter to formats made for spreadsheets only,
    `network` to networks.
    """

    shapes: tuple[Shape, ...] = ()
    variables: tuple[str, ...] = ()
    only_finished: bool = False
    text: bool = True
    metadata: tuple[str, ...] = ()
    values: Values = Values.ID
    delimiter: str = ","
    decimal: str = "."
    bom: bool = False
    neutralize: bool = False
    network: Network = Network()


@dataclass(slots=True)
class Report:
    """What was written, and in words what was not: `left_out` counts by reason.

    `nothing` says why there is nothing to see in what was written, and what to do, where it is not
    for want of codings.
    """

    rows: dict[str, int] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    nothing: str = ""
