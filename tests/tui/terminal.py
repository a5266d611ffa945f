"""A program in a real pseudo-terminal: what it shows, how soon, and how it ends."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

PATIENCE = 120.0  # seconds, on a machine that is busy with other things
_CHUNK = 65536
_KNOWS_FRAMES, _IT_DOES = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
_FRAME_BEGINS, _FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"


class Terminal:
    """Runs a command in a terminal of its own; a context manager that kills what is left.

    It is one that shows no frame before all of it is there, as most are.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        lines: int = 24,
        environment: Mapping[str, str] | None = None,
        emulate: bool = True,
    ) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self._emulate = emulate
        self.output = bytearray()
        self._n_shown = 0  # bytes of the output
        self._is_asked = False
        self.started = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            _set_size(0, columns, lines)
            _become(command, environment or {})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        self.hang_up()

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the terminal while the program runs."""
        self.screen.resize(lines, columns)
        _set_size(self.fd, columns, lines)

    def send(self, keys: str | bytes) -> None:
        """Type."""
        os.write(self.fd, keys.encode() if isinstance(keys, str) else keys)

    def read(self, seconds: float) -> bytes:
        """What the program writes within so many seconds, as soon as it writes; b"" if nothing."""
        if not select.select([self.fd] if self.fd >= 0 else [], [], [], seconds)[0]:
            return b""
        try:
            data = os.read(self.fd, _CHUNK)
        except OSError:  # the other end is closed
            return b""
        self.output += data
        if not self._is_asked and _KNOWS_FRAMES in self.output:
            self._is_asked = True
            self.send(_IT_DOES)
        if self._emulate:
            self._show_whole_frames()
        return data

    def _show_whole_frames(self) -> None:
        begin = self.output.rfind(_FRAME_BEGINS)
        is_whole = begin < 0 or _FRAME_ENDS in self.output[begin:]
        end = len(self.output) if is_whole else max(begin, self._n_shown)
        self._stream.feed(bytes(self.output[self._n_shown : end]))
        self._n_shown = end

    def settle(self, quiet: float = 0.1) -> None:
        """Read until the program has been quiet for so long."""
        while self.read(quiet):
            pass

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, text: str) -> None:
        """Read until the text stands on the screen."""
        self.wait_until(lambda: text in self.text, f"{text!r} did not come up")

    def wait_until(self, is_so: Callable[[], bool], complaint: str) -> None:
        """Read until something is so."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            if time.monotonic() > end:
                raise AssertionError(f"{complaint}:\n{self.text}")
            self.read(0.05)

    def first_output_with(self, marker: bytes) -> float:
        """Seconds from the start until the marker was written."""
        while marker not in self.output:
            if time.perf_counter() - self.started > PATIENCE:
                raise AssertionError(f"{marker!r} was not written")
            self.read(0.05)
        return time.perf_counter() - self.started

    def latency(self, keys: str | bytes, quiet: float = 0.06) -> float:
        """Seconds from the keys to the last byte of what they lead to."""
        sent = last = time.perf_counter()
        self.send(keys)
        while self.read(quiet):
            last = time.perf_counter()
        return last - sent

    def kill(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal, as when its window is closed."""
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1

    def wait(self) -> int:
        """Read until the program has ended; its exit code, or minus the signal that ended it."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                self.settle(0.02)
                return os.waitstatus_to_exitcode(status)
        raise AssertionError("the program did not end")

    def is_raw(self) -> bool:
        """Whether the terminal is still in the mode of a full-screen program."""
        local_flags = termios.tcgetattr(self.fd)[3]
        return not local_flags & termios.ICANON


def _set_size(descriptor: int, columns: int, lines: int) -> None:
    fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def _become(command: Sequence[str], environment: Mapping[str, str]) -> None:
    keep = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    plain = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONUNBUFFERED": "1"}
    os.execve(command[0], list(command), {**keep, **plain, **environment})


def annotator(study: Path, *arguments: str) -> list[str]:
    """The command line of annotator on a study."""
    import sys

    return [sys.executable, "-m", "annotator", "-s", str(study), *arguments]
