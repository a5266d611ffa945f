"""`annotator` alone and `annotator demo`, in a real terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from annotator.cli.demo import VISITOR, WELCOME
from annotator.study import Study
from tests.tui.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
ANNOTATOR = [sys.executable, "-m", "annotator"]
ENVIRONMENT = {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ANNOTATOR_STUDY", raising=False)


def test_where_there_is_no_study_it_offers_the_demo(tmp_path: Path) -> None:
    with Terminal(ANNOTATOR, environment=ENVIRONMENT) as terminal:
        terminal.wait_for("There is no study here yet")
        terminal.send("1")
        terminal.wait_for(f"{VISITOR} | main")
    assert (tmp_path / "annotator-demo" / "demo.db").is_file()


def test_how_to_start_is_printed(tmp_path: Path) -> None:
    with Terminal(ANNOTATOR, environment=ENVIRONMENT) as terminal:
        terminal.wait_for("There is no study here yet")
        terminal.send("2")
        terminal.wait_for("annotator init study.db --codebook codebook.yaml   an empty study")
        assert terminal.wait() == 0
    assert list(tmp_path.iterdir()) == []


def test_leaving_writes_nothing(tmp_path: Path) -> None:
    with Terminal(ANNOTATOR, environment=ENVIRONMENT) as terminal:
        terminal.wait_for("There is no study here yet")
        terminal.send("q")
        assert terminal.wait() == 0
    assert list(tmp_path.iterdir()) == []


def test_where_there_is_a_study_it_prints_the_help(two_coders: Path) -> None:
    with Terminal(ANNOTATOR, environment=ENVIRONMENT, lines=60) as terminal:
        terminal.wait_for("History and health:")
        terminal.wait_for("`annotator code` goes on")
        assert terminal.wait() == 0
    assert two_coders.is_file()


def test_the_demo_opens_shows_agreement_and_opens_again_at_the_same_place(tmp_path: Path) -> None:
    demo = [*ANNOTATOR, "demo"]
    with Terminal(demo, environment=ENVIRONMENT, columns=120, lines=40) as terminal:
        terminal.wait_for(WELCOME)
        terminal.wait_for("par 1 of 14")
        terminal.send("\x1b[15~")  # F5
        terminal.wait_for("AGREEMENT")
        terminal.wait_for("unit_type")
        terminal.send("\x1b")
        terminal.wait_for("par 1 of 14")
        terminal.send("\r")
        terminal.wait_for("par 2 of 14")
    with Terminal(demo, environment=ENVIRONMENT, columns=120, lines=40) as terminal:
        terminal.wait_for("par 2 of 14")
        terminal.wait_for("F1 help")
        assert WELCOME not in terminal.text
    with Study.open(tmp_path / "annotator-demo" / "demo.db", coder=VISITOR) as study:
        assert study.progress().done == 1
