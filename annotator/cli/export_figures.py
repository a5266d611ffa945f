"""The agreement figures that go out with the data, and the matrices they are computed from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from annotator.cli import agree_intervals

if TYPE_CHECKING:
    from annotator.exporters.job import Figure, Matrix
    from annotator.reports.reliability import Reliability
    from annotator.reports.row import Row
    from annotator.study import Study

_INTERVALS: dict[str, Any] = {
    "ci": "bootstrap", "clusters": None, "replicates": None, "seed": None, "fail_under": None,
}  # fmt: skip


class Agreement:
    """Agreement of the coders in every round that is exported; worked out when first asked for."""

    def __init__(self, study: Study, coders: Sequence[str] | None, round: str | None) -> None:
        self._study, self._coders = study, coders
        left_out = study.rounds_without_figures()
        self._rounds = [r for r in ([round] if round else study.rounds()) if r not in left_out]

    @cached_property
    def _rows(self) -> dict[str, list[Row]]:
        from annotator.reports.written.report import report_rows

        return {round: report_rows(self._reliability(round)) for round in self._rounds}

    def _reliability(self, round: str) -> Reliability:
        return self._study.reliability(coders=self._coders, round=round)

    def figures(self) -> Sequence[Figure]:
        """A line for each coefficient, with its interval (single codes have none)."""
        return self._figures

    @cached_property
    def _figures(self) -> list[Figure]:
        return [line for round, rows in self._rows.items() for line in self._lines(round, rows)]

    def _lines(self, round: str, rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
        from annotator.reports.figures import COLUMNS, as_lines

        told = [row for row in rows if row.heading.view != "presence"]
        made = iter(agree_intervals.with_intervals(told, _INTERVALS, self._study.codebook))
        shown = [row if row.heading.view == "presence" else next(made) for row in rows]
        for line in as_lines(shown):
            yield {"round": round, **dict(zip(COLUMNS, line, strict=True))}

    def matrices(self) -> Sequence[Matrix]:
        """What the figures about single values and sets rest on; not those along a tree."""
        return [
            _matrix(round, row)
            for round, rows in self._rows.items()
            for row in rows
            if row.level_of_values in ("sets", row.heading.level) and _is_of_units(row)
        ]


def _is_of_units(row: Row) -> bool:
    """Matched statements are pairs of two coders' statements, no units that a table could name."""
    from annotator.reports.row import MATCHED

    sample = row.sample
    is_named = len(sample.units) == sample.data.codes.shape[1]
    return is_named and row.heading.view not in MATCHED and row.n_coders > 1


def _matrix(round: str, row: Row) -> Matrix:
    from annotator.exporters.job import Matrix

    heading, sample = row.heading, row.sample
    values = [*sample.data.values, None]  # a code of -1 is missing
    return Matrix(
        round, heading.variable, heading.view, heading.code, row.level_of_values, heading.depth,
        tuple(sample.coders), sample.units,
        [[values[code] for code in unit] for unit in sample.data.codes.T.tolist()],
        {coefficient.name: coefficient.value for coefficient in row.coefficients},
    )  # fmt: skip
