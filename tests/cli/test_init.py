"""`annotator init`."""

import stat
from pathlib import Path

import pytest

from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK


@pytest.fixture
def codebook(tmp_path: Path) -> Path:
    path = tmp_path / "small.yaml"
    path.write_text(CODEBOOK, encoding="utf-8")
    return path


def test_a_new_study(tmp_path: Path, codebook: Path) -> None:
    path = tmp_path / "study.db"
    finished = run("init", path, "--codebook", codebook)
    assert finished.exit_code == 0
    assert "small 1.0.0: Who says what" in finished.out
    assert f"annotator -s {path} add" in finished.err
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with Study.open(path) as study:
        assert study.codebook_source() == CODEBOOK


def test_the_next_command_is_as_short_as_it_can_be(
    tmp_path: Path, codebook: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "`annotator add ARTICLES...`" in run("init", "study.db", "-c", codebook).err
    # With two studies in the folder, it must be said which.
    assert "`annotator -s other.db add" in run("init", "other.db", "-c", codebook).err


def test_a_byte_order_mark_is_no_part_of_the_codebook(tmp_path: Path, codebook: Path) -> None:
    codebook.write_bytes(b"\xef\xbb\xbf" + CODEBOOK.encode())
    assert run("init", tmp_path / "study.db", "-c", codebook).exit_code == 0


def test_nothing_is_written_over(tmp_path: Path, codebook: Path) -> None:
    path = tmp_path / "study.db"
    path.write_text("precious", encoding="utf-8")
    assert run("init", path, "-c", codebook).exit_code == 1
    assert path.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize(
    "content", [CODEBOOK.replace("actor", "actor 1").encode(), b"\xff\xfe\x00", b"", b"\x00" * 9]
)
def test_a_codebook_that_does_not_hold_makes_no_study(tmp_path: Path, content: bytes) -> None:
    codebook = tmp_path / "bad.yaml"
    codebook.write_bytes(content)
    finished = run("init", tmp_path / "study.db", "-c", codebook)
    assert finished.exit_code == 3
    assert "bad.yaml" in finished.err
    assert not (tmp_path / "study.db").exists()


def test_a_codebook_that_is_not_there(tmp_path: Path) -> None:
    finished = run("init", tmp_path / "study.db", "-c", tmp_path / "none.yaml")
    assert finished.exit_code == 1
    assert "none.yaml" in finished.err


def test_the_codebook_must_be_named(tmp_path: Path) -> None:
    finished = run("init", tmp_path / "study.db")
    assert finished.exit_code == 2
    assert "--codebook" in finished.err
