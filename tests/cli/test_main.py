"""The way in and out: help, wrong names, exit codes, faults of our own, closed pipes."""

import io
import itertools
import os
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest

from annotator import __version__
from annotator.cli import context, main
from annotator.cli.context import nearest_study, progress, show, show_json
from annotator.cli.group import COMMANDS, annotator
from annotator.cli.report import describe
from annotator.errors import BelowThreshold, CodebookError, StudyNotFound
from annotator.model.problem import Problem
from tests.cli.run import run


def test_help_names_every_command() -> None:
    finished = run("--help")
    assert finished.exit_code == 0
    assert all(f"  {name} " in finished.out for name in COMMANDS)
    assert run().out == finished.out == run("-h").out


def test_version() -> None:
    assert run("--version").out == f"annotator {__version__}\n"


@pytest.mark.parametrize(
    ("typed", "meant"), [("statsu", "status"), ("agreement", "agree"), ("exprot", "export")]
)
def test_a_wrong_name_gets_the_nearest_right_one(typed: str, meant: str) -> None:
    finished = run(typed)
    assert finished.exit_code == 2
    assert f"`annotator {meant}`" in finished.err
    assert finished.out == ""


def test_a_name_like_none_is_sent_to_the_help() -> None:
    assert "`annotator --help`" in run("xyzzyx").err


def test_a_wrong_option_is_a_usage_error() -> None:
    finished = run("status", "--jsn")
    assert finished.exit_code == 2
    assert "--json" in finished.err
    assert "annotator status --help" in finished.err


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    @click.command()
    def command() -> None:
        raise error

    monkeypatch.setattr(type(annotator), "get_command", lambda self, context, name: command)


def test_every_problem_stands_on_its_own_line(monkeypatch: pytest.MonkeyPatch) -> None:
    problems = [Problem("no code", "book.yaml", 3), Problem("two keys", "book.yaml", 9)]
    fail_with(monkeypatch, CodebookError("Two problems.", problems, hint="Mend them."))
    finished = run("log")
    assert finished.exit_code == 3
    assert (
        finished.err
        == "Two problems.\n  book.yaml:3: no code\n  book.yaml:9: two keys\nMend them.\n"
    )


def test_exit_codes_stand_on_the_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, BelowThreshold("alpha is 0.5"))
    assert run("agree").exit_code == 4
    fail_with(monkeypatch, StudyNotFound("nothing here"))
    assert run("agree").exit_code == 2
    fail_with(monkeypatch, FileNotFoundError(2, "No such file or directory", "x.yaml"))
    told = run("agree").err.splitlines()
    assert told[0] == "x.yaml: No such file or directory"
    assert "`ls` lists what is there" in told[1]
    fail_with(monkeypatch, OSError(28, "No space left on device"))
    assert run("agree").err == "No space left on device\nFree some space, then try again.\n"
    fail_with(monkeypatch, OSError(22, "Invalid argument", ".annotator-1.part", None, "a:b.csv"))
    assert run("agree").err.splitlines() == [
        "a:b.csv: Invalid argument",
        "Letters, digits, spaces, - and _ can stand in every file name.",
    ]
    fail_with(monkeypatch, OSError(22, "Invalid argument"))
    assert run("agree").err == "Invalid argument\n"
    fail_with(monkeypatch, KeyboardInterrupt())
    assert run("agree").exit_code == 130


def test_foreign_text_in_an_error_cannot_command_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fail_with(monkeypatch, StudyNotFound("no \x1b]52;c;aGk=\x07 \u202e study"))
    printed = run("status").err
    assert not any(character in printed for character in "\x1b\x07\u202e")


