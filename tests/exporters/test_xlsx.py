"""The workbook, read back by openpyxl, by our reader of tables, and by LibreOffice."""

import csv
import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from annotator.exporters.cells import Cell
from annotator.exporters.coded import coded_units
from annotator.exporters.job import Choice, Report, Shape, Source
from annotator.exporters.rows import tables
from annotator.exporters.xlsx_sheet import MOST_CHARACTERS, Sheet
from annotator.tables.table_file import read_table
from tests.exporters.hostile import MEMO, hostile
from tests.exporters.sample import CODEBOOK, exported, source

SOFFICE = Path(shutil.which("soffice") or "soffice")
CALC = SOFFICE.resolve().parent / "libsclo.so"  # LibreOffice comes in parts
# comma, double quotes, UTF-8, from row 1, as shown; the first sheet
FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1"
FIGURE = {"round": "main", "variable": "tone", "coefficient": "krippendorff_alpha", "value": 0.5,
          "reason": "", "low": None}  # fmt: skip


def cells(path: Path, sheet: str) -> list[tuple[Cell, ...]]:
    book = openpyxl.load_workbook(path)
    return [tuple(cell.value for cell in row) for row in book[sheet].iter_rows()]


def expected(shape: Shape, given: Source) -> list[tuple[Cell, ...]]:
    (table,) = tables(given.codebook, Choice(shapes=(shape,)), Report())
    header = tuple(column.name for column in table.columns)
    return [header, *(row for unit in coded_units(given) for row in table.rows(unit).whole())]


@pytest.mark.parametrize("shape", list(Shape))
def test_the_cells_are_those_of_the_tables(tmp_path: Path, shape: Shape) -> None:
    exported(tmp_path, "xlsx")
    assert cells(tmp_path / "study.xlsx", shape) == expected(shape, source())


def test_texts_stay_texts(tmp_path: Path) -> None:
    exported(tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "study.xlsx")
    found = {cell.value: cell for row in book["paragraphs"].iter_rows() for cell in row}
    formula = found["=1+1 is no formula here: 北京 🙂"]
    assert formula.data_type == "s"
    assert formula.hyperlink is None
    with ZipFile(tmp_path / "study.xlsx") as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_the_sheets_beside(tmp_path: Path) -> None:
    report = exported(tmp_path, "xlsx", given=replace(source(), figures=lambda: [FIGURE]))
    book = openpyxl.load_workbook(tmp_path / "study.xlsx")
    assert book.sheetnames == [
        "long", "statements", "paragraphs", "codebook", "coders", "reliability"
    ]  # fmt: skip
    header, row = cells(tmp_path / "study.xlsx", "reliability")
    told = dict(zip(header, row, strict=True))
    assert (told["variable"], told["value"], told["low"]) == ("tone", 0.5, None)
    assert [row[0] for row in cells(tmp_path / "study.xlsx", "coders")] == ["coder", "ana", "ben"]
    assert report.rows["coders"] == 2


def test_long_cells_are_cut_and_named(tmp_path: Path) -> None:
    report = exported(tmp_path, "xlsx", Choice(shapes=(Shape.STATEMENTS,)), hostile())
    header, *rows = cells(tmp_path / "study.xlsx", "statements")
    assert rows[0][header.index("memo")] == MEMO[:MOST_CHARACTERS]
    assert [row[header.index("score")] for row in rows] == [-97, "cannot_tell", "9007199254740993"]
    (note,) = report.notes
    assert note.endswith(": statements!X2")


def test_characters_that_xml_cannot_hold_are_escaped(tmp_path: Path) -> None:
    exported(tmp_path, "xlsx", Choice(shapes=(Shape.STATEMENTS,)), hostile())
    with ZipFile(tmp_path / "study.xlsx") as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "before_x0000_after" in sheet
    assert "_x005F_x0041_ _x0007_ _x000D_" in sheet


def test_the_same_bytes_again(tmp_path: Path) -> None:
    for name in ("one", "two"):
        exported(tmp_path / name, "xlsx")
    one, two = (tmp_path / name / "study.xlsx" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


def test_a_table_goes_on_in_the_next_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exporters.xlsx_sheet.MOST_ROWS", 5)
    exported(tmp_path, "xlsx", Choice(shapes=(Shape.LONG,)))
    first, second = (cells(tmp_path / "study.xlsx", name) for name in ("long", "long 2"))
    assert first[0] == second[0]
    assert [*first, *second[1:]] == expected(Shape.LONG, source())[:9]


def test_columns_beyond_z(tmp_path: Path) -> None:
    """The place of a cell that was cut is named as Excel names it."""
    from annotator.exporters.cut import Cuts
    from annotator.exporters.extras import extra

    book = extra("xlsxwriter", "Excel workbooks", "xlsx").Workbook(tmp_path / "wide.xlsx")
    cuts, report = Cuts("cut"), Report()
    Sheet(book, "s", [], cuts).write([(None,) * 27 + (MEMO,)])
    book.close()
    cuts.tell(report)
    assert report.notes == {"cut: s!AB2": 1}


def test_our_reader_finds_the_same_table(tmp_path: Path) -> None:
    exported(tmp_path, "xlsx")
    exported(tmp_path, "csv")
    content = (tmp_path / "study.xlsx").read_bytes()
    sheet = read_table(content, "study.xlsx", sheet="statements").sheet
    with (tmp_path / "statements.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert sheet.columns == header
    assert [record.cells for record in sheet.records] == rows


@pytest.mark.skipif(not CALC.exists(), reason="LibreOffice is not on every machine")
def test_libreoffice_reads_the_same_cells(tmp_path: Path) -> None:
    exported(tmp_path, "xlsx", Choice(shapes=(Shape.STATEMENTS,)))
    exported(tmp_path, "csv", Choice(shapes=(Shape.STATEMENTS,)))
    subprocess.run(
        [str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", FILTER,
         "--outdir", str(tmp_path / "converted"), str(tmp_path / "study.xlsx")],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    (converted,) = (tmp_path / "converted").iterdir()
    theirs = list(csv.reader(io.StringIO(converted.read_text(encoding="utf-8"), newline="")))
    ours = list(csv.reader(io.StringIO((tmp_path / "statements.csv").read_text(encoding="utf-8"))))
    assert theirs == ours


def test_the_codebook_sheet_holds_every_code(tmp_path: Path) -> None:
    exported(tmp_path, "xlsx")
    header, *rows = cells(tmp_path / "study.xlsx", "codebook")
    place = header.index("code")
    told = {row[place] for row in rows if row[0] == "code"}
    assert told == {code for variable in CODEBOOK.variables for code in variable.paths}
