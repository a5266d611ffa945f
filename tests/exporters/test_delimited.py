"""Cells that a spreadsheet would run, and lone carriage returns."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.exporters.columns import Column, Type
from annotator.exporters.delimited import DelimitedWriter, neutralized
from annotator.exporters.job import Choice
from annotator.exporters.rows import Rows

COLUMNS = (Column("a", Type.TEXT, ""), Column("b", Type.NUMBER, ""), Column("c", Type.TEXT, ""))
cells = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("=+-@\t\r\n',;\"|1."))


def written(rows: Rows, choice: Choice) -> str:
    stream = io.StringIO(newline="")
    DelimitedWriter(stream, COLUMNS, choice).write(rows)
    return stream.getvalue()


def read_back(text: str, choice: Choice) -> list[list[str]]:
    stream = io.StringIO(text.removeprefix("\ufeff"), newline="")
    return list(csv.reader(stream, delimiter=choice.delimiter, strict=True))[1:]


@given(
    cells,
    cells,
    st.lists(st.tuples(cells, cells), max_size=3),
    st.sampled_from(",;\t|"),
    st.booleans(),
)
def test_every_reader_gets_back_what_was_written(
    who: str, where: str, rests: list[tuple[str, str]], delimiter: str, bom: bool
) -> None:
    choice = Choice(delimiter=delimiter, bom=bom)
    rows = Rows((who,), (where,), list(rests))
    assert read_back(written(rows, choice), choice) == [[who, where, *rest] for rest in rests]


@given(cells)
def test_neutralizing_is_reversible(cell: str) -> None:
    safe = neutralized(cell)
    assert safe in (cell, "'" + cell)
    starts = safe.lstrip("'")[:1]
    undone = safe[1:] if safe.startswith("'") and starts and starts in "=+-@\t\r" else safe
    assert undone == cell


@pytest.mark.parametrize("cell", ["=1+1", "+1+1", "-cmd", "@SUM(1)", "\t=1", "\r=1", "'=1", "--1"])
def test_formulas_are_neutralized_on_request_only(cell: str) -> None:
    rows = Rows((), (), [(cell, None, cell)])
    assert read_back(written(rows, Choice()), Choice()) == [[cell, "", cell]]
    choice = Choice(neutralize=True)
    assert read_back(written(rows, choice), choice) == [["'" + cell, "", "'" + cell]]


@pytest.mark.parametrize(
    "cell", ["", "-1", "+2.5", "-3,5", "text", "it's = 1", "'quoted'", None, -1]
)
def test_what_is_no_formula_stays(cell: str | int | None) -> None:
    assert neutralized(cell) == cell


def test_a_decimal_comma_is_for_numbers_only() -> None:
    rows = Rows((), ("1.5",), [(1.5, "x.y"), ("-0.25", "1.5"), (3, "z"), ("not_applicable", None)])
    choice = Choice(delimiter=";", decimal=",")
    assert [row[1] for row in read_back(written(rows, choice), choice)] == [
        "1,5", "-0,25", "3", "not_applicable",
    ]  # fmt: skip
    assert {row[0] for row in read_back(written(rows, choice), choice)} == {"1.5"}
