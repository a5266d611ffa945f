"""`annotator code` without --round: work lands in the round it is meant for, and that is said."""

import io
import sys
from pathlib import Path

import pytest

from annotator.model.team import Assigned, Purpose, Round
from annotator.study import Study
from tests.cli.run import Finished, run
from tests.small import CODEBOOK, FIRST, SECOND
from tests.tui.terminal import Terminal, annotator


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Study.create(tmp_path / "study.db", CODEBOOK, name="small.yaml") as study:
        study.add_articles([FIRST, SECOND])
        study.describe_round(Round("reliability", Purpose.RELIABILITY))
        study.describe_round(Round("drift", Purpose.DRIFT))
    return tmp_path / "study.db"


def give(path: Path, round: str, *paragraphs: int) -> None:
    with Study.open(path) as study:
        study.assign_units(round, {"ana": [Assigned(FIRST.id, number) for number in paragraphs]})


def type_in(monkeypatch: pytest.MonkeyPatch, path: Path, *arguments: str) -> Finished:
    """One memo written in line mode, then the end of the input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(":memo seen\n"))
    return run("code", "--plain", "--coder", "ana", *arguments, study=path)


def rounds_of_ana(path: Path) -> set[str]:
    with Study.open(path) as study:
        return {unit.round for unit in study.units(coders=["ana"])}


def test_in_main_alone_nothing_has_to_be_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert type_in(monkeypatch, path).err == ""
    assert rounds_of_ana(path) == {"main"}


def test_work_lands_where_units_were_given(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(path, "reliability", 1, 2)
    finished = type_in(monkeypatch, path)
    assert finished.err == "Round reliability: 0 of 2 units done.\n"
    assert "Coder ana, round reliability." in finished.out
    assert rounds_of_ana(path) == {"reliability"}


def test_of_several_rounds_the_others_are_named(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(path, "drift", 1)
    give(path, "reliability", 1)
    told = "Round reliability: 0 of 1 units done. Units are left in drift, too (--round).\n"
    assert type_in(monkeypatch, path).err == told
    assert type_in(monkeypatch, path, "--round", "drift").err == ""
    told = "Round drift: 0 of 1 units done. Units are left in reliability, too (--round).\n"
    assert type_in(monkeypatch, path).err == told
    assert rounds_of_ana(path) == {"reliability", "drift"}


def test_leaving_the_round_coded_in_last_is_said(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, path)
    give(path, "drift", 1)
    told = "Round drift: 0 of 1 units done. You last coded in main (--round main).\n"
    assert type_in(monkeypatch, path).err == told


def test_a_round_that_is_named_is_the_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(path, "reliability", 1)
    assert type_in(monkeypatch, path, "--round", "main").err == ""
    assert rounds_of_ana(path) == {"main"}


def test_a_package_goes_on_in_its_rounds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(path, "reliability", 1)
    package = path.with_name("ana.db")
    run("pack", "--coder", "ana", "-o", package, study=path)
    assert "Round reliability: 0 of 1 units done.\n" in type_in(monkeypatch, package).err
    assert rounds_of_ana(package) == {"reliability"}


def test_units_says_where_the_coder_has_others(path: Path) -> None:
    assert run("units", "--coder", "ana", study=path).err == ""
    give(path, "reliability", 1)
    told = "These are units of round main. ana goes on in reliability: --round reliability\n"
    assert run("units", "--coder", "ana", study=path).err == told
    named = run("units", "--coder", "ana", "--round", "reliability", study=path)
    assert (named.err, len(named.out.splitlines())) == ("", 1)


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
def test_the_screen_says_it_until_the_first_key(path: Path) -> None:
    give(path, "reliability", 1, 2)
    with Terminal(annotator(path, "code", "--coder", "ana"), environment={}) as terminal:
        both = (" ana | reliability", "Round reliability: 0 of 2 units done.")
        terminal.wait_until(lambda: all(said in terminal.text for said in both), "not both")
        terminal.send("\r")
        terminal.wait_for("par 2 of 3")
        terminal.wait_for("F1 help")
