"""Workbooks to begin fuzzing from."""

import io
import re
import zipfile
from datetime import datetime

import openpyxl

from tests.readers.made import package

_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def workbook(rows: list[list[object]]) -> bytes:
    """A workbook with these rows in its one sheet, the same bytes every time."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        return package(
            {n: _TIME.sub(b"2020-01-01T00:00:00Z", archive.read(n)) for n in archive.namelist()}
        )


SEEDS: dict[str, bytes] = {
    "plain.xlsx": workbook(
        [
            ["title", "date", "text", "n"],
            ["A bridge", datetime(2020, 3, 4), "One.\n\nTwo.", 1],  # noqa: DTZ001 - as Excel has it
            ["B", None, "Three", 2.5],
            ["C", "4 March 2020", None, True],
        ]
    )
}
