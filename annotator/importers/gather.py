"""Passages that were coded elsewhere -> codings of the paragraphs that they touch.

A code on a passage says that the code is present in each paragraph of which the passage holds any
character. A statement stands in the paragraph where it begins. What that leaves out is counted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from annotator.importers.offsets import Span
from annotator.importers.parsed import ReadUnit, UnitKey, statement_id
from annotator.importers.project import Project
from annotator.model.article import Article
from annotator.model.coding import MAIN_ROUND, Answer, Statement, UnitWork

Place = tuple[str, str]  # variable, code

PARTS = "places of codes within a paragraph: a code stands on the whole paragraph"
REPEATED = "codes given again to the same paragraph: a code is there or not"
OVER = "passages over several paragraphs: coded in each of them"
STATEMENT_OVER = "statements over several paragraphs: they stand where they begin"
OUTSIDE = "passages of white space alone: left out"


@dataclass(slots=True)
class _Unit:
    answers: dict[str, dict[str, None]] = field(default_factory=dict)  # codes, in order, each once
    statements: list[tuple[int, Mapping[str, Answer], str]] = field(default_factory=list)
    memos: dict[str, None] = field(default_factory=dict)


class Gathering:
    """Takes in what coders did, in any order; `put_into_project` makes units of it."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._units: dict[UnitKey, _Unit] = {}
        self._articles: dict[str, Article] = {}
        self._read: set[tuple[str, str]] = set()  # coder, article

    def code(self, coder: str, article: Article, span: Span | None, place: Place) -> None:
        """A code on a passage; without one, on the article as a whole."""
        variable, code = place
        for unit in self._touched(coder, article, span, OVER):
            codes = unit.answers.setdefault(variable, {})
            if code in codes:
                self.project.lost[REPEATED] += 1
            codes[code] = None

    def value(self, coder: str, article: Article, variable: str, value: str) -> bool:
        """A single value on the article as a whole; False if there is another one already."""
        (unit,) = self._touched(coder, article, None, OVER)
        values = unit.answers.setdefault(variable, {value: None})
        return value in values

    def read_by(self, coder: str, article: Article) -> None:
        """The coder has read the article, whether or not anything was found in it."""
        self._articles[article.id] = article
        self._read.add((coder, article.id))

    def memo(self, coder: str, article: Article, span: Span | None, text: str) -> None:
        """A memo on a passage, or on the article as a whole."""
        text = text.strip()
        if text:
            unit = next(self._touched(coder, article, span, ""), None)
            if unit is not None:
                unit.memos[text] = None

    def statement(
        self, coder: str, article: Article, span: Span, answers: Mapping[str, Answer],
        memo: str = "",
    ) -> None:  # fmt: skip
        """Several answers tied together, in the paragraph where the passage begins."""
        unit = next(self._touched(coder, article, span, STATEMENT_OVER), None)
        if unit is not None:
            unit.statements.append((span.start, answers, memo.strip()))

    def _touched(
        self, coder: str, article: Article, span: Span | None, over: str
    ) -> Iterator[_Unit]:
        self._articles[article.id] = article
        if span is None:
            return iter([self._unit(coder, article, 0)])
        found = touched(article, span)
        if not over:
            pass
        elif not found:
            self.project.notes[OUTSIDE] += 1
        elif len(found) > 1:
            self.project.notes[over] += 1
        elif not _is_whole(article, found[0], span):
            self.project.lost[PARTS] += 1
        return iter([self._unit(coder, article, number) for number in found])

    def _unit(self, coder: str, article: Article, number: int) -> _Unit:
        key = UnitKey(coder, MAIN_ROUND, article.id, number)
        return self._units.setdefault(key, _Unit())

    def put_into_project(self) -> None:
        """Make units, finished ones: those with anything in them, and all of articles read."""
        for coder, identifier in self._read:
            for paragraph in self._articles[identifier].paragraphs:
                self._unit(coder, self._articles[identifier], paragraph.number)
        for key in sorted(self._units):
            self.project.units[key] = ReadUnit(0, _work(key, self._units[key]))


def touched(article: Article, span: Span) -> list[int]:
    """Numbers of the paragraphs of which the range holds any character."""
    paragraphs = article.paragraphs
    first = bisect_right(paragraphs, span.start, key=lambda paragraph: paragraph.end)
    return [p.number for p in takewhile(lambda p: p.start < span.end, paragraphs[first:])]


def _is_whole(article: Article, number: int, span: Span) -> bool:
    paragraph = article.paragraph(number)
    return span.start <= paragraph.start and paragraph.end <= span.end


def _work(key: UnitKey, unit: _Unit) -> UnitWork:
    ordered = sorted(unit.statements, key=lambda one: one[0])
    statements = tuple(
        Statement(statement_id(key, number), answers, memo)
        for number, (_, answers, memo) in enumerate(ordered, 1)
    )
    answers = {variable: Answer(tuple(codes)) for variable, codes in unit.answers.items()}
    return UnitWork(answers, statements, done=True, memo="\n".join(unit.memos))


def finish_articles(project: Project) -> None:
    """Whoever coded anything in an article has read all of it: finish its other paragraphs, too."""
    articles = {article.id: article for article in project.articles}
    for key in list(project.units):
        if key.article in articles:
            for paragraph in articles[key.article].paragraphs:
                other = key._replace(paragraph=paragraph.number)
                project.units.setdefault(other, ReadUnit(0, UnitWork(done=True)))
