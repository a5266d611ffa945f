"""Ctrl+C while the program starts: from our first line on it ends without a traceback."""

import signal
import subprocess
import sys

import pytest

from annotator.cli import interrupt, main

_PRESSED_WHILE_LOADING = """
import os, signal, sys

class Pressed:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Pressed())
sys.argv[1:] = {arguments!r}
{before}
from annotator.cli import main
sys.exit(main())
"""


def pressed(module: str, *arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    """The program, with Ctrl+C at the moment at which it begins to load a module."""
    script = _PRESSED_WHILE_LOADING.format(module=module, arguments=arguments, before=before)
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=600, check=False
    )


@pytest.mark.parametrize(
    ("module", "command"),
    [("annotator.errors", "status"), ("annotator.cli.glance", "status"), ("click", "agree"),
     ("annotator.cli.group", "--help"), ("annotator.cli.agree", "agree")],
)  # fmt: skip
def test_it_ends_there_and_then(module: str, command: str) -> None:
    done = pressed(module, command)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Stopped.\n")


def test_even_before_its_answer_is_in_place() -> None:
    done = pressed("annotator.cli.interrupt", "--help")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Stopped.\n")


def test_a_job_in_the_background_goes_on_ignoring_it() -> None:
    ignored = "signal.signal(signal.SIGINT, signal.SIG_IGN)"
    done = pressed("click", "--version", before=ignored)
    assert done.returncode == 0
    assert done.stdout.startswith("annotator ")


def test_nothing_is_loaded_before_it_can_be_answered() -> None:
    script = (
        "import sys; before = set(sys.modules); import annotator.cli;"
        " print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["annotator", "annotator.cli"]


def test_afterwards_it_is_raised_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["annotator", "--version"])
    assert main() == 0
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_command_gets_it_raised() -> None:
    interrupt.leave_at_once()
    interrupt.raise_as_usual()
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
