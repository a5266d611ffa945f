"""Characters that XML cannot hold, as spreadsheets write them."""

from io import BytesIO

import openpyxl
import pytest

from annotator.tables.xlsx_table import read_xlsx


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("bell_x0007_", "bell\a"),
        ("_x005F_x0041_", "_x0041_"),
        ("line_x000D_\nend", "line\r\nend"),
        ("_x12_ and _xyz", "_x12_ and _xyz"),
        ("_xD800_ is half a character", "_xD800_ is half a character"),
    ],
)
def test_escapes_are_read_as_they_are_shown(stored: str, shown: str) -> None:
    book, stream = openpyxl.Workbook(), BytesIO()
    book.active.append(["text", "more"])
    book.active.append([stored, "x"])
    book.save(stream)
    (record,) = read_xlsx(stream.getvalue(), "t.xlsx").sheet.records
    assert record.cells[0] == shown
