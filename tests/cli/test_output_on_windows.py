"""What a command gets from and writes to files and pipes on Windows, where Python would take a
code page.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.study import Study

# Only the name of the system is changed. The encoding is one that this system can have, too: ASCII
# lacks what code pages lack.
_AS_ON_WINDOWS = """
import sys
sys.platform = "win32"
from annotator.cli import main
sys.exit(main(sys.argv[1:]))
"""
_CODE_PAGE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def _environment() -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k not in {"PYTHONIOENCODING", "PYTHONUTF8"}}


def output(*words: str, **variables: str) -> bytes:
    """What the command writes to standard output, which is a pipe."""
    finished = subprocess.run(
        [sys.executable, "-c", _AS_ON_WINDOWS, *words], capture_output=True, check=True,
        env={**_environment(), **_CODE_PAGE, **variables},
    )  # fmt: skip
    return finished.stdout


@pytest.fixture
def zoes_study(two_coders: Path) -> Path:
    with Study.open(two_coders, coder="Zoë 北") as study:
        study.finish(study.headers()[0].id, 1)
    return two_coders


def test_a_file_gets_utf8_and_no_carriage_returns(zoes_study: Path) -> None:
    written = output("-s", str(zoes_study), "status")
    assert "Zoë 北" in written.decode("utf-8")
    assert b"\r" not in written


def test_whoever_names_an_encoding_gets_it(zoes_study: Path) -> None:
    written = output("-s", str(zoes_study), "status", PYTHONIOENCODING="iso-8859-1")
    assert "Zoë \\u5317" in written.decode("iso-8859-1")


def test_what_comes_from_a_file_is_utf8() -> None:
    asks = "from annotator.cli import _speak_utf8; _speak_utf8(); print(ascii(input()))"
    finished = subprocess.run(
        [sys.executable, "-c", asks], input="Zoë 北\n".encode(), capture_output=True, check=True,
        env={**_environment(), **_CODE_PAGE},
    )  # fmt: skip
    assert finished.stdout == b"'Zo\\xeb \\u5317'\n"
