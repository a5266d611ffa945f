"""`annotator add`."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK

BODY = (
    "The delegations left the hotel before lunch, and nobody could say who had stood up first. " * 4
)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "study.db"
    Study.create(path, CODEBOOK).close()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in (10, 2, 1):
        text = f"Title {number}\n\nBy Jane Doe\n\n{BODY}\n\nMore from the Courier\n"
        (folder / f"a{number}.txt").write_text(text, encoding="utf-8")
    return folder


def names(study: Path) -> list[str]:
    with Study.open(study, read_only=True) as opened:
        return [header.name for header in opened.headers()]


def test_a_folder_is_added_as_people_count(study: Path, folder: Path) -> None:
    finished = run("add", folder, study=study)
    assert finished.exit_code == 0
    assert names(study) == ["a1", "a2", "a10"]
    assert (
        "a1: “Title 1”, Jane Doe; 73 words; 4 paragraphs, 2 codable "
        "(1 headline, 1 byline, 1 body, 1 boilerplate)" in finished.out
    )
    assert "Added 3 articles: 12 paragraphs, 6 codable." in finished.out


def test_adding_twice_changes_nothing(study: Path, folder: Path) -> None:
    run("add", folder, study=study)
    finished = run("add", folder / "a1.txt", folder, study=study)
    assert finished.exit_code == 0
    assert "Added 0 articles" in finished.out
    assert "3 articles already there: a1, a2, a10" in finished.out
    assert len(names(study)) == 3


def test_the_same_text_twice_in_one_go_is_one_article(study: Path, folder: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "a1.txt").read_bytes())
    finished = run("add", folder, study=study)
    assert "Added 3 articles" in finished.out
    assert "1 article twice in these files: copy" in finished.out
    again = run("add", folder, study=study)
    assert "4 articles already there: a1, a2, a10, copy" in again.out
    assert "twice" not in again.out


def test_bad_files_do_not_stop_the_others(study: Path, folder: Path) -> None:
    (folder / "a3.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "a4.txt").write_bytes(b"")
    finished = run("add", folder, folder / "none.txt", study=study)
    assert finished.exit_code == 1
    assert names(study) == ["a1", "a2", "a10"]
    assert (
        f"{folder / 'a3.txt'}: is not an article file: it looks like an image (PNG)" in finished.err
    )
    assert f"{folder / 'a4.txt'}: is empty" in finished.err
    assert "none.txt: does not exist" in finished.err
    assert "3 files could not be read." in finished.err


def test_nothing_could_be_read(study: Path, tmp_path: Path) -> None:
    assert run("add", tmp_path / "none.txt", study=study).exit_code == 3
    empty = tmp_path / "empty"
    empty.mkdir()
    finished = run("add", empty, study=study)
    assert finished.exit_code == 3
    assert "no article file" in finished.err


def test_other_files_of_a_folder_are_left_out_and_named(study: Path, folder: Path) -> None:
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / ".hidden.txt").write_text("hidden", encoding="utf-8")
    finished = run("add", folder, study=study)
    assert finished.exit_code == 0
    assert "1 file of other kinds left out: photo.jpg" in finished.out
    assert "hidden" not in finished.out


def test_dry_run_stores_nothing_and_tells_all(study: Path, folder: Path) -> None:
    finished = run("add", "--dry-run", folder / "a1.txt", study=study)
    assert finished.exit_code == 0
    assert names(study) == []
    assert "Would add 1 article" in finished.out
    assert "    2  byline       By Jane Doe\n" in finished.out
    assert "-> names somebody after: “by”" in finished.out


def test_dry_run_needs_no_study(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ANNOTATOR_STUDY", raising=False)
    assert "Would add 3 articles" in run("add", "-n", folder).out
    assert run("add", folder).exit_code == 2


def test_json(study: Path, folder: Path) -> None:
    (folder / "a3.txt").write_bytes(b"")
    report = run("add", "--json", "-v", folder, study=study).json()
    assert [article["name"] for article in report["added"]] == ["a1", "a2", "a10"]
    first = report["added"][0]
    assert first["kinds"] == {"headline": 1, "byline": 1, "body": 1, "boilerplate": 1}
    assert (first["n_paragraphs"], first["n_codable"]) == (4, 2)
    assert first["title"] == "Title 1"
    assert first["author"] == "Jane Doe"
    assert first["paragraphs"][1]["kind"] == "byline"
    assert report["refused"] == [
        {"file": str(folder / "a3.txt"), "line": 0, "reason": "is empty", "hint": ""}
    ]
    assert report["dry_run"] is False


def test_another_encoding_is_said(study: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Ein Artikel über die Brüder, die Käse mögen.".encode("cp1252"))
    assert "a.txt: read as cp1252 (no UTF-8; it reads best so)" in run("add", path, study=study).out


def test_wrong_options_are_said_before_anything_is_read(study: Path, folder: Path) -> None:
    wrong = run("add", "--encoding", "klingon", folder, study=study)
    assert wrong.exit_code == 2
    assert 'no encoding of texts called "klingon"' in wrong.err.replace("There is ", "")
    assert run("add", "--format", "klingon", folder, study=study).exit_code == 2
    assert names(study) == []


def test_hostile_names_and_texts_reach_the_terminal_harmlessly(study: Path, tmp_path: Path) -> None:
    path = tmp_path / "\x1b]52;c;x\x07.txt"
    path.write_text(f"\x1b[31mRed [/] \u202eheadline\n\n{BODY}\n", encoding="utf-8")
    bad = tmp_path / "\x1b[2J.txt"
    bad.write_bytes(b"")
    finished = run("add", "-v", path, bad, study=study)
    assert "\x1b" not in finished.out + finished.err
    assert "\u202e" not in finished.out


def test_interrupted_nothing_is_half_done(study: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.rtf").write_text(f"{{\\rtf1 {number}\\par {BODY}}}", encoding="utf-8")
    os.mkfifo(folder / "zz.txt")  # never reached
    script = (
        "import os, signal, sys\n"
        "from annotator.cli import main\n"
        "from annotator.readers import children\n"
        "understood = children.understood\n"
        "def interrupted(path, answer):\n"
        "    if path.name == '200.rtf': os.kill(os.getpid(), signal.SIGINT)\n"
        "    return understood(path, answer)\n"
        "children.understood = interrupted\n"
        f"sys.exit(main(['-s', {str(study)!r}, 'add', {str(folder)!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode in {130, -signal.SIGINT}
    assert "Nothing was added" in done.stderr
    assert names(study) == []
