"""Rows about whole statements: how many, how alike, which of them two coders share."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from annotator.agreement import Coefficient
from annotator.agreement.alpha import alpha_with
from annotator.agreement.intervals import alpha_form_with
from annotator.agreement.intervals.forms import Additive
from annotator.agreement.pairs import Floats
from annotator.agreement.statements import (
    MatchedStatements,
    MatchShare,
    Statement,
    StatementData,
    matched_statements,
    statement_counts,
    statement_reliability,
)
from annotator.model.codebook import Measurement, Variable
from annotator.reports.row import Heading, Row, Sample, own_row, set_row, value_row
from annotator.reports.scale import SCALES, on_scale
from annotator.reports.units import Coded, Unit
from annotator.reports.views import as_set

F1 = "matched_f1"


@dataclass(frozen=True)
class WholeStatements:
    """What the rows are made from: the units that count, the statement variables, the keys.

    `keys` are the variables on which two statements must agree to count as the same.
    """

    coded: Coded
    units: Sequence[Unit]
    variables: Sequence[Variable]
    keys: tuple[str, ...]

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
        if self.keys:
            yield from self._matched_rows(data, wanted, statement)

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
            yield value_row(heading, self._coders, counts, units=self.units)

    def _parts(self, wanted: Collection[str]) -> list[str]:
        """What statement alpha compares: the variables named, else the required ones, else all.

        What a coder may leave out is often about the coder, such as how sure he or she is.
        """
        named = [variable.id for variable in self.variables if variable.id in wanted]
        required = [variable.id for variable in self.variables if variable.required]
        return named or required or [variable.id for variable in self.variables]

    def _alpha(self, names: Sequence[str], statement: str) -> Row:
        values, metric = statement_reliability(self._table(names), names)
        found = alpha_with(metric, values, name="statement_alpha", level="nominal")
        return own_row(
            Heading(statement, "statement_alpha"),
            Sample(values, self._coders, self.units),
            found,
            partial(alpha_form_with, metric, values),
            [f"compared by {', '.join(names)}"],
        )

    def _matched_rows(
        self, data: StatementData, wanted: Collection[str], statement: str
    ) -> Iterator[Row]:
        found = matched_statements(data, data.variables, keys=self.keys)
        if not wanted or statement in wanted:
            yield self._f1(data, found, statement)
        for variable in self.variables:
            if variable.id not in self.keys and (not wanted or variable.id in wanted):
                yield from self._on_matched(found, variable)

    def _f1(self, data: StatementData, found: MatchedStatements, statement: str) -> Row:
        counts = statement_counts(data)
        reason = "" if found.f1 is not None else "no statement to compare"
        n_statements = 2 * len(found.pairs) + len(found.unmatched)
        figure = Coefficient(
            F1, found.f1, "nominal", counts.n_units, counts.n_coders, n_statements, reason
        )
        return own_row(
            Heading(statement, "matched"),
            Sample(counts, self._coders, self.units),
            figure,
            partial(f1_form, found, (counts.codes >= 0).sum(axis=0) > 1),
            [self._by(), *(self._in_words(share) for share in found.shares)],
            matches=found.shares,
        )

    def _by(self) -> str:
        return f"matched by {' and '.join(self.keys)}"

    def _in_words(self, share: MatchShare) -> str:
        """`ana and ben: 64 matched, 7 and 12 not (precision .90, recall .84, F1 .87)`."""
        pair = f"{self._coders[share.one]} and {self._coders[share.other]}"
        alone = f"{share.unmatched_one} and {share.unmatched_other} not"
        shares = (("precision", share.precision), ("recall", share.recall), ("F1", share.f1))
        figures = [f"{name} {value:.4f}" for name, value in shares if value is not None]
        told = ", ".join(figures) or share.reason
        return f"{pair}: {share.matched} matched, {alone} ({told})"

    def _on_matched(self, found: MatchedStatements, variable: Variable) -> Iterator[Row]:
        data = found.reliability(variable.id)
        units = [self.units[pair.unit] for pair in found.pairs]
        notes = [self._by(), f"{len(found.unmatched)} unmatched statements do not count"]
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
    """Whether a statement variable is a part of statements: coded by anybody, and no free text."""
    return variable.measurement is not Measurement.TEXT and variable.id in coded.versions


def f1_form(found: MatchedStatements, paired: NDArray[np.bool_]) -> Additive:
    """F1 over all pairs of coders as a function of sums over units; `paired` marks those used."""
    features = np.zeros((len(paired), 2))
    np.add.at(features[:, 0], [pair.unit for pair in found.pairs], 2)
    np.add.at(features[:, 1], [one.unit for one in found.unmatched], 1)
    of_unit = np.full(len(paired), -1, np.int64)
    of_unit[paired] = np.arange(paired.sum())
    ones = np.ones(int(paired.sum()), np.int64)
    return Additive(features[paired], ones, of_unit, _f1, lowest=0.0)


def _f1(sums: Floats) -> Floats:
    value, both = np.full(len(sums), np.nan), sums.sum(axis=1)
    np.divide(sums[:, 0], both, out=value, where=both > 0)
    return value
