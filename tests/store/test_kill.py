"""kill -9 at random moments while coding: nothing that was acknowledged is missing."""

import random
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from annotator.study import Study
from tests.small import CODEBOOK, FIRST

CODER = """
import sys
from itertools import count
from pathlib import Path
from annotator.model.coding import Answer
from annotator.study import Study

with Study.open(Path(sys.argv[1]), coder="ana") as study:
    for number in count(1):
        made = study.add_statement(sys.argv[2], 2, {"actor": Answer.of("us")})
        print("saved", made, flush=True)
        if number % 5 == 0:
            print("undoing", made, flush=True)
            study.undo()
            print("undone", made, flush=True)
"""


def _kill_while_coding(path: Path, lines: int) -> list[str]:
    """Let a coder work until it has said so much, kill it, and return what it had acknowledged."""
    process = subprocess.Popen(
        [sys.executable, "-c", CODER, str(path), FIRST.id], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    acknowledged = [*islice(process.stdout, lines)]
    process.kill()
    acknowledged += process.stdout.readlines()
    process.stdout.close()
    process.wait()
    return [line.strip() for line in acknowledged if line.endswith("\n")]


def _check(path: Path, acknowledged: list[str]) -> None:
    said: dict[str, set[str]] = {"saved": set(), "undoing": set(), "undone": set()}
    for line in acknowledged:
        what, statement = line.split()
        said[what].add(statement)
    with Study.open(path, coder="ana") as study:
        present = {statement.id for statement in study.work(FIRST.id).unit(2).statements}
        assert not list(study.faults())
    assert not said["saved"] - said["undoing"] - present, "acknowledged, and lost"
    assert not said["undone"] & present, "taken back, and there"


def _kill(path: Path, times: int, seed: int) -> None:
    chance = random.Random(seed)
    acknowledged: list[str] = []
    for _ in range(times):
        acknowledged += _kill_while_coding(path, chance.randint(1, 60))
        _check(path, acknowledged)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "s.db"
    with Study.create(path, CODEBOOK) as made:
        made.add_articles([FIRST])
    return path


def test_a_handful_of_kills(study: Path) -> None:
    _kill(study, times=4, seed=1)


@pytest.mark.stress
def test_two_hundred_kills(study: Path) -> None:
    _kill(study, times=200, seed=2)
