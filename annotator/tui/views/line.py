"""A line of the screen: spans of text with the name of a style and what a click on them means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from annotator.terminal import visible

ELLIPSIS = "…"


class Hit(NamedTuple):
    """What stands in a place: `code`, `statement`, `paragraph`, `field` or `command`, and which."""

    kind: str
    name: str


class Span(NamedTuple):
    """A piece of a line. `style` is a name that the canvas knows."""

    text: str
    style: str = ""
    hit: Hit | None = None


Line = tuple[Span, ...]
"""One line of the screen, from the left."""


def cells(text: str) -> int:
    """The cells that a harmless text takes."""
    return len(text) if text.isascii() else cell_len(text)


def span(text: str, style: str = "", hit: Hit | None = None) -> Span:
    """A span of foreign text: made harmless before anything measures it."""
    return Span(visible(text), style, hit)


def crop(text: str, width: int) -> str:
    """`text`, harmless, in at most `width` cells; an ellipsis stands for what is cut off."""
    text = visible(text)
    if cells(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + ELLIPSIS if width > 0 else ""


def pad(text: str, width: int) -> str:
    """`text`, harmless, in exactly `width` cells."""
    text = crop(text, width)
    return text + " " * (width - cells(text))


def width_of(line: Iterable[Span]) -> int:
    """The cells that a line takes."""
    return sum([cells(piece.text) for piece in line])


def fit(line: Line, width: int, style: str = "") -> Line:
    """The line in exactly `width` cells: cut with an ellipsis or filled up with spaces."""
    room = width - width_of(line)
    if room == 0:
        return line
    if room > 0:
        return (*line, Span(" " * room, style))
    return _cut(line, width)


def _cut(line: Line, width: int) -> Line:
    kept: list[Span] = []
    for piece in line:
        room = width - width_of(kept)
        if cells(piece.text) >= room:
            kept.append(piece._replace(text=pad(piece.text + " ", room)))
            return tuple(kept)
        kept.append(piece)
    return tuple(kept)


def both_ends(left: Line, right: Line, width: int, style: str = "") -> Line:
    """`left` at the left and `right` at the right end; the left gives way where room is short."""
    right = right if width_of(right) <= width else fit(right, width)
    return (*fit(left, width - width_of(right), style), *right)


def hit_at(line: Line, column: int) -> Hit | None:
    """What stands at that cell of the line."""
    for piece in line:
        column -= cells(piece.text)
        if column < 0:
            return piece.hit
    return None


def rule(title: Line, width: int) -> Line:
    """A heading drawn through to the right end: `-- Title ---------`."""
    if not title:
        return (Span("─" * width, "rule"),)
    title = fit(title, width - 4) if width_of(title) > width - 4 else title
    room = max(0, width - 4 - width_of(title))
    return (Span("── ", "rule"), *title, Span(" " + "─" * room, "rule"))
