"""Lines that a database cut at a fixed width, made paragraphs again.

Databases cut between words only: a hyphen at the end of a line is the author's ("pre- and ...").
"""

from __future__ import annotations

from collections.abc import Iterable

from annotator.readers.paragraphs import WHITE

WIDTH = 100
"""No database cuts lines at more characters: a longer line is a whole paragraph."""

_INDENT = ("  ", "\t", "\u3000")


def paragraphs(lines: Iterable[str]) -> list[str]:
    """The paragraphs: blank lines, indents and lines too long to have been cut part them."""
    found: list[list[str]] = [[]]
    after_whole = False
    for line in lines:
        text = line.strip(WHITE)
        whole = len(text) > WIDTH
        if not text or whole or after_whole or line.startswith(_INDENT):
            found.append([])
        if text:
            found[-1].append(text)
        after_whole = whole
    return [" ".join(block) for block in found if block]


def joined(lines: Iterable[str]) -> str:
    """One line made of several, without the white space around them."""
    return " ".join(filter(None, (line.strip(WHITE) for line in lines)))
