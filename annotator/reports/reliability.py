"""The reliability report: how far the coders of a study agree, variable by variable."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from annotator.agreement import ReliabilityData
from annotator.model.codebook import Codebook, Level, Measurement, Variable
from annotator.model.coding import CodingRow, StatementRow, UnitRow
from annotator.reports import frame, views
from annotator.reports.categories import categories_of
from annotator.reports.row import Heading, Row, Sample, set_row, value_row
from annotator.reports.scale import SCALES, on_scale
from annotator.reports.statements import WholeStatements, is_compared
from annotator.reports.tree_rows import tree_rows
from annotator.reports.units import Coded, Kinds, Unit, collect, on_versions

STATEMENT = "statement"
"""Stands for the statement itself where a variable is named."""


@dataclass(frozen=True)
class Reliability:
    """The rows, in the order of the codebook, and what they rest on.

    `n_paragraphs` are the paragraphs that count, `n_finished` those that anybody finished.
    `remarks` name what is not in the rows. `statements` make the rows about whole statements, which
    take longer: `whole_statements`.
    """

    rows: tuple[Row, ...]
    coders: tuple[str, ...]
    n_paragraphs: int
    n_finished: int
    n_articles: int
    remarks: tuple[str, ...]
    statements: WholeStatements

    def whole_statements(self, wanted: Collection[str] = ()) -> list[Row]:
        """The rows about whole statements; `wanted` limits them to `statement` and variables."""
        return list(self.statements.rows(wanted, STATEMENT))

    def triples(self) -> list[Row]:
        """The row about three statement variables looked at jointly, where three are required."""
        return list(self.statements.triples())


def reliability(
    codebook: Codebook,
    kinds: Kinds,
    codings: Iterable[CodingRow],
    units: Iterable[UnitRow],
    statements: Iterable[StatementRow],
    *,
    variables: Collection[str] = (),
    pairs: Sequence[tuple[str, ...]] | None = None,
    all_paragraphs: bool = False,
) -> Reliability:
    """Agreement of all coders in the rows, which must be of one round.

    Only what a coder finished counts. `variables` limits the report (`statement` stands for "any
    statement"); `pairs` names the statement variables that are looked at jointly, by default the
    first two required ones. Paragraphs that no coder holds codable are left out, unless
    `all_paragraphs`. Raises KeyError for a variable that the codebook does not have.
    """
    coded = collect(codings, units, statements)
    finished = frame.paragraphs(coded)
    counted = finished if all_paragraphs else frame.codable_paragraphs(codebook, kinds, coded)
    report = _Report(codebook, kinds, coded, counted, finished, frame.articles(coded))
    joint = _default_pairs(codebook, variables, coded) if pairs is None else pairs
    rows = [*report.rows(variables), *report.joint_rows(joint)]
    return Reliability(
        tuple(replace(row, categories=categories_of(row, codebook)) for row in rows),
        coded.coders,
        len(counted),
        len(finished),
        len(report.articles),
        tuple(report.not_compared(variables)),
        report.whole_statements(),
    )


@dataclass(frozen=True)
class _Report:
    codebook: Codebook
    kinds: Kinds
    coded: Coded
    counted: list[Unit]
    finished: list[Unit]
    articles: list[Unit]

    def rows(self, wanted: Collection[str]) -> Iterator[Row]:
        """The rows of each variable that was coded, statements first among their level."""
        statement_rows_begun = False
        for variable in self.codebook.variables:
            if variable.level is Level.STATEMENT and not statement_rows_begun:
                statement_rows_begun = True
                yield from self._any_statement(wanted)
            if (not wanted or variable.id in wanted) and self._is_compared(variable):
                yield from self._variable_rows(variable)

    def joint_rows(self, pairs: Sequence[tuple[str, ...]]) -> Iterator[Row]:
        """The rows of variables looked at jointly."""
        for names in pairs:
            together = [self.codebook.by_id[name] for name in names]
            data = views.joint_sets(self.coded, self.counted, together)
            view = "pair" if len(names) == 2 else "triple" if len(names) == 3 else "tuple"
            heading, notes = Heading("+".join(names), view), self._on_versions(*together)
            yield set_row(heading, self.coded.coders, data, notes, self.counted)

    def whole_statements(self) -> WholeStatements:
        """What the rows about whole statements are made from."""
        compared = [v for v in self.codebook.at(Level.STATEMENT) if is_compared(v, self.coded)]
        keys = _default_pairs(self.codebook, (), self.coded)
        return WholeStatements(
            self.coded, self.counted, compared, keys[0] if keys else (), self.codebook
        )

    def not_compared(self, wanted: Collection[str]) -> Iterator[str]:
        """Variables without a row, and why."""
        asked = [v for v in self.codebook.variables if not wanted or v.id in wanted]
        texts = [v.id for v in asked if v.measurement is Measurement.TEXT]
        if texts:
            yield f"free text is not compared: {', '.join(texts)}"
        excepted = [v.id for v in asked if not v.compared and v.id not in texts]
        if excepted:
            yield f"not compared, as the codebook says: {', '.join(excepted)}"
        compared = (v.id for v in asked if v.is_compared)
        never = [name for name in compared if name not in self.coded.versions]
        if never:
            yield f"not coded by anyone: {', '.join(never)}"

    def _is_compared(self, variable: Variable) -> bool:
        return variable.is_compared and variable.id in self.coded.versions

    def _variable_rows(self, variable: Variable) -> Iterator[Row]:
        if variable.level is Level.STATEMENT:
            data = views.statement_sets(self.coded, self.counted, variable)
            return self._set_rows(variable, data, self.counted)
        units = self._units(variable)
        if variable.multiple:
            data = views.selections(self.coded, units, variable, self.codebook, self.kinds)
            return self._set_rows(variable, data, units)
        return self._value_rows(variable, views.values(self.coded, units, variable), units)

    def _units(self, variable: Variable) -> list[Unit]:
        if variable.level is Level.ARTICLE:
            return self.articles
        return self.finished if variable is self.codebook.kind_variable else self.counted

    def _value_rows(
        self, variable: Variable, data: ReliabilityData, units: list[Unit]
    ) -> Iterator[Row]:
        coders, notes = self.coded.coders, self._on_versions(variable)
        yield value_row(Heading(variable.id, "value"), coders, data, notes, units)
        if variable.is_tree:
            yield from tree_rows(variable, Sample(data, coders, units), notes, of_sets=False)
        if variable.measurement in SCALES:
            heading = Heading(variable.id, "value", level=str(variable.measurement))
            numbers, left_out = on_scale(data, variable)
            yield value_row(heading, coders, numbers, [*notes, *left_out], units)

    def _set_rows(
        self, variable: Variable, data: ReliabilityData, units: list[Unit]
    ) -> Iterator[Row]:
        coders, notes = self.coded.coders, self._on_versions(variable)
        yield set_row(Heading(variable.id, "set"), coders, data, notes, units)
        if variable.is_tree:
            yield from tree_rows(variable, Sample(data, coders, units), notes, of_sets=True)
        for code in views.codes_in_use(data, variable):
            heading = Heading(variable.id, "presence", code)
            yield value_row(heading, coders, views.presence(data, code), notes, units)

    def _any_statement(self, wanted: Collection[str]) -> Iterator[Row]:
        if self.counted and (not wanted or STATEMENT in wanted):
            data = views.any_statement(self.coded, self.counted)
            heading = Heading(STATEMENT, "any_statement")
            notes = self._on_versions(*self.codebook.at(Level.STATEMENT))
            yield value_row(heading, self.coded.coders, data, notes, self.counted)

    def _on_versions(self, *variables: Variable) -> list[str]:
        return on_versions(self.coded, [variable.id for variable in variables])


def _default_pairs(
    codebook: Codebook, wanted: Collection[str], coded: Coded
) -> list[tuple[str, ...]]:
    """The first two required nominal statement variables, where both were coded and asked for."""
    nominal = [
        variable.id
        for variable in codebook.at(Level.STATEMENT)
        if variable.tells_apart and variable.measurement is Measurement.NOMINAL
    ]
    pair = tuple(nominal[:2])
    told = set(coded.versions) if not wanted else set(coded.versions).intersection(wanted)
    return [pair] if len(pair) == 2 and told.issuperset(pair) else []
