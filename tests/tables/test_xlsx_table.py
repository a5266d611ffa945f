"""Excel workbooks as tables: sheets, formulas, dates, errors, and files that claim too much."""

import io
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

import openpyxl
import pytest

from annotator.errors import AnnotatorError
from annotator.tables import xlsx_table
from annotator.tables.table import Table
from annotator.tables.table_file import read_table

Rows = Sequence[Sequence[Any]]


def workbook(*sheets: tuple[str, Rows], hidden: str = "", merged: str = "") -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
        page.sheet_state = "hidden" if name == hidden else "visible"
        if merged:
            page.merge_cells(merged)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def changed(content: bytes, pattern: str, by: str, *, part: str = "sheet1.xml") -> bytes:
    """The workbook with one of its parts altered, as another program would write it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            text = old.read(entry)
            if entry.filename.endswith(part):
                text, times = re.subn(pattern.encode(), by.encode(), text)
                assert times
            new.writestr(entry.filename, text, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def cells(table: Table) -> list[list[str]]:
    assert not table.sheet.problems
    return [table.sheet.columns, *(record.cells for record in table.sheet.records)]


def faults(table: Table) -> list[str]:
    return [str(problem) for problem in table.sheet.problems]


RATINGS = [["unit", "ann", "bob"], [1, 2, 2.5], [2, None, "x"]]


def test_values_are_the_texts_that_csv_would_hold() -> None:
    moments = [date(2026, 3, 1), datetime.fromisoformat("2026-03-01 12:30"), time(8, 5), True]
    rows = [["a", "b", "c", "d"], moments, [1.0, 0.1, 10**6, " é "]]
    assert cells(read_table(workbook(("one", rows)), "t.xlsx")) == [
        ["a", "b", "c", "d"],
        ["2026-03-01", "2026-03-01 12:30:00", "08:05:00", "TRUE"],
        ["1", "0.1", "1000000", " é "],
    ]


def test_lines_are_rows_of_the_sheet_and_empty_ones_do_not_count() -> None:
    rows = [[], ["unit", "ann"], [], [1, 2], [None, None], [2, 3]]
    table = read_table(workbook(("one", rows)), "t.xlsx")
    assert table.sheet.line == 2
    assert [record.line for record in table.sheet.records] == [4, 6]


def test_a_first_row_that_is_shorter_than_others() -> None:
    assert cells(read_table(workbook(("one", [[1, 2], [1, 2, 3]])), "t.xlsx")) == [
        ["1", "2", ""],
        ["1", "2", "3"],
    ]


def test_the_sheet_is_chosen_by_name_or_number() -> None:
    content = workbook(("notes", [["x"]]), ("2026", RATINGS), ("third", [["z"]]), hidden="notes")
    first = read_table(content, "t.xlsx")
    assert cells(first) == cells(read_table(content, "t.xlsx", sheet="2026"))
    assert first.assumed == (
        "Sheet “2026” is read; there are also “notes”, “third” (--sheet NAME).",
    )
    assert cells(read_table(content, "t.xlsx", sheet="3")) == [["z"]]
    assert faults(read_table(content, "t.xlsx", sheet="4")) == [
        "t.xlsx: there is no sheet “4”; there are: “notes”, “2026”, “third”"
    ]


def test_formulas_give_the_results_stored_with_them() -> None:
    content = workbook(("one", [["ann", "bob"], ["=1+1", '=IF(1,"")']]))
    assert faults(read_table(content, "t.xlsx")) == [
        f"t.xlsx:2: the formula in {cell} has no stored result (open it in a spreadsheet program,"
        " and save it there)"
        for cell in ("A2", "B2")
    ]
    content = changed(content, r'(<c r="A2"><f>[^<]*</f><v>)', r"\g<1>2")
    content = changed(content, r'<c r="B2"', r'<c t="str" r="B2"')
    assert cells(read_table(content, "t.xlsx")) == [["ann", "bob"], ["2", ""]]


def test_errors_are_named_with_their_cell_and_not_available_is_missing() -> None:
    table = read_table(workbook(("one", [["ann", "bob"], ["#N/A", 1], [1, "#DIV/0!"]])), "t.xlsx")
    assert faults(table) == ["t.xlsx:3: the cell B3 holds the error #DIV/0!"]
    assert table.sheet.records[0].cells == ["", "1"]


def test_merged_cells_are_told() -> None:
    rows = [["unit", "ann"], ["x", 1], ["x", 2]]
    table = read_table(workbook(("one", rows), merged="A2:A3"), "t.xlsx")
    assert table.assumed[0].startswith("Cells are merged")
    assert cells(table)[2] == ["", "2"]


def test_the_size_that_a_sheet_claims_is_not_believed() -> None:
    content = changed(workbook(("one", RATINGS)), 'ref="A1:C3"', 'ref="A1"')
    assert len(cells(read_table(content, "t.xlsx"))) == 3


def test_what_would_not_fit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = workbook(("one", RATINGS))
    for far in ('r="C9999999999"', 'r="ZZZ3"', 'r="ZZZZZZ3"'):
        row = 'r="9999999999"' if "999" in far else 'r="3"'
        grown = changed(changed(content, 'r="C3"', far), '<row r="3"', f"<row {row}")
        monkeypatch.setattr(xlsx_table, "MOST_CELLS", 10_000)
        (fault,) = faults(read_table(grown, "t.xlsx"))
        assert "too large" in fault or "damaged" in fault
    monkeypatch.setattr(xlsx_table, "MOST_BYTES", 1000)
    (fault,) = faults(read_table(content, "t.xlsx"))
    assert "the workbook is too large" in fault


def test_entities_are_not_expanded() -> None:
    head = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>]><worksheet"
    content = changed(workbook(("one", RATINGS)), "<worksheet", head)
    (fault,) = faults(read_table(content, "t.xlsx"))
    assert "DOCTYPE" in fault


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"PK\x03\x04 and then nothing", "begins like an Excel workbook, but is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook (.xls), or one with a pass"),
        (workbook(("one", RATINGS))[:-200], "begins like an Excel workbook, but is damaged"),
    ],
)
def test_files_that_are_no_workbook(content: bytes, message: str) -> None:
    (fault,) = faults(read_table(content, "t.xlsx"))
    assert message in fault


@pytest.mark.parametrize("part", ["workbook.xml", "sheet1.xml", "styles.xml", "workbook.xml.rels"])
def test_damaged_parts(part: str) -> None:
    content = changed(workbook(("one", RATINGS)), "<.*", "<broken", part=part)
    (fault,) = faults(read_table(content, "t.xlsx"))
    assert "the workbook is damaged" in fault


def test_other_zip_files() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("content.xml", "")
    (fault,) = faults(read_table(stream.getvalue(), "t.ods"))
    assert "no Excel workbook (.xlsx) (save it as .xlsx" in fault


def test_options_of_other_formats() -> None:
    content = workbook(("one", RATINGS))
    assert "leave --delimiter out" in faults(read_table(content, "t", delimiter=";"))[0]
    assert "leave --sheet out" in faults(read_table(b"a,b\n1,2\n", "t", sheet="1"))[0]


def test_without_openpyxl_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(AnnotatorError) as error:
        read_table(workbook_bytes_made_before, "t.xlsx")
    assert "pip install 'annotator-tui[xlsx]'" in error.value.hint


workbook_bytes_made_before = workbook(("one", RATINGS))


def test_rows_can_be_watched_as_they_are_read() -> None:
    seen = []

    def watch(rows: Iterable[Any]) -> Iterator[Any]:
        for row in rows:
            seen.append(row)
            yield row

    assert len(cells(read_table(workbook(("one", RATINGS)), "t.xlsx", watch=watch))) == 3
    assert len(seen) == 3
