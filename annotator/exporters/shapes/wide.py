"""Rows with one column for each variable: of statements, and of paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic

from annotator.exporters.cells import Cell, Cells, iso_time
from annotator.exporters.coded import CodedUnit, torn
from annotator.exporters.columns import LEVELS, variables
from annotator.exporters.job import Choice, Report, Shape
from annotator.exporters.parts import MakePart, Part, Row, Rows
from annotator.exporters.shapes.start import Start
from annotator.model.codebook import Codebook
from annotator.model.coding import SEPARATOR, CodingRow


class _Wide(Generic[Part]):
    """What the two shapes share that have one column for each variable."""

    shape: Shape

    def __init__(
        self, codebook: Codebook, choice: Choice, report: Report, parts: Sequence[MakePart[Part]]
    ) -> None:
        *start, self._rest = parts
        self._start = Start(choice, start)
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


class Statements(_Wide[Part]):
    """One row for each statement; one without a number for a finished paragraph that has none."""

    shape = Shape.STATEMENTS

    def __call__(self, unit: CodedUnit) -> Rows[Part]:
        """In the order of their making. Raises StudyDamaged for codings of no statement."""
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


class Paragraphs(_Wide[Part]):
    """One row for each unit that a coder left anything on."""

    shape = Shape.PARAGRAPHS

    def __call__(self, unit: CodedUnit) -> Rows[Part]:
        """The one row."""
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
