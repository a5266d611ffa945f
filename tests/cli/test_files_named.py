"""Patterns of file names that no shell has replaced, as on Windows."""

import os
from pathlib import Path

import pytest

from annotator.cli import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with articles in one whose name is a pattern itself."""
    texts = tmp_path / "texts [2019]"
    texts.mkdir()
    for name in ("b.txt", "a.txt", "c.md"):
        (texts / name).write_text(f"The ferry {name} was late.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def added(capsys: pytest.CaptureFixture[str]) -> list[str]:
    lines = capsys.readouterr()
    return [line.partition(":")[0] for line in (lines.out + lines.err).splitlines() if ";" in line]


def test_a_pattern_stands_for_what_it_matches(
    folder: Path, two_coders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = ["-s", str(two_coders)]
    assert main([*study, "add", str(Path("texts [2019]", "*.txt"))]) == 0
    assert added(capsys) == ["a", "b"]


def test_a_file_that_is_called_like_a_pattern_is_that_file(
    folder: Path, two_coders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if os.name == "nt":  # Windows has no such names
        return
    (folder / "why?.txt").write_text("Nobody knew.\n", encoding="utf-8")
    (folder / "whys.txt").write_text("Some did.\n", encoding="utf-8")
    assert main(["-s", str(two_coders), "add", "why?.txt"]) == 0
    assert added(capsys) == ["why?"]


@pytest.mark.parametrize(
    ("words", "code"),
    [(["add"], 3), (["merge"], 2), (["import"], 2), (["codebook", "check"], 1)],
)
def test_a_pattern_that_matches_nothing_is_named(
    words: list[str], code: int, folder: Path, two_coders: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert main(["-s", str(two_coders), *words, "*.none"]) == code
    assert "*.none" in capsys.readouterr().err
