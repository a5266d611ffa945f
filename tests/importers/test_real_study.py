"""The real study: three codings of two op-eds come in, whole, once."""

from collections import Counter
from pathlib import Path

import pytest

from annotator.study import Study
from tests.cli.run import run
from tests.importers.real import real_study
from tests.shared import SHARED, needs_shared

STATEMENTS = {"a": 71, "b": 76, "c": 66}
pytestmark = needs_shared


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    study = real_study(tmp_path / "hanoi.db")
    for coder in STATEMENTS:
        assert run("import", SHARED / "study" / f"codings_{coder}.csv", study=study).exit_code == 0
    return study


def test_every_statement_and_paragraph_came_in(coded: Path) -> None:
    with Study.open(coded) as study:
        assert Counter(row.coder for row in study.statements()) == STATEMENTS
        finished = Counter(row.coder for row in study.units() if row.done)
        assert finished == dict.fromkeys(STATEMENTS, 38)


def test_importing_again_changes_nothing(coded: Path) -> None:
    with Study.open(coded) as study:
        before = study.history(limit=1_000)
    finished = run("import", SHARED / "study" / "codings_b.csv", study=coded)
    assert (finished.exit_code, finished.err) == (
        0, "Nothing new.\nIn the study already, the same: 38 units.\n",
    )  # fmt: skip
    with Study.open(coded) as study:
        assert study.history(limit=1_000) == before


def test_statement_memos_and_paragraph_memos_stand_where_they_belong(coded: Path) -> None:
    with Study.open(coded) as study:
        on_units = [row for row in study.units(coders=["a"]) if row.memo]
        on_statements = [row for row in study.statements(coders=["a"]) if row.memo]
    assert {row.paragraph for row in on_units} >= {1, 2, 4}
    assert len(on_statements) > 60


def test_out_and_in_again_gives_the_same_tables(coded: Path, tmp_path: Path) -> None:
    fresh = real_study(tmp_path / "fresh.db")
    assert run("export", "-o", tmp_path / "one", study=coded).exit_code == 0
    for shape in ("statements", "paragraphs"):
        brought = run("import", tmp_path / "one" / f"{shape}.csv", study=fresh)
        assert brought.exit_code == 0, brought.err
    assert run("export", "-o", tmp_path / "two", study=fresh).exit_code == 0
    for shape in ("long", "statements", "paragraphs"):
        assert without_time(tmp_path / "one" / f"{shape}.csv") == without_time(
            tmp_path / "two" / f"{shape}.csv"
        )


def test_the_long_table_alone_brings_every_coding_back(coded: Path, tmp_path: Path) -> None:
    fresh = real_study(tmp_path / "fresh.db")
    run("export", "-o", tmp_path / "long.csv", study=coded)
    assert run("import", tmp_path / "long.csv", study=fresh).exit_code == 0
    with Study.open(coded) as one, Study.open(fresh) as two:
        assert [contents(row) for row in one.codings()] == [contents(row) for row in two.codings()]
        assert len(list(one.units())) == len(list(two.units()))


def contents(row: tuple[object, ...]) -> tuple[object, ...]:
    """A coding without its time; statements have the same ids, since both were imported."""
    return (*row[:8], row[9])


def without_time(path: Path) -> list[str]:
    """Lines without the last column: when a coding was brought in is no part of it."""
    return [line.rpartition(",")[0] for line in path.read_text(encoding="utf-8").split("\n")]
