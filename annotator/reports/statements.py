"""Rows about whole statements: how many, how alike, which of them two coders share."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from annotator.agreement import ReliabilityData
from annotator.agreement.alpha import alpha_with
from annotator.agreement.intervals import alpha_form_with
from annotator.agreement.metrics import Metric
from annotator.agreement.statements import (
    MatchedStatements,
    Statement,
    StatementData,
    matched_statements,
    statement_counts,
    statement_reliability,
)
from annotator.model.codebook import Codebook, Variable
from annotator.reports.categories import categories_of
from annotator.reports.matched import Matched
from annotator.reports.row import Heading, Row, Sample, own_row, part_of, set_row, value_row
from annotator.reports.scale import SCALES, on_scale
from annotator.reports.units import Coded, Unit, on_versions
from annotator.reports.views import as_set, joint_sets
from annotator.reports.whole import WholeSet


@dataclass(frozen=True)
class WholeStatements:
    """What the rows are made from: the units that count, the statement variables, the keys.

    `keys` are the variables on which two statements must agree to count as the same.
    """

    coded: Coded
    units: Sequence[Unit]
    variables: Sequence[Variable]
    keys: tuple[str, ...]
    codebook: Codebook

    def rows(self, wanted: Collection[str], statement: str) -> Iterator[Row]:
        """Number, statement alpha, matched statements, and each variable on the matched ones.

        `statement` is what the statement itself is called; `wanted` limits the rows by name, and
        the variables by which statement alpha compares.
        """
        if not self.variables or not self.units or not self.coded.coders:
            return
        names = [variable.id for variable in self.variables]
        data = StatementData.of(self._table(names), names)
        if not wanted or statement in wanted:
            yield from self._numbers(data, statement)
            yield self._alpha(self._parts(wanted), statement)
        for row in self._matched_rows(data, wanted, statement) if self.keys else ():
            yield replace(row, categories=categories_of(row, self.codebook))

    def matched(self, statement: str) -> Iterator[Row]:
        """The rows about matched statements alone; none where nothing matches them."""
        if self.variables and self.units and self.coded.coders and self.keys:
            names = [variable.id for variable in self.variables]
            data = StatementData.of(self._table(names), names)
            yield from self._matched_rows(data, (), statement)

    def _table(self, names: Sequence[str]) -> list[list[list[Statement] | None]]:
        return [[self._cell(coder, unit, names) for unit in self.units] for coder in self._coders]

    @property
    def _coders(self) -> tuple[str, ...]:
        return self.coded.coders

    def _cell(self, coder: str, unit: Unit, names: Sequence[str]) -> list[Statement] | None:
        """The coder's statements; None where the coder did not finish the unit."""
        if unit not in self.coded.finished[coder]:
            return None
        answers = [self.coded.tied.get((name, coder), {}).get(unit, {}) for name in names]
        made = self.coded.stated.get(coder, {}).get(unit, ())
        return [Statement(tuple(answer.get(one) for answer in answers)) for one in made]

    def _numbers(self, data: StatementData, statement: str) -> Iterator[Row]:
        counts = statement_counts(data)
        for level in ("interval", "ratio"):
            heading = Heading(statement, "n_statements", level=level)
            yield value_row(heading, self._coders, counts, self._on_versions(), self.units)

    def _on_versions(self, *names: str) -> list[str]:
        """Whether the variables named (none: all) were coded under several codebook versions."""
        return on_versions(self.coded, names or [variable.id for variable in self.variables])

    def _parts(self, wanted: Collection[str]) -> list[str]:
        """What statement alpha compares: the variables named, else the required ones, else all.

        What a coder may leave out is often about the coder, such as how sure he or she is.
        """
        named = [variable.id for variable in self.variables if variable.id in wanted]
        required = [variable.id for variable in self.variables if variable.required]
        return named or required or [variable.id for variable in self.variables]

    def _alpha(self, names: Sequence[str], statement: str) -> Row:
        values, metric = statement_reliability(self._table(names), names)
        whole = [WholeSet.of(names, value) for value in values.values]
        sample = Sample(ReliabilityData(values.codes, whole, False), self._coders, self.units)
        notes = [f"compared by {', '.join(names)}", *self._on_versions(*names)]
        return alpha_row(Heading(statement, "statement_alpha"), sample, metric, notes)

    def triples(self) -> Iterator[Row]:
        """The keys and the next required variable looked at jointly, where there is one."""
        others = [v for v in self.variables if v.id not in self.keys and v.required and v.codes]
        if not self.units or len(self.keys) != 2 or not others:
            return
        together = [*(v for key in self.keys for v in self.variables if v.id == key), others[0]]
        names = [variable.id for variable in together]
        data, notes = joint_sets(self.coded, self.units, together), self._on_versions(*names)
        yield set_row(Heading("+".join(names), "triple"), self._coders, data, notes, self.units)

    def _matched_rows(
        self, data: StatementData, wanted: Collection[str], statement: str
    ) -> Iterator[Row]:
        found = matched_statements(data, data.variables, keys=self.keys)
        counts = Sample(statement_counts(data), self._coders, self.units)
        matched = Matched(found, counts, self.keys, tuple(self._on_versions()))
        if not wanted or statement in wanted:
            yield matched.row(statement)
        for variable in self.variables:
            if variable.id not in self.keys and (not wanted or variable.id in wanted):
                notes = [matched.by, f"{len(found.unmatched)} unmatched statements do not count"]
                yield from self._on_matched(found, variable, notes)

    def _on_matched(
        self, found: MatchedStatements, variable: Variable, notes: list[str]
    ) -> Iterator[Row]:
        data = found.reliability(variable.id)
        units = [self.units[pair.unit] for pair in found.pairs]
        notes = [*notes, *self._on_versions(variable.id)]
        heading = Heading(variable.id, "matched")
        if variable.multiple:
            heading = Heading(variable.id, "matched_set")
            yield set_row(heading, self._coders, data.recoded(as_set), notes, units)
            return
        yield value_row(heading, self._coders, data, notes, units)
        if variable.measurement in SCALES:
            numbers, left_out = on_scale(data, variable)
            level = Heading(variable.id, "matched", level=str(variable.measurement))
            yield value_row(level, self._coders, numbers, [*notes, *left_out], units)


def is_compared(variable: Variable, coded: Coded) -> bool:
    """Whether a statement variable is a part of statements: coded by anybody, and compared."""
    return variable.is_compared and variable.id in coded.versions


def alpha_row(heading: Heading, sample: Sample, metric: Metric, notes: Sequence[str]) -> Row:
    """Alpha over whole sets of statements, whose distance is the metric."""
    return own_row(
        heading,
        sample,
        alpha_with(metric, sample.data, name="statement_alpha", level="nominal"),
        partial(alpha_form_with, metric, sample.data),
        notes,
        metric=metric,
        over=lambda coders, columns: alpha_row(
            heading, part_of(sample, coders, columns), metric, notes
        ),
    )
