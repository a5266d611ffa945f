"""A report as headings, paragraphs and tables, whatever format it is written in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """What the program cannot know and the author must write; shown in square brackets."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the title of the report."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences, with gaps where the author must complete them."""

    parts: tuple[str | Gap, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A coefficient to be drawn, with its interval where there is one; None: undefined."""

    value: float | None
    low: float | None = None
    high: float | None = None


Cell = str | Bar


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column.

    Numbers stand right; cells of a narrow column are not broken into lines; a drawn column has bars
    for cells.
    """

    name: str
    number: bool = False
    narrow: bool = False
    drawn: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns, with notes below; `number` is what the text calls it by."""

    number: int
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of sentences, such as definitions or references."""

    items: tuple[str, ...]


Block = Heading | Paragraph | Table | Entries


@dataclass(frozen=True, slots=True)
class Document:
    """A report: its title, which is its first heading, and what stands under it."""

    title: str
    blocks: tuple[Block, ...]


def written_cells(table: Table) -> tuple[tuple[Column, ...], list[list[str]]]:
    """The columns that are no drawings, and their cells: for formats without pictures."""
    kept = [place for place, column in enumerate(table.columns) if not column.drawn]
    rows = [[str(row[place]) for place in kept] for row in table.rows]
    return tuple(table.columns[place] for place in kept), rows
