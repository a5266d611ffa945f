"""`annotator log`."""

import sys
from pathlib import Path

from annotator.model.coding import Target
from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK, FIRST, make_article
from tests.tui.terminal import Terminal

ENVIRONMENT = {"PYTHONPATH": str(Path(__file__).resolve().parents[2]), "TERM": "xterm-256color"}


def test_newest_first_in_words(two_coders: Path) -> None:
    lines = run("log", study=two_coders).out.splitlines()
    assert lines[0].split() == ["Time", "Coder", "Article", "What"]
    assert lines[1].endswith("ben    first    finished (paragraph 2)")
    assert any("Stance = Supports (paragraph 2)" in line for line in lines)
    assert lines[-1].endswith("codebook small 1.0.0 adopted")


def test_one_coder_and_a_limit(two_coders: Path) -> None:
    actions = run("log", "--coder", "ana", "-n", "3", "--json", study=two_coders).json()
    assert [action["action"] for action in actions] == [
        "flagged (paragraph 2)",
        "finished (paragraph 3)",
        "Lever = not applicable (paragraph 3)",
    ]
    assert {action["coder"] for action in actions} == {"ana"}
    assert actions[0]["article"] == "first"
    assert actions[0]["time"].endswith("Z")


def test_what_was_undone_is_marked(two_coders: Path) -> None:
    run("undo", "--coder", "ana", study=two_coders)
    actions = run("log", "--coder", "ana", "--json", study=two_coders).json()
    assert [(action["action"], action["undone"]) for action in actions[:2]] == [
        ("undo", False), ("flagged (paragraph 2)", True),
    ]  # fmt: skip
    assert "(undone)" in run("log", "--coder", "ana", study=two_coders).out


def test_on_a_terminal_the_lines_are_broken_within_its_width(two_coders: Path) -> None:
    command = [sys.executable, "-m", "annotator", "-s", str(two_coders), "log", "-n", "9"]
    with Terminal(command, environment=ENVIRONMENT, columns=66, lines=24) as terminal:
        assert terminal.wait() == 0
        shown = terminal.text
    assert "Actor = North Korea (paragraph\n" in shown
    assert f"\n{34 * ' '}2)\n" in shown
    assert "annotator log -n 90" in shown


def test_nothing_yet(two_coders: Path) -> None:
    finished = run("log", "--coder", "zoe", study=two_coders)
    assert (finished.out, finished.err) == ("", "zoe has done nothing yet; these have: ana, ben.\n")
    assert run("log", "--coder", "zoe", "--json", study=two_coders).json() == []


def test_a_hostile_name_is_harmless(tmp_path: Path) -> None:
    path = tmp_path / "study.db"
    with Study.create(path, CODEBOOK) as study:
        study.add_articles(
            [make_article("\x1b]52;c;aGk=\x07name", "Head", "[/] [@click=app.quit]x")]
        )
    with Study.open(path, coder="e\u202evil") as study:
        study.set_memo(Target("id-\x1b]52;c;aGk=\x07name", 1), "\x1b[2J")
    for command in (["log"], ["log", "--json"], ["status"], ["status", "--json"]):
        printed = run(*command, study=path).out
        assert not any(character in printed for character in "\x1b\x07\u202e")


def test_limit_must_be_positive(two_coders: Path) -> None:
    assert run("log", "-n", "0", study=two_coders).exit_code == 2


def test_an_undone_article_is_named_by_its_id(two_coders: Path) -> None:
    run("undo", "--coder", "", study=two_coders)
    with Study.open(two_coders) as study:
        added = study.undo()
    actions = run("log", "--json", study=two_coders).json()
    if added is not None:
        assert any(action["article"] == FIRST.id for action in actions)
