"""What a coder left on a unit, as selections: one for the unit itself, one for each statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from annotator.exporters.coded import CodedUnit, chosen_units, torn
from annotator.exporters.job import Choice, Report, Source
from annotator.model.article import Article
from annotator.model.coding import CodingRow


@dataclass(frozen=True, slots=True)
class Passage:
    """What belongs together: the values, the marks (statement, finished, flagged) and the memo."""

    unit: CodedUnit
    statement: str
    codings: list[CodingRow]
    marks: tuple[str, ...]
    memo: str
    at: int

    @property
    def who(self) -> tuple[str, str]:
        """The coder and the round."""
        return self.unit.coder, self.unit.round

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from every other passage of the study."""
        unit = self.unit
        return (*self.who, unit.article.id, str(unit.paragraph), self.statement)


def units_by_article(
    source: Source, choice: Choice, report: Report
) -> Iterator[tuple[Article, list[CodedUnit]]]:
    """Every article with what coders left on it; also those that nobody worked on."""
    groups = groupby(chosen_units(source, choice, report), lambda unit: unit.article.id)
    head = next(groups, None)
    for article in source.articles():
        if head is None or head[0] != article.id:
            yield article, []
        else:
            yield article, list(head[1])
            head = next(groups, None)


def passages(unit: CodedUnit) -> Iterator[Passage]:
    """The passages of a unit: the unit itself, if anything is on it, then its statements."""
    by_statement: defaultdict[str, list[CodingRow]] = defaultdict(list)
    for coding in unit.codings:
        by_statement[coding.statement].append(coding)
    own = by_statement.pop("", [])
    marks = _marks(finished=unit.done, flagged=unit.flagged)
    if own or marks or unit.memo:
        at = unit.unit.at if unit.unit else max(coding.at for coding in own)
        yield Passage(unit, "", own, marks, unit.memo, at)
    for row in unit.statements:
        codings = by_statement.pop(row.statement, [])
        marks = _marks(statement=True, flagged=row.flagged)
        yield Passage(unit, row.statement, codings, marks, row.memo, row.at)
    if by_statement:
        raise torn()


def _marks(**on: bool) -> tuple[str, ...]:
    return tuple(mark for mark, is_on in on.items() if is_on)
