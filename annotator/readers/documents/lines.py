"""A document as the paragraphs that its author made, with what marks headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from annotator.model.article import Kind
from annotator.readers.found import Block
from annotator.readers.paragraphs import WHITE, Cut, looks_wrapped

PAGE_BREAK = "\f"
"""Stands in a line's text where its author began a new page."""

MAX_LINES = 300_000
"""Documents of more paragraphs are refused: no hand wrote them."""

_LONGEST_HEADING = 300
_LONG_LINE = 200
_BLANK_LINE = re.compile(r"\n[ \t\xa0]*\n")
_STATED = (
    (re.compile(r"title|titel|heading( \d)?"), Kind.HEADLINE),
    (re.compile(r"subtitle|standfirst|abstract|lead|lede|teaser|vorspann|chapeau"),
     Kind.STANDFIRST),
    (re.compile(r"author|byline|date"), Kind.BYLINE),
    (re.compile(r"caption|figure|image caption|table caption"), Kind.CAPTION),
    (re.compile(r"(toc|contents)( heading|( \w+)? \d)|header|footer|table of contents"),
     Kind.BOILERPLATE),
)  # fmt: skip


class Line(NamedTuple):
    """A paragraph; line breaks that its author made inside it are line feeds.

    `bold` is whether everything in it that shows is bold. `style` is the name of its paragraph
    style in lower case, in English where Word brings the style ("title", "heading 1"); "" where
    the format has no styles. A page break is the character `PAGE_BREAK`.
    """

    text: str
    bold: bool = False
    style: str = ""


def blocks(lines: Iterable[Line]) -> Iterator[Block]:
    """The paragraphs of an article, with the kinds that their styles state.

    A line whose author made paragraphs of it by line breaks is cut at them: at blank lines, and at
    all where several are longer than lines are.
    """
    for line in lines:
        for text in _paragraphs(line.text):
            yield _block(text, line.style)


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines; those of a text that was pasted with an end after each line, as paragraphs again.

    Only where blank lines set paragraphs apart and the lines are of one width.
    """
    groups = list(_groups(lines))
    cuts: list[list[Cut]] = []
    at = 0
    for group in groups:
        cuts.append([])
        for line in group:
            cuts[-1].append((at, at + len(line.text)))
            at += len(line.text) + 1
    text = "\n".join(line.text for group in groups for line in group)
    if len(groups) == 1 or not looks_wrapped(text, cuts):
        return list(lines)
    return [_together(group) for group in groups]


def _groups(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines of one style that no blank line parts."""
    group: list[Line] = []
    for line in lines:
        is_blank = not line.text.strip(WHITE)
        if group and (is_blank or line.style != group[-1].style):
            yield group
            group = []
        if not is_blank:
            group.append(line)
    if group:
        yield group


def _together(group: Sequence[Line]) -> Line:
    text = "\n".join(line.text for line in group)
    return Line(text, all(line.bold for line in group), group[0].style)


def _block(text: str, style: str) -> Block:
    for pattern, kind in _STATED:
        if len(text) <= _LONGEST_HEADING and pattern.fullmatch(style):
            return Block(text, kind, f"its style is “{style}”")
    return Block(text)


def _paragraphs(text: str) -> list[str]:
    if "\n" not in text and PAGE_BREAK not in text:
        return [text]
    parts = _BLANK_LINE.split(text.replace(PAGE_BREAK, "\n\n"))
    return [line for part in parts for line in _long_lines(part)]


def _long_lines(text: str) -> list[str]:
    lines = text.split("\n")
    return lines if sum(len(line) > _LONG_LINE for line in lines) > 1 else [text]
