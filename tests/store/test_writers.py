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
from tests.small import FIRST, make_study

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
