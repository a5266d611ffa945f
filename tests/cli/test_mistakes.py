"""What a beginner gets wrong is told in words, with what to do; nothing is made of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.run import run
from tests.small import CODEBOOK

ROOT = str(Path(__file__).resolve().parents[2])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own, in which one is."""
    monkeypatch.chdir(tmp_path)
    for name in ("ANNOTATOR_STUDY", "ANNOTATOR_CODER"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_a_folder_stands_for_the_one_study_in_it(two_coders: Path) -> None:
    folder = two_coders.parent
    named = run("status", "--json", study=two_coders).json()
    assert run("status", "--json", study=folder).json()["coders"] == named["coders"]
    assert run("log", study=folder).out == run("log", study=two_coders).out


def test_a_folder_without_a_study_and_one_with_two(
    two_coders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = two_coders.parent / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    finished = run("log", study=empty)
    assert (finished.exit_code, "holds no study" in finished.err) == (2, True)
    (two_coders.parent / "zweite.db").write_bytes(two_coders.read_bytes())
    finished = run("log", study=two_coders.parent)
    assert finished.exit_code == 2
    # the name alone would not be found from here
    assert f"`annotator -s {two_coders} ...`" in finished.err


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("nowhere/study.db", "connect it"),
        ("/dev/null", "is not a file"),
        ("study.db", "`annotator init study.db"),
    ],
)
def test_a_study_that_is_not_there(here: Path, named: str, told: str) -> None:
    finished = run("log", study=Path(named))
    assert finished.exit_code == 2
    assert told in finished.err
    assert "init" not in finished.err or told.startswith("`annotator init")


def test_the_coder_in_the_place_of_the_file(here: Path) -> None:
    finished = run("code", "ana")
    assert finished.exit_code == 2
    assert "`annotator code --coder ana`" in finished.err
    assert "There is no study ana.db" in run("code", "ana.db").err


def test_an_empty_coder_is_nobody_rather_than_whoever_coded_last(two_coders: Path) -> None:
    run("code", "--plain", "--coder", "ana", study=two_coders)
    before = two_coders.read_bytes()
    finished = run("code", "--plain", "--coder", "", study=two_coders)
    assert finished.exit_code == 2
    assert "Who is coding is not known" in finished.err
    assert two_coders.read_bytes() == before


def test_what_is_no_number_is_told_in_words(two_coders: Path) -> None:
    assert "'ana' is not a valid whole number" in run("undo", "ana", study=two_coders).err
    assert "'x' is not a valid whole number" in run("log", "-n", "x", study=two_coders).err


def test_a_folder_in_the_place_of_a_file(here: Path) -> None:
    (here / "codebooks").mkdir()
    for words in (("codebook", "check", "codebooks"), ("init", "s.db", "-c", "codebooks")):
        told = run(*words).err.splitlines()
        assert told == ["codebooks: Is a directory", "That is a folder; name a file."]


@pytest.mark.parametrize("words", [("units",), ("undo", "--coder", "ana"), ("export",)])
def test_a_round_that_nobody_made(two_coders: Path, words: tuple[str, ...]) -> None:
    finished = run(*words, "--round", "mian", study=two_coders)
    assert finished.exit_code == 2
    assert "There is no round “mian”." in finished.err


def test_of_the_known_coders_none_is_without_a_name(two_coders: Path) -> None:
    assert "Known: ana, ben.\n" in run("export", "--coder", "xyz", study=two_coders).err


def test_this_folder_is_no_project(here: Path, two_coders: Path) -> None:
    assert run("import", ".", study=two_coders).err.startswith(". cannot be imported.")


def test_a_demo_in_a_file(here: Path) -> None:
    (here / "notes.txt").write_text("mine")
    finished = run("demo", "notes.txt")
    assert finished.exit_code == 2
    assert "is a file" in finished.err
    assert (here / "notes.txt").read_text() == "mine"


def test_half_a_codebook_is_not_left_on_a_full_disk(here: Path) -> None:
    """The shell bounds the size of files, which fails a write as a full disk does."""
    line = f'ulimit -f 1; exec "{sys.executable}" -m annotator codebook new mine.yaml'
    finished = subprocess.run(
        ["/bin/sh", "-c", line], capture_output=True, text=True, check=False,
        env={"PYTHONPATH": ROOT, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert finished.returncode == 1
    assert "Traceback" not in finished.stderr
    assert not (here / "mine.yaml").exists()


def test_one_is_no_plural(here: Path) -> None:
    (here / "cb.yaml").write_text(CODEBOOK)
    (here / "a.txt").write_text("Only one paragraph stands in this article of mine.\n")
    run("init", "s.db", "-c", "cb.yaml")
    run("add", "a.txt")
    assert "1 article, 1 paragraph, " in run("status").out


def test_a_line_feed_in_a_name_makes_no_line_of_its_own(here: Path) -> None:
    (here / "cb.yaml").write_text(CODEBOOK)
    (here / "a\nDone.txt").write_text("Only one paragraph stands in this article of mine.\n")
    run("init", "s.db", "-c", "cb.yaml")
    run("add", "a\nDone.txt")
    assert "Article 1 of 1: a␊Done." in run("code", "--plain", "--coder", "ana").out
