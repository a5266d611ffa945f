"""README.md and docs/getting-started.md, followed to the letter in a folder of one's own."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from annotator.cli.group import annotator
from tests.tui.terminal import Terminal

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
GUIDE = ROOT / "docs" / "getting-started.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]
NOTHING_HERE = "n\rn"  # with the codebook of `codebook new`: not relevant, no statement, narration
DONE_IN_THE_TEST = 2


def lines_of(page: Path, *labels: str) -> list[str]:
    """The lines of the page's blocks with such a label, in order, without notes at their end."""
    lines, label, inside = [], "", False
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("```"):
            label, inside = line.removeprefix("```"), not inside
        elif inside and label in labels and line.strip():
            lines.append(line.partition(" #")[0].strip())
    return lines


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A folder with articles, in which `annotator` is a command."""
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "annotator"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m annotator "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    own = tmp_path / "own"
    own.mkdir()
    shutil.copytree(ROOT / "annotator" / "demo" / "articles", own / "articles")
    monkeypatch.chdir(own)
    monkeypatch.delenv("ANNOTATOR_STUDY", raising=False)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return {"PYTHONPATH": str(ROOT), "PATH": path, "TERM": "xterm-256color"}


def follow(line: str, environment: dict[str, str]) -> None:
    """Type a line of the guide; where it opens a screen, code a little and leave."""
    if line.startswith("annotator demo") or " code " in line:
        with Terminal(["/bin/sh", "-c", line], environment=environment) as terminal:
            terminal.wait_for(" | main")
            if " code " in line:
                terminal.send(NOTHING_HERE * DONE_IN_THE_TEST)
            terminal.send("\x11")  # Ctrl+Q
            assert terminal.wait() == 0, line
        return
    done = subprocess.run(
        ["/bin/sh", "-c", line], env={**os.environ, **environment},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, f"{line}\n{done.stderr}"


def figures(environment: dict[str, str]) -> dict[str, int]:
    done = subprocess.run(
        ["/bin/sh", "-c", "annotator -s study.db status --json"],
        env={**os.environ, **environment}, capture_output=True, check=True,
    )  # fmt: skip
    return {row["coder"]: row["finished"] for row in json.loads(done.stdout)["coders"]}


def test_the_guide_can_be_followed_to_the_letter(environment: dict[str, str]) -> None:
    for line in lines_of(GUIDE, "sh"):
        follow(line, environment)

    # the last line of the guide takes ana's last action back
    assert figures(environment) == {"ana": 1, "ben": DONE_IN_THE_TEST, "carla": DONE_IN_THE_TEST}
    assert {path.name for path in Path("data").iterdir()} >= {"long.csv", "dictionary.md"}
    assert list(Path("backups").glob("study-*.db"))


def test_the_five_minutes_of_the_readme_work(environment: dict[str, str]) -> None:
    for line in lines_of(README, "sh"):
        follow(line, environment)

    assert figures(environment) == {"ana": DONE_IN_THE_TEST}


SHOWN = [
    (page.name, line)
    for page in PAGES
    for line in lines_of(page, "sh", "")
    if line.startswith("annotator ")
]


@pytest.mark.parametrize(("page", "line"), SHOWN)
def test_every_command_shown_exists_with_its_options(page: str, line: str) -> None:
    words = line.split()[1:]
    if words[0] == "-s":
        words = words[2:]
    group: click.Command = annotator
    context = click.Context(annotator)
    while isinstance(group, click.Group) and words:
        found = group.get_command(context, words.pop(0))
        assert found is not None, f"{page}: {line}"
        group = found
    known = {option for parameter in group.params for option in parameter.opts}
    used = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
    assert used <= known | {"--help"}, f"{page}: {line}"
