"""A whole project of another program: texts, codebook, coders, codings, memos.

`annotator import` makes a study of it. An importer of projects is a function

    read(content: bytes, file: str, cut: Cutter) -> Project

It raises DataError where nothing can be taken, and reports everything else in the project.
(Written by helper 5C for REFI-QDA after ISSUE5.md, before helper 5F had it.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from annotator.entries.plain import Plain
from annotator.importers.parsed import ReadUnit, UnitKey
from annotator.model.article import Article
from annotator.model.problem import Problem


class Cutter(Protocol):
    """Makes an article of a text: cuts it into paragraphs and proposes their kinds."""

    def __call__(self, name: str, text: str, fields: Mapping[str, str], /) -> Article:
        """The article of that name; the text has LF line ends and stays as it is.

        `fields` are metadata: title, author, source, date, url, and others under their own names.
        """


class Memo(NamedTuple):
    """A memo that belongs to no unit: on the project, on a code. A study has no place for it."""

    name: str
    text: str


@dataclass(slots=True)
class Project:
    """Everything one file holds.

    `codebook` has the form of a codebook file as plain data. `problems` are parts that could not be
    taken, `mismatches` passages whose text is not the one that the file quotes, `lost` counts in
    words what the file holds and a study does not, `notes` what was decided on the way. `machines`
    are the coders that are programs.
    """

    file: str
    codebook: Plain = field(default_factory=dict)
    articles: list[Article] = field(default_factory=list)
    units: dict[UnitKey, ReadUnit] = field(default_factory=dict)
    memos: list[Memo] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    mismatches: list[Problem] = field(default_factory=list)
    lost: Counter[str] = field(default_factory=Counter)
    notes: Counter[str] = field(default_factory=Counter)
    machines: set[str] = field(default_factory=set)

    @property
    def coders(self) -> tuple[str, ...]:
        """Who coded, sorted."""
        return tuple(sorted({key.coder for key in self.units}))

    @property
    def rounds(self) -> tuple[str, ...]:
        """The rounds that were coded in, sorted."""
        return tuple(sorted({key.round for key in self.units}))
