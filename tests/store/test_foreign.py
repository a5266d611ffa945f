"""Databases of other programs: only tables are read, nothing of the file is run or written."""

import random
import sqlite3
from pathlib import Path

import pytest

from annotator.errors import CodingsError
from annotator.store.foreign import ForeignDatabase, opened


def make(path: Path, script: str) -> Path:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()
    return path


def refused(path: Path) -> str:
    with pytest.raises(CodingsError) as error, opened(path) as found:
        every(found)
    (problem,) = error.value.problems
    return str(problem)


def every(found: ForeignDatabase) -> list[tuple[object, ...]]:
    return list(found.rows("a", "x", "y"))


def test_tables_are_read_by_name_whatever_the_case(tmp_path: Path) -> None:
    path = make(tmp_path / "it's a ?#%.db", 'CREATE TABLE "A b" (X, "y ""z"); '
                "INSERT INTO \"A b\" VALUES (1, 'two'), (NULL, x'00');")  # fmt: skip
    with opened(path) as found:
        assert found.columns("a B") == {"x", 'y "z'}
        assert list(found.rows("A B", "x", 'Y "Z', "nothing")) == [
            (1, "two", None), (None, b"\0", None),
        ]  # fmt: skip
        assert list(found.rows("A B")) == [(None,), (None,)]
        assert list(found.rows("nowhere", "x")) == []


def test_nothing_is_written_beside_the_file(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", "PRAGMA journal_mode = WAL; CREATE TABLE a (x, y);")
    before = path.read_bytes()
    with opened(path) as found:
        assert every(found) == []
    assert [one.name for one in tmp_path.iterdir()] == ["a.db"]
    assert path.read_bytes() == before


def test_views_virtual_tables_and_generated_columns_are_no_tables(tmp_path: Path) -> None:
    path = make(
        tmp_path / "a.db",
        "CREATE TABLE real (x, y AS (hex(x)));"
        "CREATE VIEW a AS SELECT x, load_extension('evil') AS y FROM real;"
        "CREATE VIRTUAL TABLE words USING fts5(x);",
    )
    with opened(path) as found:
        assert every(found) == []
        assert found.columns("real") == {"x"}
        assert list(found.rows("words", "x")) == []


def test_a_table_that_is_a_view_after_all_is_not_read(tmp_path: Path) -> None:
    """The schema is a table like others: whoever can edit it can make it lie."""
    path = make(
        tmp_path / "a.db",
        "CREATE TABLE real (x, y); INSERT INTO real VALUES (1, 2);"
        "CREATE VIEW a AS SELECT abs(x) AS x, y FROM real;"
        "PRAGMA writable_schema = ON;"
        "UPDATE sqlite_master SET type = 'table' WHERE name = 'a';",
    )
    assert "cannot be read" in refused(path) or "damaged" in refused(path)


def test_changes_that_are_not_saved_yet_are_not_passed_over(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", "CREATE TABLE a (x, y);")
    (tmp_path / "a.db-wal").write_bytes(b"x")
    assert "close the project in the program that made it" in refused(path)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 4096])
def test_what_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    if content:
        assert "no database" in refused(path)
    else:  # to SQLite an empty file is an empty database
        with opened(path) as found:
            assert every(found) == []


def test_truncated_and_mutated_files_are_refused_or_read(tmp_path: Path) -> None:
    path = make(tmp_path / "a.db", "CREATE TABLE a (x, y);")
    connection = sqlite3.connect(path)
    connection.executemany("INSERT INTO a VALUES (?, ?)", [(n, "é" * n) for n in range(300)])
    connection.commit()
    connection.close()
    whole, chance, told = path.read_bytes(), random.Random(5), []
    for _ in range(150):
        content = bytearray(whole[: chance.randrange(100, len(whole))] or whole)
        for _ in range(chance.randrange(4)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        path.write_bytes(content)
        try:
            with opened(path) as found:
                every(found)
        except CodingsError as error:
            told.append(str(error.problems[0]))
    assert max(map(len, told)) < 400
