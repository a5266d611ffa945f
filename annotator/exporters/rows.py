"""The one definition of a table: which rows a coded unit becomes in each shape.

Every format writes these rows; none makes its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from annotator.exporters.cells import Cell, Cells, iso_time
from annotator.exporters.coded import CodedUnit, torn
from annotator.exporters.columns import LEVELS, Column, columns, variables
from annotator.exporters.job import Choice, Report, Shape
from annotator.model.article import Article
from annotator.model.codebook import Codebook, Level
from annotator.model.coding import SEPARATOR, CodingRow

Row = tuple[Cell, ...]


class Rows(NamedTuple):
    """The rows of one coded unit. All begin with the cells of `who` and `where`, kept once.

    Those who coded the same paragraph share `where`: the text of a paragraph is long.
    """

    who: Row
    where: Row
    rests: list[Row]

    def whole(self) -> list[Row]:
        """The rows with every cell."""
        return [(*self.who, *self.where, *rest) for rest in self.rests]


MakeRows = Callable[[CodedUnit], Rows]


@dataclass(frozen=True, slots=True)
class Table:
    """One shape: its columns, and the rows that a coded unit becomes."""

    shape: Shape
    columns: tuple[Column, ...]
    rows: MakeRows


def tables(codebook: Codebook, choice: Choice, report: Report) -> tuple[Table, ...]:
    """The tables that were asked for. What they cannot hold is counted in `report` as they fill."""
    makers: Mapping[Shape, Callable[[Codebook, Choice, Report], MakeRows]]
    makers = {Shape.LONG: _Long, Shape.STATEMENTS: _Statements, Shape.PARAGRAPHS: _Paragraphs}
    return tuple(
        Table(shape, columns(shape, codebook, choice), makers[shape](codebook, choice, report))
        for shape in choice.shapes or _useful_shapes(codebook)
    )


def _useful_shapes(codebook: Codebook) -> Iterable[Shape]:
    has_statements = bool(codebook.at(Level.STATEMENT))
    return (shape for shape in Shape if has_statements or shape is not Shape.STATEMENTS)


class _Where:
    """The cells that say where: worked out once per article and paragraph."""

    def __init__(self, choice: Choice) -> None:
        self._with_text = choice.text
        self._metadata = choice.metadata
        self._article: Article | None = None
        self._of_article: Row = ()
        self._paragraph = -1
        self._cells: Row = ()

    def __call__(self, unit: CodedUnit) -> Row:
        if unit.article is not self._article:
            self._article, self._paragraph = unit.article, -1
            self._of_article = _of_article(unit.article, self._metadata)
        if unit.paragraph != self._paragraph:
            self._paragraph = unit.paragraph
            self._cells = (*self._of_article, *self._of_paragraph(unit.article, unit.paragraph))
        return self._cells

    def _of_paragraph(self, article: Article, number: int) -> Row:
        if not number:
            return (0, None, None, None, None) if self._with_text else (0, None, None, None)
        paragraph = article.paragraph(number)
        place = (number, str(paragraph.kind), paragraph.start, paragraph.end)
        if not self._with_text:
            return place
        return (*place, article.text[paragraph.start : paragraph.end])


def _of_article(article: Article, metadata: Iterable[str]) -> Row:
    given = (article.title, article.author, article.source, article.date, article.url)
    further = (article.metadata.get(name) for name in metadata)
    return (article.name, article.id, *(cell or None for cell in (*given, *further)))


class _Long:
    """One row for each coding."""

    def __init__(self, codebook: Codebook, choice: Choice, report: Report) -> None:
        self._where = _Where(choice)
        self._cells = Cells(codebook, choice.values, report)
        self._rank = {variable.id: rank for rank, variable in enumerate(codebook.variables)}

    def __call__(self, unit: CodedUnit) -> Rows:
        explain = self._cells.number_and_label
        traces = _traces_by_statement(unit)
        discussed = unit.after_discussion
        rows: list[Row] = []
        try:
            for coding in sorted(unit.codings, key=self._order):
                _, _, _, _, statement, variable, value, state, at, version = coding
                number, memo, flagged, done = traces[statement]
                rows.append((
                    number, variable, value or state, state, *explain(variable, value, state),
                    memo, flagged, done,
                    int((statement, variable) in discussed) if discussed else 0,
                    version, iso_time(at),
                ))  # fmt: skip
        except KeyError as error:
            raise torn() from error
        return Rows((unit.coder, unit.round), self._where(unit), rows)

    def _order(self, coding: CodingRow) -> tuple[str, int, str]:
        return coding[4], self._rank.get(coding[5], len(self._rank)), coding[5]


def _traces_by_statement(unit: CodedUnit) -> dict[str, Row]:
    """Number, memo, flag and doneness by statement id; "" stands for the unit itself."""
    traces: dict[str, Row] = {"": (None, unit.memo or None, int(unit.flagged), int(unit.done))}
    for number, statement in enumerate(unit.statements, start=1):
        traces[statement.statement] = (
            number, statement.memo or None, int(statement.flagged), int(unit.done),
        )  # fmt: skip
    return traces


class _Wide:
    """What the two shapes share that have one column for each variable."""

    def __init__(self, shape: Shape, codebook: Codebook, choice: Choice, report: Report) -> None:
        self._where = _Where(choice)
        self._cells = Cells(codebook, choice.values, report)
        self._report = report
        self._codebook = codebook.by_id
        self._levels = LEVELS[shape]
        self._own = {variable.id: variable for variable in variables(shape, codebook, choice)}

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


class _Statements(_Wide):
    """One row for each statement; one without a number for a finished paragraph that has none."""

    def __init__(self, codebook: Codebook, choice: Choice, report: Report) -> None:
        super().__init__(Shape.STATEMENTS, codebook, choice, report)

    def __call__(self, unit: CodedUnit) -> Rows:
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
        return Rows((unit.coder, unit.round), self._where(unit), rows or self._nothing_here(unit))

    def _nothing_here(self, unit: CodedUnit) -> list[Row]:
        if unit.unit is None or not (unit.done and unit.paragraph):
            return []
        empty = (None,) * (1 + len(self._own))
        traces = (unit.memo or None, int(unit.flagged), 1)
        return [(*empty, *traces, *_made((), unit.unit.at))]


class _Paragraphs(_Wide):
    """One row for each unit that a coder left anything on."""

    def __init__(self, codebook: Codebook, choice: Choice, report: Report) -> None:
        super().__init__(Shape.PARAGRAPHS, codebook, choice, report)

    def __call__(self, unit: CodedUnit) -> Rows:
        own = [coding for coding in unit.codings if not coding.statement]
        times = [statement.at for statement in unit.statements]
        row = (
            *self._answers(own), len(unit.statements), unit.memo or None, int(unit.flagged),
            int(unit.done), *_made(unit.codings, *times, unit.unit.at if unit.unit else 0),
        )  # fmt: skip
        return Rows((unit.coder, unit.round), self._where(unit), [row])


def _made(codings: Iterable[CodingRow], *times: int) -> Row:
    """The codebook versions that a row was made under, and when it was last changed."""
    codings = tuple(codings)
    versions = SEPARATOR.join(sorted({coding.codebook for coding in codings}))
    return versions or None, iso_time(max([*times, *(coding.at for coding in codings)]))
