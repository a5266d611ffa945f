"""`annotator agree --data`: agreement in any table of units by coders, without a study."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.cli.context import say
from annotator.cli.input_file import MAX_TABLE_BYTES, content

if TYPE_CHECKING:
    from annotator.reports.grid import Grid
    from annotator.reports.ratings import Ratings
    from annotator.reports.row import Row


def rows_of_table(path: Path, wanted: dict[str, Any]) -> list[Row]:
    """The figures of the table in that file; how it was read is told on standard error."""
    return _of_spans(path, wanted) if wanted["spans"] else [_of_ratings(path, wanted)]


def _of_ratings(path: Path, wanted: dict[str, Any]) -> Row:
    from annotator.reports.ratings import reliability_data, set_data
    from annotator.reports.row import Heading, set_row, value_row

    ratings = _ratings(path, wanted)
    if wanted["sets"]:
        data, notes = set_data(ratings)
    else:
        data, notes = reliability_data(ratings, wanted["level"], wanted["order"])
    for note in (*ratings.assumed, *notes):
        say(note)
    variable = wanted["long"][2] if wanted["long"] else path.stem
    if wanted["sets"]:
        return set_row(Heading(variable, "set"), ratings.coders, data)
    return value_row(Heading(variable, "value", level=wanted["level"]), ratings.coders, data)


def _of_spans(path: Path, wanted: dict[str, Any]) -> list[Row]:
    from annotator.reports.span_rows import read_spans, span_rows

    data, remarks = read_spans(_grid(path, wanted["delimiter"]))
    n_spans, n_articles = len(data.columns), len(data.lengths)
    say(f"Spans: {n_spans:,}; texts: {n_articles:,}; coders: {', '.join(data.coders)}.")
    return list(span_rows(path.stem, data, remarks))


def _ratings(path: Path, wanted: dict[str, Any]) -> Ratings:
    from annotator.reports.ratings import long, wide

    grid = _grid(path, wanted["delimiter"])
    if wanted["long"]:
        return long(grid, *wanted["long"])
    if wanted["transpose"]:
        grid = grid.transposed()
    return wide(grid, header=wanted["header"], unit_column=wanted["unit_column"])


def _grid(path: Path, delimiter: str) -> Grid:
    from annotator.importers.sheet import read_sheet
    from annotator.reports.grid import Grid, refusal

    where = str(path)
    sheet = read_sheet(content(path, MAX_TABLE_BYTES), where, delimiter=delimiter)
    if sheet.problems:
        raise refusal(where, sheet.problems)
    rows = [sheet.columns, *([cell.strip() for cell in r.cells] for r in sheet.records)]
    return Grid(where, rows, [1, *(record.line for record in sheet.records)])
