"""A codebook as an Excel workbook: the same table, every cell a text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime

from annotator.codebook_file.convert.hub import Found
from annotator.codebook_file.convert.table import found_in, rows_of
from annotator.entries.entry import Entry
from annotator.safe.zip_member import LONG_AGO, zip_member
from annotator.tables.table_file import read_table

_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
"""Where openpyxl writes the clock, whatever it is told."""
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would read as a character by its number."""
_LONGEST = 32_767
"""Characters that a cell can hold."""


def read(content: bytes, name: str) -> Found:
    """The entries of the first sheet. Raises CodebookError where it is no codebook."""
    return found_in(read_table(content, name).sheet, name)


def write(entries: Sequence[Entry]) -> bytes:
    """The workbook for the entries; nothing in it can be taken for a formula or a number."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = "annotator"
    book.properties.created = book.properties.modified = datetime(*LONG_AGO)  # noqa: DTZ001
    sheet = book.active
    sheet.title = "codebook"
    sheet.freeze_panes = "A2"
    for number, row in enumerate(rows_of(entries), start=1):
        for place, text in enumerate(row, start=1):
            if text:
                cell = sheet.cell(number, place)
                cell.value = _ESCAPE.sub("_x005F_", text)[:_LONGEST]
                cell.data_type = "s"
    stream = io.BytesIO()
    book.save(stream)
    return _same_every_day(stream.getvalue())


def _same_every_day(content: bytes) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(
                zip_member(name), _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", old.read(name))
            )
    return stream.getvalue()
