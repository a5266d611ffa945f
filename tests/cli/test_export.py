"""`annotator export`: where files go, what is said, what is refused."""

import contextlib
import csv
import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.cli import main
from tests.cli.run import run


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_all_shapes_and_the_dictionary_beside_the_study(two_coders: Path) -> None:
    finished = run("export", study=two_coders)
    folder = two_coders.parent / "exports"
    assert finished.exit_code == 0
    assert finished.out == ""
    assert finished.err.splitlines() == [
        f"{folder / 'long.csv'}: 7 rows",
        f"{folder / 'statements.csv'}: 5 rows",
        f"{folder / 'paragraphs.csv'}: 5 rows",
        f"{folder / 'dictionary.md'}: what the columns and codes mean",
    ]
    assert sorted(path.name for path in folder.iterdir()) == [
        "dictionary.csv", "dictionary.md", "long.csv", "paragraphs.csv", "statements.csv",
    ]  # fmt: skip
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in folder.iterdir())


def test_exporting_again_gives_the_same_bytes(two_coders: Path, tmp_path: Path) -> None:
    run("export", "-o", tmp_path / "one", study=two_coders)
    run("export", "-o", tmp_path / "two", study=two_coders)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_file_gets_one_shape(two_coders: Path, tmp_path: Path) -> None:
    finished = run("export", "-o", tmp_path / "mine.csv", study=two_coders)
    assert finished.err.splitlines() == [
        f"{tmp_path / 'mine.csv'}: 7 rows",
        f"{tmp_path / 'mine.dictionary.md'}: what the columns and codes mean",
    ]
    run("export", "--shape", "paragraphs", "-o", tmp_path / "p.csv", study=two_coders)
    assert "n_statements" in rows((tmp_path / "p.csv").read_text(encoding="utf-8"))[0]
    assert (tmp_path / "p.dictionary.md").exists()


def test_one_shape_into_the_usual_folder(two_coders: Path) -> None:
    run("export", "--shape", "statements", study=two_coders)
    names = sorted(path.name for path in (two_coders.parent / "exports").iterdir())
    assert names == ["dictionary.csv", "dictionary.md", "statements.csv"]


def test_standard_output_holds_data_only(two_coders: Path) -> None:
    finished = run("export", "-o", "-", "--shape", "statements", study=two_coders)
    assert [row["actor"] for row in rows(finished.out)] == ["", "", "us", "dprk", "dprk"]
    assert finished.err == "Written: 5 rows\n"


def test_standard_output_is_utf_8_whatever_the_terminal_is(two_coders: Path) -> None:
    command = [sys.executable, "-m", "annotator", "-s", str(two_coders), "export", "-o", "-"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    finished = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert "signed 北" in finished.stdout.decode("utf-8")
    assert b"\r" not in finished.stdout


def test_json_lines(two_coders: Path) -> None:
    finished = run("export", "-f", "jsonl", "-o", "-", study=two_coders)
    first = json.loads(finished.out.splitlines()[0])
    assert (first["coder"], first["variable"], first["value"]) == ("ana", "tone", "bad")
    assert (first["statement"], first["done"]) == (None, True)


def test_only_some_coders_and_variables(two_coders: Path) -> None:
    chosen = ("--coder", "ana", "--variable", "actor", "--variable", "tone")
    finished = run("export", "-o", "-", *chosen, study=two_coders)
    assert [(row["coder"], row["variable"]) for row in rows(finished.out)] == [
        ("ana", "tone"), ("ana", "actor"), ("ana", "actor"),
    ]  # fmt: skip


def test_a_round_in_which_nothing_was_coded(two_coders: Path) -> None:
    unknown = run("export", "-o", "-", "--round", "pilot", study=two_coders)
    assert (unknown.exit_code, unknown.out) == (2, "")
    assert "There is no round “pilot”." in unknown.err
    run("round", "set", "pilot", study=two_coders)
    finished = run("export", "-o", "-", "--round", "pilot", study=two_coders)
    assert finished.exit_code == 0
    assert finished.err.startswith("Written: 0 rows\nThere are no such codings")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--coder", "anna"), "There is no coder “anna”.\nKnown: ana."),
        (("--variable", "actr"), "There is no variable “actr”.\nKnown: actor."),
        (("--shape", "long", "--shape", "statements", "-o", "x.csv"), "One file holds one shape."),
        (("--delimiter", "ab"), "one character"),
        (("--delimiter", '"'), "one character"),
        (("-f", "docx"), "docx"),
    ],
)
def test_wrong_use_is_told(two_coders: Path, arguments: tuple[str, ...], words: str) -> None:
    finished = run("export", *arguments, study=two_coders)
    assert finished.exit_code == 2
    assert words in finished.err
    assert not (two_coders.parent / "exports").exists()


