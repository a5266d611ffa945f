"""Bytes as records: encodings, delimiters, line numbers, broken quotes."""

import csv

import pytest

from annotator.tables.sheet import read_sheet


def read(text: str) -> list[tuple[int, list[str]]]:
    sheet = read_sheet(text.encode("utf-8"), "t.csv")
    assert not sheet.problems
    return [(record.line, record.cells) for record in sheet.records]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_in_the_header(delimiter: str) -> None:
    lines = [["coder", "a, b; c", "x"], ["ana", "1", "2"]]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    assert read(text) == [(2, ["ana", "1", "2"])]


def test_one_column_is_a_table_too() -> None:
    assert read("coder\nana\n") == [(2, ["ana"])]


def test_lines_are_counted_through_cells_of_several_lines() -> None:
    text = 'a,b\n1,"two\nlines\r\nthree"\n\n2,"x"\n,\n3,y'
    assert [line for line, _ in read(text)] == [2, 6, 8]


def test_a_byte_order_mark_is_no_part_of_the_first_name() -> None:
    assert read_sheet(b"\xef\xbb\xbfcoder,x\n", "t.csv").columns == ["coder", "x"]


def test_short_rows_are_filled_and_long_ones_told() -> None:
    sheet = read_sheet(b"a,b\n1\n1,2,\n1,2,3\n", "t.csv")
    assert [record.cells for record in sheet.records] == [["1", ""], ["1", "2"]]
    assert [problem.line for problem in sheet.problems] == [4]


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"", 0, "empty"),
        (b"\n\n", 0, "empty"),
        (b"a,b\n1,2\nna\xefve,2\n", 3, "not UTF-8"),
        ("a,b\n".encode("utf-16"), 0, "UTF-16"),
        (b"a,b\n1,\x00\n", 2, "NUL"),
        (b'a,b\n1,2\n3,"open\n4,5\n', 3, "quotes"),
        (b'a,b\n1,"x"y\n', 2, "quotes"),
    ],
)
def test_what_cannot_be_read_is_one_clear_problem(content: bytes, line: int, words: str) -> None:
    (problem,) = read_sheet(content, "t.csv").problems
    assert (problem.where, problem.line) == ("t.csv", line)
    assert words in problem.message


def test_a_cell_may_be_long_and_the_limit_is_put_back() -> None:
    before = csv.field_size_limit()
    assert read(f"a,b\n{'x' * 200_000},1\n")[0][1][0] == "x" * 200_000
    assert csv.field_size_limit() == before
