"""Delimited text from anywhere as records with line numbers; what is wrong becomes a Problem."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from annotator.model.problem import Problem

_DELIMITERS = (",", ";", "\t", "|")
_DECIMAL = re.compile(r"[+-]?\d*,\d+", re.ASCII)
_NAMED_DELIMITER = re.compile(r'"?sep=([,;|\t])"?[ \t]*\r?\n', re.IGNORECASE)
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LONGEST_HEADER = 100_000
_HOW_TO_SAVE = "save it as CSV in UTF-8"


class Record(NamedTuple):
    """One row. `line` is where it starts: a cell may span several lines."""

    line: int
    cells: list[str]


class Sheet(NamedTuple):
    """A table: names of columns and records, each as long as the header, which is on `line`."""

    columns: list[str]
    records: list[Record]
    problems: list[Problem]
    line: int = 1


def read_sheet(content: bytes, where: str, *, delimiter: str = "", inside: str = "") -> Sheet:
    """The table that the bytes hold; the delimiter is found from the header if not given.

    A delimiter that is known to stand `inside` cells is never found, only given.
    """
    text = _decode(content, where)
    if isinstance(text, Problem):
        return Sheet([], [], [text])
    return sheet_of_text(text, where, delimiter=delimiter, inside=inside)


def sheet_of_text(
    text: str, where: str, *, delimiter: str = "", escape: str = "", inside: str = ""
) -> Sheet:
    """As `read_sheet`, of text. A first line `sep=;`, as Excel writes it, names the delimiter.

    `escape` is a character that may stand before a quote inside a quoted cell, too.
    """
    named = _NAMED_DELIMITER.match(text)
    skipped = 0
    if named:
        delimiter, text, skipped = delimiter or named[1], text[named.end() :], 1
    with _cells_of_any_length(text):
        sheet = _read(text, where, delimiter or _find_delimiter(text, inside), escape)
    return _moved(sheet, skipped) if skipped else sheet


def _moved(sheet: Sheet, lines: int) -> Sheet:
    """The sheet, with the lines of a file that has so many more at its start."""
    return Sheet(
        sheet.columns,
        [record._replace(line=record.line + lines) for record in sheet.records],
        [
            replace(problem, line=problem.line and problem.line + lines)
            for problem in sheet.problems
        ],
        sheet.line + lines,
    )


def _decode(content: bytes, where: str) -> str | Problem:
    if content.startswith(_UTF_16_MARKS):
        return Problem("the file is UTF-16, not UTF-8", where, hint=_HOW_TO_SAVE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Problem("the file is not UTF-8 from here on", where, line, hint=_HOW_TO_SAVE)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return Problem("there is a NUL character: this is no text table", where, line)
    return text


@contextmanager
def _cells_of_any_length(text: str) -> Iterator[None]:
    before = csv.field_size_limit(max(len(text), 1))
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _find_delimiter(text: str, inside: str) -> str:
    """The one that cuts the header into most columns; a comma where none does.

    A comma that stands in numbers alone, such as `1,5;2,5`, is a decimal comma.
    """
    first = text.partition("\n")[0].strip()
    possible = [delimiter for delimiter in _DELIMITERS if delimiter != inside]
    for delimiter in possible[1:]:
        cells = [cell.strip(' "') for cell in first.split(delimiter)]
        with_comma = [cell for cell in cells if "," in cell]
        if len(cells) > 1 and with_comma and all(map(_DECIMAL.fullmatch, with_comma)):
            return delimiter
    return max(possible, key=lambda delimiter: _n_columns(text, delimiter))


def _n_columns(text: str, delimiter: str) -> int:
    try:
        return len(
            next(
                csv.reader(io.StringIO(text[:_LONGEST_HEADER], newline=""), delimiter=delimiter), []
            )
        )
    except csv.Error:
        return 0


def _read(text: str, where: str, delimiter: str, escape: str) -> Sheet:
    problems: list[Problem] = []
    hint = "is a cell with the delimiter in it not quoted?"
    found = _records(text, where, delimiter, escape, problems)
    return sheet_of(found, where, problems, hint)


def sheet_of(found: Iterator[Record], where: str, problems: list[Problem], hint: str = "") -> Sheet:
    """Records as a table whose first one is the header; `problems` may grow while they are read.

    A record that is longer than the header is a problem, with the `hint`.
    """
    header = next(found, None)
    if header is None:
        return Sheet([], [], problems or [Problem("the file is empty", where)])
    columns = [cell.strip() for cell in header.cells]
    records = []
    for record in found:
        if any(cell.strip() for cell in record.cells[len(columns) :]):
            message = f"{len(record.cells)} cells, but the header has {len(columns)}"
            problems.append(Problem(message, where, record.line, hint=hint))
        else:
            missing = len(columns) - len(record.cells)  # spreadsheets leave empty ends away
            records.append(record._replace(cells=record.cells[: len(columns)] + [""] * missing))
    return Sheet(columns, records, problems, header.line)


def _records(
    text: str, where: str, delimiter: str, escape: str, problems: list[Problem]
) -> Iterator[Record]:
    """Rows that are not empty, with the line on which they start."""
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, escapechar=escape or None, strict=True
    )
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as error:
            hint = "a quote inside a quoted cell is written twice"
            problems.append(Problem(f"the quotes do not close: {error}", where, line, hint=hint))
            return
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield Record(line, cells)
