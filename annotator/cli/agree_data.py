"""`annotator agree --data`: agreement in any table of units by coders, without a study."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.cli.context import progress, say
from annotator.cli.input_file import MAX_TABLE_BYTES, content
from annotator.cli.named import refuse_unknown

if TYPE_CHECKING:
    from annotator.reports.grid import Grid
    from annotator.reports.ratings import Ratings
    from annotator.reports.row import Row
    from annotator.tables.table import Table


def rows_of_table(path: Path, wanted: dict[str, Any]) -> list[Row]:
    """The figures of the table in that file; how it was read is told on standard error."""
    return _of_spans(path, wanted) if wanted["spans"] else [_of_ratings(path, wanted)]


def _of_ratings(path: Path, wanted: dict[str, Any]) -> Row:
    from annotator.reports.rated_values import reliability_data, set_data
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

    table = _table(path, wanted)
    grid, labelled = _labelled(table, str(path), [["coder"], ["article"], ["label"]])
    for note in (*table.assumed, *labelled):
        say(note)
    data, remarks = read_spans(grid)
    n_spans, n_articles = len(data.columns), len(data.lengths)
    say(f"Spans: {n_spans:,}; texts: {n_articles:,}; coders: {', '.join(data.coders)}.")
    return list(span_rows(path.stem, data, remarks))


def _ratings(path: Path, wanted: dict[str, Any]) -> Ratings:
    from annotator.reports.ratings import long, of_coders, wide

    table = _table(path, wanted)
    for remark in table.assumed:
        say(remark)
    grid, remarks = _labelled(table, str(path), _groups(table, wanted))
    for remark in remarks:
        say(remark)
    if wanted["long"]:
        found = long(grid, *wanted["long"])
    else:
        if wanted["transpose"]:
            grid = grid.transposed()
        is_named = table.is_named and not wanted["transpose"]
        header = True if is_named and wanted["header"] is None else wanted["header"]
        found = wide(grid, header=header, unit_column=_unit_column(grid, wanted))
    if not wanted["coders"]:
        return found
    refuse_unknown("coder", wanted["coders"], found.coders)
    return of_coders(found, wanted["coders"])


def _unit_column(grid: Grid, wanted: dict[str, Any]) -> bool | None:
    """Whether the first column names the units: not if it was named as a coder."""
    if wanted["unit_column"] is None and grid.rows[0][0] in wanted["coders"]:
        return False
    given: bool | None = wanted["unit_column"]
    return given


def _groups(table: Table, wanted: dict[str, Any]) -> list[list[str]]:
    """Columns whose values are of one kind; a scale needs its numbers rather than their names."""
    names = wanted["level"] in (None, "nominal") or bool(wanted["order"])
    if wanted["long"]:
        return [[name] for name in wanted["long"][: 3 if names else 2]]
    columns = table.sheet.columns
    return [[c for c in columns if not wanted["coders"] or c in wanted["coders"]]] if names else []


def _labelled(table: Table, where: str, groups: list[list[str]]) -> tuple[Grid, tuple[str, ...]]:
    from annotator.reports.grid import Grid
    from annotator.reports.labels import with_labels

    sheet = table.sheet
    rows = [sheet.columns, *([cell.strip() for cell in r.cells] for r in sheet.records)]
    grid = Grid(where, rows, [sheet.line, *(record.line for record in sheet.records)])
    return with_labels(grid, table.labels, groups)


def _table(path: Path, wanted: dict[str, Any]) -> Table:
    from annotator.reports.grid import refusal
    from annotator.tables.table_file import read_table

    where = str(path)
    found = read_table(
        content(path, MAX_TABLE_BYTES),
        where,
        delimiter=wanted["delimiter"],
        inside="|" if wanted["sets"] else "",
        sheet=wanted["sheet"],
        watch=lambda rows: progress(rows, "Reading rows"),
    )
    if found.sheet.problems:
        raise refusal(where, found.sheet.problems)
    return found
