"""Metadata that a person supplies: it overrides what the files say.

A table has one row for each file or article, found by the file's name, the article's name or id, or
its title. Columns are recognised as those of article tables are; others are kept by their headings.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from annotator.errors import DataError, ReaderError
from annotator.model.article import Article
from annotator.model.problem import Problem
from annotator.readers import fields
from annotator.readers.bytesource import load
from annotator.readers.dates import iso_date
from annotator.readers.tables.cells import day_first, fault_in
from annotator.readers.tables.columns import plain
from annotator.readers.tables.headings import KNOWN
from annotator.tables.sheet import Record, Sheet
from annotator.tables.table_file import read_table

_FILES = ("file", "filename", "file name", "path", "document", "datei", "dateiname", "fichier",
         "nom du fichier", "archivo")  # fmt: skip
_NAMES = ("name", "article", "article name", "artikel")
_IDS = ("id", "article id", "annotator id", "doc id", "document id", "docid")
_MOST_SHOWN = 20


def overridden(article: Article, told: Mapping[str, str]) -> Article:
    """The article with these fields instead of its own; fields without a value change nothing."""
    told = {name: value for name, value in told.items() if value}
    columns = {name: told[name] for name in fields.COLUMNS if name in told}
    others = {name: value for name, value in told.items() if name not in columns}
    return replace(article, **columns, metadata={**article.metadata, **others})  # type: ignore[arg-type]


class MetadataTable:
    """The rows of a table by what they are about, and which of them were used."""

    def __init__(self, path: Path, sheet: Sheet) -> None:
        self._path = path
        wrong = {problem.line for problem in sheet.problems}
        self._records = [record for record in sheet.records if record.line not in wrong]
        self._keys = _keys(sheet.columns)
        self._by_title = not self._keys
        if self._by_title:
            self._keys = [_title(path, sheet.columns)]
        self._fields = _field_names(sheet.columns, self._keys)
        self._day_first = self._order_of_dates()
        self._rows: dict[str, Record] = {}
        self._members: dict[str, Record] = {}  # by file names without folder and ending
        self._used: set[int] = set()
        self.warnings: list[Problem] = list(sheet.problems)
        """What is wrong with single rows; these are left out."""
        self._index()

    @classmethod
    def of_file(cls, path: Path) -> MetadataTable:
        """The table in a CSV, TSV or Excel file; `DataError` where it is none, or ambiguous."""
        try:
            table = read_table(load(path), str(path))
        except ReaderError as error:
            raise DataError(f"{path.name} cannot be read as a table", error.problems) from error
        if not table.sheet.columns:
            raise DataError(f"{path.name} cannot be read as a table", table.sheet.problems)
        return cls(path, table.sheet)

    def fields(self, path: Path, article: Article) -> dict[str, str]:
        """What the table says of an article of that file; empty where it says nothing."""
        found = self._find(path, article)
        if found is None:
            return {}
        self._used.add(found.line)
        return self._read(found)

    def unused(self) -> list[Problem]:
        """The rows that were about no file or article, after all were asked for."""
        return [
            Problem(f'no file or article is "{self._about(row)}"', str(self._path), row.line)
            for row in self._records
            if row.line not in self._used and self._about(row)
        ]

    def _index(self) -> None:
        """Note the rows by their keys; one thing described twice is told, for one would be lost."""
        twice: list[Problem] = []
        for row in self._records:
            about = self._about(row)
            other = self._rows.setdefault(_same(about), row) if about else row
            if not about:
                message = "the row does not say which file or article it is about"
                self.warnings.append(Problem(message, str(self._path), row.line))
            elif other is row:
                self._members.setdefault(_same(PurePath(_same(about)).stem), row)
            else:
                message = f'"{about}" stands in line {other.line} already'
                twice.append(Problem(message, str(self._path), row.line))
        if twice:
            raise DataError(
                f"{self._path.name} says two things of one article",
                twice[:_MOST_SHOWN],
                hint="Leave one row for each file or article.",
            )

    def _about(self, row: Record) -> str:
        return next((row.cells[p].strip() for p in self._keys if row.cells[p].strip()), "")

    def _find(self, path: Path, article: Article) -> Record | None:
        titles = [article.title] if self._by_title else []
        for name in (article.name, article.id, *_names_of(path), *titles):
            if row := self._rows.get(_same(name)):
                return row
        return self._members.get(_same(article.name))

    def _order_of_dates(self) -> bool | None:
        places = [place for place, name in self._fields.items() if name == fields.DATE]
        return day_first([row.cells[places[0]] for row in self._records]) if places else None

    def _read(self, row: Record) -> dict[str, str]:
        found = {}
        for place, name in self._fields.items():
            value = " ".join(row.cells[place].split())
            if value and not fault_in(value):
                found[name] = value
        written = found.get(fields.DATE, "")
        if written and not (date := iso_date(written, self._day_first)):
            found[fields.DATE_AS_WRITTEN] = found.pop(fields.DATE)
        elif written:
            found[fields.DATE] = date
        return found


def _keys(headings: Sequence[str]) -> list[int]:
    """The columns that say which file or article a row is about; the first that does counts."""
    names = [plain(heading) for heading in headings]
    found = [
        next((names.index(name) for name in known if name in names), -1)
        for known in (_FILES, _NAMES, _IDS)
    ]
    return [place for place in found if place >= 0]


def _title(path: Path, headings: Sequence[str]) -> int:
    """The column of titles, where no other says which article a row is about."""
    for place, name in _known_fields(headings).items():
        if name == fields.TITLE:
            return place
    problem = Problem(
        "no column says which file or article a row is about", str(path),
        hint='name one "file", "name", "id" or "title"',
    )  # fmt: skip
    raise DataError(f"{path.name} cannot be read as metadata of articles", [problem])


def _known_fields(headings: Sequence[str]) -> dict[int, str]:
    """The columns that are a field of articles by their headings."""
    names = [plain(heading) for heading in headings]
    found: dict[int, str] = {}
    for field in fields.STANDARD:
        places = [names.index(name) for name in KNOWN.get(field, ()) if name in names]
        if free := [place for place in places if place not in found]:
            found[free[0]] = field
    return found


def _field_names(headings: Sequence[str], keys: Sequence[int]) -> dict[int, str]:
    """What each column is called in an article; columns that are keys are no metadata."""
    known = _known_fields(headings)
    return {
        place: known.get(place, heading.strip().lower() or f"column {place + 1}")
        for place, heading in enumerate(headings)
        if place not in keys
    }


def _names_of(path: Path) -> Iterator[str]:
    """What a table may call a file: its path from any folder on, with its ending or without."""
    whole = PurePath(path.absolute())
    for start in range(len(whole.parts)):
        name = "/".join(whole.parts[start:])
        yield name
        if whole.suffix:
            yield name[: -len(whole.suffix)]


def _same(text: str) -> str:
    """Text as it is compared: case, outer white space and the kind of slash play no part."""
    return (
        unicodedata.normalize("NFC", text).casefold().strip().replace("\\", "/").removeprefix("./")
    )
