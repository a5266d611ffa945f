"""A table that is written and counted: rows, and how often each value of a variable occurs."""

from __future__ import annotations

from collections import Counter

from annotator.exporters.coded import CodedUnit
from annotator.exporters.delimited import Delimited
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice
from annotator.exporters.lines import LineWriter
from annotator.exporters.parts import Row
from annotator.exporters.rows import Table
from annotator.model.coding import SEPARATOR, SPECIAL_STATES


class CountedTable:
    """Writes the rows of a table; `frequencies` are by column name and value as written."""

    def __init__(self, table: Table[Row], choice: Choice, to: Destination) -> None:
        self.table = table
        self.file = f"{table.shape}.csv"
        self.frequencies: dict[str, Counter[str]] = {}
        self._out = LineWriter(to.open(self.file), table.columns, Delimited(choice))
        self._coded = []
        for place, column in enumerate(table.columns):
            if column.variable is not None:
                self.frequencies[column.name] = Counter()
                self._coded.append((place, column.name, column.variable))

    @property
    def count(self) -> int:
        """How many rows were written."""
        return self._out.count

    def write(self, unit: CodedUnit) -> None:
        """Write and count the rows of a unit."""
        for row in self.table.rows(unit).whole():
            self._out.write_cells(row)
            for place, name, variable in self._coded:
                cell = row[place]
                if cell is None or (variable.is_typed and cell not in SPECIAL_STATES):
                    continue
                values = str(cell).split(SEPARATOR) if variable.multiple else [str(cell)]
                self.frequencies[name].update(values)
