"""Lines stay as wide as they were drawn where the terminal takes no UTF-8."""

import io
from pathlib import Path

import pytest
from rich.cells import cell_len

from annotator.tui.encoding import keep_width
from tests.tui.study import make_study
from tests.tui.terminal import Terminal, annotator

DRAWN = "── Actor: “Kim” said … 북한 │ naïve 🤝"


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "euc-kr", "utf-8"])
def test_every_encoding_keeps_the_width(encoding: str) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    keep_width(stream)
    stream.write(DRAWN)
    stream.flush()
    written = raw.getvalue().decode(encoding)
    assert cell_len(written) == cell_len(DRAWN)
    assert (written == DRAWN) == (encoding == "utf-8")


def test_ascii_reads_well() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    keep_width(stream)
    stream.write(DRAWN)
    stream.flush()
    assert raw.getvalue() == b'-- Actor: "Kim" said . ???? | na?ve ??'


def test_the_screen_holds_together(tmp_path: Path) -> None:
    command = annotator(make_study(tmp_path / "study.db"), "code", "--coder", "ana")
    environment = {"PYTHONIOENCODING": "latin-1"}
    with Terminal(command, environment=environment) as terminal:
        terminal.wait_for("F1 help")
        text = terminal.text
        terminal.send("\x11")
        assert terminal.wait() == 0
    assert "\\u" not in text
    assert "-- Kind of text" in text
