"""`annotator export -o`: the ending of a file says its format, and never another one."""

from pathlib import Path
from zipfile import is_zipfile

import pytest

from annotator.cli.export_target import is_file
from tests.cli.run import run


def test_the_ending_says_the_format(two_coders: Path, tmp_path: Path) -> None:
    assert run("export", "-o", tmp_path / "mine.XLSX", study=two_coders).exit_code == 0
    assert is_zipfile(tmp_path / "mine.XLSX")
    assert run("export", "-o", tmp_path / "mine.tab", study=two_coders).exit_code == 0
    assert (tmp_path / "mine.tab").read_text(encoding="utf-8").startswith("coder,round,")


@pytest.mark.parametrize(
    ("form", "name"), [("csv", "mine.xlsx"), ("sav", "mine.csv"), ("xlsx", "mine.sav")]
)
def test_no_file_is_called_what_it_is_not(
    two_coders: Path, tmp_path: Path, form: str, name: str
) -> None:
    refused = run("export", "-f", form, "-o", tmp_path / name, study=two_coders)
    assert (refused.exit_code, f"is the name of another format than {form}" in refused.err) == (
        2, True,
    )  # fmt: skip
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("form", "name"), [("dna", "mine.csv"), ("csv", "mine.txt"), ("graphml", "mine.xml")]
)
def test_other_endings_are_as_one_likes(
    two_coders: Path, tmp_path: Path, form: str, name: str
) -> None:
    done = run("export", "-f", form, "-o", tmp_path / name, study=two_coders)
    assert done.exit_code == 0, done.err
    assert (tmp_path / name).exists()


def test_a_file_without_an_ending_is_no_folder(two_coders: Path, tmp_path: Path) -> None:
    there = tmp_path / "mine"
    there.write_text("mine")
    refused = run("export", "-o", there, study=two_coders)
    assert (refused.exit_code, "is a file." in refused.err) == (2, True)
    assert there.read_text() == "mine"


def test_a_backslash_at_the_end_means_a_folder_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sep", "\\")
    assert not is_file("data.v2\\")
    assert not is_file("data.v2/")
    assert is_file("data.v2")
