"""One sheet of a workbook; a table with more rows than a sheet can hold goes on in the next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from annotator.exporters.cells import Cell, has_too_many_digits
from annotator.exporters.cut import Cuts, cut_utf16

MOST_ROWS = 1_048_576
"""Rows of a sheet, the header among them."""

MOST_CHARACTERS = 32_767
"""Characters of a cell, counted in UTF-16 units as Excel counts them."""


class Sheet:
    """Writes rows below a header and counts them."""

    def __init__(self, book: Any, name: str, columns: Sequence[str], cuts: Cuts) -> None:
        self.name = name
        self.count = 0
        self._book, self._columns, self._cuts = book, columns, cuts
        self._n_sheets = 0
        self._begin()

    def _begin(self) -> None:
        self._n_sheets += 1
        self._title = self.name if self._n_sheets == 1 else f"{self.name} {self._n_sheets}"
        self._page = self._book.add_worksheet(self._title)
        self._page.freeze_panes(1, 0)
        self._next = 0
        self._put(self._columns)

    def write(self, rows: Iterable[Sequence[Cell]]) -> None:
        """Write the rows."""
        for row in rows:
            if self._next == MOST_ROWS:
                self._begin()
            self._put(row)
            self.count += 1

    def _put(self, row: Sequence[Cell]) -> None:
        place, text, number = self._next, self._page.write_string, self._page.write_number
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                is_long = 2 * len(cell) > MOST_CHARACTERS
                text(place, column, self._fitting(cell, column) if is_long else cell)
            elif has_too_many_digits(cell):
                text(place, column, str(cell))
            elif cell is not None:
                number(place, column, cell)
        self._next += 1

    def _fitting(self, text: str, column: int) -> str:
        fits = cut_utf16(text, MOST_CHARACTERS)
        if fits is not text:
            self._cuts.add(f"{self._title}!{_letters(column)}{self._next + 1}")
        return fits


def _letters(column: int) -> str:
    """The name of a column: A for 0, AA for 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
