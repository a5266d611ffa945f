"""The one definition of a table: which rows a coded unit becomes in each shape.

Every format writes these rows; none makes its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, Protocol, Self, TypeVar

from annotator.exporters.cells import Cell, Cells, iso_time
from annotator.exporters.coded import CodedUnit, torn
from annotator.exporters.columns import LEVELS, Column, Layout, layout, variables
from annotator.exporters.job import Choice, Report, Shape
from annotator.model.article import Article
from annotator.model.codebook import Codebook, Level
from annotator.model.coding import SEPARATOR, CodingRow

Row = tuple[Cell, ...]


class _Joinable(Protocol):
    def __add__(self, other: Self, /) -> Self: ...


Part = TypeVar("Part", bound=_Joinable)
"""Cells side by side, as they are or as text. A row is its parts, one added to the other."""

MakePart = Callable[[Row], Part]
Form = Callable[[Sequence[Column]], MakePart[Part]]
"""Gives what makes a part of the cells of these columns."""


@dataclass(slots=True)
class Rows(Generic[Part]):
    """The rows of one coded unit. All begin with `start`, which is kept once: texts are long."""

    start: Part
    rests: list[Part]

    def whole(self) -> list[Part]:
        """The rows with every cell."""
        return [self.start + rest for rest in self.rests]


MakeRows = Callable[[CodedUnit], Rows[Part]]
_Maker = Callable[[Codebook, Choice, Report, Sequence[MakePart[Part]]], MakeRows[Part]]


@dataclass(frozen=True, slots=True)
class Table(Layout, Generic[Part]):
    """One shape: its columns, and the rows that a coded unit becomes."""

    rows: MakeRows[Part]


def tables(codebook: Codebook, choice: Choice, report: Report) -> tuple[Table[Row], ...]:
    """The tables that were asked for. What they cannot hold is counted in `report` as they fill."""
    return tables_in(_as_cells, codebook, choice, report)


def tables_in(
    form: Form[Part], codebook: Codebook, choice: Choice, report: Report
) -> tuple[Table[Part], ...]:
    """The same tables with rows in another form: what recurs in many rows is put into it once."""
    makers: Mapping[Shape, _Maker[Part]]
    makers = {Shape.LONG: _Long, Shape.STATEMENTS: _Statements, Shape.PARAGRAPHS: _Paragraphs}

    def table(shape: Shape) -> Table[Part]:
        made = layout(shape, codebook, choice)
        parts = tuple(map(form, made.parts))
        return Table(shape, made.parts, makers[shape](codebook, choice, report, parts))

    return tuple(map(table, choice.shapes or _useful_shapes(codebook)))


_RECURRING = 4096  # answers, memos: most recur within an article


def _as_cells(_: Sequence[Column]) -> MakePart[Row]:
    return lambda cells: cells


def _useful_shapes(codebook: Codebook) -> Iterable[Shape]:
    has_statements = bool(codebook.at(Level.STATEMENT))
    return (shape for shape in Shape if has_statements or shape is not Shape.STATEMENTS)


class _Start(Generic[Part]):
    """What the rows of a unit begin with: who coded, and where. Each part is made once."""

    def __init__(self, choice: Choice, parts: Sequence[MakePart[Part]]) -> None:
        who, self._of_article, self._of_paragraph = parts
        self._who = lru_cache(who)
        self._choice = choice
        self._article: Article | None = None
        self._paragraph = -1
        self._in_article: Part
        self._place: Part

    def __call__(self, unit: CodedUnit) -> Part:
        if unit.article is not self._article:
            self._article, self._paragraph = unit.article, -1
            self._in_article = self._of_article(_of_article(unit.article, self._choice.metadata))
        if unit.paragraph != self._paragraph:
            self._paragraph = unit.paragraph
            paragraph = _of_paragraph(unit.article, unit.paragraph, with_text=self._choice.text)
            self._place = self._in_article + self._of_paragraph(paragraph)
        return self._who((unit.coder, unit.round)) + self._place


def _of_article(article: Article, metadata: Iterable[str]) -> Row:
    given = (article.title, article.author, article.source, article.date, article.url)
    further = (article.metadata.get(name) for name in metadata)
    return (article.name, article.id, *(cell or None for cell in (*given, *further)))


def _of_paragraph(article: Article, number: int, *, with_text: bool) -> Row:
    if not number:
        return (0, None, None, None, None) if with_text else (0, None, None, None)
    paragraph = article.paragraph(number)
    place = (number, str(paragraph.kind), paragraph.start, paragraph.end)
    return (*place, article.paragraph_text(number)) if with_text else place


class _Long(Generic[Part]):
    """One row for each coding, of parts that most rows share with others."""

    def __init__(
        self, codebook: Codebook, choice: Choice, report: Report, parts: Sequence[MakePart[Part]]
    ) -> None:
        *start, number, answer, marks, version, self._time = parts
        self._start = _Start(choice, start)
        self._cells = Cells(codebook, choice.values, report)
        self._rank = {variable.id: rank for rank, variable in enumerate(codebook.variables)}
        self._number = lru_cache(number)
        self._answer = lru_cache(_RECURRING)(self._answers(answer))
        self._marks = lru_cache(_RECURRING)(_marks(marks))
        self._version = lru_cache(version)

    def __call__(self, unit: CodedUnit) -> Rows[Part]:
        answer, under, time = self._answer, self._version, self._time
        traces = self._traces_by_statement(unit)
        discussed = unit.after_discussion
        rows: list[Part] = []
        try:
            for coding in sorted(unit.codings, key=self._order):
                _, _, _, _, statement, variable, value, state, at, version = coding
                number, marks = traces[statement]
                after = int((statement, variable) in discussed) if discussed else 0
                rows.append(
                    number + answer(variable, value, state) + marks
                    + under((after, version)) + time((iso_time(at),))
                )  # fmt: skip
        except KeyError as error:
            raise torn() from error
        return Rows(self._start(unit), rows)

    def _order(self, coding: CodingRow) -> tuple[str, int, str]:
        return coding[4], self._rank.get(coding[5], len(self._rank)), coding[5]

    def _answers(self, part: MakePart[Part]) -> Callable[[str, str, str], Part]:
        explain = self._cells.number_and_label
        return lambda variable, value, state: part(
            (variable, value or state, state, *explain(variable, value, state))
        )

    def _traces_by_statement(self, unit: CodedUnit) -> dict[str, tuple[Part, Part]]:
        """Number and marks by statement id; "" stands for the unit itself."""
        done = unit.done
        traces = {"": (self._number((None,)), self._marks(unit.memo, unit.flagged, done))}
        for number, statement in enumerate(unit.statements, start=1):
            marks = self._marks(statement.memo, statement.flagged, done)
            traces[statement.statement] = self._number((number,)), marks
        return traces


def _marks(part: MakePart[Part]) -> Callable[[str, bool, bool], Part]:
    return lambda memo, flagged, done: part((memo or None, int(flagged), int(done)))


class _Wide(Generic[Part]):
    """What the two shapes share that have one column for each variable."""

    shape: Shape

    def __init__(
        self, codebook: Codebook, choice: Choice, report: Report, parts: Sequence[MakePart[Part]]
    ) -> None:
        *start, self._rest = parts
        self._start = _Start(choice, start)
        self._cells = Cells(codebook, choice.values, report)
        self._report = report
        self._codebook = codebook.by_id
        self._levels = LEVELS[self.shape]
        self._own = {variable.id: variable for variable in variables(self.shape, codebook, choice)}

    def _answers(self, codings: Iterable[CodingRow]) -> Row:
        found: dict[str, Cell] = {}
        for coding in codings:
            variable = self._own.get(coding.variable)
            if variable is None:
                self._lacks_column(coding.variable)
            else:
                found[coding.variable] = self._cells.wide(variable, coding.value, coding.state)
        return tuple(found.get(variable) for variable in self._own)

    def _lacks_column(self, variable: str) -> None:
        known = self._codebook.get(variable)
        if known is None:
            reason = f"codings of {variable}, which the codebook no longer has"
        elif known.level not in self._levels:
            reason = f"codings of {variable}, which is now asked of the {known.level}"
        else:
            return
        self._report.left_out[f"{reason}: only the long table has them"] += 1


class _Statements(_Wide[Part]):
    """One row for each statement; one without a number for a finished paragraph that has none."""

    shape = Shape.STATEMENTS

    def __call__(self, unit: CodedUnit) -> Rows[Part]:
        by_statement: defaultdict[str, list[CodingRow]] = defaultdict(list)
        for coding in unit.codings:
            by_statement[coding.statement].append(coding)
        by_statement.pop("", None)
        rows = [
            (
                number, *self._answers(codings := by_statement.pop(s.statement, [])),
                s.memo or None, int(s.flagged), int(unit.done), *_made(codings, s.at),
            )
            for number, s in enumerate(unit.statements, start=1)
        ]  # fmt: skip
        if by_statement:
            raise torn()
        rests = map(self._rest, rows or self._nothing_here(unit))
        return Rows(self._start(unit), list(rests))

    def _nothing_here(self, unit: CodedUnit) -> list[Row]:
        if unit.unit is None or not (unit.done and unit.paragraph):
            return []
        empty = (None,) * (1 + len(self._own))
        traces = (unit.memo or None, int(unit.flagged), 1)
        return [(*empty, *traces, *_made((), unit.unit.at))]


class _Paragraphs(_Wide[Part]):
    """One row for each unit that a coder left anything on."""

    shape = Shape.PARAGRAPHS

    def __call__(self, unit: CodedUnit) -> Rows[Part]:
        own = [coding for coding in unit.codings if not coding.statement]
        times = [statement.at for statement in unit.statements]
        row = (
            *self._answers(own), len(unit.statements), unit.memo or None, int(unit.flagged),
            int(unit.done), *_made(unit.codings, *times, unit.unit.at if unit.unit else 0),
        )  # fmt: skip
        return Rows(self._start(unit), [self._rest(row)])


def _made(codings: Iterable[CodingRow], *times: int) -> Row:
    """The codebook versions that a row was made under, and when it was last changed."""
    codings = tuple(codings)
    versions = SEPARATOR.join(sorted({coding.codebook for coding in codings}))
    return versions or None, iso_time(max([*times, *(coding.at for coding in codings)]))
