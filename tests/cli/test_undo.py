"""`annotator undo`."""

from pathlib import Path

from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK, FIRST


def test_the_last_action(two_coders: Path) -> None:
    finished = run("undo", "--coder", "ana", study=two_coders)
    assert finished.exit_code == 0
    assert finished.out == "Undone: flagged (paragraph 2)\n"
    with Study.open(two_coders, coder="ana") as study:
        assert not study.work(FIRST.id).unit(2).flagged


def test_several_and_no_further_than_the_beginning(two_coders: Path) -> None:
    finished = run("undo", "99", "--coder", "ben", study=two_coders)
    assert len(finished.out.splitlines()) == 3
    assert finished.err == "ben has nothing more to undo.\n"
    with Study.open(two_coders, coder="ben") as study:
        assert not study.work(FIRST.id).units
    with Study.open(two_coders, coder="ana") as study:
        assert study.work(FIRST.id).unit(3).done


def test_it_can_be_redone(two_coders: Path) -> None:
    run("undo", "--coder", "ana", study=two_coders)
    with Study.open(two_coders, coder="ana") as study:
        assert study.redo() is not None
        assert study.work(FIRST.id).unit(2).flagged


def test_with_two_coders_one_must_be_named(two_coders: Path) -> None:
    finished = run("undo", study=two_coders)
    assert finished.exit_code == 2
    assert "--coder ana" in finished.err


def test_an_unknown_coder(two_coders: Path) -> None:
    finished = run("undo", "--coder", "zoe", study=two_coders)
    assert finished.exit_code == 2
    assert "ana, ben" in finished.err


def test_nobody_has_coded(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    with Study.create(path, CODEBOOK):
        pass
    finished = run("undo", study=path)
    assert finished.exit_code == 2
    assert finished.err == "Nobody has coded yet.\n"
