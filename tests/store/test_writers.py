"""Several processes write to one study: nothing is lost, and nobody is kept waiting for long."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.errors import StudyBusy
from annotator.model.coding import Target
from annotator.store import connection
from annotator.study import Study
from tests.small import FIRST, SECOND, make_study

PATIENT = """
from annotator.store import connection
connection.BUSY_SECONDS = 600  # nobody gives up on a slow disk
"""
WRITER = """
import json, sys
from pathlib import Path
from time import monotonic
from annotator.model.coding import Target
from annotator.study import Study
path, coder, article, times = sys.argv[1:]
longest = 0.0
with Study.open(Path(path), coder=coder) as study:
    sys.stdin.readline()  # all begin together
    for number in range(int(times)):
        start = monotonic()
        study.set_memo(Target(article, 1), str(number))
        longest = max(longest, monotonic() - start)
print(json.dumps(longest))
"""
WINDOW = """
import json, sys
from pathlib import Path
from annotator.model.coding import Answer
from annotator.study import Study
path, article, times = sys.argv[1:]
made, taken_back = [], 0
with Study.open(Path(path), coder="ana") as study:
    sys.stdin.readline()  # both begin together
    for number in range(1, int(times) + 1):
        made.append(study.add_statement(article, 1, {"actor": Answer.of("us")}))
        if number % 5 == 0:
            taken_back += study.undo() is not None  # of either window: they are one coder
            study.redo()
print(json.dumps([made, taken_back]))
"""


def start(program: str, *arguments: object) -> subprocess.Popen[str]:
    """A program of its own that waits for the word to begin."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def begin(running: list[subprocess.Popen[str]]) -> None:
    for process in running:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()


def outcomes(running: list[subprocess.Popen[str]]) -> list[str]:
    """What each program printed at its end; none may say a word of a lock, or of anything else."""
    finished = [process.communicate() for process in running]
    assert [error for _, error in finished] == [""] * len(running)
    return [printed for printed, _ in finished]


def check_writers(path: Path, writers: int, times: int, program: str) -> float:
    """Let so many coders write memos at once; the longest that one of them waited, in seconds."""
    running = [start(program, path, f"coder {n}", FIRST.id, times) for n in range(writers)]
    begin(running)
    longest = max(map(json.loads, outcomes(running)))
    with Study.open(path) as study:
        coders = [name for name in study.coders() if name.startswith("coder")]
        written = sum(row.n_events for row in study.history(limit=1_000_000) if row.coder in coders)
        assert len(coders) == writers
        assert written == writers * times
        assert not list(study.faults())
    return float(longest)


def test_four_writers(tmp_path: Path) -> None:
    check_writers(make_study(tmp_path / "s.db"), writers=4, times=60, program=PATIENT + WRITER)


@pytest.mark.stress
def test_eight_writers_are_not_kept_waiting(tmp_path: Path) -> None:
    longest = check_writers(make_study(tmp_path / "s.db"), writers=8, times=600, program=WRITER)
    assert longest < connection.BUSY_SECONDS


def windows(path: Path) -> list[subprocess.Popen[str]]:
    """One coder in two windows, who begin together."""
    running = [start(PATIENT + WINDOW, path, SECOND.id, 50) for _ in range(2)]
    begin(running)
    return running


def test_one_coder_in_two_windows_loses_nothing(two_coders: Path) -> None:
    told = [json.loads(printed) for printed in outcomes(windows(two_coders))]
    made = {statement for statements, _ in told for statement in statements}
    with Study.open(two_coders, coder="ana") as study:
        assert not list(study.faults())
        there = {row.statement for row in study.statements() if row.coder == "ana"}
        written = {e.statement for row in study.history(limit=100_000) for e in row.events}
    assert made <= written, "each one that was acknowledged is in the log"
    # what the other window did between an undo and its redo stops the redo, as it should
    assert len(made - there) <= sum(taken_back for _, taken_back in told)


def test_packages_are_merged_while_others_code(
    two_coders: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 600)
    packages = []
    for number, coder in enumerate(["ben", "zoe", "zoe"]):
        packages.append(tmp_path / f"{number}.db")
        with Study.open(two_coders) as study:
            study.pack(coder, packages[-1])
        with Study.open(packages[-1], coder=coder) as study:
            study.set_memo(Target(FIRST.id, number), coder)
    running = windows(two_coders)
    with Study.open(two_coders) as study:
        assert [study.merge([package])[0].events for package in packages * 2] == [1, 1, 1, 0, 0, 0]
    outcomes(running)
    with Study.open(two_coders) as study:
        assert not list(study.faults())
        memos = {(row.coder, row.memo) for row in study.units() if row.memo}
    assert {("ben", "ben"), ("zoe", "zoe")} <= memos


def test_a_lock_held_too_long_is_told_and_the_next_attempt_works(
    two_coders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    target = Target(FIRST.id, 1)
    with Study.open(two_coders, coder="ana") as one, Study.open(two_coders, coder="ben") as other:
        with one.action():
            one.set_memo(target, "first")
            with pytest.raises(StudyBusy):
                other.set_memo(target, "second")
        other.set_memo(target, "second")
        assert other.work(FIRST.id).unit(1).memo == "second"
