"""The agreement screen in a real pseudo-terminal: opened, gone through, and left while it works."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.small import make_study
from tests.tui.terminal import Terminal, annotator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")


def test_the_lead_goes_from_a_figure_to_the_paragraph_behind_it(tmp_path: Path) -> None:
    path = make_study(tmp_path / "study.db")
    with Terminal(annotator(path, "agree", "actor", "--screen")) as terminal:
        terminal.wait_for("actor, set")
        terminal.wait_for("unreliable")
        terminal.send("\x1b[B" if "> actor, set" not in terminal.text else "")
        terminal.send("\r")
        terminal.wait_for("“United States” against “North Korea”")
        terminal.send("\r")
        terminal.wait_for("> first 2")
        terminal.send("\r")
        terminal.wait_for("What each coder said")
        for title in ("DISAGREEMENTS", "Enter where", "AGREEMENT"):
            terminal.send("\x1b")
            terminal.wait_for(title)
        terminal.send("\x1b")
        assert terminal.wait() == 0
        assert not terminal.is_raw()
    assert b"Traceback" not in terminal.output


@pytest.mark.parametrize("colour", ["", "1"])
def test_shades_are_told_without_colours(tmp_path: Path, colour: str) -> None:
    path = make_study(tmp_path / "study.db")
    environment = {"NO_COLOR": colour} if colour else {}
    with Terminal(annotator(path, "agree", "--screen"), environment=environment) as terminal:
        terminal.wait_for("actor, set")
        terminal.send("\x1b[B\x1b[B\r")
        terminal.wait_for("1█")
        cells = terminal.screen.buffer[6]
        marks = [cell for cell in cells.values() if cell.data in "░▒▓█"]
        hidden = [cell for cell in marks if cell.fg == cell.bg]
        assert marks
        assert bool(hidden) is not bool(colour)


_ENDLESS = """
import sys
from annotator.tui.screens.agreement import AgreementScreen
stages = AgreementScreen._stages
def endless(self, stopped):
    yield next(stages(self, stopped))
    while True:  # as statement alpha of a large study does for half a minute
        pass
AgreementScreen._stages = endless
from annotator.cli import main
sys.exit(main())
"""


@contextmanager
def computing(folder: Path) -> Iterator[Terminal]:
    """The screen with its first figures, while it computes intervals without end."""
    path = make_study(folder / "study.db")
    command = [sys.executable, "-c", _ENDLESS, "-s", str(path), "agree", "--screen"]
    with Terminal(command) as terminal:
        terminal.wait_for("Computing intervals")
        yield terminal


def test_ctrl_q_does_not_wait_for_what_is_being_computed(tmp_path: Path) -> None:
    with computing(tmp_path) as terminal:
        terminal.send("\x11")
        assert terminal.wait() == 0


def test_keys_work_while_it_computes(tmp_path: Path) -> None:
    with computing(tmp_path) as terminal:
        terminal.send("\x1b[B")
        terminal.wait_for("> statement, any")
        terminal.send("d")
        terminal.wait_for("DISAGREEMENTS")
        terminal.send("\x1b")
        terminal.wait_for("Computing")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--json"], "--screen takes no --json."),
        (["--fail-under", ".8"], "--screen takes no --fail-under."),
        (["--by", "week"], "--screen takes no --by."),
    ],
)
def test_what_is_not_meant_together_is_refused(
    tmp_path: Path, options: list[str], said: str
) -> None:
    path = make_study(tmp_path / "study.db")
    with Terminal(annotator(path, "agree", "--screen", *options)) as terminal:
        assert terminal.wait() == 2
        assert said in terminal.text
