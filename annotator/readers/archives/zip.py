"""ZIP archives of article files: every member is read by the reader that knows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from annotator.errors import ReaderError
from annotator.model.problem import Problem
from annotator.readers.found import FileReading, Found
from annotator.readers.signatures import looks_like
from annotator.readers.source import Source
from annotator.safe.package import Package, is_package, package

NAME = "zip"
TITLE = "ZIP archive of any of these"
ENDINGS: tuple[str, ...] = (".zip",)

_SYSTEM = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini"})
_DRIVE = re.compile(r"[A-Za-z]:")
_OF_DOCUMENTS = frozenset({"[Content_Types].xml", "mimetype"})
"""Members of every Office and OpenDocument file and e-book; an archive of articles has none."""

_SHOWN = 10


def sniff(source: Source) -> bool:
    """Whether the file is a ZIP archive of which no document is made, or a damaged one."""
    if not is_package(source):
        return False
    files = source.or_none(package)
    return files is None or not _OF_DOCUMENTS.intersection(files.names)


def read(source: Source) -> Found:
    """The articles of all members; each that cannot be read is named in `refused`."""
    if source.depth:
        raise source.refusal("is an archive inside an archive", hint="unpack it, and add that")
    files = _opened(source)
    readings: list[FileReading] = []
    refused: list[Problem] = []
    left_out: list[str] = []
    for name in sorted(files.names, key=_natural):
        try:
            _refuse_unsafe(source, files, name)
            if _is_hidden(name):
                continue
            if _is_read(name):
                readings.append(_member(source, files, name))
            else:
                left_out.append(name)
        except ReaderError as error:
            refused += error.problems
    if not readings:
        raise _nothing(source, refused, left_out)
    return Found(nested=readings, refused=refused, warnings=_told(left_out))


def _opened(source: Source) -> Package:
    try:
        return source.once(package)
    except ReaderError as error:
        seen = looks_like(source.head)
        if not seen or seen.endswith("archive"):
            raise
        told = error.problems[0].message
        raise source.refusal(f"looks like {seen}, but {told}") from error


def _member(source: Source, files: Package, name: str) -> FileReading:
    from annotator.readers import read_source  # the registry, which names this module, is there

    options = source.options
    if options.format == NAME:
        options = replace(options, format="")
    inner = Source(source.path / name, files.read(name), options, depth=source.depth + 1)
    if not inner.content:
        raise inner.refusal("is empty")
    return read_source(inner)


def _refuse_unsafe(source: Source, files: Package, name: str) -> None:
    """Nothing is ever written to disk, but such a name is no accident, and would be shown."""
    if not name:
        raise source.refusal("holds a file without a name")
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if ".." in parts or name.startswith(("/", "\\")) or _DRIVE.match(name):
        raise source.refusal(f'holds a file whose name leads out of it: "{name}"')
    if files.is_link(name):
        raise source.refusal(f'holds a link to a file elsewhere: "{name}"')


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any((part.startswith(".") and part != "..") or part in _SYSTEM for part in parts)


def _is_read(name: str) -> bool:
    from annotator.readers import endings

    return PurePosixPath(name).suffix.lower() in endings()


def _natural(name: str) -> list[tuple[int, str]]:
    """Names as people count: 2 before 10."""
    parts = re.split(r"(\d+)", name.casefold())
    return [(int(part), "") if index % 2 else (-1, part) for index, part in enumerate(parts)]


def _told(left_out: Sequence[str]) -> list[str]:
    if not left_out:
        return []
    count = f"{len(left_out):,} {'file' if len(left_out) == 1 else 'files'}"
    return [f"{count} of other kinds left out: {_some(left_out)}"]


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


def _nothing(source: Source, refused: Sequence[Problem], left_out: Sequence[str]) -> ReaderError:
    what = f"; it holds {_some(left_out)}" if left_out else ""
    empty = "" if refused or left_out else ": it is empty"
    error = source.refusal(f"is an archive without an article that can be read{what}{empty}")
    error.problems = (*error.problems, *refused)
    return error
