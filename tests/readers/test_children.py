"""Files read in children: in order, under limits, and no child outlives what it was started for."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.errors import ReaderError, UsageError
from annotator.readers import FileReading, Options, children, read_file
from annotator.readers.child_limits import Limits
from annotator.readers.child_process import ChildDied, ChildProcess, FileToRead
from annotator.readers.children import read_all
from annotator.readers.small_texts import small_text

TEXT = "A headline of some words\n\nBy Jane Doe\n\nThey met in spring, and nobody knew why.\n"


@pytest.fixture
def good(tmp_path: Path) -> list[Path]:
    """Files that are read in children."""
    files = [tmp_path / f"{number:03}.rtf" for number in range(150)]
    for number, file in enumerate(files):
        text = f"Number {number}\n\n{TEXT}".replace("\n", "\\par ")
        file.write_text(f"{{\\rtf1 {text}}}", encoding="utf-8")
    return files


@pytest.fixture
def huge(tmp_path: Path) -> Path:
    """A file that takes seconds and hundreds of megabytes."""
    file = tmp_path / "huge.txt"
    paragraph = "Nothing that is said here has not been said before by somebody. " * 7
    file.write_text("\n\n".join(f"{n} {paragraph}" for n in range(90_000)), encoding="utf-8")
    return file


def outcomes(
    files: list[Path], limits: Limits | None = None, workers: int = 2
) -> list[FileReading | str]:
    with read_all(files, workers=workers, limits=limits or Limits()) as readings:
        found = list(readings)
    assert [path for path, _ in found] == files
    return [
        "; ".join(map(str, one.problems)) if isinstance(one, ReaderError) else one
        for _, one in found
    ]


def test_they_say_what_the_readers_say_in_the_order_of_the_files(
    good: list[Path], tmp_path: Path
) -> None:
    files = [*good[:40], tmp_path / "none.txt", *good[40:]]
    found = outcomes(files)
    assert found[40] == f"{tmp_path / 'none.txt'}: does not exist"
    assert found[:40] + found[41:] == [read_file(path) for path in good]


def test_options_reach_the_children(tmp_path: Path) -> None:
    file = tmp_path / "a.log"
    file.write_bytes("Käse".encode("cp1252"))
    options = Options(format="text", encoding="cp1252")
    with read_all([file], options) as readings:
        assert list(readings) == [(file, read_file(file, options))]


def test_an_option_that_cannot_be_meant_ends_the_reading(good: list[Path]) -> None:
    with (
        read_all(good, Options(format="klingon")) as readings,
        pytest.raises(UsageError, match='no format "klingon"') as raised,
    ):
        list(readings)
    assert raised.value.hint.startswith("formats: ")


def test_file_names_that_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"\xff.txt")
    file.write_text(TEXT, encoding="utf-8")
    [reading] = outcomes([file])
    assert reading == read_file(file)


def test_a_file_that_takes_too_long_is_left_alone(
    good: list[Path], huge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurried = iter([Limits(seconds=0.02)])  # the children after the first have all the time

    def start(options: Options, limits: Limits) -> ChildProcess:
        return ChildProcess(options, next(hurried, limits))

    monkeypatch.setattr(children, "ChildProcess", start)
    found = outcomes([huge, *good[:2]], workers=1)
    assert found[0] == f"{huge}: took longer than 0 s: left alone"
    assert found[1:] == [read_file(good[0]), read_file(good[1])]


def test_a_file_that_needs_too_much_memory_is_left_alone(good: list[Path], huge: Path) -> None:
    files = [good[0], huge, good[1]]
    found = outcomes(files, Limits(megabytes=120), workers=1)
    assert found[1] == f"{huge}: needed more than 120 MB of memory: left alone"
    assert [found[0], found[2]] == [read_file(good[0]), read_file(good[1])]


def test_a_file_of_many_megabytes_has_more_time() -> None:
    assert Limits(seconds=30).seconds_for(1_000) == pytest.approx(30, abs=0.1)
    assert Limits(seconds=30).seconds_for(30_000_000) == 180


def test_a_child_that_crashes_is_told_apart(huge: Path) -> None:
    child = ChildProcess(Options(), Limits())
    answers = child.read([FileToRead(huge, huge.stat().st_size)])
    os.kill(child.pid, signal.SIGSEGV)
    with pytest.raises(ChildDied) as died:
        next(answers)
    assert died.value.reason == "made its reader crash (SIGSEGV)"
    child.close()


def test_the_system_may_end_a_child(huge: Path) -> None:
    child = ChildProcess(Options(), Limits())
    answers = child.read([FileToRead(huge, huge.stat().st_size)])
    child.kill()
    with pytest.raises(ChildDied, match="made the system end its reader"):
        next(answers)
    child.close()


class Noted(ChildProcess):
    """A child that is counted."""

    started = 0

    def __init__(self, options: Options, limits: Limits) -> None:
        super().__init__(options, limits)
        type(self).started += 1


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Noted]]:
    """Counts the children that are started."""
    monkeypatch.setattr(children, "ChildProcess", Noted)
    yield Noted
    Noted.started = 0


def assert_ends(child: int) -> None:
    """The process goes, without a look every now and then."""
    try:
        descriptor = os.pidfd_open(child)
    except ProcessLookupError:
        return
    ended, _, _ = select.select([descriptor], [], [], 120)
    os.close(descriptor)
    assert ended


SCRIPT = """
import os, sys
from pathlib import Path
from annotator.readers import children
class Told(children.ChildProcess):
    def __init__(self, options, limits):
        super().__init__(options, limits)
        os.write(1, b"%d\\n" % self.pid)
children.ChildProcess = Told
with children.read_all([Path(name) for name in sys.argv[1:]], workers=2) as readings:
    list(readings)
"""


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_child_outlives_the_program(good: list[Path], huge: Path, end: int) -> None:
    files = [*map(str, good[:32]), *[str(huge)] * 40]
    program = subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *files],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert program.stdout is not None
    two = [int(program.stdout.readline()) for _ in range(2)]
    program.send_signal(end)
    program.communicate()
    for child in two:
        assert_ends(child)


def test_a_few_small_files_need_one_child(good: list[Path], counted: type[Noted]) -> None:
    outcomes(good[:3])
    assert counted.started == 1


def test_small_texts_need_no_child(tmp_path: Path, counted: type[Noted]) -> None:
    files = [tmp_path / name for name in ("a.txt", "b.md", "c.txt", "d.txt")]
    for file in files:
        file.write_text(TEXT, encoding="utf-8")
    files[2].write_bytes(b" \n")
    with read_all(files, workers=2) as readings:
        found = [outcome for _, outcome in readings]
    assert counted.started == 0
    assert found[:2] == [read_file(files[0]), read_file(files[1])]
    assert isinstance(found[2], ReaderError)


def test_texts_that_need_more_than_our_own_code_go_to_a_child(tmp_path: Path) -> None:
    contents = {
        "latin.txt": "Käse".encode("cp1252"), "page.txt": b"<html><body><p>It rained.",
        "two.txt": b"TY  - NEWS\nT1  - A\nAB  - It rained.\nER  - \n",
        "list.txt": b"title,text\na,b",
        "long.txt": b"It rained. " * 30_000,
    }  # fmt: skip
    for name, content in contents.items():
        file = tmp_path / name
        file.write_bytes(content)
        assert small_text(file, len(content), Options()) is None
