"""Tables as text: a row is a line, made of parts that are text already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TextIO

from annotator.exporters.columns import Column
from annotator.exporters.parts import MakePart, Row, Rows


class LineForm(Protocol):
    """How rows are written as lines."""

    separator: str
    opening: str
    closing: str

    def header(self, columns: Sequence[Column]) -> str:
        """What stands before the first row."""

    def part(self, columns: Sequence[Column]) -> MakePart[str]:
        """Gives what encodes cells of these columns, with the separator before each."""


class LineWriter:
    """Writes rows to a stream and counts them; the header is written at once."""

    def __init__(self, stream: TextIO, columns: Sequence[Column], form: LineForm) -> None:
        self.count = 0
        self._stream = stream
        self._part = form.part(columns)
        self._skipped = len(form.separator)  # nothing stands before the first cell
        self._opening, self._closing = form.opening, form.closing
        stream.write(form.header(columns))

    def write(self, rows: Rows[str]) -> None:
        """Write the rows of one coded unit."""
        if not rows.rests:
            return
        self.count += len(rows.rests)
        start = self._opening + rows.start[self._skipped :]
        self._stream.write(start + (self._closing + start).join(rows.rests) + self._closing)

    def write_cells(self, row: Row) -> None:
        """Write one row of cells."""
        self.write(Rows(self._part(row), [""]))
