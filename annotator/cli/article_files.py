"""Which files `annotator add` is to read: those named, and those in the folders named."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

_NUMBER = re.compile(r"(\d+)")


class ArticleFiles(NamedTuple):
    """Files to read, in order, and files in folders that are of other kinds."""

    chosen: list[Path]
    left_out: list[Path]


def article_files(paths: Iterable[Path], endings: Collection[str]) -> ArticleFiles:
    """A file that is named is read whatever it is called; in folders the ending decides."""
    chosen: dict[Path, None] = {}
    left_out: list[Path] = []
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112  Path.is_dir fails for a name that is too long
            chosen[path] = None
            continue
        closed: list[OSError] = []
        for file in _walk(path, closed):
            if file.suffix.lower() in endings:
                chosen[file] = None
            else:
                left_out.append(file)
        # to read such a folder fails with the reason, so it is reported and not passed over
        chosen |= dict.fromkeys(Path(error.filename) for error in closed)
    return ArticleFiles(list(chosen), left_out)


def _walk(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """The files in and below a folder as people count (2 before 10); none that is hidden.

    Folders that cannot be listed are added to `closed`.
    """
    for parent, folders, files in os.walk(folder, onerror=closed.append):
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=_natural)
        for name in sorted((name for name in files if not name.startswith(".")), key=_natural):
            yield Path(parent, name)


def _natural(name: str) -> list[tuple[int, str]]:
    parts = _NUMBER.split(name.casefold())
    return [(int(part), "") if index % 2 else (-1, part) for index, part in enumerate(parts)]
