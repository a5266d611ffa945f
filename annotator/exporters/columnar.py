"""Rows turned into columns, for formats that store columns."""

from __future__ import annotations

from annotator.exporters.cells import Cell
from annotator.exporters.parts import Row, Rows


class Columnar:
    """Collects rows as one list of cells for each column."""

    def __init__(self, n_columns: int) -> None:
        self.count = 0
        self._columns: list[list[Cell]] = [[] for _ in range(n_columns)]

    def add(self, rows: Rows[Row]) -> None:
        """Append the rows of one coded unit."""
        n_rows, n_shared = len(rows.rests), len(rows.start)
        self.count += n_rows
        for column, cell in zip(self._columns, rows.start, strict=False):
            column.extend([cell] * n_rows)
        for column, cells in zip(
            self._columns[n_shared:], zip(*rows.rests, strict=True), strict=False
        ):
            column.extend(cells)

    def take(self) -> list[list[Cell]]:
        """The columns so far; collecting begins anew."""
        taken, self._columns = self._columns, [[] for _ in self._columns]
        self.count = 0
        return taken
