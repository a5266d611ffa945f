"""Values as they stand in the cells of a table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from annotator.exporters.job import Report, Values
from annotator.model.codebook import Codebook, Variable
from annotator.model.coding import SEPARATOR, State
from annotator.model.moment import utc
from annotator.model.typed import NUMBERS

Cell = str | int | float | None
"""None is an empty cell: *not coded*. A yes or no is 1 or 0."""

SPECIAL_LABELS: Mapping[str, str] = {
    State.NOT_APPLICABLE: "Not applicable",
    State.CANNOT_TELL: "Cannot tell",
}

_SECONDS = tuple(f":{second:02}Z" for second in range(60))


class Cells:
    """Looks up what stands for a value: worked out once per code, not once per coding."""

    def __init__(self, codebook: Codebook, values: Values, report: Report) -> None:
        self._variables = codebook.by_id
        self._values = values
        self._report = report
        self._codes = {
            (variable.id, path[-1].id): (as_number(path[-1].value), path[-1].label)
            for variable in codebook.variables
            for path in variable.paths.values()
        }

    def number_and_label(self, variable: str, value: str, state: str) -> tuple[Cell, Cell]:
        """The number and the label that stand for a value; None where it has none."""
        if state != State.CODED:
            return None, SPECIAL_LABELS[state]
        found = self._codes.get((variable, value))
        return found if found else self._of_several_or_typed(variable, value)

    def _of_several_or_typed(self, variable: str, value: str) -> tuple[Cell, Cell]:
        known = self._variables.get(variable)
        if known is None:
            return None, None
        if known.is_typed:
            return (typed_number(value) if known.measurement in NUMBERS else None), None
        pairs = [self._codes.get((variable, one), (None, one)) for one in value.split(SEPARATOR)]
        numbers = [str(number) for number, _ in pairs if number is not None]
        labels = SEPARATOR.join(label for _, label in pairs)
        # a shorter list of numbers would no longer say which code each belongs to
        return (SEPARATOR.join(numbers) if len(numbers) == len(pairs) else None), labels

    def wide(self, variable: Variable, value: str, state: str) -> Cell:
        """What stands in the column of the variable itself."""
        if state != State.CODED:
            return state
        if variable.is_typed:
            return typed_number(value) if variable.measurement in NUMBERS else value
        if self._values is Values.ID:
            return value
        number, label = self.number_and_label(variable.id, value, state)
        if self._values is Values.LABEL:
            return label
        return self._numbered(variable, value, number)

    def _numbered(self, variable: Variable, value: str, number: Cell) -> Cell:
        """A code without a number stays a code: an empty cell would read as *not coded*."""
        if number is not None:
            return number
        note = f"values of {variable.id} have no number in the codebook and stand as their code"
        self._report.notes[note] += 1
        return value


def as_number(value: float | None) -> int | float | None:
    """A code's number without a decimal part that says nothing: 1, not 1.0."""
    return int(value) if value is not None and value.is_integer() else value


def typed_number(text: str) -> int | float | str:
    """A typed number; it stays text where a float would lose digits of it."""
    try:
        number = float(text) if "." in text else int(text)
    except ValueError:
        return text
    return number if str(number) == text else text


_EXACT = 2**53  # beyond it a float does not hold every whole number


def has_too_many_digits(cell: Cell) -> bool:
    """Whether a typed number would lose digits as a float, which is all that some formats have."""
    return isinstance(cell, str) or (isinstance(cell, int) and abs(cell) > _EXACT)


# The start of 1900 and the end of 9999: a clock may be set to anything.
_FIRST, _LAST = -2_208_988_800_000, 253_402_300_799_999


@lru_cache(maxsize=4096)
def _minute(minutes: int) -> str:
    return utc(minutes * 60_000).strftime("%Y-%m-%dT%H:%M")


def iso_time(milliseconds: int) -> str:
    """Milliseconds since 1970 as `2019-03-05T14:03:22Z`, within the years 1900 to 9999."""
    if not _FIRST <= milliseconds <= _LAST:
        milliseconds = _FIRST if milliseconds < _FIRST else _LAST
    return _minute(milliseconds // 60_000) + _SECONDS[milliseconds // 1000 % 60]
