"""Whole files or none, for their owner's eyes only, never through a link."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import AnnotatorError, UsageError
from annotator.exporters.files import Files, Stream


def write(folder: Path, text: str, name: str = "data.csv", file: str = "") -> None:
    with Files(folder, file) as files:
        files.open(name).write(text)
        files.open_beside("dictionary.md").write("words")


def test_files_are_private_even_under_a_generous_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write(tmp_path / "exports", "one")
    finally:
        os.umask(before)
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in tmp_path.rglob("*")}
    assert modes == {"exports": 0o700, "data.csv": 0o600, "dictionary.md": 0o600}


def test_one_file_has_the_name_it_was_given(tmp_path: Path) -> None:
    write(tmp_path, "one", file="mine.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.csv", "mine.dictionary.md"]


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    write(tmp_path, "old")
    with pytest.raises(TypeError):
        write(tmp_path, b"not a text")  # type: ignore[arg-type]
    assert (tmp_path / "data.csv").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data.csv", "dictionary.md"]


def test_links_are_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("keep")
    (tmp_path / "data.csv").symlink_to(tmp_path / "secret")
    with pytest.raises(AnnotatorError, match="symbolic link"):
        write(tmp_path, "new")
    assert (tmp_path / "secret").read_text() == "keep"


def test_a_link_that_appears_meanwhile_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("keep")
    files = Files(tmp_path)
    files.open("data.csv").write("new")
    (tmp_path / "data.csv").symlink_to(tmp_path / "secret")
    with pytest.raises(AnnotatorError, match="symbolic link"):
        files.__exit__(None, None, None)
    assert not list(tmp_path.glob(".*"))
    assert (tmp_path / "secret").read_text() == "keep"


def write_parts(folder: Path, texts: Mapping[str, Any]) -> None:
    with Files(folder) as files:
        for name, text in texts.items():
            with files.within(name) as part:
                part.open("data.csv").write(text)


def test_parts_appear_together_in_private_folders(tmp_path: Path) -> None:
    with Files(tmp_path / "a" / "b") as files:
        for name in ("csv", "jsonl"):
            with files.within(name) as part:
                stream = part.open("data")
                stream.write(name)
            assert stream.closed
        assert not [path for path in tmp_path.rglob("data") if path.is_file()]
    texts = {path.parent.name: path.read_text() for path in tmp_path.rglob("data")}
    assert texts == {"csv": "csv", "jsonl": "jsonl"}
    assert {stat.S_IMODE(p.stat().st_mode) for p in tmp_path.rglob("*") if p.is_dir()} == {0o700}


def test_where_one_part_fails_none_is_left_and_no_folder(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    write(tmp_path / "old", "old")
    with pytest.raises(TypeError):
        write_parts(tmp_path, {"old": "new", "new/deep": "new", "last": b"no text"})
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    names = sorted(path.name for path in (tmp_path / "old").iterdir())
    assert names == ["data.csv", "dictionary.md"]
    assert (tmp_path / "old" / "data.csv").read_text() == "old"


def test_a_link_that_appears_in_the_last_part_keeps_the_first_from_being_moved(
    tmp_path: Path,
) -> None:
    write(tmp_path / "csv", "old")
    files = Files(tmp_path)
    for name in ("csv", "jsonl"):
        with files.within(name) as part:
            part.open("data.csv").write("new")
    (tmp_path / "jsonl" / "data.csv").symlink_to(tmp_path / "csv" / "data.csv")
    with pytest.raises(AnnotatorError, match="symbolic link"):
        files.__exit__(None, None, None)
    assert (tmp_path / "csv" / "data.csv").read_text() == "old"
    assert not list(tmp_path.rglob("*.part"))


def test_a_file_in_the_way_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "exports").write_text("keep")
    with pytest.raises(AnnotatorError, match="exports is a file"):
        write(tmp_path / "exports" / "csv", "new")


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "data.csv").mkdir()
    with pytest.raises(AnnotatorError, match="is a folder"):
        write(tmp_path, "new")


def test_a_stream_takes_data_only() -> None:
    stream = Stream(sys.stdout)
    assert stream.open("data.csv") is sys.stdout
    assert stream.open_beside("dictionary.md") is not sys.stdout
    with pytest.raises(UsageError, match="needs a file"):
        stream.stage("data.sav")


KILLED = """
import os, signal, sys
from pathlib import Path
from annotator.exporters.files import Files
with Files(Path(sys.argv[1])) as files:
    stream = files.open("data.csv")
    for number in range(20_000):
        stream.write("new " * 10)
        if number == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("moment", [0, 7, 5_000, 19_999])
def test_kill_9_leaves_the_old_file(tmp_path: Path, moment: int) -> None:
    write(tmp_path, "old")
    command = [sys.executable, "-c", KILLED, str(tmp_path), str(moment)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert (tmp_path / "data.csv").read_text() == "old"
    write(tmp_path, "next")
    assert (tmp_path / "data.csv").read_text() == "next"


MOVED = """
import sys
from pathlib import Path
from annotator.exporters.files import Files
for text in ("old" * 99_999, "new" * 99_999) * 50:
    with Files(Path(sys.argv[1])) as files:
        files.open("data.csv").write(text)
    print(flush=True)
"""


@pytest.mark.parametrize("writes", [1, 2, 5])
def test_kill_9_at_any_moment_leaves_a_whole_file(tmp_path: Path, writes: int) -> None:
    process = subprocess.Popen([sys.executable, "-c", MOVED, tmp_path], stdout=subprocess.PIPE)
    assert process.stdout is not None
    for _ in range(writes):
        process.stdout.readline()
    process.kill()
    process.wait()
    process.stdout.close()
    assert (tmp_path / "data.csv").read_text() in ("old" * 99_999, "new" * 99_999)


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    name = "北" * 83 + ".csv"  # 253 bytes; 255 are allowed
    with Files(tmp_path, name) as files:
        files.open("long.csv").write("a")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object) -> int:  # root may write everywhere
        raise PermissionError(13, "Permission denied")

    with Files(tmp_path) as files:
        monkeypatch.setattr(os, "open", refuse)
        with pytest.raises(AnnotatorError, match=f"{tmp_path} cannot be written"):
            files.open("long.csv")
        monkeypatch.undo()
    assert not list(tmp_path.iterdir())
