"""The table of the agreement screen: a row for each variable, drawn as a bar with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotator.reports.row import Row
from annotator.tui.agreement.columns import Columns
from annotator.tui.agreement.details import details
from annotator.tui.agreement.figures import Figures
from annotator.tui.agreement.frame import filled, first_in_view, keys_line, paragraphs, title_line
from annotator.tui.agreement.words import row_name
from annotator.tui.places import AGREEMENT, commands_in
from annotator.tui.views.line import Hit, Line, Span, pad, rule, span

_MOST_DETAILS = 9
_EDGES = 5  # lines: title, coders, heading, rule, keys


@dataclass(frozen=True)
class TablePage:
    """The table, the row at the cursor, and the first one shown before."""

    figures: Figures
    rows: Sequence[Row]
    cursor: int
    first: int
    title: str
    source: str
    note: str = ""


def rows_in_view(height: int) -> int:
    """How many rows of the table a terminal of that height shows."""
    return max(1, height - _EDGES - _n_details(height))


def table_lines(page: TablePage, width: int, height: int) -> list[Line]:
    """The whole screen."""
    head = [title_line(page.title, page.source, width), _about(page, width)]
    foot = [*_details(page, width, height), keys_line(commands_in(AGREEMENT), width, page.note)]
    if not page.rows:
        said = ["There is nothing to compare.", *page.figures.remarks]
        return filled(head, paragraphs(said, width, height), foot, width, height)
    columns = Columns.of(width)
    room = rows_in_view(height)
    first = first_in_view(page.cursor, page.first, len(page.rows), room)
    body = [
        _line(page, number, columns) for number in range(first, min(first + room, len(page.rows)))
    ]
    return filled([*head, columns.heading(page.figures.thresholds())], body, foot, width, height)


def _n_details(height: int) -> int:
    """The lines below the table: a third of the terminal."""
    return max(0, min(_MOST_DETAILS, (height - _EDGES - 1) // 3))


def _about(page: TablePage, width: int) -> Line:
    """Who is compared on how much, and what is still being computed."""
    found = page.figures
    coders = ", ".join(found.coders) or "nobody"
    counted = f"{found.n_paragraphs:,} codable of {found.n_finished:,} finished paragraphs"
    doing = f" {found.doing} " if found.doing else ""
    room = max(8, width - len(doing) - 1)
    return (Span(" "), span(pad(f"Coders: {coders}. {counted}.", room)), Span(doing, "hint"))


def _line(page: TablePage, number: int, columns: Columns) -> Line:
    here, hit = number == page.cursor, Hit("row", str(number))
    style = "here" if here else ""
    row = page.rows[number]
    line = columns.line(row, page.figures.thresholds(row), style)
    mark = Span("> " if here else "  ", style)
    return tuple(piece._replace(hit=hit) for piece in (mark, *line))


def _details(page: TablePage, width: int, height: int) -> list[Line]:
    """What stands behind the row at the cursor, under its name."""
    most = _n_details(height)
    if not page.rows:
        return []
    row = page.rows[page.cursor]
    name = f"{page.cursor + 1} of {len(page.rows)}: {row_name(row.heading)}"
    lines = paragraphs(list(details(row, page.figures)), width, most)
    return [rule((span(name, "label"),), width), *[*lines, *[()] * most][:most]]
