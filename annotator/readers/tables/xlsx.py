"""Excel workbooks (.xlsx) with one article per row of one sheet."""

from __future__ import annotations

import re
from dataclasses import replace

from annotator.readers.documents.docx_lines import main_part
from annotator.readers.found import Found
from annotator.readers.source import Source
from annotator.readers.tables.rows import articles
from annotator.tables.sheet import Record, Sheet
from annotator.tables.xlsx_table import read_xlsx

NAME = "xlsx"
TITLE = "Excel workbook with one article per row"
ENDINGS: tuple[str, ...] = (".xlsx", ".xlsm")

EXCEL_CELL = 32_767
"""Characters: Excel keeps no more in a cell, and says nothing."""

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def sniff(source: Source) -> bool:
    """Whether the file is a package whose main part is a workbook."""
    return (source.or_none(main_part) or "").startswith("xl/")


def read(source: Source) -> Found:
    """The articles in the sheet that the options name, else in the first that is shown."""
    table = read_xlsx(source.content, str(source.path), sheet=source.options.sheet)
    sheet = table.sheet
    if not sheet.columns:
        problem = sheet.problems[0]
        raise source.refusal(problem.message, line=problem.line, hint=problem.hint)
    found = articles(source, sheet._replace(records=list(map(_plain, sheet.records))))
    return replace(found, warnings=[*table.assumed, *_cut_off(sheet), *found.warnings])


def _plain(record: Record) -> Record:
    """The row without the escapes for characters that XML does not allow (`_x000D_`: a CR)."""
    if not any("_x" in cell for cell in record.cells):
        return record
    return record._replace(cells=[_ESCAPE.sub(_character, cell) for cell in record.cells])


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16))


def _cut_off(sheet: Sheet) -> list[str]:
    cut = sum(any(len(cell) == EXCEL_CELL for cell in cells) for _, cells in sheet.records)
    if not cut:
        return []
    rows = "1 row has" if cut == 1 else f"{cut:,} rows have"
    return [f"{rows} a cell of exactly {EXCEL_CELL:,} characters: Excel cut it off there"]
