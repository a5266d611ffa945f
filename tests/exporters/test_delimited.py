"""Cells that need quotes or that a spreadsheet would run."""

import csv
import io
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exporters.cells import Cell
from annotator.exporters.coded import coded_units
from annotator.exporters.columns import Column, Type
from annotator.exporters.delimited import Delimited, neutralized
from annotator.exporters.job import Choice, Report, Shape
from annotator.exporters.lines import LineWriter
from annotator.exporters.parts import Row, Rows
from annotator.exporters.rows import tables, tables_in
from tests.exporters.sample import CODEBOOK, source

COLUMNS = (Column("a", Type.TEXT, ""), Column("b", Type.NUMBER, ""), Column("c", Type.TEXT, ""))
cells = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@\t\r\n',;\"|1."))


def written(rows: list[Row], choice: Choice) -> str:
    stream = io.StringIO(newline="")
    writer = LineWriter(stream, COLUMNS, Delimited(choice))
    for row in rows:
        writer.write_cells(row)
    assert writer.count == len(rows)
    return stream.getvalue()


def read_back(text: str, choice: Choice) -> list[list[str]]:
    stream = io.StringIO(text.removeprefix("\ufeff"), newline="")
    return list(csv.reader(stream, delimiter=choice.delimiter, strict=True))[1:]


@given(
    st.lists(st.tuples(cells, cells, cells), max_size=3), st.sampled_from(",;\t|"), st.booleans()
)
def test_every_reader_gets_back_what_was_written(
    rows: list[Row], delimiter: str, bom: bool
) -> None:
    choice = Choice(delimiter=delimiter, bom=bom)
    assert read_back(written(rows, choice), choice) == [list(row) for row in rows]


@given(cells, st.lists(cells, max_size=3), st.sampled_from(",;-:"))
def test_rows_of_one_unit_begin_alike(start: str, rests: list[str], delimiter: str) -> None:
    choice = Choice(delimiter=delimiter)
    form, stream = Delimited(choice), io.StringIO(newline="")
    encode = form.part(COLUMNS[:1])
    LineWriter(stream, COLUMNS[:2], form).write(
        Rows(encode((start,)), [encode((r,)) for r in rests])
    )
    assert read_back(stream.getvalue(), choice) == [[start, rest] for rest in rests]


@pytest.mark.parametrize(("shape", "delimiter"), list(product(Shape, [",", ";", "-", ":"])))
def test_lines_made_of_parts_are_the_rows_of_cells(shape: Shape, delimiter: str) -> None:
    choice = Choice(shapes=(shape,), delimiter=delimiter)
    form, stream = Delimited(choice), io.StringIO(newline="")
    [plain] = tables(CODEBOOK, choice, Report())
    [text] = tables_in(form.part, CODEBOOK, choice, Report())
    writer = LineWriter(stream, text.columns, form)
    expected: list[list[str]] = []
    for unit in coded_units(source()):
        writer.write(text.rows(unit))
        expected += (list(map(as_text, row)) for row in plain.rows(unit).whole())
    assert read_back(stream.getvalue(), choice) == expected


def as_text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


@given(cells)
def test_neutralizing_is_reversible(cell: str) -> None:
    safe = neutralized(cell)
    assert safe in (cell, "'" + cell)
    starts = safe.lstrip("'")[:1]
    undone = safe[1:] if safe.startswith("'") and starts and starts in "=+-@\t\r" else safe
    assert undone == cell


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-cmd", "@SUM(1)", "\t=1", "\r=1", "'=1", "--1"])
def test_formulas_are_neutralized_on_request_only(cell: str) -> None:
    rows: list[Row] = [(cell, None, cell)]
    assert read_back(written(rows, Choice()), Choice()) == [[cell, "", cell]]
    choice = Choice(neutralize=True)
    assert read_back(written(rows, choice), choice) == [["'" + cell, "", "'" + cell]]


@pytest.mark.parametrize(
    "cell", ["", "-1", "+2.5", "-3,5", "text", "it's = 1", "'quoted'", None, -1]
)
def test_what_is_no_formula_stays(cell: str | int | None) -> None:
    assert neutralized(cell) == cell


def test_a_decimal_comma_is_for_numbers_only() -> None:
    numbers = (1.5, "-0.25", 3, "not_applicable")
    rows: list[Row] = [("1.5", number, "2.5") for number in numbers]
    choice = Choice(delimiter=";", decimal=",")
    assert [row[1] for row in read_back(written(rows, choice), choice)] == [
        "1,5", "-0,25", "3", "not_applicable",
    ]  # fmt: skip
    assert {(row[0], row[2]) for row in read_back(written(rows, choice), choice)} == {
        ("1.5", "2.5")
    }
