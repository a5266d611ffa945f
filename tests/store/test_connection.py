"""Opening a study file: who may read it, in which modes, and what is refused untouched."""

import os
import platform
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from annotator.errors import (
    StudyDamaged,
    StudyError,
    StudyExists,
    StudyNotFound,
    StudyReadOnly,
    StudyTooNew,
)
from annotator.model.coding import Answer, Target
from annotator.store import connection, settings
from annotator.study import Study
from tests.small import CODEBOOK, FIRST, make_study
from tests.store.older import as_of_version_1


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 52, 0), True),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 44, 6), True),
        ((3, 45, 9), False),
    ],
)
def test_a_write_ahead_log_only_where_sqlite_is_free_of_the_reset_bug(
    version: tuple[int, int, int], safe: bool
) -> None:
    assert connection.wal_is_safe(version) is safe


def test_the_modes_are_those_that_lose_nothing(two_coders: Path) -> None:
    with Study.open(two_coders) as study:
        _, journal, synchronous = study.modes()
    assert (journal, synchronous) in {("wal", "full"), ("delete", "extra")}


def test_only_the_owner_can_read_a_study_and_its_side_files(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        path = make_study(tmp_path / "s.db")
        with Study.open(path, coder="ana") as study, study.action():
            study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
            modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
            assert len(list(tmp_path.iterdir())) > 1, "the journal should be there"
        with Study.open(path) as study:
            study.backup(tmp_path / "copy.db")
    finally:
        os.umask(before)
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600


def test_a_new_study_never_overwrites(two_coders: Path) -> None:
    before = two_coders.read_bytes()
    with pytest.raises(StudyExists):
        Study.create(two_coders, CODEBOOK)
    assert two_coders.read_bytes() == before


def test_a_codebook_that_does_not_hold_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="codebook"):
        Study.create(tmp_path / "s.db", "codebook: x")
    assert not list(tmp_path.iterdir())


def test_what_is_no_study_is_refused_untouched(tmp_path: Path) -> None:
    text = tmp_path / "notes.db"
    text.write_text("my shopping list, much longer than a hundred bytes" * 10)
    other = tmp_path / "other.db"
    sqlite3.connect(other).executescript("CREATE TABLE t (a); INSERT INTO t VALUES (1)")
    for path in (text, other):
        before = path.read_bytes()
        with pytest.raises(StudyDamaged, match="not a study"):
            Study.open(path)
        assert path.read_bytes() == before
    with pytest.raises(StudyNotFound):
        Study.open(tmp_path / "absent.db")


KILLED = """
import os, sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA cache_size = 1")  # so that pages are written before the end
raw.execute("BEGIN IMMEDIATE")
raw.execute("UPDATE coding SET value = printf('%.9999c', 'x')")
raw.execute("INSERT INTO local SELECT value, printf('%.9999c', 'x') FROM json_each('[1, 2, 3]')")
os.kill(os.getpid(), 9)
"""


def test_what_a_killed_process_left_half_written_is_taken_back_for_readers_too(
    two_coders: Path, tmp_path: Path
) -> None:
    before = two_coders.read_bytes()
    subprocess.run([sys.executable, "-c", KILLED, two_coders], check=False)
    assert two_coders.read_bytes() != before, "the kill came too early to try anything"
    (tmp_path / "link.db").symlink_to(two_coders)
    with Study.open(tmp_path / "link.db", coder="ana", read_only=True) as study:
        assert study.place()
        assert all(len(row.value) < 100 for row in study.codings())
    assert two_coders.read_bytes() == before


def test_a_newer_study_is_refused_untouched(two_coders: Path) -> None:
    raw = sqlite3.connect(two_coders)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    before = two_coders.read_bytes()
    with pytest.raises(StudyTooNew, match="newer annotator"):
        Study.open(two_coders)
    assert two_coders.read_bytes() == before


def test_viewing_never_writes(two_coders: Path) -> None:
    before = two_coders.read_bytes()
    with Study.open(two_coders, coder="ana", read_only=True) as study:
        study.place()
        study.work(FIRST.id)
        study.progress()
        list(study.codings())
        with pytest.raises(StudyReadOnly):
            study.finish(FIRST.id, 1)
    assert two_coders.read_bytes() == before


