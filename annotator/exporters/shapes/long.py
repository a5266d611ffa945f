"""One row for each coding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Generic

from annotator.exporters.cells import Cells, iso_time
from annotator.exporters.coded import CodedUnit, torn
from annotator.exporters.job import Choice, Report
from annotator.exporters.parts import MakePart, Part, Rows
from annotator.exporters.shapes.start import Start
from annotator.model.codebook import Codebook
from annotator.model.coding import CodingRow

_RECURRING = 4096  # answers, memos, seconds: most recur within an article


class Long(Generic[Part]):
    """One row for each coding, of parts that most rows share with others."""

    def __init__(
        self, codebook: Codebook, choice: Choice, report: Report, parts: Sequence[MakePart[Part]]
    ) -> None:
        *start, number, answer, marks, version, time = parts
        self._start = Start(choice, start)
        self._cells = Cells(codebook, choice.values, report)
        self._rank = {variable.id: rank for rank, variable in enumerate(codebook.variables)}
        self._number = lru_cache(number)
        self._answer = lru_cache(_RECURRING)(self._answers(answer))
        self._marks = lru_cache(_RECURRING)(_marks(marks))
        self._version = lru_cache(version)
        self._second = lru_cache(_RECURRING)(lambda second: time((iso_time(second * 1000),)))

    def __call__(self, unit: CodedUnit) -> Rows[Part]:
        """By statement, then in the order of the codebook. Raises StudyDamaged."""
        answer, under, second = self._answer, self._version, self._second
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
                    + under((after, version)) + second(at // 1000)
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
