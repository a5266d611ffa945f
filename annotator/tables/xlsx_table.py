"""A sheet of an Excel workbook (.xlsx) as a table of text."""

from __future__ import annotations

import re
import warnings
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from annotator.errors import AnnotatorError
from annotator.model.problem import Problem
from annotator.tables.sheet import Record, sheet_of
from annotator.tables.table import MOST_CELLS, Table, Watch, cell_text, refused

MOST_BYTES = 500_000_000
"""A workbook that is larger once unpacked is refused."""

_HEAD = 4096  # of a part: declarations stand before everything else
_MOST_ROWS = 1_048_576  # of a sheet in the format itself
_NOT_AVAILABLE = "#N/A"
_ESCAPED = re.compile("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")  # ECMA-376, part 1, 22.4.2.4
_FORMULA_MARKS, _MERGED_MARKS = (b"<f>", b"<f "), (b"<mergeCell ",)
_HOW_TO_COMPUTE = "open it in a spreadsheet program, and save it there"
_DAMAGED = (
    ArithmeticError, AttributeError, BadZipFile, EOFError, LookupError, NotImplementedError,
    OSError, SyntaxError, TypeError, ValueError, zlib.error,
)  # fmt: skip


class _TooLarge(Exception):
    """The sheet holds more than fits."""


def read_xlsx(content: bytes, where: str, *, sheet: str = "", watch: Watch = iter) -> Table:
    """The sheet of that name or number (from 1), else the first that is not hidden.

    Formulas give the results that were stored with them; one without is a problem, and so is a
    cell with an error, but for #N/A, which is missing. Raises AnnotatorError where openpyxl is not
    installed.
    """
    openpyxl = _openpyxl()
    try:
        with ZipFile(BytesIO(content)) as archive, _quietly():
            _refuse_what_no_workbook_holds(archive)
            book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
            chosen = _chosen(book.worksheets, sheet)
            if chosen is None:
                return _no_such_sheet(book.worksheets, where, sheet)
            return _read(content, chosen, watch(_rows(chosen)), where)
    except _TooLarge:
        size = f"{MOST_CELLS // 1_000_000} million cells or {MOST_BYTES // 1_000_000} MB"
        return refused(where, f"the workbook is too large: more than {size} once unpacked")
    except _DAMAGED as error:
        told = " ".join(str(error).split())[:200]
        return refused(where, f"the workbook is damaged: {told or type(error).__name__}")


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ModuleNotFoundError as absent:
        raise AnnotatorError(
            "Excel workbooks need the package openpyxl, which is not installed.",
            hint="pip install 'annotator-tui[xlsx]', or save the sheet as CSV",
        ) from absent
    return openpyxl


def _refuse_what_no_workbook_holds(archive: ZipFile) -> None:
    """Raise for parts that are too large, and for those that define their own entities."""
    if sum(entry.file_size for entry in archive.infolist()) > MOST_BYTES:
        raise _TooLarge
    for entry in archive.infolist():
        with archive.open(entry) as part:
            if b"<!DOCTYPE" in part.read(_HEAD):
                raise ValueError(f"{entry.filename} has a DOCTYPE, which the format does not allow")


@contextmanager
def _quietly() -> Iterator[None]:
    """Without warnings about drawings, styles and validations, which no figure depends on."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _chosen(sheets: Sequence[Any], wanted: str) -> Any | None:
    if not wanted:
        shown = [one for one in sheets if one.sheet_state == "visible"]
        return next(iter(shown or sheets), None)
    named = [one for one in sheets if one.title == wanted]
    if not named and wanted.isascii() and wanted.isdecimal() and len(wanted) < 6:
        named = list(sheets[int(wanted) - 1 : int(wanted)]) if int(wanted) else []
    return named[0] if named else None


def _no_such_sheet(sheets: Sequence[Any], where: str, wanted: str) -> Table:
    there = ", ".join(f"“{one.title}”" for one in sheets) or "none"
    message = f"there is no sheet “{wanted}”" if wanted else "there is no sheet with cells"
    return refused(where, f"{message}; there are: {there}")


def _said(sheets: Sequence[Any], chosen: Any) -> list[str]:
    if len(sheets) < 2:
        return []
    others = ", ".join(f"“{one.title}”" for one in sheets if one is not chosen)
    return [f"Sheet “{chosen.title}” is read; there are also {others} (--sheet NAME)."]


def _read(content: bytes, page: Any, rows: Iterable[Any], where: str) -> Table:
    marks, said = _marks(page), _said(page.parent.worksheets, page)
    problems: list[Problem] = []
    if marks & set(_FORMULA_MARKS):
        written = _openpyxl().load_workbook(BytesIO(content), read_only=True)
        same = next(one for one in written.worksheets if one.title == page.title)
        rows = _computed(rows, _rows(same), where, problems)
    if marks & set(_MERGED_MARKS):
        said.append("Cells are merged: such a block holds its value once, the rest of it is empty.")
    found = list(_records(rows, where, problems))
    if found:
        head, width = found[0].cells, max(len(record.cells) for record in found)
        head.extend([""] * (width - len(head)))
    return Table(sheet_of(iter(found), where, problems), tuple(said))


def _marks(page: Any) -> set[bytes]:
    """Which parts of the format the sheet uses that a reader must heed."""
    looked_for, found, before = {*_FORMULA_MARKS, *_MERGED_MARKS}, set[bytes](), b""
    with page.parent._archive.open(page._worksheet_path) as part:
        while block := part.read(1 << 20):
            text = before + block
            found |= {mark for mark in looked_for - found if mark in text}
            before = block[-16:]
    return found


def _rows(page: Any) -> Iterator[tuple[Any, ...]]:
    """All rows; the size that the file claims is not believed."""
    page.reset_dimensions()
    cells = 0
    for number, row in enumerate(page.iter_rows(), 1):
        cells += len(row)
        if cells > MOST_CELLS or number > _MOST_ROWS:
            raise _TooLarge
        yield row


def _computed(
    rows: Iterable[tuple[Any, ...]],
    written: Iterable[tuple[Any, ...]],
    where: str,
    problems: list[Problem],
) -> Iterator[tuple[Any, ...]]:
    """The rows, with a problem for each formula that no program has computed yet."""
    for line, (row, formulas) in enumerate(zip(rows, written, strict=True), 1):
        for cell, formula in zip(row, formulas, strict=True):
            # An empty text that was computed keeps its type, `str`.
            if cell.value is None and formula.data_type == "f" and cell.data_type != "str":
                message = f"the formula in {formula.coordinate} has no stored result"
                problems.append(Problem(message, where, line, hint=_HOW_TO_COMPUTE))
        yield row


def _unescaped(text: str) -> str:
    """The text as a spreadsheet shows it: `_x0007_` stands for a character XML cannot hold."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _records(
    rows: Iterable[tuple[Any, ...]], where: str, problems: list[Problem]
) -> Iterator[Record]:
    """Rows that are not empty, without the empty cells at their end."""
    for line, row in enumerate(rows, 1):
        cells = []
        for cell in row:
            is_error = cell.value is not None and cell.data_type == "e"
            if is_error and cell.value != _NOT_AVAILABLE:
                message = f"the cell {cell.coordinate} holds the error {cell.value}"
                problems.append(Problem(message, where, line))
            cells.append("" if is_error else _unescaped(cell_text(cell.value)))
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            yield Record(line, cells)
