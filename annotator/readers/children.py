"""Files read in child processes: a bad file can end a child and never the program.

`read_all` reads small plain texts itself (`small_texts`), deals batches of all other files out to
as many children as there are processors, and hands the outcomes on in the order of the files. A
child that dies of a file is replaced; the file becomes a `ReaderError`.
docs/decisions/007-readers-in-children.md says why it is done so.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Self

from annotator.errors import ReaderError, UsageError
from annotator.readers.child_limits import LIMITS, Limits
from annotator.readers.child_process import (
    ChildDied,
    ChildProcess,
    FileToRead,
    Outcome,
    left_alone,
    understood,
)
from annotator.readers.found import FileReading
from annotator.readers.options import AS_FOUND, Options
from annotator.readers.small_texts import small_text

MAX_WORKERS = 8
"""More children than that, each with its own memory, are too much for a desktop."""

_BATCH_FILES = 32
_BATCH_BYTES = 256_000
_BATCHES_AHEAD = 3  # per child, beside the one it is reading
_GLANCE = 0.2  # seconds between two looks at the clock


def read_all(
    paths: Iterable[Path],
    options: Options = AS_FOUND,
    *,
    workers: int = 0,
    limits: Limits = LIMITS,
) -> Readings:
    """What each file holds, or why it could not be read; in the order of `paths`.

    `workers` is how many files are read at the same time (0: as many as there are processors).
    The children start at once, so that they are ready when the first outcome is asked for.
    """
    return Readings(paths, _Crew(min(workers or processors(), MAX_WORKERS), options, limits))


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(len(os.sched_getaffinity(0)), 1)
    return os.cpu_count() or 1


class Readings(Iterator[tuple[Path, FileReading | ReaderError]]):
    """The outcomes, file by file. Use as a context manager: at its end no child is left.

    `next` raises UsageError where an option cannot be meant, OSError where no process starts.
    """

    def __init__(self, paths: Iterable[Path], crew: _Crew) -> None:
        self._crew = crew
        self._to_give = _batches(paths, crew.options)
        self._given: deque[_Batch] = deque()
        self._give_ahead()
        self._outcomes = self._in_order()

    def __next__(self) -> tuple[Path, FileReading | ReaderError]:
        return next(self._outcomes)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all children at once, whatever they are doing."""
        self._crew.dismiss()

    def _give_ahead(self) -> None:
        for batch in islice(self._to_give, self._crew.capacity - len(self._given)):
            self._given.append(batch)
            if batch.files:
                self._crew.give(batch)

    def _in_order(self) -> Iterator[tuple[Path, FileReading | ReaderError]]:
        while self._given:
            yield from self._crew.results(self._given.popleft())
            self._give_ahead()
        self.close()


class _Batch:
    """Files in their order: some were read here, `files` are those handed to a child together."""

    def __init__(self) -> None:
        self.files: list[FileToRead] = []
        self.outcomes: list[tuple[Path, FileReading | ReaderError | None]] = []
        self.answers: SimpleQueue[bytes | ReaderError | OSError] = SimpleQueue()
        self._bytes = 0

    def take(self, path: Path, options: Options) -> None:
        """Read a small text, and put any other file to those for a child."""
        size = _size(path)
        outcome = small_text(path, size, options)
        if outcome is None:
            self.files.append(FileToRead(path, size))
        self.outcomes.append((path, outcome))
        self._bytes += size

    @property
    def is_full(self) -> bool:
        """Whether it is enough for one time."""
        return len(self.outcomes) == _BATCH_FILES or self._bytes > _BATCH_BYTES


def _batches(paths: Iterable[Path], options: Options) -> Iterator[_Batch]:
    """Small files travel together, so that handing them over costs next to nothing."""
    batch = _Batch()
    for path in paths:
        batch.take(path, options)
        if batch.is_full:
            yield batch
            batch = _Batch()
    if batch.outcomes:
        yield batch


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):  # the reader will say what is wrong with it
        return 0


class _Crew:
    """The workers, engaged one by one as there is work for them; `capacity` is in batches.

    `options` are those of every file.
    """

    def __init__(self, wanted: int, options: Options, limits: Limits) -> None:
        self._wanted, self.options, self._limits = wanted, options, limits
        self.capacity = wanted * (1 + _BATCHES_AHEAD)
        self._work: SimpleQueue[_Batch | None] = SimpleQueue()
        self._workers: list[_Worker] = []

    def give(self, batch: _Batch) -> None:
        """Put a batch before the workers."""
        self._work.put(batch)
        if len(self._workers) < self._wanted:
            self._workers.append(_Worker(self._work, self.options, self._limits))

    def results(self, batch: _Batch) -> Iterator[tuple[Path, FileReading | ReaderError]]:
        """The outcomes of a batch as they come; children that take too long are ended."""
        for path, read in batch.outcomes:
            outcome = read or self._outcome(path, batch)
            if isinstance(outcome, UsageError | OSError):
                raise outcome
            yield path, outcome

    def _outcome(self, path: Path, batch: _Batch) -> Outcome | OSError:
        while True:
            try:
                answer = batch.answers.get(timeout=_GLANCE)
            except Empty:
                for worker in self._workers:
                    worker.end_if_late()
            else:
                return understood(path, answer) if isinstance(answer, bytes) else answer

    def dismiss(self) -> None:
        """End all children at once, whatever they are doing."""
        for worker in self._workers:
            worker.stop()
        for _ in self._workers:
            self._work.put(None)
        for worker in self._workers:
            worker.join()


class _Worker:
    """A thread that hands batches to a child, and to a fresh one whenever that dies."""

    def __init__(self, work: SimpleQueue[_Batch | None], options: Options, limits: Limits) -> None:
        self._work, self._options, self._limits = work, options, limits
        self._child: ChildProcess | None = None
        self._lock = threading.Lock()  # a child is either known to `stop` or never started
        self._stopped = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def end_if_late(self) -> None:
        """End the child if it has taken too long over its file."""
        child = self._child
        if child:
            child.end_if_late()

    def stop(self) -> None:
        """End the child; no other is started."""
        with self._lock:
            self._stopped = True
            if self._child:
                self._child.kill()

    def join(self) -> None:
        """Wait until the thread has seen that it is stopped."""
        self._thread.join()

    def _run(self) -> None:
        while (batch := self._work.get()) and not self._stopped:
            self._read(batch)
        self._end_child()

    def _read(self, batch: _Batch) -> None:
        left = list(batch.files)
        while left and not self._stopped:
            try:
                child = self._ready_child()
            except OSError as error:
                batch.answers.put(error)
                return
            try:
                for answer in child.read(tuple(left)):
                    left.pop(0)
                    batch.answers.put(answer)
            except ChildDied as death:
                self._end_child()
                # A child that has read others may die of what they left behind in it: the file gets
                # a fresh one before it is given up, unless it has taken all its time already.
                if death.is_time or not child.n_read:
                    batch.answers.put(left_alone(left.pop(0).path, death))

    def _ready_child(self) -> ChildProcess:
        with self._lock:
            if self._child is None:
                self._child = ChildProcess(self._options, self._limits)
                if self._stopped:
                    self._child.kill()
            return self._child

    def _end_child(self) -> None:
        with self._lock:
            child, self._child = self._child, None
            if child:
                child.close()
