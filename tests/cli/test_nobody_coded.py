"""A study in which nobody has coded yet: every command that needs codings says the same."""

from pathlib import Path

import pytest

from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK, FIRST

SAID = "Nobody has finished a unit in round main."


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    with Study.create(tmp_path / "study.db", CODEBOOK, name="small.yaml") as study:
        study.add_articles([FIRST])
    return tmp_path / "study.db"


@pytest.mark.parametrize(
    "typed",
    [
        ["agree"],
        ["agree", "--json"],
        ["disagreements"],
        ["disagreements", "--json"],
        ["disagreements", "--rules"],
        ["adjudicate", "--coder", "lea"],
        ["adjudicate", "--coder", "lea", "--plain"],
    ],
)
def test_an_empty_list_or_table_is_an_answer_and_says_why(fresh: Path, typed: list[str]) -> None:
    finished = run(*typed, study=fresh)
    assert finished.exit_code == 0
    assert finished.err == f"{SAID}\n`annotator status` shows who coded what.\n"
    if typed == ["disagreements", "--json"]:
        assert finished.json() == []


@pytest.mark.parametrize(
    "typed",
    [
        ["pace"],
        ["status"],
        ["worklist"],
        ["export"],
        ["export", "-f", "dna", "-o", "network"],
        ["export", "-f", "graphml", "-o", "network"],
        ["export", "--final", "agreed"],
    ],
)
def test_whatever_else_shows_codings_ends_well_too(
    fresh: Path, typed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(fresh.parent)
    finished = run(*typed, study=fresh)
    assert finished.exit_code == 0
    assert finished.err


def test_a_report_that_cannot_be_written_is_a_failure(fresh: Path, tmp_path: Path) -> None:
    finished = run("report", "-o", tmp_path / "report.md", study=fresh)
    assert finished.exit_code == 1
    assert finished.err.startswith(f"{SAID} There is nothing to report.\n")
    assert not (tmp_path / "report.md").exists()


def test_a_threshold_is_not_reached_by_nothing(fresh: Path) -> None:
    assert run("agree", "--fail-under", "0.1", study=fresh).exit_code == 4


@pytest.mark.parametrize(
    "typed", [["agree"], ["report"], ["disagreements"], ["adjudicate", "--coder", "lea"]]
)
def test_a_round_that_nobody_made_is_a_mistake(fresh: Path, typed: list[str]) -> None:
    finished = run(*typed, "--round", "pilto", study=fresh)
    assert finished.exit_code == 2
    assert "There is no round “pilto”.\nKnown: main." in finished.err


@pytest.mark.parametrize(
    "typed", [["agree"], ["report"], ["disagreements"], ["adjudicate", "--coder", "lea"]]
)
def test_where_codings_are_instead_is_said(two_coders: Path, typed: list[str]) -> None:
    run("round", "set", "pilot", "--purpose", "pilot", study=two_coders)
    finished = run(*typed, "--round", "pilot", study=two_coders)
    assert "Finished units are in: main. Choose with --round.\n" in finished.err
