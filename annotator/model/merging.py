"""What merging another study file brings, or would bring: told before and after."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple


class Conflict(NamedTuple):
    """One coder answered one question in two copies, neither of which knew of the other.

    `what` is the variable, or "finished", "memo", "flag", "statement"; `ours` and `theirs` are in
    words of the log. Both stay in the log; the study goes on with one of them.
    """

    coder: str
    round: str
    article: str
    paragraph: int
    statement: str
    what: str
    ours: str
    theirs: str
    theirs_stands: bool


class Twice(NamedTuple):
    """A disagreement that was settled in two copies, neither of which knew of the other.

    `variable` is NO_STATEMENT for a paragraph's statements; `ours` and `theirs` are who decided.
    """

    round: str
    article: str
    paragraph: int
    variable: str
    ours: str
    theirs: str
    theirs_stands: bool


class Drift(NamedTuple):
    """An article of a known name whose text, or whose cut into paragraphs, is another."""

    name: str
    same_text: bool


class Version(NamedTuple):
    """A codebook that is not known here; `source` is its file."""

    id: str
    version: str
    name: str
    content: str
    source: str


class Hidden(NamedTuple):
    """Codings on an article that was cut anew, or taken out, in one of the copies."""

    article: str
    coder: str
    codings: int


@dataclass(slots=True)
class Merging:
    """What a file holds that this study does not. Names are those of the file: not ours."""

    file: str
    package: str = ""  # the coder whose package the file is; "" is a whole study
    events: int = 0
    known: int = 0
    left_out: int = 0  # stand-ins of a package
    not_here: int = 0  # of these, for events that are not here: another copy was packed
    not_taken: Counter[str] = field(default_factory=Counter)  # kinds that only a lead decides
    by_kind: Counter[str] = field(default_factory=Counter)
    codings: Counter[tuple[str, str]] = field(default_factory=Counter)  # coder, variable
    finished: Counter[str] = field(default_factory=Counter)  # coder
    statements: Counter[str] = field(default_factory=Counter)  # coder
    articles: list[str] = field(default_factory=list)  # names of those that are new
    drift: list[Drift] = field(default_factory=list)
    codebooks: list[Version] = field(default_factory=list)
    earlier: list[str] = field(default_factory=list)  # versions no longer in force, coded under
    conflicts: list[Conflict] = field(default_factory=list)
    decided_twice: list[Twice] = field(default_factory=list)
    hidden: list[Hidden] = field(default_factory=list)
    taken_back: int = 0  # events that are here, but whose merge was undone
