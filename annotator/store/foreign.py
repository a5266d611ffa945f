"""SQLite files that other programs made: read, never written, never trusted.

The file is opened read-only and as one that nobody changes, so that nothing is created beside it.
What stands in its schema is not trusted: an authorizer lets through the reading of tables and
nothing else, so no view, trigger, function or virtual table of the file is ever run. Values have a
size cap, tables a row cap, and reading takes a bounded number of steps.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from annotator.errors import CodingsError
from annotator.model.problem import Problem

MAX_FILE = 4_000_000_000
MAX_VALUE = 100_000_000  # bytes of one value
MAX_ROWS = 5_000_000  # of one table

_STEPS = 10_000  # instructions of SQLite between two looks at how many there were
_MOST_STEPS = 100_000  # times that: some minutes of reading
_ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})

Value = str | int | float | bytes | None


class ForeignDatabase:
    """The tables of a file of another program, by name, whatever the case of the letters."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self.name = name
        self._connection = connection
        self._left = _MOST_STEPS
        self._tables = self._known_tables()
        connection.set_progress_handler(self._stop, _STEPS)
        connection.set_authorizer(_authorize)

    def _known_tables(self) -> dict[str, dict[str, str]]:
        listed = self._connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        )
        columns = "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0"  # 2, 3: generated
        return {
            table.casefold(): {
                name.casefold(): name for (name,) in self._connection.execute(columns, [table])
            }
            | {"": table}
            for (table,) in listed.fetchall()
        }

    def _stop(self) -> bool:
        self._left -= 1
        return self._left <= 0

    def columns(self, table: str) -> frozenset[str]:
        """The columns of a table, in small letters; none where there is no such table."""
        return frozenset(self._tables.get(table.casefold(), {})) - {""}

    def rows(self, table: str, *columns: str) -> Iterator[tuple[Value, ...]]:
        """The rows of a table in the order of the file.

        A column or table that the file does not have is empty. Raises CodingsError.
        """
        there = self._tables.get(table.casefold())
        if there is None:
            return
        chosen = ", ".join(
            _quoted(there[name.casefold()]) if name and name.casefold() in there else "NULL"
            for name in columns or ("",)
        )
        found = self._connection.execute(f"SELECT {chosen} FROM {_quoted(there[''])}")  # noqa: S608
        for number, row in enumerate(found, 1):
            if number > MAX_ROWS:
                raise refusal(self.name, f"has more than {MAX_ROWS:,} rows in {table}")
            yield row


def _authorize(action: int, _1: object, _2: object, _3: object, view: str | None) -> int:
    """Reading of tables only; `view` is the view or trigger on whose behalf something is read."""
    allowed = action in _ALLOWED and view is None
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def refusal(name: str, what: str, hint: str = "") -> CodingsError:
    """The error that says one thing about a file; `what` completes "the file ..."."""
    return CodingsError(f"{name} cannot be read.", [Problem(what, name, hint=hint)])


@contextmanager
def opened(path: Path) -> Iterator[ForeignDatabase]:
    """The database of another program. Raises CodingsError, also for what breaks while reading."""
    name = path.name
    if path.stat().st_size > MAX_FILE:
        raise refusal(name, f"is larger than {MAX_FILE // 1_000_000_000} GB")
    for ending, what in (("-wal", "has changes"), ("-journal", "was left with a change")):
        beside = Path(f"{path}{ending}")
        if beside.is_file() and beside.stat().st_size:
            hint = "close the project in the program that made it"
            raise refusal(name, f"{what} that are not saved in it yet ({beside.name})", hint)
    address = f"file:{quote(os.fsencode(path.resolve()))}?mode=ro&immutable=1"
    try:
        connection = sqlite3.connect(address, uri=True)
        try:
            _guard(connection)
            yield ForeignDatabase(connection, name)
        finally:
            connection.close()
    except (sqlite3.Error, UnicodeDecodeError) as error:  # also names of columns are text
        told = " ".join(str(error).split())[:200]
        raise refusal(name, f"is damaged, or no database that can be read: {told}") from error


def _guard(connection: sqlite3.Connection) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
