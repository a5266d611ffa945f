"""A study in Python and notebooks: everything in it as polars or pandas frames, to read only.

    import annotator

    study = annotator.open_study("study.db")
    study.codings()

The tables are those of `annotator export`; the agreement functions take what `reliability_data`
gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

from annotator.errors import UsageError
from annotator.exporters.coded import chosen_units
from annotator.exporters.final import final
from annotator.exporters.job import Choice, Final, Report, Shape, Source, Values
from annotator.exporters.rows import tables
from annotator.model.codebook import Codebook, Level, Measurement, Variable
from annotator.model.coding import MAIN_ROUND
from annotator.model.decision import DecisionRow
from annotator.study import Study

if TYPE_CHECKING:
    from annotator.agreement import ReliabilityData

Frame = Any
"""A polars or a pandas DataFrame, as `open_study` was asked for."""

_LIBRARIES = ("polars", "pandas")


def open_study(
    path: str | Path, *, coder: str | None = None, frames: str = "polars"
) -> StudyFrames:
    """A study file to read from; nothing is ever written to it.

    `coder` limits everything to that coder's own work, as their screens do; without it all coders
    are there. `frames` is "polars" or "pandas", which must be installed. Raises StudyNotFound,
    StudyDamaged, StudyTooNew, and UsageError for an unknown coder.
    """
    if frames not in _LIBRARIES:
        raise UsageError(f'Frames are "polars" or "pandas", not "{frames}".')
    study = Study.open(Path(path), read_only=True)
    if coder is not None and coder not in study.coders():
        known = ", ".join(study.coders()) or "nobody"
        study.close()
        raise UsageError(f'There is no coder "{coder}" in {path}.', hint=f"There are: {known}.")
    return StudyFrames(study, coder, frames)


class StudyFrames:
    """The tables of one study. A context manager; `close` when done."""

    def __init__(self, study: Study, coder: str | None, frames: str) -> None:
        self._study = study
        self._only = None if coder is None else [coder]
        self._frames = frames

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._study.close()

    @property
    def codebook(self) -> Codebook:
        """The codebook in force."""
        return self._study.codebook

    @property
    def coders(self) -> list[str]:
        """The coders whose work is seen."""
        return self._only or self._study.coders()

    def articles(self) -> Frame:
        """One row for each article: article_id, article (its name), metadata, text."""
        columns = ("article_id", "article", "title", "author", "source", "date", "url", "text")
        rows = (
            (a.id, a.name, a.title, a.author, a.source, a.date, a.url, a.text)
            for a in self._study.articles()
        )
        return self._frame(columns, rows)

    def paragraphs(self) -> Frame:
        """One row for each paragraph: where it is, its kind and its text."""
        columns = ("article_id", "article", "paragraph", "unit", "kind", "start", "end", "text")
        rows = (
            (a.id, a.name, p.number, f"{a.id}:{p.number}", str(p.kind), p.start, p.end,
             a.text[p.start : p.end])
            for a in self._study.articles()
            for p in a.paragraphs
        )  # fmt: skip
        return self._frame(columns, rows)

    def codings(self, *, round: str | None = None, values: str = "id") -> Frame:
        """One row for each coding, as in `long.csv`; `values` is id, label or number."""
        return self._table(Shape.LONG, self._source(round), values)

    def statements(self, *, round: str | None = None, values: str = "id") -> Frame:
        """One row for each statement, as in `statements.csv`: a column for each variable."""
        return self._table(Shape.STATEMENTS, self._source(round), values)

    def units(self, *, round: str | None = None, values: str = "id") -> Frame:
        """One row for each paragraph a coder worked on, as in `paragraphs.csv`."""
        return self._table(Shape.PARAGRAPHS, self._source(round), values)

    def final(
        self, rule: str = "decision", *, lead: str = "", round: str | None = None,
        shape: str = "long", values: str = "id",
    ) -> Frame:  # fmt: skip
        """One final value for each unit (see `annotator export --final`): long, statements ..."""
        source = final(self._source(round), Final(rule), lead)
        return self._table(Shape(shape), source, values)

    def decisions(self, *, round: str | None = None) -> Frame:
        """One row for each answer that was decided. Not for one coder's view."""
        rows = () if self._only else self._study.decisions(round=round)
        return self._frame(DecisionRow._fields, rows)

    def reliability_data(self, variable: str, *, round: str = MAIN_ROUND) -> ReliabilityData:
        """Coders (rows) by units (columns) of a variable of paragraphs or articles.

        What nobody finished, and what is not coded, is missing; not applicable and cannot tell are
        values. What a coder changed after seeing others' codings does not count. The functions of
        `annotator.agreement` take it. Raises UsageError for a variable of statements, whose figures
        `agreement` has.
        """
        from annotator.agreement import ReliabilityData

        found = self._variable(variable)
        alone = self._study.before_discussion(coders=self._only, round=round)
        done = {(unit.article, unit.paragraph, unit.coder) for unit in alone.units() if unit.done}
        given: dict[tuple[str, int], dict[str, str]] = {}
        for row in alone.codings():
            place = (row.article, row.paragraph)
            if row.variable == variable and (*place, row.coder) in done:
                given.setdefault(place, {})[row.coder] = row.value or row.state
        table = [[unit.get(coder) for unit in given.values()] for coder in self.coders]
        return ReliabilityData.of(table, order=_order(found, table))

    def agreement(self, *, round: str = MAIN_ROUND) -> Frame:
        """The figures of `annotator agree`, one row for each coefficient; without intervals."""
        from annotator.reports.figures import COLUMNS, as_lines

        with Study.open(self._study.path, round=round, read_only=True) as study:
            found = study.reliability(coders=self._only)
            rows = list(as_lines([*found.rows, *found.whole_statements()]))
        return self._frame(COLUMNS, rows)

    def _variable(self, name: str) -> Variable:
        found = self.codebook.by_id.get(name)
        if found is None:
            known = ", ".join(self.codebook.by_id)
            raise UsageError(f'There is no variable "{name}".', hint=f"There are: {known}.")
        if found.level is Level.STATEMENT:
            raise UsageError(f"{name} is a variable of statements.", hint="`agreement()` has it.")
        return found

    def _source(self, round: str | None) -> Source:
        return self._study.source(coders=self._only, round=round)

    def _table(self, shape: Shape, source: Source, values: str) -> Frame:
        choice, report = Choice(shapes=(shape,), values=Values(values)), Report()
        [table] = tables(source.codebook, choice, report)
        rows = (
            row for unit in chosen_units(source, choice, report) for row in table.rows(unit).whole()
        )
        return self._frame([column.name for column in table.columns], rows)

    def _frame(self, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Frame:
        held = list(rows)
        found = {name: [row[place] for row in held] for place, name in enumerate(columns)}
        return _library(self._frames)(found)


def _order(variable: Variable, table: Sequence[Sequence[str | None]]) -> list[str] | None:
    """The order of the codes of an ordinal variable, where all values are among them."""
    if variable.measurement is not Measurement.ORDINAL:
        return None
    order = [code for code, path in variable.paths.items() if not path[-1].off_scale]
    return order if {value for row in table for value in row if value} <= set(order) else None


def _library(name: str) -> Callable[[Mapping[str, Any]], Frame]:
    """The DataFrame of the library of that name."""
    try:
        library: Any = import_module(name)
    except ImportError:
        other = _LIBRARIES[name == _LIBRARIES[0]]
        raise UsageError(
            f"{name} is not installed.", hint=f'pip install {name}, or ask for frames="{other}"'
        ) from None
    if name == "pandas":
        return cast("Callable[[Mapping[str, Any]], Frame]", library.DataFrame)
    return lambda columns: library.DataFrame(columns, strict=False, infer_schema_length=None)
