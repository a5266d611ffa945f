"""The records of a Zotero export, RIS or CSV, with the files that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from annotator.readers import fields
from annotator.readers import source as view
from annotator.readers.dates import iso_date
from annotator.readers.news import ris
from annotator.readers.news.ris_fields import metadata
from annotator.readers.news.ris_records import records
from annotator.readers.source import Source
from annotator.tables.sheet import Sheet, sheet_of_text

_COLUMNS = frozenset({"key", "item type", "file attachments"})
_FILE_TAGS = ("L1", "L2", "L4")
_LOCAL_FILE = re.compile(r"^L[124] {1,3}- (?!\w+://)(?=\S)", re.MULTILINE)
_ADDRESS = re.compile(r"\w{2,}://")
_PICTURE = re.compile(r".*\.(?:png|jpe?g|gif|webp|svg|tiff?)", re.IGNORECASE | re.DOTALL)
_NAMES = {
    "title": fields.TITLE, "author": fields.AUTHOR, "publication title": fields.SOURCE,
    "date": fields.DATE, "url": fields.URL, "pages": fields.PAGE, "section": fields.SECTION,
    "edition": fields.EDITION, "language": fields.LANGUAGE, "rights": fields.COPYRIGHT,
    "key": "zotero_key", "item type": "record type", "abstract note": "abstract",
}  # fmt: skip
_NOT_KEPT = frozenset({"file attachments", "link attachments", "date added", "date modified"})


class Reference(NamedTuple):
    """A record: where it begins, its fields, and the paths of its files as written."""

    line: int
    fields: dict[str, str]
    files: list[str]

    @property
    def called(self) -> str:
        """How a message names it."""
        title = self.fields.get(fields.TITLE, "")
        return f'the record "{title}"' if title else f"the record on line {self.line:,}"


def is_zotero(source: Source) -> bool:
    """Whether the file is RIS that names files, or CSV with the columns of Zotero."""
    if source.ending == ".csv" and b"File Attachments" in source.head:
        return _COLUMNS.issubset(name.strip().lower() for name in _first_line(source))
    if not ris.sniff(source) or b"TY  -" not in source.head:
        return False
    return _LOCAL_FILE.search(source.once(view.text).text) is not None


def _first_line(source: Source) -> list[str]:
    line = source.content.partition(b"\n")[0].decode("utf-8-sig", "replace")
    return sheet_of_text(line, "").columns


def references(source: Source) -> list[Reference]:
    """All records; use with `source.once`."""
    text = source.once(view.text).text
    if ris.sniff(source):
        return list(_of_ris(text))
    sheet = sheet_of_text(text, str(source.path))
    if not _COLUMNS.issubset(name.lower() for name in sheet.columns):
        raise source.refusal("is no export of Zotero with files: RIS or CSV is understood")
    return list(_of_table(sheet))


def _of_ris(text: str) -> Iterator[Reference]:
    for record in records(text.split("\n")):
        files = [
            "".join(value).strip() for tag in _FILE_TAGS for value in record.values.get(tag, ())
        ]
        for tag in _FILE_TAGS:
            record.values.pop(tag, None)
        yield Reference(record.line, metadata(record), _readable(files))


def _of_table(sheet: Sheet) -> Iterator[Reference]:
    headings = [heading.strip().lower() for heading in sheet.columns]
    for line, cells in sheet.records:
        row = {name: cell.strip() for name, cell in zip(headings, cells, strict=True)}
        found = {
            _NAMES.get(name, name): " ".join(cell.split())
            for name, cell in row.items() if cell and name not in _NOT_KEPT
        }  # fmt: skip
        found[fields.DATE] = iso_date(row.get("date", "")) or row.get("publication year", "")
        files = [part.strip() for part in row["file attachments"].split(";")]
        yield Reference(line, {key: value for key, value in found.items() if value},
                        _readable(files))  # fmt: skip


def _readable(files: list[str]) -> list[str]:
    """Files that may hold a text; addresses of the web are not fetched, pictures not read."""
    return [
        name for name in files if name and not _ADDRESS.match(name) and not _PICTURE.match(name)
    ]
