"""The bytes of an article file, or the reason why there are none."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from annotator.errors import ReaderError
from annotator.model.problem import Problem

MAX_BYTES = 50_000_000
"""Larger files are refused: no article is that long, and hostile ones are."""


def load(path: Path) -> bytes:
    """The file's bytes; `ReaderError` if it is missing, no file, unreadable, empty or too large."""
    try:
        status = path.stat()
        _refuse_unless_regular(path, status.st_mode)
        if status.st_size > MAX_BYTES:
            raise refusal(path, _too_large(status.st_size))
        # One byte more than allowed shows a file that grows, or that lies about its size.
        with path.open("rb", buffering=0) as file:
            content = file.read(MAX_BYTES + 1) if status.st_size == 0 else file.readall()
    except OSError as error:
        raise refusal(path, _in_words(error)) from error
    except ValueError as error:  # a NUL in the file name
        raise refusal(path, "has a name that no file can have") from error
    if not content:
        raise refusal(path, "is empty")
    if len(content) > MAX_BYTES:
        raise refusal(path, _too_large(len(content)))
    return content


def refusal(path: Path, what: str, *, line: int = 0, hint: str = "") -> ReaderError:
    """A `ReaderError` that says one thing about one file; `what` completes "the file ..."."""
    problem = Problem(what, where=os.fspath(path), line=line, hint=hint)
    return ReaderError(f"{path.name or path} cannot be read as an article", [problem])


def _refuse_unless_regular(path: Path, mode: int) -> None:
    # A pipe would wait for ever, a device never ends.
    if stat.S_ISDIR(mode):
        raise refusal(path, "is a folder")
    if not stat.S_ISREG(mode):
        raise refusal(path, "is not a regular file")


def _too_large(size: int) -> str:
    return f"is too large: {size / 1e6:,.0f} MB, the limit is {MAX_BYTES / 1e6:.0f} MB"


def _in_words(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read: permission denied"
    return f"cannot be opened: {error.strerror or error}"
