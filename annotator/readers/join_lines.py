"""Hard-wrapped lines made one: text that was cut at a fixed width, as typewriters and mail do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from annotator.readers.found import FoundArticle
from annotator.readers.paragraphs import WHITE, Cut, have_line_ends, lines, looks_wrapped

_KEPT_LINE = re.compile(r"(?:[-*+•>|#]|\d{1,3}[.)])\s|\|")
_FULL = 0.6
"""A line that was wrapped fills so much of the width: the next word was longer than the rest."""
_SOFT_HYPHEN = "\u00ad"
_HYPHENATED = re.compile(r"(\w+)-\n\s*(\w+)")
_WORD = re.compile(r"\w+(?:-\w+)*")


def joined(found: FoundArticle, wanted: bool | None) -> FoundArticle:
    """The article with one line per paragraph.

    `wanted` None: only where the text is seen to be wrapped at a fixed width, and only paragraphs
    that fill it. Lines of lists, tables and quoted mail stay apart. A hyphen at the end of a line
    goes where the text has the word without it elsewhere; otherwise it stays.
    """
    if wanted is False or not found.lines_may_wrap:
        return found
    if not have_line_ends(found.text, found.cuts):
        return found
    parted = [lines(found.text, cut) for cut in found.cuts]
    if wanted is None and not looks_wrapped(found.text, parted):
        return found
    least = 0.0 if wanted else _FULL * _widest(parted)
    counted = Counter(_WORD.findall(found.text))
    parts: list[str] = []
    cuts: list[Cut] = []
    at = end = 0
    for cut, its_lines in zip(found.cuts, parted, strict=True):
        before, paragraph = found.text[end : cut[0]], found.text[slice(*cut)]
        if _is_wrapped(found.text, its_lines, least):
            paragraph = _one_line(paragraph, counted)
        parts += (before, paragraph)
        cuts.append((at + len(before), at + len(before) + len(paragraph)))
        at, end = cuts[-1][1], cut[1]
    return replace(found, text="".join([*parts, found.text[end:]]), cuts=cuts)


def _widest(paragraphs: Sequence[Sequence[Cut]]) -> int:
    return max(end - start for its_lines in paragraphs for start, end in its_lines)


def _is_wrapped(text: str, its_lines: Sequence[Cut], least: float) -> bool:
    """Whether the lines are to be one: each but the last is long enough, and none is an item."""
    return (
        len(its_lines) > 1
        and all(end - start >= least for start, end in its_lines[:-1])
        and not any(_KEPT_LINE.match(text, *line) for line in its_lines)
    )


def _one_line(paragraph: str, counted: Counter[str]) -> str:
    paragraph = _HYPHENATED.sub(lambda found: _word(found[1], found[2], counted), paragraph)
    stripped = [line.strip(WHITE) for line in paragraph.split("\n")]
    return " ".join(line for line in stripped if line).replace(_SOFT_HYPHEN + " ", "")


def _word(first: str, second: str, counted: Counter[str]) -> str:
    whole = first + second
    return whole if counted[whole] > counted[f"{first}-{second}"] else f"{first}-{second}"
