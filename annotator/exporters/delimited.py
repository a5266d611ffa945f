"""Delimited text as in RFC 4180, UTF-8, with `\\n` as line end, which every reader takes.

Nothing is altered unless `neutralize` asks for it: control characters, newlines and formulas
are data. A cell of None is empty.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from typing import TextIO

from annotator.exporters.cells import Cell
from annotator.exporters.columns import Column, Type
from annotator.exporters.job import Choice
from annotator.exporters.rows import Row, Rows

_BYTE_ORDER_MARK = "\ufeff"
_CARRIAGE_RETURN = "\r"
# A spreadsheet takes these for a formula. Apostrophes before them count as well, so that taking
# one off again always gives back what was there.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?", re.ASCII)


class _Lines(list[str]):
    """A file for csv.writer, which writes one line at a time."""

    write = list.append

    def take(self) -> list[str]:
        taken = self.copy()
        self.clear()
        return taken


class DelimitedWriter:
    """Writes rows to a stream and counts them; the header is written at once."""

    def __init__(self, stream: TextIO, columns: Sequence[Column], choice: Choice) -> None:
        self.count = 0
        self._stream = stream
        self._choice = choice
        self._lines = _Lines()
        self._who: dict[Row, str] = {}
        self._where: Row = ()
        self._where_text = ""
        form = csv.writer(self._lines, delimiter=choice.delimiter, lineterminator="\n")
        self._encode = form.writerows
        self._quoting = csv.writer(
            stream, delimiter=choice.delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL
        )
        self._numbers = () if choice.decimal == "." else _places(columns, Type.NUMBER)
        stream.write(_BYTE_ORDER_MARK if choice.bom else "")
        self._put(Rows((), (), [tuple(column.name for column in columns)]))

    def write(self, rows: Rows) -> None:
        """Write the rows of one coded unit."""
        self.count += len(rows.rests)
        if self._numbers or self._choice.neutralize:
            rows = Rows((), (), [self._altered(row) for row in rows.whole()])
        self._put(rows)

    def _put(self, rows: Rows) -> None:
        """Up to Python 3.12 csv.writer leaves a carriage return bare: such rows are quoted here."""
        start = self._start(rows.who, rows.where)
        self._encode(rows.rests)
        lines = self._lines.take()
        text = start + start.join(lines) if lines else ""
        if _CARRIAGE_RETURN in text:
            self._quoting.writerows(rows.whole())
        else:
            self._stream.write(text)

    def _start(self, who: Row, where: Row) -> str:
        """What all lines begin with, encoded once for those who coded the same paragraph."""
        if who not in self._who:
            self._who[who] = self._encoded(who)
        if where is not self._where:
            self._where, self._where_text = where, self._encoded(where)
        return self._who[who] + self._where_text

    def _encoded(self, cells: Row) -> str:
        """The cells with a delimiter behind each."""
        if not cells:
            return ""
        self._encode([cells])
        return self._lines.take()[0][:-1] + self._choice.delimiter

    def _altered(self, row: Row) -> Row:
        cells = list(row)
        for place in self._numbers:
            cells[place] = _with_decimal(cells[place], self._choice.decimal)
        return tuple(map(neutralized, cells)) if self._choice.neutralize else tuple(cells)


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
