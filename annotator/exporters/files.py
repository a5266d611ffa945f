"""Files that appear whole or not at all, for their owner's eyes only."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import StringIO
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Protocol, TextIO

from annotator.errors import AnnotatorError, UsageError

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_BUFFER = 1 << 18  # bytes: fewer system calls than by default, and it stays in the cache


class Destination(Protocol):
    """Where an export goes."""

    def open(self, name: str) -> TextIO:
        """A UTF-8 text stream for the data of that name; line ends are written as they are."""

    def open_beside(self, name: str) -> TextIO:
        """A stream for what goes with the data, such as a data dictionary."""

    def open_binary(self, name: str) -> BinaryIO:
        """A stream of bytes for the data of that name."""

    def stage(self, name: str) -> Path:
        """An empty file to write into under another name, for libraries that want a path."""


class Stream:
    """An export of one table into a stream, such as standard output; companions are left out."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._name = ""

    def open(self, name: str) -> TextIO:
        """The stream. Raises UsageError where it was opened for other data."""
        if self._name not in ("", name):
            raise _several_files()
        self._name = name
        return self._stream

    def open_beside(self, name: str) -> TextIO:  # noqa: ARG002
        """Nowhere: only data goes into the stream."""
        return StringIO()

    def open_binary(self, name: str) -> BinaryIO:
        """Refused: bytes in a terminal help nobody."""
        raise _needs_a_file(name)

    def stage(self, name: str) -> Path:
        """Refused: a format that wants a file of its own cannot be streamed."""
        raise _needs_a_file(name)


class Files:
    """The files of one export. They are written beside their targets and moved into place together.

    `file` is the name that the user gave to the one file of the export; without it every file
    has the name that its format gives it. Use as a context manager: leaving it by an exception
    removes what was begun, folders too, and leaves what was there before.
    """

    def __init__(self, folder: Path, file: str = "") -> None:
        self.folder = folder
        self._file = file
        self._staged: dict[Path, Path] = {}
        self._made: list[Path] = []
        self._parts: list[Files] = []
        self._open = ExitStack()

    def open(self, name: str) -> TextIO:
        """A UTF-8 text stream into the file of that name; line ends are written as they are."""
        staged = self.stage(name)
        file = staged.open("w", _BUFFER, encoding="utf-8", newline="")
        return self._open.enter_context(file)

    def open_binary(self, name: str) -> BinaryIO:
        """A stream of bytes into the file of that name."""
        return self._open.enter_context(self.stage(name).open("wb"))

    def open_beside(self, name: str) -> TextIO:
        """Like `open`, for a companion: beside `data.csv` it becomes `data.<name>`."""
        full = f"{Path(self._file).stem}.{name}" if self._file else name
        stream = self._begin(full).open("w", encoding="utf-8", newline="")
        return self._open.enter_context(stream)

    def stage(self, name: str) -> Path:
        """An empty file to write into under another name, for libraries that want a path."""
        return self._begin(self._file or name)

    @contextmanager
    def within(self, name: str) -> Iterator[Files]:
        """Files of the folder of that name, moved into place together with these.

        Their streams are closed at the end of the block: many formats would else hold more files
        open than a system allows.
        """
        part = Files(self.folder / name)
        self._parts.append(part)
        with part._open:
            yield part

    def _begin(self, name: str) -> Path:
        target = self.folder / name
        if target in self._staged:
            raise _several_files()
        _refuse_unsafe(target)
        try:
            return self._stage(target)
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
                raise
            raise AnnotatorError(
                f"The folder {self.folder} cannot be written.", hint="Name another with -o."
            ) from None

    def _stage(self, target: Path) -> Path:
        self._make(target.parent)
        staged = target.parent / f".annotator-{secrets.token_hex(8)}.part"
        flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0)
        os.close(os.open(staged, flags, _PRIVATE_FILE))
        self._staged[target] = staged
        return staged

    def _make(self, folder: Path) -> None:
        """The folder and those above it; `mkdir` makes only the last of them private."""
        if not folder.exists():
            self._make(folder.parent)
            folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
            self._made.append(folder)
        elif not folder.is_dir():
            raise AnnotatorError(f"{folder} is a file.", hint="Name another folder with -o.")

    def written(self) -> list[Path]:
        """The files of this export, in the order in which they were begun."""
        return list(self._staged)

    def __enter__(self) -> Files:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        every = (self, *self._parts)
        all_staged = {target: staged for part in every for target, staged in part._staged.items()}
        try:
            self._open.close()
            if error is None:
                _move_into_place(all_staged)
        finally:
            for staged in all_staged.values():
                staged.unlink(missing_ok=True)
            for folder in reversed([folder for part in every for folder in part._made]):
                with suppress(OSError):  # what holds files now is what was wanted
                    folder.rmdir()


def _move_into_place(all_staged: dict[Path, Path]) -> None:
    """What can go wrong is tried for all of them before the first is moved."""
    for target, staged in all_staged.items():
        _refuse_unsafe(target)
        _refuse_open(target)
        _flush(staged)
    for target, staged in all_staged.items():
        _refuse_unsafe(target)
        staged.replace(target)
    for folder in {target.parent for target in all_staged}:
        _flush(folder)


def _several_files() -> UsageError:
    return UsageError("This format writes several files.", hint="Name a folder: -o FOLDER/")


def _needs_a_file(name: str) -> UsageError:
    return UsageError(f"{name} needs a file.", hint="Name one with -o FILE.")


def _refuse_unsafe(target: Path) -> None:
    """A link may lead anywhere; a folder cannot be replaced by a file."""
    if target.is_symlink():
        raise AnnotatorError(
            f"{target} is a symbolic link; it was not written through.",
            hint="Remove the link, or name another file with -o.",
        )
    if target.is_dir():
        raise AnnotatorError(f"{target} is a folder.", hint="Name another file with -o.")


def _refuse_open(target: Path) -> None:
    """Windows replaces no file that a program, such as Excel, has open; nor renames it to itself.

    Elsewhere such a renaming does nothing.
    """
    try:
        target.rename(target)
    except FileNotFoundError:
        return
    except PermissionError:
        raise AnnotatorError(
            f"{target} is open in another program, or may not be changed.",
            hint="Close it there, then try again; or name another with -o.",
        ) from None


def _flush(path: Path) -> None:
    if path.is_dir() and os.name == "nt":  # Windows cannot open a folder
        return
    # Windows flushes only what was opened for writing; nobody may open a folder for writing
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
