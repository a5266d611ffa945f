"""Zotero exports with files: the attachments are the articles, the records say what they are.

RIS with "Export Files", or CSV, beside a folder with the files. Attachments are read by their own
readers; nothing outside the folder of the export is opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from annotator.errors import ReaderError
from annotator.model.article import Article
from annotator.model.problem import Problem
from annotator.readers import fields
from annotator.readers.found import FileReading, Found
from annotator.readers.source import Source
from annotator.readers.tables.zotero_records import Reference, is_zotero, references

NAME = "zotero"
TITLE = "Zotero export with its files (RIS, CSV)"
ENDINGS: tuple[str, ...] = ()

_PARTS = (4, 3, 2, 1)
"""How many last parts of a path are looked for beside the export: files/12/name.pdf."""


def sniff(source: Source) -> bool:
    """Whether it is an export of references that names files; not within an archive.

    RIS whose files are not there is one of references alone, which `ris` reads.
    """
    if source.depth or not is_zotero(source):
        return False
    if source.ending == ".csv":
        return True
    found = source.or_none(references) or ()
    return any(_found_beside(source, name) for one in found for name in one.files)


def read(source: Source) -> Found:
    """The articles of all attachments; each record without one is named in `refused`."""
    readings: list[FileReading] = []
    refused: list[Problem] = []
    warnings: list[str] = []
    found = source.once(references)
    for reference in found:
        problems: list[Problem] = []
        reading = _first_read(source, reference, problems)
        if reading is None:
            refused += problems
        else:
            readings.append(_with_record(reading, reference.fields))
            warnings += [f"{problem.where}: {problem.message}" for problem in problems]
            warnings += _others(reference, reading)
    if not readings:
        raise _nothing(source, refused)
    return Found(nested=readings, announced=len(found), refused=refused, warnings=warnings)


def _first_read(
    source: Source, reference: Reference, problems: list[Problem]
) -> FileReading | None:
    """The first attachment that can be read: a page saved beside a PDF is the same article."""
    from annotator.readers import read_source  # the registry, which names this module, is there

    if not reference.files:
        told = f"{reference.called} has no attached file"
        problems.append(Problem(told, str(source.path), reference.line))
    options = replace(source.options, format="", columns={})
    for name in reference.files:
        try:
            return read_source(Source.of_file(_beside(source, reference, name), options))
        except ReaderError as error:
            problems += error.problems
    return None


def _beside(source: Source, reference: Reference, name: str) -> Path:
    """The attachment's path; `ReaderError` if it is not below the folder of the export."""
    path = _found_beside(source, name)
    if path:
        return path
    raise source.refusal(
        f'{reference.called}: its file "{name}" is not in the folder of the export',
        line=reference.line, hint="export with files, and keep the files beside the export",
    )  # fmt: skip


def _found_beside(source: Source, name: str) -> Path | None:
    folder = source.path.parent
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in "/."]
    if ".." in parts:
        return None
    candidates = (folder.joinpath(*parts[-count:]) for count in _PARTS)
    return next((path for path in candidates if _is_file_in(path, folder)), None)


def _is_file_in(path: Path, folder: Path) -> bool:
    try:
        return path.is_file() and path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a name too long, a NUL in it, a circle of links
        return False


def _with_record(reading: FileReading, told: dict[str, str]) -> FileReading:
    """The reading with the metadata of the record, where the file holds one article."""
    if len(reading.articles) != 1:
        return reading
    return replace(reading, articles=[_completed(reading.articles[0], told)])


def _completed(article: Article, told: dict[str, str]) -> Article:
    others = {key: value for key, value in told.items() if key not in fields.COLUMNS}
    return replace(
        article,
        title=told.get(fields.TITLE) or article.title,
        author=told.get(fields.AUTHOR) or article.author,
        source=told.get(fields.SOURCE) or article.source,
        date=told.get(fields.DATE) or article.date,
        url=told.get(fields.URL) or article.url,
        metadata={**article.metadata, **others},
    )


def _others(reference: Reference, reading: FileReading) -> list[str]:
    said: list[str] = []
    if len(reading.articles) != 1:
        count = f"{len(reading.articles):,} articles"
        said.append(f"{reference.called}: its file holds {count}; they keep their own metadata")
    if len(reference.files) > 1:
        said.append(f"{reference.called} has {len(reference.files)} files; one of them was read")
    return said


def _nothing(source: Source, refused: Sequence[Problem]) -> ReaderError:
    error = source.refusal("is an export of references without a file that can be read")
    error.problems = (*error.problems, *refused)
    return error
