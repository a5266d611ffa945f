"""How soon `--help` and `status` answer, against bare Python and against sqlite-utils."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Result, paired, wall
from benchmarks.studies import make

ROUNDS = 21
BIN = Path(sys.executable).parent


def benchmark() -> Iterator[Result]:
    """Start-up figures on a study of 10,000 articles and some 100,000 codings."""
    bare = [sys.executable, "-c", "pass"]
    annotator = str(BIN / "annotator")

    def start(what: str, arguments: list[str], floor: list[str], name: str, limit: float) -> Result:
        command = [annotator, *arguments]
        ours, ratio = paired(lambda: wall(command), lambda: wall(floor), ROUNDS)
        return Result(what, ours, name, ratio, limit)

    yield start("annotator --help", ["--help"], bare, "python -c pass", 6)
    with tempfile.TemporaryDirectory() as folder:
        study = str(make(Path(folder) / "study.db", 10_000, coded=1_000))
        counts = [str(BIN / "sqlite-utils"), "tables", "--counts", study]
        yield start("annotator status", ["-s", study, "status"], bare, "python -c pass", 6)
        yield start(
            "annotator status", ["-s", study, "status"], counts, "sqlite-utils tables", 0.25
        )
