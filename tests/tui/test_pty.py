"""The program in a real pseudo-terminal: killed, told to leave, cut off, fed with rubbish."""

import os
import random
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.model.coding import Target, UnitWork
from annotator.model.place import Place
from annotator.study import Study
from tests.tui.study import make_study
from tests.tui.terminal import Terminal, annotator

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals")
STATEMENTS = ("u3sr", "c1te", "ea2nd", "j3pw")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_study(tmp_path / "study.db")


def open_screen(path: Path, *, columns: int = 80, lines: int = 24, **environment: str) -> Terminal:
    terminal = Terminal(
        annotator(path, "code", "--coder", "ana"),
        columns=columns,
        lines=lines,
        environment=environment,
    )
    terminal.wait_for("F1 help" if columns >= 80 else "Enter")
    return terminal


def work(path: Path, paragraph: int) -> UnitWork:
    with Study.open(path, coder="ana") as study:
        return study.work("id-first").unit(paragraph)


def test_codes_a_paragraph_and_comes_back_to_the_next(path):
    with open_screen(path) as terminal:
        terminal.send("\r")
        terminal.wait_for("par 2 of 6")
        terminal.send("\rs")
        terminal.wait_for("par 3 of 6")
        terminal.send("c,r3sr")
        answered = {1: 3, 2: 3, 3: 0}
        terminal.wait_until(lambda: acknowledged(terminal) == answered, f"not {answered}")
        terminal.send("\r")
        terminal.wait_for("par 4 of 6")
        terminal.send("\x11")
        assert terminal.wait() == 0
        assert not terminal.is_raw()
    assert [str(s.answers["actor"]) for s in work(path, 3).statements] == ["china", "russia"]
    with open_screen(path) as terminal:
        assert "par 4 of 6" in terminal.text


def acknowledged(terminal: Terminal) -> dict[int, int]:
    """How many answers the screen shows of each statement; it may show only what is stored."""
    rows = [line for line in terminal.text.splitlines() if re.match(r"[ >] ?\d+ {3}\w", line)]
    return {int(row[1:3]): 3 - len(re.findall(r"\w…?\?", row)) for row in rows if "  " in row[6:]}


def code_and_kill(path: Path, seed: int) -> None:
    """Code at full speed, kill at a random moment, and compare with what was acknowledged."""
    chance = random.Random(seed)
    with open_screen(path) as terminal:
        for key in "".join(chance.choices(STATEMENTS, k=4)):
            terminal.send(key)
            terminal.read(chance.random() * 0.02)
        terminal.read(chance.random() * 0.1)
        terminal.kill(signal.SIGKILL)
        assert terminal.wait() == -signal.SIGKILL
        shown = acknowledged(terminal)
    assert_stored(path, shown)


def assert_stored(path: Path, shown: dict[int, int]) -> None:
    with Study.open(path, coder="ana") as study:
        statements = study.work("id-first").unit(3).statements
        for number, answers in shown.items():
            if answers:
                assert len(statements[number - 1].answers) >= answers
        assert list(study.faults()) == []
        assert study.place() == Place("id-first", 3)
        for statement in statements:
            study.remove_statement(_target(statement.id))


def _target(statement: str) -> Target:
    return Target("id-first", 3, statement)


def begin_at_third_paragraph(path: Path) -> None:
    with Study.open(path, coder="ana") as study:
        study.finish("id-first", 1)
        study.finish("id-first", 2)
        study.set_flag(_target(""), True)


@pytest.mark.parametrize("seed", range(4))
def test_nothing_acknowledged_is_lost_by_a_kill(path, seed):
    begin_at_third_paragraph(path)
    code_and_kill(path, seed)


@pytest.mark.stress
def test_nothing_acknowledged_is_lost_by_two_hundred_kills(path):
    begin_at_third_paragraph(path)
    for seed in range(200):
        code_and_kill(path, seed)


def test_keys_typed_faster_than_the_screen_keep_their_order(path):
    """Also where one of them opens a window: none of the rest is taken for a code."""
    begin_at_third_paragraph(path)
    with open_screen(path) as terminal:
        terminal.send("u3srj1pwobecause")
        terminal.wait_for("Memo on statement 3")
        terminal.send("\x1b")
        terminal.wait_for("F1 help")
    answers = [{str(a) for a in s.answers.values()} for s in work(path, 3).statements]
    assert answers == [{"us", "support", "relief"}, {"japan", "oppose", "end_of_war"}, {"other"}]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_leaves_in_good_order_when_told_to(path, number):
    begin_at_third_paragraph(path)
    with open_screen(path) as terminal:
        terminal.send("u")
        terminal.wait_for("saved ")
        terminal.kill(number)
        terminal.wait()
        assert not terminal.is_raw()
        assert b"\x1b[?1049l" in terminal.output[-400:]
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_memo_being_written_is_kept_when_told_to_leave(path, number):
    begin_at_third_paragraph(path)
    with open_screen(path) as terminal:
        terminal.send("\x1bOS")  # F4
        terminal.wait_for("Memo on paragraph 3")
        terminal.send("why")
        terminal.wait_for("why")
        terminal.kill(number)
        assert terminal.wait() == 0
    assert work(path, 3).memo == "why"


