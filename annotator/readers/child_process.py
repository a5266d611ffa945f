"""The program's end of one child: start it, hand it files, hear what it found, end it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

import annotator
from annotator.errors import ReaderError, ReaderStopped, UsageError
from annotator.readers import child_wire as wire
from annotator.readers.bytesource import refusal
from annotator.readers.child_limits import ENVIRONMENT, Limits
from annotator.readers.found import FileReading
from annotator.readers.options import Options

Outcome = FileReading | ReaderError | UsageError
"""What becomes of a file. A UsageError: an option is wrong, for this file and all others."""

GARBLED = "made its reader answer with something that is no article"
"""What is said of a file whose child cannot be trusted any more."""

_PIPE = 1 << 20  # Linux: room for many answers while the program is busy storing others
_GRACE = 3.0  # the child's own clock comes first; starting Python takes time, too
# The child sees the same modules as the program, and none that lie in the current folder.
_BOOT = (
    "import gc, sys; gc.disable(); sys.path[:] = sys.argv[1:]; "
    "from annotator.readers.child import main; main()"
)


class FileToRead(NamedTuple):
    """A file and its size in bytes (0: not known), on which its time depends."""

    path: Path
    size: int


class ChildDied(Exception):
    """The child ended before it answered. `reason` completes "the file ..."."""

    def __init__(self, reason: str, *, is_time: bool = False) -> None:
        super().__init__(reason)
        self.reason, self.is_time = reason, is_time


class ChildProcess:
    """A running child. `n_read` is how many files it has answered for, `pid` the process."""

    def __init__(self, options: Options, limits: Limits) -> None:
        self._limits = limits
        self.n_read = 0
        self._deadline = float("inf")
        self._is_late = False
        self._process = subprocess.Popen(  # noqa: S603  our own program
            [sys.executable, "-P", "-W", "ignore", "-c", _BOOT, *_module_folders()],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, **ENVIRONMENT}, pipesize=_PIPE, **_OWN_GROUP,
        )  # fmt: skip
        self.pid = self._process.pid
        self._input = cast("IO[bytes]", self._process.stdin)
        self._output = cast("IO[bytes]", self._process.stdout)
        self._frames = wire.Frames(self._output.fileno())
        self._say({
            "seconds": limits.seconds, "megabytes": limits.megabytes,
            "options": wire.from_options(options),
        })  # fmt: skip

    def read(self, files: Sequence[FileToRead]) -> Iterator[bytes]:
        """The answer for each file, in order. Raises ChildDied at the one that ended the child."""
        self._say({"files": [(os.fspath(path), size) for path, size in files]})
        for _, size in files:
            seconds = self._limits.seconds_for(size)
            self._deadline = time.monotonic() + seconds + _GRACE
            answer = self._answer(seconds)
            self._deadline = float("inf")
            self.n_read += 1
            yield answer

    def end_if_late(self) -> None:
        """End the child if its file has taken too long. May be called from another thread."""
        if time.monotonic() > self._deadline:
            self._is_late = True
            self._process.kill()

    def kill(self) -> None:
        """End the child at once. May be called from another thread, which then sees ChildDied."""
        self._process.kill()

    def close(self) -> None:
        """End the child and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        self._output.close()
        try:
            self._input.close()
        except OSError:  # what it had not taken yet is lost, as it should be
            return

    def _say(self, message: dict[str, object]) -> None:
        try:
            wire.send(self._input, message)
        except OSError:
            return  # it has gone: reading its answer tells why

    def _answer(self, seconds: float) -> bytes:
        try:
            answer = next(self._frames, b"")
            if answer.startswith(wire.FAILED):
                raise self._failure(wire.to_failure(wire.message_in(answer)["failed"]))
        except wire.Garbled as error:
            raise ChildDied(GARBLED) from error
        if not answer:
            raise self._death(seconds)
        return answer

    def _failure(self, failure: wire.Failure) -> ChildDied:
        """What the child told of its own end."""
        if failure.error == "MemoryError":
            return ChildDied(f"needed more than {self._limits.megabytes:,} MB of memory")
        return ChildDied(f"made its reader fail ({failure.error} in {failure.place})")

    def _death(self, seconds: float) -> ChildDied:
        """Why the child, which has gone, has gone."""
        code = self._process.wait()
        if self._is_late or -code in _CLOCKS:
            return ChildDied(f"took longer than {seconds:.0f} s", is_time=True)
        if -code == _KILL:
            return ChildDied("made the system end its reader, probably for want of memory")
        return ChildDied(f"made its reader crash ({_ending(code)})")


def understood(path: Path, answer: bytes) -> Outcome:
    """The outcome that a child's answer tells."""
    try:
        message = wire.message_in(answer)
        if "read" in message:
            return wire.to_reading(message["read"])
        if "refused" in message:
            refused = wire.to_refusal(message["refused"])
            return ReaderError(refused.message, refused.problems, hint=refused.hint)
        refused = wire.to_refusal(message.get("misused"))
        return UsageError(refused.message, hint=refused.hint)
    except wire.Garbled:
        return left_alone(path, ChildDied(GARBLED))


def left_alone(path: Path, death: ChildDied) -> ReaderStopped:
    """The refusal of a file that ended the child which read it."""
    refused = refusal(path, f"{death.reason}: left alone")
    return ReaderStopped(str(refused), refused.problems)


def _module_folders() -> list[str]:
    """Where the program finds its modules, as whole paths; its own folder first."""
    own = str(Path(annotator.__file__).parent.parent)
    return [own, *(str(Path(folder).absolute()) for folder in sys.path if folder not in {"", own})]


if sys.platform == "win32":
    _OWN_GROUP: dict[str, Any] = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    _CLOCKS: frozenset[int] = frozenset()
    _KILL: int | None = None

    def _ending(code: int) -> str:
        return f"exit code {code}"

else:
    import signal

    # Ctrl+C reaches the program alone, which ends its children.
    _OWN_GROUP: dict[str, Any] = {"process_group": 0}
    _CLOCKS = frozenset({signal.SIGALRM, signal.SIGXCPU})
    _KILL = int(signal.SIGKILL)

    def _ending(code: int) -> str:
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"
