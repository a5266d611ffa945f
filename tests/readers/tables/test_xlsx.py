"""Workbooks with one article in each row."""

import io
from datetime import datetime

import openpyxl
import pytest

from annotator.readers import Options
from tests.readers.made import docx, package, paragraph
from tests.readers.reading import reading, refusal, refused, texts, warnings
from tests.readers.seeds.xlsx import workbook

HEADER = ["Titel", "Datum", "Volltext", "Nummer"]


def test_one_article_in_each_row() -> None:
    date = datetime(2020, 3, 4)  # noqa: DTZ001 - as Excel has it
    read = reading(
        workbook([HEADER, ["A", date, "One.\n\nTwo.", 7], ["B", None, None, 8]]), "a.xlsx"
    )
    [article] = read.articles
    assert read.format == "xlsx"
    assert texts(article) == ["A", "One.", "Two."]
    assert article.date == "2020-03-04"
    assert article.metadata["nummer"] == "7"
    assert [(problem.line, problem.message) for problem in read.refused] == [
        (3, 'the row has no text in its column "Volltext"')
    ]


def test_other_sheets_are_named() -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (HEADER, ["A", None, "One.", 1]):
        book.active.append(row)
    book.create_sheet("More")
    file = io.BytesIO()
    book.save(file)
    assert warnings(reading(file.getvalue(), "a.xlsx")) == [
        "Sheet “Sheet” is read; there are also “More” (--sheet NAME)."
    ]


def test_the_sheet_that_is_asked_for_is_read() -> None:
    book = openpyxl.Workbook()
    more = book.create_sheet("More")
    for row in (HEADER, ["A", None, "Of the second.", 1]):
        more.append(row)
    file = io.BytesIO()
    book.save(file)
    for asked in ("More", "2"):
        [one] = reading(file.getvalue(), "a.xlsx", Options(sheet=asked)).articles
        assert texts(one)[-1] == "Of the second."
    assert "no sheet “Less”" in refusal(file.getvalue(), "a.xlsx", Options(sheet="Less"))


def test_a_workbook_is_known_by_its_content() -> None:
    assert reading(workbook([HEADER, ["A", None, "One.", 1]]), "a.dat").format == "xlsx"
    assert reading(docx(paragraph("It rained.")), "a.xlsx").format == "docx"


def test_errors_in_other_cells_do_not_cost_the_text() -> None:
    read = reading(workbook([HEADER, ["A", "#REF!", "One.", "=1+1"]]), "a.xlsx")
    assert texts(read.articles[0]) == ["A", "One."]
    assert not refused(read)
    assert "line 2: the formula in D2 has no stored result" in warnings(read)


def test_escapes_of_excel_are_characters() -> None:
    read = reading(workbook([HEADER, ["A", None, "One._x000D_\n_x000D_\nTwo.", 1]]), "a.xlsx")
    assert texts(read.articles[0]) == ["A", "One.", "Two."]
    file = workbook([HEADER, ["A", None, "One._x0000_", 1], ["B", None, "Two.", 2]])
    assert refused(reading(file, "a.xlsx")) == ['its cell "Volltext" holds a NUL character']


def test_texts_that_excel_cut_off_are_said() -> None:
    read = reading(workbook([HEADER, ["A", None, "x" * 32_767, 1]]), "a.xlsx")
    assert "exactly 32,767 characters" in warnings(read)[0]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (workbook([]), "empty"),
        (workbook([["x", "y"], [1, 2]]), "no column that is known to hold the text"),
        (workbook([HEADER]), "has no row with a text"),
        (workbook([HEADER])[:800], "damaged"),
    ],
)
def test_refused(file: bytes, message: str) -> None:
    assert message in refusal(file, "a.xlsx")


def test_a_damaged_workbook() -> None:
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    relations = f'<R><Relationship Type="{office}" Target="xl/workbook.xml"/></R>'
    file = package(
        {"_rels/.rels": relations, "xl/workbook.xml": "<a/>", "[Content_Types].xml": "<a/>"}
    )
    assert "the workbook is damaged" in refusal(file, "a.xlsx")
