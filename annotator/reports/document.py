"""A report as headings, paragraphs and tables, whatever format it is written in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import count


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


LINES = (0.667, 0.8)


@dataclass(frozen=True, slots=True)
class Bar:
    """A coefficient to be drawn, with its interval where there is one; None: undefined.

    `lines` are thresholds; without further words those of Krippendorff (2004, p. 241).
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    lines: tuple[float, ...] = LINES


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
    """Rows under columns, with notes below; `number` is what the text calls it by (0: the next)."""

    number: int
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entries:
    """A list of sentences, such as definitions or references."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """How often each two of `labels` met: the counts, as a square in the order of the labels."""

    labels: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A figure from part to part: the name of each, its value (None: undefined), and its units."""

    parts: tuple[str, ...]
    values: tuple[float | None, ...]
    n_units: tuple[int, ...]
    lines: tuple[float, ...] = LINES


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of a series (a coder) each of the labels (codes) makes up; from 0 to 1."""

    labels: tuple[str, ...]
    series: tuple[str, ...]
    shares: tuple[tuple[float, ...], ...]


Drawing = HeatMap | Course | Shares


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the drawings of a picture; `alt` says in words what is to be seen."""

    title: str
    drawing: Drawing
    alt: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Drawings side by side, which formats without pictures leave out: tables hold the figures."""

    caption: str
    panels: tuple[Panel, ...]
    notes: tuple[str, ...] = ()
    number: int = 0


Block = Heading | Paragraph | Table | Entries | Picture


@dataclass(frozen=True, slots=True)
class Document:
    """A report: its title, which is its first heading, and what stands under it."""

    title: str
    blocks: tuple[Block, ...]


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with tables and pictures numbered in their order where they have no number."""
    tables, pictures = count(1), count(1)
    for block in blocks:
        if isinstance(block, Table):
            following = next(tables)
            yield block if block.number else replace(block, number=following)
        elif isinstance(block, Picture):
            yield replace(block, number=next(pictures))
        else:
            yield block


def without_pictures(document: Document) -> tuple[Block, ...]:
    """The blocks for formats that hold text alone."""
    return tuple(block for block in document.blocks if not isinstance(block, Picture))


def written_cells(table: Table) -> tuple[tuple[Column, ...], list[list[str]]]:
    """The columns that are no drawings, and their cells: for formats without pictures."""
    kept = [place for place, column in enumerate(table.columns) if not column.drawn]
    rows = [[str(row[place]) for place in kept] for row in table.rows]
    return tuple(table.columns[place] for place in kept), rows
