"""A report as one HTML file: no script, no network, and fit to be printed."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from annotator.reports.document import (
    Bar,
    Block,
    Cell,
    Column,
    Document,
    Entries,
    Gap,
    Heading,
    Paragraph,
    Picture,
    Table,
)
from annotator.reports.render.pictures import picture
from annotator.reports.render.style import STYLE
from annotator.reports.render.svg import drawing

_HEAD = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
"""


def render(document: Document) -> str:
    """The whole file; every text is escaped, and the policy forbids loading anything."""
    head = _HEAD.format(title=escape(document.title), style=STYLE)
    body = "\n".join(line for block in document.blocks for line in _block(block))
    return f"{head}{body}\n</main>\n</body>\n</html>\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h{block.level}>{escape(block.text)}</h{block.level}>"
        case Paragraph():
            yield f"<p>{' '.join(map(_part, block.parts))}</p>"
        case Entries():
            yield from _items("entries", block.items)
        case Table():
            yield from _table(block)
        case Picture():
            yield from _picture(block)


def _part(part: str | Gap) -> str:
    if isinstance(part, Gap):
        return f"<mark>[{escape(part.text)}]</mark>"
    return escape(part)


def _items(kind: str, items: tuple[str, ...]) -> Iterator[str]:
    if items:
        yield f'<ul class="{kind}">'
        yield from (f"<li>{escape(item)}</li>" for item in items)
        yield "</ul>"


def _picture(found: Picture) -> Iterator[str]:
    yield "<figure>"
    yield f"<figcaption><b>Figure {found.number}.</b> {escape(found.caption)}</figcaption>"
    yield '<div class="panels">'
    for panel in found.panels:
        drawn = picture(panel.drawing, f"{panel.title}: {panel.alt}")
        yield f'<div class="panel"><p class="name">{escape(panel.title)}</p>{drawn}</div>'
    yield "</div>"
    yield from _items("notes", found.notes)
    yield "</figure>"


def _table(table: Table) -> Iterator[str]:
    yield "<figure>"
    yield "<table>"
    yield f"<caption><b>Table {table.number}.</b> {escape(table.caption)}</caption>"
    heads = (f'<th scope="col"{_kind(c)}>{escape(c.name)}</th>' for c in table.columns)
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    lowest = _lowest(table)
    for row in table.rows:
        cells = (
            _cell(cell, column, lowest, is_head=not place)
            for place, (cell, column) in enumerate(zip(row, table.columns, strict=True))
        )
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody>"
    yield "</table>"
    yield from _items("notes", table.notes)
    yield "</figure>"


def _cell(cell: Cell, column: Column, lowest: float, *, is_head: bool) -> str:
    inner = drawing(cell, lowest) if isinstance(cell, Bar) else escape(cell)
    if is_head:
        return f'<th scope="row"{_kind(column)}>{inner}</th>'
    return f"<td{_kind(column)}>{inner}</td>"


def _kind(column: Column) -> str:
    kinds = {"number": column.number, "narrow": column.narrow, "drawn": column.drawn}
    return "".join(f' class="{kind}"' for kind, holds in kinds.items() if holds)


def _lowest(table: Table) -> float:
    """Where the scale of the table's drawings begins: 0, or the lowest figure if that is less."""
    bars = (cell for row in table.rows for cell in row if isinstance(cell, Bar))
    ends = (end for bar in bars for end in (bar.value, bar.low) if end is not None)
    return max(-1.0, min([0.0, *ends]))
