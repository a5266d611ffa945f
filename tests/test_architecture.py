"""What the whole code base promises: its layers, its speed of start, its one boundary."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from importlinter.cli import lint_imports

from annotator.cli.group import COMMANDS, SECTIONS, annotator

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted((ROOT / "annotator").rglob("*.py"))
HEAVY = ("textual", "numpy", "pydantic", "sqlite_utils")


def test_the_layers_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True, no_logo=True) == 0


def heavy_modules_after(*arguments: str) -> str:
    """Run a command in a new process; names the heavy modules it loaded."""
    code = (
        "import sys; from annotator.cli import main; code = main(sys.argv[1:]);"
        f"print([name for name in {HEAVY} if name in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    finished = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return finished.stderr.strip()


@pytest.mark.parametrize("arguments", [(), ("--help",), ("--version",), ("status", "--help")])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert heavy_modules_after(*arguments) == "[]"


def test_status_loads_nothing_heavy(two_coders: Path) -> None:
    assert heavy_modules_after("-s", str(two_coders), "status") == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str) -> None:
    context = annotator.make_context("annotator", [name], resilient_parsing=True)
    command = annotator.get_command(context, name)
    assert command is not None
    summary = next(section[name] for section in SECTIONS.values() if name in section)
    assert (command.help or "").startswith(summary)
    for each in walk(command):
        assert each.help
        silent = [p.name for p in each.params if isinstance(p, click.Option) and not p.help]
        assert not silent, f"{each.name}: options without help"


def walk(command: click.Command) -> Iterator[click.Command]:
    """The command, and those below it."""
    yield command
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from walk(below)


def broad_excepts(path: Path) -> list[str]:
    """Places that catch everything, or nearly."""
    return [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) == "Exception")
    ]


def test_everything_is_caught_in_one_place_only() -> None:
    found = [place for path in SOURCES for place in broad_excepts(path)]
    assert [place.partition(":")[0] for place in found] == ["annotator/cli/__init__.py"]


def test_no_path_of_a_machine_and_no_registry() -> None:
    for path in [*SOURCES, *(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "Makefile"]:
        text = path.read_text(encoding="utf-8")
        for forbidden in (
            "/" + "work/main",
            "/" + "root/",
            "pypi" + ".org",
            "files." + "pythonhosted",
        ):
            assert forbidden not in text, f"{path} names {forbidden}"