def test_leaves_when_its_terminal_is_closed(path):
    terminal = open_screen(path)
    with terminal:
        terminal.hang_up()
        terminal.wait()


def test_leaves_when_its_terminal_is_closed_and_hangups_are_ignored(path):
    """As under nohup and some multiplexers, where Textual by itself spins for ever."""
    command = [sys.executable, "-c", _IGNORE_HANGUPS, *annotator(path, "code", "--coder", "ana")]
    with Terminal(command) as terminal:
        terminal.wait_for("F1 help")
        terminal.hang_up()
        terminal.wait()


_IGNORE_HANGUPS = """
import os, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
os.execv(sys.argv[1], sys.argv[1:])
"""


def test_bytes_that_are_no_text_do_not_end_it(path):
    with open_screen(path) as terminal:
        terminal.send(b"\xff\xfe\xe9\x80\xc3(")
        terminal.settle()
        terminal.send("u")
        terminal.wait_for("par 1 of 6")
        terminal.send("\x11")
        assert terminal.wait() == 0


def test_a_bracketed_paste_codes_nothing(path):
    begin_at_third_paragraph(path)
    with open_screen(path) as terminal:
        terminal.send("\x1b[200~u3sr\r\x1b[201~")
        terminal.wait_for("Pasted text is not taken for keys")
    assert work(path, 3).statements == ()


WAY = (
    *(("\x1b[6~", place) for place in ("par 4 of", "par 5 of", "par 6 of", "article as a whole")),
    *(("\x1bOP", "On the coding screen"), ("\x1b", "Enter done")),  # F1
    *(("\x1b[17~", "Enter go there"), ("\x1b", "Enter done")),  # F6
    *(("\x06", "Search the texts"), ("leave[/]", "2 paragraphs"), ("\x1b", "Enter done")),  # Ctrl+F
)


def test_hostile_text_reaches_no_terminal(path):
    """Control, bidi and zero-width characters of an article are looked for in all that is sent."""
    begin_at_third_paragraph(path)
    with open_screen(path, columns=120, lines=40) as terminal:
        for key, comes in WAY:
            terminal.send(key)
            terminal.wait_for(comes)
        terminal.send("\x11")
        terminal.wait()
    sent = terminal.output.decode()
    assert "[sic] said [/ and [@click=app.quit]leave[/]" in sent
    for danger in ("\x1b]52", "\x1b]0;", "\x9b", "\x9d", "\u202e", "\u2066", "\u200b", "\ufeff"):
        assert danger not in sent
    assert "\0" not in sent


@pytest.mark.parametrize("size", [(40, 12), (120, 40)])
def test_other_sizes(path, size):
    with open_screen(path, columns=size[0], lines=size[1]) as terminal:
        terminal.resize(80, 24)
        terminal.wait_for("F1 help")


def test_without_colour(path):
    with open_screen(path, NO_COLOR="1") as terminal:
        assert ">   1   By Our Own Staff" in terminal.text


def test_loads_nothing_heavy_before_the_first_paint(path):
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from annotator.study import Study\n"
        "from annotator.tui.app import Annotator\n"
        "from annotator.tui.screens.coding import CodingScreen\n"
        "from annotator.tui.session import Session\n"
        "from annotator.tui.views.layout import compose\n"
        "study = Study.open(Path(sys.argv[1]), coder='ana')\n"
        "session = Session(study, study.place())\n"
        "Annotator(CodingScreen(session))\n"
        "compose(session.page, 80, 24)\n"
        "heavy = {'numpy', 'pydantic', 'sqlite_utils', 'ruamel', 'pandas'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)


_FAIL_AT_A_KEY = """
import sys
from annotator.tui.session import Session
def fail(self, key):
    text = self.page.article.text
    raise RuntimeError("a fault of the program")
Session.press = fail
from annotator.cli import main
sys.exit(main())
"""


def test_a_fault_of_the_program_restores_the_terminal_and_prints_no_text(path, tmp_path):
    begin_at_third_paragraph(path)
    command = [sys.executable, "-c", _FAIL_AT_A_KEY, "-s", str(path), "code", "--coder", "ana"]
    environment = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    with Terminal(command, environment=environment) as terminal:
        terminal.wait_for("F1 help")
        terminal.send("u")
        assert terminal.wait() == 1
        assert not terminal.is_raw()
        after = terminal.output.decode().rpartition("\x1b[?1049l")[2]
        assert "Beijing" not in after
        assert "Traceback" not in after
    reports = [file for file in tmp_path.rglob("*") if file.is_file() and file.suffix != ".db"]
    assert not [file for file in reports if b"Beijing" in file.read_bytes()]


def test_needs_a_terminal(path):
    done = subprocess.run(
        annotator(path, "code", "--coder", "ana"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "--plain" in done.stderr


def test_asks_who_codes_and_remembers(path):
    environment = {"USER": "login", "LOGNAME": "login"}
    with Terminal(annotator(path, "code"), environment=environment) as terminal:
        terminal.wait_for("Coder:")
        terminal.send("bo\n")
        terminal.wait_for("| bo |")
        terminal.send("\x11")
        terminal.wait()
    with Terminal(annotator(path, "code"), environment=environment) as terminal:
        terminal.wait_for("| bo |")
    assert os.environ.get("ANNOTATOR_CODER", "") == ""
