"""What a coder said on a unit, and in each statement of it: codes, or what was typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotator.exporters.coded import CodedUnit, chosen_units, torn
from annotator.exporters.job import Choice, Report, Source, Values
from annotator.model.article import Article
from annotator.model.codebook import Code, Codebook, Variable
from annotator.model.coding import MAIN_ROUND, SEPARATOR, CodingRow, State

DECISIONS = "decisions: this format has no place for them; --final decision writes them as codings"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one variable: codes (each as the path that leads to it), or what was typed."""

    variable: Variable
    coding: CodingRow
    paths: tuple[tuple[Code, ...], ...] = ()

    @property
    def special(self) -> str:
        """not_applicable or cannot_tell; "" for every other answer."""
        return "" if self.coding.state == State.CODED else self.coding.state

    @property
    def typed(self) -> str:
        """What was typed in; "" where codes were chosen."""
        return self.coding.value if self.variable.is_typed and not self.special else ""

    def chosen(self, values: Values) -> list[str]:
        """The codes chosen, or the special answer: ids, or labels where labels are wanted."""
        if self.special:
            return [self.special]
        return [shown(path[-1], values) for path in self.paths]


@dataclass(frozen=True, slots=True)
class Answered:
    """What belongs together: the answers on the unit itself (number 0), or of a statement in it."""

    unit: CodedUnit
    number: int
    statement: str
    answers: tuple[Answer, ...]
    memo: str
    flagged: bool
    at: int

    @property
    def article(self) -> Article:
        """The article that it is about."""
        return self.unit.article

    @property
    def place(self) -> tuple[int, int]:
        """Where the paragraph begins and ends; all of the text for the article as a whole."""
        if not self.unit.paragraph:
            return 0, len(self.article.text)
        paragraph = self.article.paragraph(self.unit.paragraph)
        return paragraph.start, paragraph.end


def shown(code: Code, values: Values) -> str:
    """What stands for a code; a number alone would not tell codes of two variables apart."""
    return code.label if values is Values.LABEL else code.id


def who(unit: CodedUnit) -> str:
    """The coder; with the round, where that is another than the main one."""
    return unit.coder if unit.round == MAIN_ROUND else f"{unit.coder} ({unit.round})"


def whose(unit: CodedUnit) -> tuple[str, str]:
    """What tells coders and rounds apart: a coder may be called "ana (pilot)"."""
    return unit.coder, unit.round


def unit_text(article: Article, paragraph: int) -> str:
    """The text of a paragraph; of the whole article for paragraph 0."""
    return article.paragraph_text(paragraph) if paragraph else article.text


class Reader:
    """Reads units one after another; counts what the codebook no longer has."""

    def __init__(self, source: Source, choice: Choice, report: Report) -> None:
        self._source, self._choice, self._report = source, choice, report
        self._codebook: Codebook = source.codebook
        self._rank = {v.id: rank for rank, v in enumerate(self._codebook.variables)}
        self._report.left_out[DECISIONS] += sum(1 for _ in source.decisions())

    def units(self) -> Iterator[tuple[CodedUnit, list[Answered]]]:
        """Every unit that the choice lets through, with the unit's own answers first."""
        for unit in chosen_units(self._source, self._choice, self._report):
            yield unit, list(self._answered(unit))

    def _answered(self, unit: CodedUnit) -> Iterator[Answered]:
        by_statement: defaultdict[str, list[CodingRow]] = defaultdict(list)
        for coding in unit.codings:
            by_statement[coding.statement].append(coding)
        own = tuple(self._answers(by_statement.pop("", [])))
        at = unit.unit.at if unit.unit else max((one.coding.at for one in own), default=0)
        yield Answered(unit, 0, "", own, unit.memo, unit.flagged, at)
        for number, row in enumerate(unit.statements, start=1):
            answers = tuple(self._answers(by_statement.pop(row.statement, [])))
            yield Answered(unit, number, row.statement, answers, row.memo, row.flagged, row.at)
        if by_statement:
            raise torn()

    def _answers(self, codings: Iterable[CodingRow]) -> Iterator[Answer]:
        last = len(self._rank)
        for coding in sorted(codings, key=lambda one: self._rank.get(one.variable, last)):
            variable = self._codebook.by_id.get(coding.variable)
            if variable is None:
                self._lost(f"codings of {coding.variable}, which the codebook no longer has")
            elif coding.state != State.CODED or variable.is_typed:
                yield Answer(variable, coding)
            elif paths := self._paths(variable, coding.value):
                yield Answer(variable, coding, paths)

    def _paths(self, variable: Variable, value: str) -> tuple[tuple[Code, ...], ...]:
        found = [variable.paths.get(code) for code in value.split(SEPARATOR)]
        if None in found:
            self._lost(f"codings of {variable.id} with a code that it no longer has")
        return tuple(path for path in found if path)

    def _lost(self, reason: str) -> None:
        self._report.left_out[reason] += 1
