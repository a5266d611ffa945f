"""Which codes stand for an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from annotator.exporters.job import Report
from annotator.model.codebook import Codebook
from annotator.model.coding import SEPARATOR, CodingRow, State
from annotator.refi.guids import code_guid

_VERSIONS = "codings were made under another version of the codebook, which is not carried"


class CodedWith(NamedTuple):
    """A code that an answer is coded with; `typed` is what was typed where there are no codes."""

    coding: CodingRow
    code: str
    guid: str
    typed: str = ""


class Answers:
    """Finds the codes; counts in the report what the codebook no longer has."""

    def __init__(self, codebook: Codebook, report: Report) -> None:
        self._codebook = codebook
        self._report = report
        self._rank = {variable.id: rank for rank, variable in enumerate(codebook.variables)}

    def of(self, codings: Iterable[CodingRow]) -> Iterator[CodedWith]:
        """The codes for some codings, in the order of the codebook."""
        last = len(self._rank)
        for coding in sorted(codings, key=lambda one: self._rank.get(one.variable, last)):
            yield from self._codes(coding)

    def _codes(self, coding: CodingRow) -> Iterator[CodedWith]:
        variable = self._codebook.by_id.get(coding.variable)
        if coding.codebook != self._codebook.version:
            self._report.notes[_VERSIONS] += 1
        if variable is None:
            self._lost(f"codings of {coding.variable}, which the codebook no longer has")
        elif coding.state != State.CODED:
            yield self._with(coding, coding.state)
        elif variable.is_typed:
            yield self._with(coding, "", coding.value)
        else:
            for value in coding.value.split(SEPARATOR):
                if variable.code(value) is None:
                    self._lost(f"codings of {variable.id} with a code that it no longer has")
                else:
                    yield self._with(coding, value)

    def _with(self, coding: CodingRow, code: str, typed: str = "") -> CodedWith:
        found = code_guid(self._codebook.id, coding.variable, code)
        return CodedWith(coding, code, found, typed)

    def _lost(self, reason: str) -> None:
        self._report.left_out[reason] += 1
