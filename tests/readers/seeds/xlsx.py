"""Workbooks to begin fuzzing from."""

import io
from datetime import datetime

import openpyxl


def workbook(rows: list[list[object]]) -> bytes:
    """A workbook with these rows in its one sheet."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


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
