"""What all agreement screens share: their first and last line, and which lines of a list show."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.tui.commands import Command, footer_commands, shown_key
from annotator.tui.views.line import Hit, Line, Span, both_ends, fit, span
from annotator.tui.views.wrap import Wrapped


def title_line(left: str, right: str, width: int) -> Line:
    """What is looked at, and where it comes from."""
    return both_ends((span(f" {left}  ", "bar"),), (span(f"{right} ", "bar_dim"),), width, "bar")


def keys_line(commands: Sequence[Command], width: int, note: str = "") -> Line:
    """What was just said, or else the keys; a click does what the key does."""
    if note:
        return fit((span(f" {note}", "note"),), width, "note")
    pieces: list[Span] = []
    for command in footer_commands(commands):
        key, label = shown_key(command.keys[0]), f" {command.short or command.label} "
        if sum(len(piece.text) for piece in pieces) + len(key) + len(label) + 1 > width:
            break
        hit = Hit("command", command.name)
        pieces += [Span(" ", "footer"), Span(key, "footer_key", hit), Span(label, "footer", hit)]
    return fit(tuple(pieces), width, "footer")


def filled(
    head: Sequence[Line], body: Sequence[Line], foot: Sequence[Line], width: int, height: int
) -> list[Line]:
    """Exactly `height` lines of exactly `width` cells; where room is short, the body gives way."""
    room = max(0, height - len(head) - len(foot))
    lines = [*head, *[*body, *[()] * room][:room], *foot]
    return [fit(line, width) for line in lines[-height:]] if height else []


def message_lines(
    message: str,
    title: str,
    commands: Sequence[Command],
    width: int,
    height: int,
    *,
    source: str = "",
    note: str = "",
) -> list[Line]:
    """A screen that has nothing to show yet, or cannot: why, in place of the rest."""
    head, foot = [title_line(title, source, width)], [keys_line(commands, width, note)]
    return filled(head, paragraphs([message], width, height), foot, width, height)


def first_in_view(cursor: int, first: int, count: int, height: int) -> int:
    """The first of `count` lines to show so that the cursor is in view, moving no more than needed.

    `first` is the one that was shown before.
    """
    if height < 1:
        return cursor
    first = min(max(first, cursor - height + 1), cursor)
    return max(0, min(first, count - height))


def paragraphs(texts: Sequence[str], width: int, most: int, style: str = "") -> list[Line]:
    """Texts one after the other, each broken into lines of the width; at most so many lines."""
    lines: list[Line] = []
    for text in texts:
        wrapped = Wrapped(text, 0, len(text), max(8, width - 2))
        found = [wrapped.line(index) or "" for index in range(wrapped.count(most - len(lines)))]
        lines += [(Span(" "), span(line, style)) for line in found]
        if len(lines) >= most:
            break
    return lines[:most]
