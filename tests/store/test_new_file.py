"""A study and its backups are there as a whole or not at all, and replace nothing."""

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import StudyError, StudyExists, StudyReadOnly
from annotator.store.new_file import new_file
from annotator.study import Study
from tests.small import CODEBOOK

KILLED_IN_THE_MIDDLE = """
import os, signal, sys
from pathlib import Path
from annotator.store import new_file
new_file._move = lambda partial, path: os.kill(os.getpid(), signal.SIGKILL)
from annotator.study import Study
study, copy, source = sys.argv[1:]
if source:
    Study.create(Path(copy), source)
else:
    Study.open(Path(study), read_only=True).backup(Path(copy))
"""


@pytest.mark.parametrize("source", [CODEBOOK, ""], ids=["create", "backup"])
def test_a_kill_in_the_middle_leaves_nothing_under_the_name(
    two_coders: Path, tmp_path: Path, source: str
) -> None:
    new = tmp_path / "new.db"
    command = [sys.executable, "-c", KILLED_IN_THE_MIDDLE, two_coders, new, source]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert not new.exists()
    with Study.create(new, CODEBOOK):
        pass
    assert stat.S_IMODE(new.stat().st_mode) == 0o600


def test_what_appeared_in_the_meantime_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "s.db"
    with pytest.raises(StudyExists), new_file(path):
        path.write_text("theirs")
    assert path.read_text() == "theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_to_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "s.db").symlink_to(tmp_path / "elsewhere.db")
    with pytest.raises(StudyExists):
        Study.create(tmp_path / "s.db", CODEBOOK)
    assert not (tmp_path / "elsewhere.db").exists()


def test_a_disk_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    with Study.create(tmp_path / "s.db", CODEBOOK):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["s.db"]
    with pytest.raises(StudyExists), new_file(tmp_path / "t.db"):
        (tmp_path / "t.db").write_text("theirs")


@pytest.mark.parametrize("name", ["none/s.db", "file.txt/s.db"])
def test_a_folder_that_is_none_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    with pytest.raises(StudyError, match="does not exist"):
        Study.create(tmp_path / name, CODEBOOK)


@pytest.mark.parametrize("name", [":memory:", "file:x.db?mode=memory", "北" * 80, "a%20b#?.db"])
def test_a_backup_is_a_file_whatever_its_name(
    two_coders: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(two_coders.parent)
    with Study.open(two_coders, coder="ana") as study:
        study.backup(Path(name))
        codings = list(study.codings())
    with Study.open(Path(name), coder="ana") as copy:
        assert list(copy.codings()) == codings


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(*arguments: object) -> int:  # root may write everywhere
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(StudyReadOnly, match=f"{tmp_path} cannot be written"):
        Study.create(tmp_path / "s.db", CODEBOOK)
