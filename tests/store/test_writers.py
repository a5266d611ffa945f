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

WRITER = """
import json, sys, time
from pathlib import Path
from annotator.model.coding import Target
from annotator.study import Study
path, coder, article, seconds = sys.argv[1:]
acknowledged, longest = 0, 0.0
with Study.open(Path(path), coder=coder) as study:
    sys.stdin.readline()  # all begin together
    end = time.monotonic() + float(seconds)
    while (start := time.monotonic()) < end:
        study.set_memo(Target(article, 1), str(acknowledged))
        acknowledged += 1
        longest = max(longest, time.monotonic() - start)
print(json.dumps([acknowledged, longest]))
"""


def write_at_once(path: Path, writers: int, seconds: float) -> tuple[int, float]:
    """How many memos were acknowledged in all, and the longest wait for one in seconds."""
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, path, f"coder {n}", FIRST.id, str(seconds)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for n in range(writers)
    ]  # fmt: skip
    finished = [json.loads(process.communicate("go\n")[0]) for process in running]
    return sum(count for count, _ in finished), max(longest for _, longest in finished)


def check_writers(path: Path, writers: int, seconds: float) -> None:
    acknowledged, longest = write_at_once(path, writers, seconds)
    with Study.open(path) as study:
        coders = [name for name in study.coders() if name.startswith("coder")]
        written = sum(row.n_events for row in study.history(limit=1_000_000) if row.coder in coders)
        assert len(coders) == writers, "nobody is kept out"
        assert written == acknowledged
        assert not list(study.faults())
    assert longest < connection.BUSY_SECONDS


def test_four_writers(tmp_path: Path) -> None:
    check_writers(make_study(tmp_path / "s.db"), writers=4, seconds=1.5)


WINDOW = """
import json, sys, time
from pathlib import Path
from annotator.model.coding import Answer
from annotator.study import Study
path, article, seconds = sys.argv[1:]
made, taken_back = [], 0
with Study.open(Path(path), coder="ana") as study:
    sys.stdin.readline()  # both begin together
    end = time.monotonic() + float(seconds)
    while time.monotonic() < end:
        made.append(study.add_statement(article, 1, {"actor": Answer.of("us")}))
        if len(made) % 5 == 0:
            taken_back += study.undo() is not None  # of either window: they are one coder
            study.redo()
print(json.dumps([made, taken_back]))
"""


def windows(path: Path, seconds: float) -> list[subprocess.Popen[str]]:
    """One coder in two windows."""
    return [
        subprocess.Popen(
            [sys.executable, "-c", WINDOW, path, SECOND.id, str(seconds)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for _ in range(2)
    ]  # fmt: skip


def test_one_coder_in_two_windows_loses_nothing(two_coders: Path) -> None:
    running = windows(two_coders, 1.0)
    finished = [process.communicate("go\n") for process in running]
    assert [error for _, error in finished] == ["", ""], "no word of a lock, nor of anything else"
    made = {statement for out, _ in finished for statement in json.loads(out)[0]}
    with Study.open(two_coders, coder="ana") as study:
        assert not list(study.faults())
        there = {row.statement for row in study.statements() if row.coder == "ana"}
        written = {e.statement for row in study.history(limit=100_000) for e in row.events}
    assert made <= written, "each one that was acknowledged is in the log"
    # what the other window did between an undo and its redo stops the redo, as it should
    assert len(made - there) <= sum(json.loads(out)[1] for out, _ in finished)


def test_packages_are_merged_while_others_code(two_coders: Path, tmp_path: Path) -> None:
    packages = []
    for number, coder in enumerate(["ben", "zoe", "zoe"]):
        packages.append(tmp_path / f"{number}.db")
        with Study.open(two_coders) as study:
            study.pack(coder, packages[-1])
        with Study.open(packages[-1], coder=coder) as study:
            study.set_memo(Target(FIRST.id, number), coder)
    running = windows(two_coders, 1.0)
    for process in running:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    with Study.open(two_coders) as study:
        assert [study.merge([package])[0].events for package in packages * 2] == [1, 1, 1, 0, 0, 0]
    assert [process.communicate()[1] for process in running] == ["", ""]
    with Study.open(two_coders) as study:
        assert not list(study.faults())
        memos = {(row.coder, row.memo) for row in study.units() if row.memo}
    assert {("ben", "ben"), ("zoe", "zoe")} <= memos


@pytest.mark.stress
def test_eight_writers_for_twenty_seconds(tmp_path: Path) -> None:
    check_writers(make_study(tmp_path / "s.db"), writers=8, seconds=20)


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
