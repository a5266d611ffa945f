"""The bytes of an article file, or the reason why there are none."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from annotator.errors import ReaderError
from annotator.model.problem import Problem

MAX_BYTES = 50_000_000
"""Larger files are refused: no article is that long, and hostile ones are."""

MAX_ARCHIVE = 500_000_000
"""Of archives, which hold thousands of articles and are unpacked under limits of their own."""

_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"WARC/")

_CHUNK = 1 << 20
# A pipe must not make us wait for ever; where there are no such flags there are no such pipes.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def load(path: Path) -> bytes:
    """The file's bytes; `ReaderError` if it is missing, no file, unreadable, empty or too large."""
    try:
        descriptor = os.open(path, _FLAGS)
        try:
            content = _content(path, descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise refusal(path, _in_words(path, error)) from error
    except ValueError as error:  # a NUL in the file name
        raise refusal(path, "has a name that no file can have") from error
    if not content:
        raise refusal(path, "is empty")
    return content


def _content(path: Path, descriptor: int) -> bytes:
    status = os.fstat(descriptor)
    if stat.S_ISDIR(status.st_mode):
        raise refusal(path, "is a folder")
    if not stat.S_ISREG(status.st_mode):
        raise refusal(path, "is not a regular file")
    size = status.st_size
    if size > MAX_ARCHIVE:
        raise refusal(path, _too_large(size, MAX_ARCHIVE))
    content = os.read(descriptor, min(size, MAX_BYTES) + 1)
    if len(content) > MAX_BYTES:
        if not content.startswith(_ARCHIVES):
            raise refusal(path, _too_large(size, MAX_BYTES))
        content += os.read(descriptor, size + 1 - len(content))
    if len(content) == size:
        return content
    # Another size than announced: a file that is being written, or one of /proc.
    while more := os.read(descriptor, _CHUNK):
        content += more
        if len(content) > MAX_BYTES:
            raise refusal(path, _too_large(len(content), MAX_BYTES))
    return content


def refusal(path: Path, what: str, *, line: int = 0, hint: str = "") -> ReaderError:
    """A `ReaderError` that says one thing about one file; `what` completes "the file ..."."""
    problem = Problem(what, where=os.fspath(path), line=line, hint=hint)
    return ReaderError(f"{path.name or path} cannot be read as an article", [problem])


def _too_large(size: int, limit: int) -> str:
    return f"is too large: {size / 1e6:,.0f} MB, the limit is {limit / 1e6:.0f} MB"


def _in_words(path: Path, error: OSError) -> str:
    if os.path.isdir(path):  # noqa: PTH112  Windows opens none; a Path fails for too long a name
        return "is a folder"
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read: permission denied"
    if error.errno == errno.EINVAL:  # `*` and `?` on Windows
        return "has a name that no file can have"
    return f"cannot be opened: {error.strerror or error}"
