"""A report as Markdown (CommonMark with the tables of GitHub and Pandoc)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.reports.document import (
    Block,
    Column,
    Document,
    Entries,
    Gap,
    Heading,
    Paragraph,
    Picture,
    Table,
    without_pictures,
    written_cells,
)

_SPECIAL = re.compile(r"[\\`*_<|~$&{}]|\](?=[(\[:])|^(?:[#>+=-]|\d+(?=[.)]\s))|(?<=\w)://")


def render(document: Document) -> str:
    """The whole report; text of others is escaped, so that it stands there as it was written."""
    parts = [f"# {escaped(document.title)}", *map(_block, without_pictures(document))]
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is: no markup, no HTML, no links."""
    return _SPECIAL.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    text = found[0]
    if text == "://":
        return ":\\//"
    return f"{text[:-1]}\\{text[-1]}" if not text.isdigit() else f"{text}\\"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {escaped(block.text)}"
        case Paragraph():
            return " ".join(map(_part, block.parts))
        case Entries():
            return "\n".join(f"- {escaped(item)}" for item in block.items)
        case Table():
            return "\n".join(_table(block))
        case Picture():
            return ""


def _part(part: str | Gap) -> str:
    return f"**[{escaped(part.text)}]**" if isinstance(part, Gap) else escaped(part)


def _table(table: Table) -> Iterator[str]:
    columns, rows = written_cells(table)
    yield f"**Table {table.number}.** {escaped(table.caption)}"
    yield ""
    body = [[escaped(cell) for cell in row] for row in rows]
    widths = [
        max(3, len(column.name), *(len(row[place]) for row in body))
        for place, column in enumerate(columns)
    ]
    yield _line([escaped(column.name) for column in columns], columns, widths)
    yield "|" + "|".join(map(_rule, columns, widths)) + "|"
    for row in body:
        yield _line(row, columns, widths)
    if table.notes:
        yield ""
        yield from (f"- {escaped(note)}" for note in table.notes)


def _line(cells: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if column.number else cell.ljust(width)
        for cell, column, width in zip(cells, columns, widths, strict=True)
    )
    return f"| {' | '.join(padded)} |"


def _rule(column: Column, width: int) -> str:
    return "-" * (width + 1) + ":" if column.number else "-" * (width + 2)
