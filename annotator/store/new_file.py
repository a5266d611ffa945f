"""A new file of the study's kind, which is there as a whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.errors import StudyError, StudyExists, StudyReadOnly


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """An empty file beside `path`, which becomes `path` if all goes well and vanishes if not.

    Only its owner can read it. Never replaces a file: raises StudyExists, also where one appeared
    in the meantime; StudyReadOnly and StudyError where there is no place for it.
    """
    if os.path.lexists(path):
        raise _exists(path)
    partial = path.parent / f".annotator-{os.urandom(8).hex()}.part"
    _create(partial, path)
    try:
        yield partial
        _move(partial, path)
    finally:
        partial.unlink(missing_ok=True)
        Path(f"{partial}-journal").unlink(missing_ok=True)


def _create(partial: Path, path: Path) -> None:
    """SQLite's side files inherit the mode."""
    try:
        os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except (FileNotFoundError, NotADirectoryError):
        raise StudyError(
            f"The folder {path.parent} does not exist.", hint="Make it first, or name another."
        ) from None
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise
        raise StudyReadOnly(
            f"The folder {path.parent} cannot be written.", hint="Name a file in another folder."
        ) from None


def _move(partial: Path, path: Path) -> None:
    try:
        path.hardlink_to(partial)  # unlike a rename, it never replaces a file
    except FileExistsError:
        raise _exists(path) from None
    except OSError:  # a disk without links
        if os.path.lexists(path):
            raise _exists(path) from None
        partial.rename(path)
    _flush(path.parent)


def _flush(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _exists(path: Path) -> StudyExists:
    return StudyExists(f"{path} exists already.", hint="Choose another name.")
