"""Delimited text as in RFC 4180, UTF-8, with `\\n` as line end, which every reader takes.

Nothing is altered unless `neutralize` asks for it: control characters, newlines and formulas
are data. A cell of None is empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.exporters.cells import Cell
from annotator.exporters.columns import Column, Type
from annotator.exporters.job import Choice
from annotator.exporters.parts import MakePart, Row

_BYTE_ORDER_MARK = "\ufeff"
_QUOTE = '"'
# A spreadsheet takes these for a formula. Apostrophes before them count as well, so that taking
# one off again always gives back what was there.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?", re.ASCII)


class Delimited:
    """Rows as lines of delimited text, as the choice wants it."""

    opening = ""
    closing = "\n"

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self.separator = choice.delimiter

    def header(self, columns: Sequence[Column]) -> str:
        """The names of the columns, after the byte-order mark if there is one."""
        names = self.part(())(tuple(column.name for column in columns))
        return (_BYTE_ORDER_MARK if self._choice.bom else "") + names[1:] + self.closing

    def part(self, columns: Sequence[Column]) -> MakePart[str]:
        """Gives what encodes cells of these columns."""
        return _Encoder(columns, self._choice)


class _Encoder:
    """Encodes some cells of a row, with the delimiter before each."""

    def __init__(self, columns: Sequence[Column], choice: Choice) -> None:
        self._delimiter = choice.delimiter
        self._neutralize = choice.neutralize
        self._decimal = choice.decimal
        self._numbers = () if choice.decimal == "." else _places(columns, Type.NUMBER)

    def __call__(self, cells: Row) -> str:
        if self._numbers or self._neutralize:
            cells = self._altered(cells)
        return self._delimiter + self._delimiter.join(map(self._encoded, cells))

    def _encoded(self, cell: Cell) -> str:
        if cell is None:
            return ""
        text = str(cell)
        if _QUOTE in text or self._delimiter in text or "\n" in text or "\r" in text:
            return _QUOTE + text.replace(_QUOTE, _QUOTE + _QUOTE) + _QUOTE
        return text

    def _altered(self, row: Row) -> Row:
        cells = list(row)
        for place in self._numbers:
            cells[place] = _with_decimal(cells[place], self._decimal)
        return tuple(map(neutralized, cells)) if self._neutralize else tuple(cells)


def neutralized(cell: Cell) -> Cell:
    """The cell with `'` before what a spreadsheet would run; numbers stay numbers. Reversible."""
    if not isinstance(cell, str) or _NUMBER.fullmatch(cell) or not _FORMULA.match(cell):
        return cell
    return "'" + cell


def _with_decimal(cell: Cell, decimal: str) -> Cell:
    if isinstance(cell, float) or (isinstance(cell, str) and _NUMBER.fullmatch(cell)):
        return str(cell).replace(".", decimal)
    return cell


def _places(columns: Sequence[Column], wanted: Type) -> tuple[int, ...]:
    return tuple(place for place, column in enumerate(columns) if column.type is wanted)
