"""The bytes of a table or codebook that a command was given, never more than fit."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from annotator.errors import DataError

MAX_TABLE_BYTES = 500_000_000
"""Larger tables are refused: they would not fit into memory."""
MAX_CODEBOOK_BYTES = 10_000_000
"""A codebook's own, lower limit is told with its size; this keeps a device from being read."""

_CHUNK = 1 << 20
# A pipe that nobody writes into must not make us wait for ever.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def content(path: Path, limit: int) -> bytes:
    """Everything in the file, or in the pipe: `--data <(sort table.csv)` is one.

    Raises DataError for a device or more than `limit` bytes, OSError as `open` does.
    """
    if path.is_dir():  # opened by its number, it would be told by that number
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    with os.fdopen(os.open(path, _FLAGS), "rb") as stream:
        mode = os.fstat(stream.fileno()).st_mode
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
            raise DataError(f"{path} is a device, not a file.", hint="Name a file.")
        # Windows refuses it for anything but a pipe, and before Python 3.12 has no such call
        if stat.S_ISFIFO(mode) and hasattr(os, "set_blocking"):
            os.set_blocking(stream.fileno(), True)
        return _read(stream, path, limit)


def _read(stream: BinaryIO, path: Path, limit: int) -> bytes:
    found = bytearray()
    while chunk := stream.read(_CHUNK):
        found += chunk
        if len(found) > limit:
            megabytes = limit // 1_000_000
            raise DataError(
                f"{path} is too large: more than {megabytes:,} MB.", hint="Split it into parts."
            )
    return bytes(found)
