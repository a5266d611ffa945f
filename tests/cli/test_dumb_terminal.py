"""Where no screen can be drawn, none is: the line mode is named, and words stay whole in it."""

import sys
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal

ANNOTATOR = [sys.executable, "-m", "annotator"]
DUMB = {"PYTHONPATH": str(Path(__file__).resolve().parents[2]), "TERM": "dumb"}
ESCAPE = b"\x1b"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["code", "--coder", "ana"], "annotator code --plain"),
        (["adjudicate", "--coder", "lea"], "annotator adjudicate --plain"),
        (["agree", "--screen"], "annotator agree"),
    ],
)
def test_a_screen_is_refused_and_the_way_without_named(
    two_coders: Path, words: list[str], hint: str
) -> None:
    with Terminal([*ANNOTATOR, "-s", str(two_coders), *words], environment=DUMB) as terminal:
        assert terminal.wait() == 2
        assert "needs a terminal" in terminal.text
        assert hint in terminal.text
        assert ESCAPE not in terminal.output


def test_the_first_run_prints_the_help(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ANNOTATOR_STUDY", raising=False)
    with Terminal(ANNOTATOR, environment=DUMB, lines=80) as terminal:
        assert terminal.wait() == 0
        assert "Usage: annotator" in terminal.text
        assert ESCAPE not in terminal.output


def test_line_mode_breaks_no_word(two_coders: Path) -> None:
    command = [*ANNOTATOR, "-s", str(two_coders), "code", "--plain", "--coder", "cem"]
    with Terminal(command, environment=DUMB, columns=44, lines=60) as terminal:
        terminal.wait_for("Statement 1")
        terminal.send(":help\r")
        terminal.wait_for("\nwith two.")
        lines = terminal.text.splitlines()
        terminal.send(":quit\r")
        assert terminal.wait() == 0
    whole = ":skip goes to the next unit that is not done, without finishing this one"
    start = next(number for number, line in enumerate(lines) if line.startswith(":skip"))
    assert " ".join(line.strip() for line in lines[start : start + 2]) == whole
