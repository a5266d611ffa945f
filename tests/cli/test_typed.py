"""What is typed or piped in can be anything: it is used, or refused in a sentence."""

import os
import threading
from pathlib import Path

import pytest

from annotator.cli import input_file
from annotator.errors import DataError
from tests.cli.run import run
from tests.small import CODEBOOK

NO_TEXT = os.fsdecode(b"an\xffa")
RATINGS = "unit,ana,ben\nu1,1,2\nu2,1,1\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("agree", "--round", NO_TEXT),
        ("agree", NO_TEXT),
        ("code", "--plain", "--coder", NO_TEXT),
        ("code", "--plain", "--coder", "ana", "--round", NO_TEXT),
        ("export", "--round", NO_TEXT, "-o", "-"),
        ("kind", "first", "2", "caption", "--coder", NO_TEXT),
        ("kind", NO_TEXT),
        ("log", "--coder", NO_TEXT),
        ("undo", "--coder", NO_TEXT),
    ],
)
def test_bytes_that_are_no_text_are_a_usage_error(
    two_coders: Path, arguments: tuple[str, ...]
) -> None:
    before = two_coders.read_bytes()
    finished = run(*arguments, study=two_coders)
    assert finished.exit_code == 2
    assert "is not UTF-8" in finished.err
    assert finished.out == ""
    assert two_coders.read_bytes() == before


def test_file_names_may_hold_any_bytes(tmp_path: Path) -> None:
    codebook, table = tmp_path / f"{NO_TEXT}.yaml", tmp_path / f"{NO_TEXT}.csv"
    codebook.write_text(CODEBOOK)
    (tmp_path / "first.txt").write_text("Talks end\n\nThe harbour fell silent.\n")
    table.write_text("coder,article,paragraph,tone\nana,first,2,bad\n")
    study = tmp_path / f"{NO_TEXT}.db"
    assert run("init", study, "-c", codebook).exit_code == 0
    assert run("add", tmp_path / "first.txt", study=study).exit_code == 0
    assert run("import", table, study=study).exit_code == 0
    assert "an\N{REPLACEMENT CHARACTER}a.csv" in run("log", study=study).out
    output = tmp_path / f"{NO_TEXT}.jsonl"
    assert run("export", "-f", "jsonl", "-o", output, study=study).exit_code == 0
    assert output.exists()


@pytest.mark.parametrize("delimiter", ["ab", '"', "\n", "a"])
def test_what_cannot_separate_cells_is_no_delimiter(tmp_path: Path, delimiter: str) -> None:
    table = tmp_path / "t.csv"
    table.write_text(RATINGS)
    finished = run("agree", "--data", table, "--level", "nominal", "--delimiter", delimiter)
    assert finished.exit_code == 2
    assert "one character" in finished.err


@pytest.mark.parametrize("threshold", ["nan", "inf", "80", "1.01"])
def test_a_threshold_is_a_number_that_alpha_can_reach(tmp_path: Path, threshold: str) -> None:
    table = tmp_path / "t.csv"
    table.write_text(RATINGS)
    finished = run("agree", "--data", table, "--level", "nominal", "--fail-under", threshold)
    assert finished.exit_code == 2
    assert finished.out == ""


def test_a_device_or_a_pipe_that_nobody_feeds_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    for path, code, told in ((pipe, 3, "is empty"), (Path("/dev/zero"), 3, "is a device")):
        finished = run("agree", "--data", path, "--level", "nominal")
        assert (finished.exit_code, told in finished.err) == (code, True)
    assert "is a device" in run("codebook", "check", "/dev/zero").err
    assert "is a device" in run("init", tmp_path / "s.db", "-c", "/dev/zero").err
    assert not (tmp_path / "s.db").exists()


def test_a_pipe_is_read_to_its_end() -> None:
    reader, writer = os.pipe()

    def write() -> None:
        with os.fdopen(writer, "w") as stream:
            stream.write(RATINGS * 20_000)

    thread = threading.Thread(target=write)
    thread.start()
    try:
        found = input_file.content(Path(f"/dev/fd/{reader}"), 10_000_000)
    finally:
        os.close(reader)
        thread.join()
    assert found.decode() == RATINGS * 20_000


def test_too_much_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes(bytes(1_001))
    assert len(input_file.content(table, 1_001)) == 1_001
    with pytest.raises(DataError, match="too large"):
        input_file.content(table, 1_000)


def test_a_backup_is_named_after_the_study_whatever_it_is_called(two_coders: Path) -> None:
    study = two_coders.rename(two_coders.with_name("100%A #?.db"))
    finished = run("backup", study=study)
    assert finished.exit_code == 0
    (copy,) = (two_coders.parent / "backups").iterdir()
    assert copy.name.startswith("100%A #?-20")
