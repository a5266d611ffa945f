"""Three streams of rows become one: everything a coder left on one paragraph or article.

Only one article is held in memory at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import Generic, TypeVar

from annotator.errors import StudyDamaged
from annotator.exporters.job import AfterDiscussion, Choice, Report, Source
from annotator.model.article import Article
from annotator.model.coding import CodingRow, StatementRow, UnitRow

RowT = TypeVar("RowT", CodingRow, UnitRow, StatementRow)

# CodingRow, UnitRow and StatementRow begin alike: coder, round, article, paragraph, statement
_UNIT = itemgetter(2, 3, 0, 1)
_STATEMENT = itemgetter(4)


@dataclass(slots=True)
class CodedUnit:
    """What one coder left on one paragraph (0: on the article as a whole) in one round.

    `after_discussion` are the answers (statement, variable) that they gave after they had seen
    what others said of it.
    """

    article: Article
    paragraph: int
    coder: str
    round: str
    unit: UnitRow | None = None
    statements: list[StatementRow] = field(default_factory=list)
    codings: list[CodingRow] = field(default_factory=list)
    after_discussion: Collection[tuple[str, str]] = ()

    @property
    def done(self) -> bool:
        """Whether the coder finished it."""
        return self.unit is not None and self.unit.done

    @property
    def memo(self) -> str:
        """The memo on the paragraph or article itself."""
        return self.unit.memo if self.unit else ""

    @property
    def flagged(self) -> bool:
        """Whether the paragraph or article itself is flagged."""
        return self.unit is not None and self.unit.flagged


def chosen_units(source: Source, choice: Choice, report: Report) -> Iterator[CodedUnit]:
    """The units that the choice lets through, in a fixed order; counts what it leaves out."""
    for unit in coded_units(source):
        if choice.only_finished and not unit.done:
            report.left_out["codings in paragraphs that are not finished"] += len(unit.codings)
        else:
            yield unit


def coded_units(source: Source) -> Iterator[CodedUnit]:
    """Every coded unit by article, paragraph, coder and round."""
    codings = _ByUnit(source.codings())
    units = _ByUnit(source.units())
    statements = _ByUnit(source.statements())
    after_discussion = source.after_discussion()
    for article in source.articles():
        found = _Found(article, after_discussion)
        for key, coded in codings.of(article.id):
            found[key].codings.extend(coded)
        for key, stated in statements.of(article.id):
            found[key].statements.extend(stated)
        for key, marked in units.of(article.id):
            (found[key].unit,) = marked
        yield from found.in_order()
    for stream in (codings, units, statements):
        stream.must_be_empty()


_Key = tuple[str, int, str, str]


class _Found(defaultdict[_Key, CodedUnit]):
    """The units of one article, made when they are first met."""

    def __init__(self, article: Article, after_discussion: AfterDiscussion) -> None:
        super().__init__()
        self._article = article
        self._after_discussion = after_discussion

    def __missing__(self, key: _Key) -> CodedUnit:
        _, paragraph, coder, round_ = key
        if paragraph > len(self._article.paragraphs):
            raise torn()
        unit = self[key] = CodedUnit(self._article, paragraph, coder, round_)
        if self._after_discussion:
            unit.after_discussion = self._after_discussion.get(key, ())
        return unit

    def in_order(self) -> Iterator[CodedUnit]:
        for key in sorted(self):
            unit = self[key]
            unit.statements.sort(key=_STATEMENT)
            yield unit


class _ByUnit(Generic[RowT]):
    """A stream that hands out the rows of an article unit by unit."""

    def __init__(self, rows: Iterable[RowT]) -> None:
        self._groups: Iterator[tuple[_Key, Iterator[RowT]]] = groupby(rows, _UNIT)
        self._head: tuple[_Key, Iterator[RowT]] | None = next(self._groups, None)

    def of(self, article: str) -> Iterator[tuple[_Key, Iterator[RowT]]]:
        while self._head is not None and self._head[0][0] == article:
            yield self._head
            self._head = next(self._groups, None)

    def must_be_empty(self) -> None:
        if self._head is not None:
            raise torn()


def torn() -> StudyDamaged:
    """The error for streams that contradict each other: nothing may be written from them."""
    return StudyDamaged(
        "The codings do not fit the articles: the study was changed while it was read, "
        "or it is damaged. Nothing was written.",
        hint="Try again; if it stays so, `annotator doctor` finds out what is wrong.",
    )
