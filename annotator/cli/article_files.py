"""Which files `annotator add` is to read: those named, and those in the folders named."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

_PAGES = (".html", ".htm", ".xhtml")
_PAGE_FOLDERS = frozenset(
    {"files", "dateien", "fichiers", "archivos", "ficheros", "arquivos", "bestanden", "file"}
)
_NUMBER = re.compile(r"(\d+)")


class ArticleFiles(NamedTuple):
    """Files to read, in order, and files in folders that are of other kinds."""

    chosen: list[Path]
    left_out: list[Path]


def article_files(paths: Iterable[Path], endings: Collection[str]) -> ArticleFiles:
    """A file that is named is read whatever it is called; in folders the ending decides.

    Where a web page was saved with its pictures in a folder beside it, that folder is part of it.
    """
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
        pages = {name.rpartition(".")[0] for name in files if name.lower().endswith(_PAGES)}
        folders[:] = sorted(
            (name for name in folders if not _is_hidden(name) and not _is_of_page(name, pages)),
            key=_natural,
        )
        for name in sorted((name for name in files if not _is_hidden(name)), key=_natural):
            yield Path(parent, name)


def _is_hidden(name: str) -> bool:
    """Hidden, or one of the notes that Word leaves beside a document that is open."""
    return name.startswith((".", "~$"))


def _is_of_page(folder: str, pages: Collection[str]) -> bool:
    """Whether a browser saved the pictures and scripts of one of the pages in that folder."""
    stem, mark, rest = folder.rpartition("_")
    if mark and rest.lower() in _PAGE_FOLDERS:
        return stem in pages
    stem, mark, rest = folder.rpartition("-")
    return bool(mark) and rest.lower() in _PAGE_FOLDERS and stem in pages


def _natural(name: str) -> list[tuple[int, str]]:
    parts = _NUMBER.split(name.casefold())
    return [(int(part), "") if index % 2 else (-1, part) for index, part in enumerate(parts)]