def test_a_study_that_may_not_be_read_is_not_called_damaged(
    two_coders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may read everything
    with pytest.raises(StudyError, match="You may not read"):
        Study.open(two_coders)


def test_what_is_compared_by_writing_is_compared_in_memory_where_nothing_can_be_written(
    two_coders: Path,
) -> None:
    before = two_coders.read_bytes()
    with Study.open(two_coders, read_only=True) as study:
        assert list(study.faults()) == []
    assert two_coders.read_bytes() == before


def test_a_backup_is_complete_and_opens(two_coders: Path, tmp_path: Path) -> None:
    copy = tmp_path / "backup.db"
    with Study.open(two_coders, coder="ana") as study:
        study.backup(copy)
        expected = list(study.codings())
    with Study.open(copy, coder="ana") as study:
        assert list(study.codings()) == expected
        assert not list(study.faults())


def test_a_copied_file_numbers_its_events_as_a_copy_of_its_own(
    two_coders: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copied.db"
    copy.write_bytes(two_coders.read_bytes())
    for path in (two_coders, copy):
        with Study.open(path, coder="ana") as study:
            study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
            assert not list(study.faults())
    raw = sqlite3.connect(copy)
    replicas = {row[0] for row in raw.execute("SELECT DISTINCT replica FROM event")}
    raw.close()
    assert len(replicas) == 2


def test_a_backup_put_in_the_place_of_its_study_goes_on_as_a_copy_of_its_own(
    two_coders: Path, tmp_path: Path
) -> None:
    target = Target(FIRST.id, 1)
    with Study.open(two_coders, coder="ana") as study:
        study.backup(tmp_path / "backup.db")
        study.set_memo(target, "lost with the file, but known to a colleague's copy")
    two_coders.write_bytes((tmp_path / "backup.db").read_bytes())  # the inode stays
    with Study.open(two_coders, coder="ana") as study:
        study.set_memo(target, "made after")
        assert not list(study.faults())
    raw = sqlite3.connect(two_coders)
    assert raw.execute("SELECT count(DISTINCT replica) FROM event").fetchone() == (2,)
    raw.close()


@pytest.fixture
def of_version_1(two_coders: Path) -> Path:
    """The study as a program of version 1 left it."""
    as_of_version_1(two_coders)
    return two_coders


def test_an_older_study_is_upgraded_after_a_copy_was_made(of_version_1: Path) -> None:
    before = of_version_1.read_bytes()
    with Study.open(of_version_1) as study:
        assert study.described_rounds() == []
        assert list(study.faults()) == []
    [kept] = (of_version_1.parent / "backups").iterdir()
    raw = sqlite3.connect(kept)
    assert raw.execute("PRAGMA user_version").fetchone() == (1,)
    assert raw.execute("SELECT count(*) FROM event").fetchone()[0] > 0
    raw.close()
    assert of_version_1.read_bytes() != before
    with Study.open(of_version_1) as study:
        assert study.coders()


def test_viewing_an_older_study_does_not_write_it(of_version_1: Path) -> None:
    before = of_version_1.read_bytes()
    with Study.open(of_version_1, coder="ana", read_only=True) as study:
        assert study.decisions
        assert list(study.codings())
        assert study.assignments() == []
        with pytest.raises(StudyReadOnly):
            study.finish(FIRST.id, 1)
    assert of_version_1.read_bytes() == before
    assert not (of_version_1.parent / "backups").exists()


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PureWindowsPath(r"\\uni\group\my study.db"), "file:////uni/group/my%20study.db"),
        (PureWindowsPath(r"C:\study.db"), "file:///C:/study.db"),
        (PurePosixPath("/of us/a?b.db"), "file:///of%20us/a%3Fb.db"),
        (PurePosixPath("//uni/study.db"), "file:////uni/study.db"),
    ],
)
def test_sqlite_takes_the_address_of_any_drive(path: PureWindowsPath, uri: str) -> None:
    assert connection.address(path) == uri
    with pytest.raises(sqlite3.OperationalError, match="unable to open database file"):
        sqlite3.connect(f"{uri}?mode=ro", uri=True)


def test_a_computer_is_called_as_before() -> None:
    # else every study of an earlier version would take itself for a copy
    assert settings.computer() == platform.node()
