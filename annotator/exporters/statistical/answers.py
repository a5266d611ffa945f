"""The columns of one variable: its numbers with labels, and 0/1 for each code of a selection."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from annotator.exporters.cells import Cell, has_too_many_digits
from annotator.exporters.cut import cut_label
from annotator.exporters.job import Report
from annotator.exporters.statistical.column import (
    SPECIAL,
    AnyColumn,
    Measure,
    NumberColumn,
    Special,
    TextColumn,
)
from annotator.exporters.statistical.dialect import Dialect
from annotator.exporters.statistical.names import Names
from annotator.exporters.statistical.numbers import Number, numbered_further, numbering
from annotator.exporters.statistical.repeated import Repeated, repeated
from annotator.model.codebook import Measurement, Variable
from annotator.model.coding import SEPARATOR
from annotator.model.typed import NUMBERS

_MEASURES = {
    Measurement.ORDINAL: Measure.ORDINAL,
    Measurement.INTERVAL: Measure.SCALE,
    Measurement.RATIO: Measure.SCALE,
    Measurement.DATE: Measure.SCALE,
}
_EPOCH = date(1970, 1, 1)
_PATH = " > "
_SELECTED: Mapping[Number, str] = {0: "not selected", 1: "selected"}

Meaning = Number | Special
"""What a cell stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The cells of a variable's column (ids of codes), on their way to a statistics package.

    `name` is the column's name there, `names` hands out further ones. `asked` says for each row
    whether the variable could be answered.
    """

    variable: Variable
    name: str
    cells: Sequence[Cell]
    asked: Sequence[bool]
    names: Names
    dialect: Dialect
    report: Report

    def columns(self) -> Iterator[AnyColumn]:
        """The column of the variable; after a selection, one for each code."""
        variable = self.variable
        if variable.multiple:
            yield self._texts()
            yield from self._selections()
        elif not variable.is_typed:
            yield self._coded()
        elif variable.measurement in NUMBERS or variable.measurement is Measurement.DATE:
            yield self._typed()
        else:
            yield self._texts()

    def _note(self, what: str, count: int) -> None:
        if count:
            self.report.notes[what] += count

    def _label(self, label: str, most: int) -> str:
        fits = cut_label(label, most)
        self._note(f"labels of {self.variable.id} are cut at {most} bytes", fits != label)
        return fits

    def _own_label(self) -> str:
        return self._label(self.variable.label, self.dialect.longest_label)

    def _full(self, code: str) -> str:
        """The label of a code; in a tree, with all above it. One that is gone has its id."""
        return _PATH.join(part.label for part in self.variable.paths.get(code, ())) or code

    def _texts(self) -> TextColumn:
        return TextColumn(self.name, self._own_label(), texts_of(self.cells))

    def _looked_up(self, meaning: Mapping[Cell, Meaning]) -> list[Meaning | None]:
        """What each cell stands for: empty is *not coded* where the variable was asked."""
        empty = (None, Special.NOT_CODED)
        return [
            meaning[cell] if cell is not None else empty[is_asked]
            for cell, is_asked in zip(self.cells, self.asked, strict=True)
        ]

    def _coded(self) -> NumberColumn:
        numbers = self._numbers()
        most = self.dialect.longest_value_label
        labels = {number: self._label(self._full(code), most) for code, number in numbers.items()}
        known = (SPECIAL, numbers)
        meaning: dict[Cell, Meaning] = {k: v for group in known for k, v in group.items()}
        measure = _MEASURES.get(self.variable.measurement, Measure.NOMINAL)
        cells = self._looked_up(meaning)
        return NumberColumn(self.name, self._own_label(), cells, measure, labels, is_answer=True)

    def _numbers(self) -> dict[str, Number]:
        known = self.variable.id
        numbers, own = numbering(self.variable, whole=self.dialect.whole_labels)
        gone = {str(cell) for cell in self.cells if cell is not None} - {*numbers, *SPECIAL}
        self._note(f"codes of {known} are no longer in the codebook and have no label", len(gone))
        if not own:
            self._note(f"codes of {known} are counted from 1: their numbers do not fit here",
                       len(numbers))  # fmt: skip
        return {**numbers, **numbered_further(numbers, gone)}

    def _selections(self) -> Iterator[NumberColumn]:
        """A column of 0 and 1 for each code."""
        chosen = {cell: frozenset(str(cell).split(SEPARATOR)) for cell in set(self.cells) if cell}
        known = list(self.variable.paths)
        known += sorted(frozenset[str]().union(*chosen.values()) - {*known, *SPECIAL})
        for code in known:
            full = f"{self.variable.label}: {self._full(code)}"
            meaning: dict[Cell, Meaning] = {
                cell: SPECIAL.get(str(cell), int(code in codes)) for cell, codes in chosen.items()
            }
            name = self.names.of(f"{self.variable.id}_{code}", is_known=False)
            label = self._label(full, self.dialect.longest_label)
            cells = self._looked_up(meaning)
            yield NumberColumn(name, label, cells, Measure.NOMINAL, _SELECTED, is_answer=True)

    def _typed(self) -> NumberColumn:
        variable = self.variable
        is_date = variable.measurement is Measurement.DATE
        read = {cell: _number(cell, is_date) for cell in set(self.cells) if cell is not None}
        lost = {cell for cell, number in read.items() if number is None}
        told = set(read) - lost - set(SPECIAL)
        rounded = set() if is_date else set(filter(has_too_many_digits, told))
        self._note(f"values of {variable.id} cannot be read as such and are missing", len(lost))
        self._note(f"values of {variable.id} have more digits than fit, and are rounded",
                   len(rounded))  # fmt: skip
        meaning: dict[Cell, Meaning] = {
            cell: Special.NOT_CODED if number is None else number for cell, number in read.items()
        }
        return NumberColumn(
            self.name, self._own_label(), self._looked_up(meaning),
            _MEASURES.get(variable.measurement, Measure.NOMINAL),
            is_answer=True, is_date=is_date, minimum=variable.minimum, maximum=variable.maximum,
        )  # fmt: skip


def texts_of(cells: Sequence[Cell]) -> Repeated[str]:
    """The cells as texts, an empty one as ""."""
    return repeated(cells).mapped(lambda cell: "" if cell is None else str(cell))


def _number(cell: Cell, is_date: bool) -> Meaning | None:
    if isinstance(cell, int | float):
        return cell
    text = str(cell)
    if text in SPECIAL:
        return SPECIAL[text]
    try:
        return (date.fromisoformat(text) - _EPOCH).days if is_date else float(text)
    except ValueError:
        return None
