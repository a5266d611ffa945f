"""An Excel workbook: a sheet for each table, the codebook, the coders and the agreement table.

Texts stay texts: nothing becomes a formula, a link or a number. Numbers are numbers, an empty cell
is *not coded*. Rows are written as they come, so that memory stays small.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from annotator.exporters.about_tables import (
    CODER_COLUMNS,
    FIGURE_COLUMNS,
    coder_rows,
    figure_rows,
    names,
)
from annotator.exporters.coded import chosen_units
from annotator.exporters.cut import Cuts
from annotator.exporters.dictionary import Entry, asked_for, entries
from annotator.exporters.extras import extra
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.parts import Row
from annotator.exporters.rows import tables
from annotator.exporters.xlsx_sheet import Sheet

FILE = "study.xlsx"
_MADE = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same study, the same bytes
_CUT = "cells hold only the first 32,767 characters, the most that Excel can"


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write all tables (or the shapes that were asked for) into one workbook."""
    xlsxwriter = extra("xlsxwriter", "Excel workbooks", "xlsx")
    report, cuts = Report(), Cuts(_CUT)
    book = xlsxwriter.Workbook(
        to.stage(FILE), {"constant_memory": True, "strings_to_urls": False, "use_zip64": True}
    )
    book.set_properties({"created": _MADE, "title": source.codebook.title})
    sheets = _fill(book, source, choice, report, cuts)
    made = tables(source.codebook, choice, Report())
    told = entries(made, asked_for(source.codebook, choice))
    sheets += [
        _sheet(book, "codebook", Entry._fields, told, cuts),
        _sheet(book, "coders", CODER_COLUMNS, coder_rows(source), cuts),
        _sheet(book, "reliability", FIGURE_COLUMNS, figure_rows(source), cuts),
    ]
    book.close()
    report.rows.update({sheet.name: sheet.count for sheet in sheets})
    cuts.tell(report)
    return report


def _fill(book: Any, source: Source, choice: Choice, report: Report, cuts: Cuts) -> list[Sheet]:
    made = tables(source.codebook, choice, report)
    sheets = [Sheet(book, str(table.shape), names(table.columns), cuts) for table in made]
    pairs = list(zip(made, sheets, strict=True))
    for unit in chosen_units(source, choice, report):
        for table, sheet in pairs:
            sheet.write(table.rows(unit).whole())
    return sheets


def _sheet(book: Any, name: str, columns: Sequence[str], rows: Iterable[Row], cuts: Cuts) -> Sheet:
    sheet = Sheet(book, name, columns, cuts)
    sheet.write(rows)
    return sheet
