"""What Windows refuses and other systems allow, refused here: for tests of what runs on Windows.

Each rule is one that a Windows Python was seen to keep, and calls the real function where Windows
would let it pass. On Windows itself nothing is replaced: there the rules are the system's own.
"""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

if sys.platform != "win32":
    import fcntl


@pytest.fixture
def windows_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have file calls of this process fail where Windows lets them fail."""
    if sys.platform == "win32":
        return
    monkeypatch.setattr(os, "fsync", _of_writable(os.fsync))
    monkeypatch.setattr(os, "set_blocking", _of_pipes(os.set_blocking))
    for name in ("replace", "rename", "unlink", "remove"):
        monkeypatch.setattr(os, name, _of_closed_files(getattr(os, name)))


@contextmanager
def held_open(file: Path) -> Iterator[None]:
    """Another program, such as Excel, has the file open; under the rules nobody may replace it."""
    with file.open("rb"):
        yield


if sys.platform != "win32":

    def _of_writable(real: Callable[[int], None]) -> Callable[[int], None]:
        """FlushFileBuffers wants a file that was opened for writing; a folder cannot be opened."""

        def fsync(descriptor: int) -> None:
            is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
            reads_only = fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDONLY
            if reads_only and not is_folder:  # what is for POSIX alone says so by os.name
                raise OSError(errno.EBADF, os.strerror(errno.EBADF))
            real(descriptor)

        return fsync

    def _of_pipes(real: Callable[[int, bool], None]) -> Callable[[int, bool], None]:
        """SetNamedPipeHandleState is for pipes."""

        def set_blocking(descriptor: int, blocking: bool) -> None:
            if not stat.S_ISFIFO(os.fstat(descriptor).st_mode):
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
            real(descriptor, blocking)

        return set_blocking


def _of_closed_files(real: Callable[..., None]) -> Callable[..., None]:
    """A file that is open can be neither moved, replaced nor removed."""

    def change(*paths: Any, **options: Any) -> None:
        held = _open_files()
        for path in paths:
            if _identity(path) in held:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(path))
        real(*paths, **options)

    return change


def _open_files() -> set[tuple[int, int]]:
    """Every file that this process has open."""
    found = set()
    for descriptor in Path("/dev/fd").iterdir():
        with suppress(OSError):  # the descriptor by which the folder itself was listed
            status = os.fstat(int(descriptor.name))
            found.add((status.st_dev, status.st_ino))
    return found


def _identity(path: Any) -> tuple[int, int] | None:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino
