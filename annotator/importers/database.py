"""The tables of a foreign database as importers see them; the command opens the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from annotator.errors import CodingsError
from annotator.model.problem import Problem

Value = str | int | float | bytes | None


class Database(Protocol):
    """Tables by name, whatever the case of the letters."""

    name: str

    def columns(self, table: str) -> frozenset[str]:
        """The columns of a table in small letters; none where there is no such table."""

    def rows(self, table: str, *columns: str) -> Iterator[tuple[Value, ...]]:
        """The rows of a table; a column that is not there is None."""


class Reader:
    """Rows of a database with the types that its program would have written."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.name = database.name

    def has(self, table: str, *columns: str) -> bool:
        """Whether there is such a table, with these columns."""
        there = self._database.columns(table)
        return bool(there) and {column.casefold() for column in columns} <= there

    def need(self, table: str, *columns: str) -> None:
        """Raise CodingsError unless there is such a table with these columns."""
        if not self.has(table, *columns):
            what = f"has no table {table} with {', '.join(columns)}: a version that is not known"
            raise self.refusal(what)

    def texts(self, table: str, *columns: str) -> Iterator[tuple[str, ...]]:
        """Rows as texts; what is missing is "". Raises CodingsError for bytes."""
        for row in self._database.rows(table, *columns):
            yield tuple(self._text(value, table) for value in row)

    def pairs(self, table: str, key: str, value: str) -> dict[str, str]:
        """Two columns as a mapping; of rows with the same key the last."""
        return {row[0]: row[1] for row in self.texts(table, key, value)}

    def count(self, table: str) -> int:
        """How many rows a table has; 0 where there is no such table."""
        return sum(1 for _ in self._database.rows(table))

    def _text(self, value: Value, table: str) -> str:
        if isinstance(value, bytes):
            raise self.refusal(f"holds bytes in {table} where a text or a number belongs")
        if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
            value = int(value)
        return "" if value is None else str(value)

    def refusal(self, what: str, hint: str = "") -> CodingsError:
        """The error that says one thing about the file."""
        return CodingsError(f"{self.name} cannot be read.", [Problem(what, self.name, hint=hint)])
