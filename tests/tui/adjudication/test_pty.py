"""Settling disagreements in a real terminal: killed in the middle, and taken up again."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from annotator.study import Study
from tests.tui.adjudication.study import make_disputed, settled
from tests.tui.terminal import Terminal, annotator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (120, 40)])
def test_killed_in_the_middle_and_taken_up_again(tmp_path: Path, columns: int, lines: int) -> None:
    path = make_disputed(tmp_path / "study.db")
    command = annotator(path, "adjudicate", "--coder", "lea", "--order", "article")
    with Terminal(command, columns=columns, lines=lines) as terminal:
        terminal.wait_for("1 of 2, 0 decided")
        terminal.send("b2\r")
        terminal.wait_for("2 of 2, 1 decided")
        terminal.send("A4")
        terminal.wait_for("[4 real difference]")
        terminal.kill(signal.SIGKILL)
        assert terminal.wait() == -signal.SIGKILL
    stored = (1, "tone", "good", "unclear_text", "lea")
    assert settled(path) == [stored]
    with Study.open(path) as study:
        assert not list(study.faults())
    with Terminal(command, columns=columns, lines=lines) as terminal:
        terminal.wait_for("2 of 2, 1 decided")
        terminal.wait_for("[4 real difference]")
        terminal.send("\r")
        terminal.wait_for("All 2 disagreements are decided.")
        terminal.send("\x11")
        assert terminal.wait() == 0
        assert not terminal.is_raw()
        assert b"Traceback" not in terminal.output
    assert settled(path)[0] == stored
    assert len(settled(path)) == 7


def test_without_colours_the_choice_and_the_cursor_are_seen(tmp_path: Path) -> None:
    path = make_disputed(tmp_path / "study.db")
    command = annotator(path, "adjudicate", "--coder", "lea", "--order", "article", "--anonymous")
    with Terminal(command, environment={"NO_COLOR": "1"}) as terminal:
        terminal.wait_for("1 of 2, 0 decided")
        terminal.send("s")
        terminal.wait_for("2 of 2, 0 decided")
        terminal.wait_for(" > Stance")
        terminal.send("a")
        terminal.wait_for("[A ")
        assert "ana" not in terminal.text
