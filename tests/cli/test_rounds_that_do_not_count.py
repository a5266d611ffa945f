"""Rounds are known by name, and those that do not count enter no figure."""

from pathlib import Path

import pytest

from annotator.model.coding import Answer, Target
from annotator.study import Study
from tests.cli.run import run
from tests.small import FIRST


@pytest.fixture
def path(two_coders: Path) -> Path:
    """A study with a training round in which both coders finished a paragraph."""
    run("round", "set", "t1", "--purpose", "training", "--gold", "ana", study=two_coders)
    for coder in ("ana", "ben"):
        with Study.open(two_coders, coder=coder, round="t1") as study:
            study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
            study.finish(FIRST.id, 1)
    return two_coders


@pytest.mark.parametrize(
    "arguments",
    [("agree",), ("report",), ("code", "--plain", "--coder", "ana"), ("assign", "--dry-run"),
     ("export", "-o", "-")],
)  # fmt: skip
def test_an_unknown_round_is_told_with_the_nearest(path: Path, arguments: tuple[str, ...]) -> None:
    finished = run(*arguments, "--round", "t11", study=path)
    assert (finished.exit_code, finished.out) == (2, "")
    assert "There is no round “t11”.\nKnown: t1. `annotator round set t11`" in finished.err


def test_agreement_of_training_is_shown_when_named_and_said_to_be_no_reliability(
    path: Path,
) -> None:
    finished = run("agree", "--round", "t1", study=path)
    assert finished.exit_code == 0
    assert "Round t1 does not count: in training coders are told the right answers." in finished.err
    assert "Round t1; coders: ana, ben" in finished.out


def test_a_report_of_training_is_refused(path: Path) -> None:
    finished = run("report", "--round", "t1", study=path)
    assert (finished.exit_code, finished.out) == (2, "")
    assert "It is no matter for a report." in finished.err


def test_a_round_that_does_not_count_is_refused_unless_named(path: Path) -> None:
    run("round", "set", "main", "--no-figures", study=path)
    finished = run("agree", study=path)
    assert (finished.exit_code, finished.out) == (2, "")
    assert "Round main does not enter the figures" in finished.err
    assert run("agree", "--round", "main", study=path).exit_code == 0


def test_rounds_that_do_not_count_are_not_compared(path: Path) -> None:
    with Study.open(path, coder="ana", round="drift") as study:
        study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
        study.finish(FIRST.id, 1)
    told = run("agree", "tone", "--by", "round", study=path).out
    part = told[told.index("By round") :]
    assert "drift" in part
    assert "t1" not in part