def test_the_study_is_not_written_over(two_coders: Path) -> None:
    before = two_coders.read_bytes()
    finished = run("export", "-o", two_coders, study=two_coders)
    assert (finished.exit_code, two_coders.read_bytes()) == (2, before)


def test_a_link_is_not_followed(two_coders: Path, tmp_path: Path) -> None:
    (tmp_path / "out.csv").symlink_to(tmp_path / "elsewhere")
    finished = run("export", "-o", tmp_path / "out.csv", study=two_coders)
    assert finished.exit_code == 1
    assert "symbolic link" in finished.err
    assert not (tmp_path / "elsewhere").exists()


def test_tabs_and_a_decimal_comma(two_coders: Path) -> None:
    finished = run("export", "-o", "-", "--delimiter", "tab", study=two_coders)
    assert finished.out.startswith("coder\tround\t")
    finished = run("export", "-o", "-", "--decimal", ",", study=two_coders)
    assert finished.out.startswith("coder;round;")
    assert "separated by ;" in finished.err


def test_hostile_names_are_harmless_where_they_are_printed(two_coders: Path) -> None:
    finished = run("export", "--coder", "\x1b]52;c;aGk=\x07", study=two_coders)
    assert "\x1b" not in finished.err


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_data_on_a_terminal_cannot_command_it(two_coders: Path, form: str) -> None:
    from annotator.model.coding import Target
    from annotator.study import Study

    memo = "\x1b]52;c;aGk=\x07 \x9b31m \u202e北"
    with Study.open(two_coders, coder="ana") as study:
        study.set_memo(Target("id-first", 2), memo)

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    with contextlib.redirect_stdout(terminal):
        main(["-s", str(two_coders), "export", "-f", form, "--shape", "paragraphs", "-o", "-"])
    assert "北" in terminal.getvalue()
    assert not any(character in terminal.getvalue() for character in "\x1b\x07\x9b\u202e")
    if form == "csv":  # and data in a file or pipe is not altered
        assert memo in run("export", "--shape", "paragraphs", "-o", "-", study=two_coders).out


def test_what_is_left_out_is_said(two_coders: Path) -> None:
    from annotator.model.coding import Answer, Target
    from annotator.study import Study

    with Study.open(two_coders, coder="ben") as study:
        study.assign(Target("id-first", 3), "tone", Answer.of("good"))
    finished = run("export", "-o", "-", "--only-finished", study=two_coders)
    assert "Left out: 1 codings in paragraphs that are not finished.\n" in finished.err


def test_final_values_come_under_one_name_and_open_ones_are_counted(two_coders: Path) -> None:
    finished = run("export", "-o", "-", "--final", "agreed", study=two_coders)
    assert {row["coder"] for row in rows(finished.out)} == {"final"}
    assert "units are not settled by this rule" in finished.err
    assert "decided by y" not in finished.err
    decided = run("export", "-o", "-", "--final", "decision", study=two_coders)
    assert "decided by y in `annotator adjudicate`" in decided.err
    lead = run("export", "-o", "-", "--final", "lead", "--lead", "ana", study=two_coders)
    assert len(rows(lead.out)) > len(rows(finished.out))


@pytest.mark.parametrize(
    "arguments", [["--final", "lead"], ["--lead", "ana"], ["--final", "lead", "--lead", "nobody"]]
)
def test_the_lead_is_named_where_it_counts(two_coders: Path, arguments: list[str]) -> None:
    assert run("export", "-o", "-", *arguments, study=two_coders).exit_code == 2


def test_several_formats_get_a_folder_each(two_coders: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("export", "-f", "csv", "-f", "jsonl", "-o", out, study=two_coders).exit_code == 0
    assert (out / "csv" / "long.csv").exists()
    assert (out / "jsonl" / "long.jsonl").exists()
    one_file = run("export", "-f", "csv", "-f", "jsonl", "-o", "x.csv", study=two_coders)
    assert one_file.exit_code == 2
