"""What an export is asked to do, from what, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotator.model.article import Article
from annotator.model.codebook import Codebook
from annotator.model.coding import CodingRow, StatementRow, UnitRow
from annotator.model.decision import DecisionRow


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
    content hash; `program` the version of annotator that writes.
    """

    name: str = "study"
    program: str = ""
    codebook_source: str = ""
    versions: Mapping[str, str] = field(default_factory=dict)
    coders: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()


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
    decisions: Callable[[], Iterable[DecisionRow]] = tuple
    about: About = About()


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
    normalization: str = "no"  # no, average, jaccard, cosine, activity, prominence
    duplicates: str = "include"  # include, document, week, month, year, acrossrange
    window: int = 0  # days per time slice, 0: one network over all dates


@dataclass(frozen=True, slots=True)
class Choice:
    """What to write and how. `shapes` and `variables` left empty mean all of them.

    `delimiter`, `decimal`, `bom` and `neutralize` matter to formats made for spreadsheets only,
    `network` to networks.
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
    network: Network = Network()


@dataclass(slots=True)
class Report:
    """What was written, and in words what was not: `left_out` counts by reason."""

    rows: dict[str, int] = field(default_factory=dict)
    left_out: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
