"""Cells as answers to a variable."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from annotator.importers.places import Fault
from annotator.model.codebook import Codebook, Variable
from annotator.model.coding import SEPARATOR, Answer, State
from annotator.model.questionnaire import fault
from annotator.model.typed import NUMBERS, Refused, read_typed

_SPECIAL = {str(state): Answer(state=state) for state in State if state is not State.CODED}


class Values:
    """Reads cells; what it was asked before it knows, since codes repeat."""

    def __init__(self, codebook: Codebook, decimal: str) -> None:
        self._codebook = codebook
        self._decimal = decimal
        self._known: dict[tuple[str, str], Answer | Fault] = {}

    def read(self, variable: str, cell: str) -> Answer | Fault:
        """The answer that a cell, which is not empty, gives to a variable."""
        found = self._known.get((variable, cell))
        if found is None:
            found = self._known[variable, cell] = self._read(self._codebook.by_id[variable], cell)
        return found

    def _read(self, variable: Variable, cell: str) -> Answer | Fault:
        answer = _special_or_coded(variable, cell.strip(), self._decimal)
        if isinstance(answer, Fault):
            return answer
        if variable.multiple and answer.values and len(answer.values) < variable.min_select:
            return Fault(f"{variable.id} takes at least {variable.min_select} codes")
        reason = fault(self._codebook, variable.id, answer)
        return Fault(reason.rstrip(".")) if reason else answer


def retired_codes(variable: Variable, answer: Answer) -> Iterator[str]:
    """What is to be said of codes that are no longer used."""
    for value in answer.values:
        code = variable.code(value)
        if code is not None and code.deprecated:
            now = f"; it is now {code.merged_into}" if code.merged_into else ""
            yield f"code {value} of {variable.id} is no longer used{now}"


def _special_or_coded(variable: Variable, cell: str, decimal: str) -> Answer | Fault:
    if cell in _SPECIAL:
        return _SPECIAL[cell]
    if variable.is_typed:
        return _typed(variable, cell, decimal)
    parts = cell.split(SEPARATOR) if variable.multiple else [cell]
    codes = tuple(part.strip() for part in parts)
    for code in codes:
        if variable.code(code) is None:
            return Fault(f'{variable.id} has no code "{code}"', _nearest(variable, code))
    return Answer(codes)


def _typed(variable: Variable, cell: str, decimal: str) -> Answer | Fault:
    if decimal != "." and variable.measurement in NUMBERS:
        cell = cell.replace(decimal, ".")
    value = read_typed(variable, cell)
    if isinstance(value, Refused):
        return Fault(f"{variable.id}: {value.reason.rstrip('.')}")
    return Answer.of(value)


def _nearest(variable: Variable, typed: str) -> str:
    if SEPARATOR in typed:
        return f"{variable.id} takes one code"
    labels = {path[-1].label.casefold(): code for code, path in variable.paths.items()}
    if typed.casefold() in labels:
        return f'that is a label; its code is "{labels[typed.casefold()]}"'
    near = get_close_matches(typed, variable.paths, n=1)
    return f'did you mean "{near[0]}"?' if near else ""
