"""The schema of a study is ours, or the study is not opened: what others put into it may act."""

import sqlite3
from pathlib import Path

import pytest

from annotator.errors import StudyBusy, StudyDamaged
from annotator.ids import content_hash
from annotator.store import connection, tables
from annotator.study import Study
from tests.small import FIRST, make_study

EVIL_VIEW = "CREATE VIEW codings AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) {}"

DISGUISED = """CREATE TABLE mine (a); PRAGMA writable_schema = ON;
UPDATE sqlite_master SET sql =
  'CREATE TRIGGER mine INSERT ON event BEGIN DELETE FROM coding; END' WHERE name = 'mine'"""


def change(path: Path, script: str) -> None:
    raw = sqlite3.connect(path)
    raw.executescript(script)
    raw.close()


def test_a_change_of_the_schema_is_a_migration() -> None:
    """Studies are compared with these texts to the letter, comments included.

    If this fails: leave the texts of this version as they are, and write a migration.
    """
    pinned = {1: "e9a1f60fb085", 2: "8209064e4abe"}
    for version, digest in pinned.items():
        texts = "\n".join(tables.statements(version))
        assert content_hash(texts.encode()).startswith(digest), version


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (
            "CREATE TRIGGER evil AFTER INSERT ON event BEGIN DELETE FROM coding; END",
            'trigger "evil"',
        ),
        (
            "CREATE TABLE mine (a); CREATE TRIGGER x INSERT ON mine BEGIN SELECT 1; END",
            'trigger "x"',
        ),
        ("CREATE VIEW mine AS SELECT 1", 'view "mine"'),
        (f"DROP VIEW codings; {EVIL_VIEW.format('SELECT x FROM c')}", 'view "codings"'),
        ("ALTER TABLE unit RENAME TO u; CREATE VIEW unit AS SELECT * FROM u", "view"),
        ("ALTER TABLE unit ADD COLUMN x TEXT", "table unit"),
        ("DROP TABLE unit", "table unit"),
        ("CREATE VIRTUAL TABLE v USING fts5(x)", 'table "v"'),
        ("CREATE UNIQUE INDEX i ON event (batch, id)", 'index "i"'),
        (DISGUISED, "mine"),
    ],
)
def test_what_could_act_is_refused_untouched(two_coders: Path, script: str, told: str) -> None:
    change(two_coders, script)
    before = two_coders.read_bytes()
    for read_only in (True, False):
        with pytest.raises(StudyDamaged, match=told):
            Study.open(two_coders, coder="ana", read_only=read_only)
    assert two_coders.read_bytes() == before


def test_tables_of_others_and_figures_of_sqlite_may_stay(two_coders: Path) -> None:
    change(two_coders, "CREATE TABLE mine (a UNIQUE, b); CREATE INDEX i ON mine (b); ANALYZE")
    with Study.open(two_coders, coder="ana") as study:
        study.finish(FIRST.id, 3)
        assert not list(study.faults())


def test_a_study_that_is_locked_or_broken_is_not_called_a_foreign_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_study(tmp_path / "s.db")
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.01)
    other = sqlite3.connect(path)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StudyBusy):
        Study.open(path)
    other.close()
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(StudyDamaged, match="is damaged"):
        Study.open(path)
