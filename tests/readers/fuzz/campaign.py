"""Damaged files read under limits, and what is a fault of ours."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from annotator.errors import ReaderError, ReaderStopped
from annotator.readers import FileReading, Options
from annotator.readers.child_limits import Limits
from annotator.readers.children import read_all
from annotator.readers.options import Segmentation
from tests.readers.fuzz.targets import Target

CUT = Options(segmentation=Segmentation.SENTENCE, join_lines=True)
"""Another way to read."""

LIMITS = Limits(seconds=10, megabytes=512)
"""What no file may need more of, however it is damaged, on a machine with nothing else to do."""


class Fault(NamedTuple):
    """A file that a reader did not bear, and how."""

    target: str
    name: str
    content: bytes
    options: Options
    what: str


def campaign(
    targets: Iterable[Target], count: int, options: Options, *,
    seed: int = 0, workers: int = 0, limits: Limits = LIMITS,
) -> Iterator[Fault]:  # fmt: skip
    """Faults among that many damaged files of each target, read in that way."""
    with tempfile.TemporaryDirectory() as name:
        files = []
        for target in targets:
            folder = Path(name, target.name)
            folder.mkdir()
            files += [
                _written(folder / case, content)
                for case, content in islice(target.cases(seed), count)
            ]
        with read_all(files, options, workers=workers, limits=limits) as readings:
            for path, outcome in readings:
                if what := fault_in(outcome):
                    yield Fault(path.parent.name, path.name, path.read_bytes(), options, what)


def fault_in(outcome: FileReading | ReaderError) -> str:
    """What is wrong with an outcome: "" where it is articles that can be stored, or a refusal."""
    if isinstance(outcome, ReaderStopped):
        return str(outcome.problems[0].message)
    if isinstance(outcome, ReaderError):
        return "" if outcome.problems else "a refusal without a reason"
    for article in outcome.articles:
        told = [article.name, article.title, article.text, *article.metadata.values()]
        if any("\0" in text for text in told):
            return "NUL in an article"
        if not article.paragraphs or not article.name or not article.title:
            return "an article without name, title or paragraph"
    return "" if outcome.articles else "neither an article nor a refusal"


def named(target: Target) -> Options:
    """The options that have every file read as what the target's first one is."""
    with tempfile.TemporaryDirectory() as name:
        case, content = next(iter(target.seeds.items()))
        with read_all([_written(Path(name, case), content)], workers=1) as readings:
            [(_, reading)] = readings
    return Options(format=reading.format if isinstance(reading, FileReading) else "")


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