def test_a_fault_of_ours_is_a_sentence_and_a_report_without_text(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    fail_with(monkeypatch, ValueError("a sentence of an interview"))
    finished = run("log")
    assert finished.exit_code == 1
    assert "Traceback" not in finished.err
    assert "interview" not in finished.err
    (report,) = tmp_path.rglob("crash-*.txt")
    assert str(report) in finished.err
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    text = report.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "interview" not in text


def test_a_report_names_what_caused_what() -> None:
    try:
        try:
            raise KeyError("inner")
        except KeyError as error:
            raise ValueError("outer") from error
    except ValueError as error:
        text = describe(error)
    assert text.index("ValueError") < text.index("KeyError")


def test_a_closed_pipe_is_no_error() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    finished = subprocess.run(
        [sys.executable, "-m", "annotator", "--help"],
        stdout=writer, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(writer)
    assert finished.returncode == 1
    assert finished.stderr == b""


@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1, 2)])
def test_a_closed_stream_is_no_fault_and_no_file_takes_its_place(
    two_coders: Path, closed: tuple[int, ...]
) -> None:
    code = f"import os, sys; [os.close(n) for n in {closed}]; os.execv(sys.executable, sys.argv)"
    command = [sys.executable, "-m", "annotator", "-s", str(two_coders), "code", "--plain"]
    finished = subprocess.run(
        [sys.executable, "-c", code, *command[1:], "--coder", "cem"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (finished.returncode, "fault of the program" in finished.stderr) == (0, False)
    assert ("Article 1 of 2" in finished.stdout) == (1 not in closed)


def test_a_terminal_that_cannot_show_a_letter_gets_its_escape() -> None:
    code = "from annotator.cli import context, main; main(['--version']); context.show('naïve 北')"
    finished = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, check=True, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert b"na\\xefve \\u5317" in finished.stdout


def test_json_is_the_same_value_and_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    import json

    value = {"title": "\x1b[2J \u202e \x9b \u200b \U000e0041 “naïve” 北\t\n"}
    show_json(value)
    printed = capsys.readouterr().out
    assert json.loads(printed) == value
    assert not any(character in printed for character in "\x1b\u202e\x9b\u200b\U000e0041")
    assert "“naïve” 北" in printed


def test_show_prints_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    show("one\ntwo\x1b")
    assert capsys.readouterr().out == "one␊two␛\n"


def test_progress_says_nothing_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(progress(range(3), "Adding", 3)) == [0, 1, 2]
    assert capsys.readouterr().err == ""


class Terminal(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("length", [1_300, None])
def test_progress_is_drawn_after_a_while_and_taken_away(
    monkeypatch: pytest.MonkeyPatch, length: int | None
) -> None:
    terminal, clock = Terminal(), itertools.count(step=2)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(context.time, "monotonic", lambda: next(clock))
    assert list(progress(range(3), "Adding\x1b", length)) == [0, 1, 2]
    drawn = terminal.getvalue().split("\r\x1b[K")
    assert drawn[-1] == ""
    assert drawn[-2].startswith("Adding␛ 2" + (" of 1,300, " if length else ""))
    assert ("left" in drawn[-2]) == bool(length)


def test_progress_that_is_quick_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(context.time, "monotonic", lambda: 0.0)
    assert list(progress(range(3), "Adding", 3)) == [0, 1, 2]
    assert sys.stderr.getvalue() == ""


def test_the_shell_can_complete() -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "annotator"], capture_output=True, text=True, check=True,
        env={**os.environ, "_ANNOTATOR_COMPLETE": "bash_complete", "COMP_WORDS": "annotator st",
             "COMP_CWORD": "1"},
    )  # fmt: skip
    assert finished.stdout == "plain,status\n"


def test_main_takes_the_arguments_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["annotator", "--version"])
    assert main() == 0


def test_no_study_near_says_how_to_get_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other.db").write_bytes(b"SQLite format 3\x00" + bytes(100))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ANNOTATOR_STUDY", raising=False)
    finished = run("log")
    assert finished.exit_code == 2
    assert "annotator init" in finished.err


def test_the_study_above_is_found_and_two_are_too_many(two_coders: Path) -> None:
    inner = two_coders.parent / "articles" / "1994"
    inner.mkdir(parents=True)
    assert nearest_study(inner) == two_coders
    inner.parent.chmod(0o777)
    with pytest.raises(StudyNotFound):
        nearest_study(inner)
    inner.parent.chmod(0o755)
    (two_coders.parent / "zweite.db").write_bytes(two_coders.read_bytes())
    with pytest.raises(StudyNotFound, match="more than one study"):
        nearest_study(inner)


def test_the_study_named_after_the_command_is_told_where_it_stands() -> None:
    for typed in (("log", "-s", "x.db"), ("status", "--study", "x.db")):
        finished = run(*typed)
        assert finished.exit_code == 2
        assert f"`annotator -s FILE {typed[0]}`" in finished.err
