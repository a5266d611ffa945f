"""Paragraphs out of printed lines: by the space between them, indents and letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from annotator.readers.documents.pdf_lines import PdfLine

_SPACED = 1.35  # lines that are farther apart than so many times the usual are paragraphs
_INDENT, _DEEPEST_INDENT = 0.6, 6.0  # in sizes of the letters
_SHORT, _SHORT_OF_COLUMN = 0.65, 0.85  # of the width: in a column, as its last line
_VERY_SHORT = 0.5  # as the last line of a page or above an indent: a name, without a full stop
_OTHER_SIZE = 1.12
_ENDS, _CLOSERS = tuple(".!?…:;"), "\"'”’»«“)]"
_HYPHENS = ("-", "\u2010", "\u00ad")
_BULLET = re.compile(r"[•‣▪◦●]\s")
_MAYBE_BULLET = re.compile(r"[–-]\s|\d{1,2}[.)]\s")  # or a dash, or the end of "it is/28. Then"
_RUNS_ON = 0.8  # of the width: where such a line stops in mid-sentence, the next one goes on
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_CONTINUED = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEEP_HYPHEN = frozenset({
    "self", "well", "non", "co", "anti", "ex", "pro", "semi", "all", "half", "cross", "so",
    "long", "short", "high", "low", "two", "three", "four", "mid", "much", "ever", "post",
    "pre", "vice", "then", "now", "ill", "one", "would",
})  # fmt: skip


class Rebuilt(NamedTuple):
    """The paragraphs, and how many words that were broken at line ends were made whole."""

    paragraphs: list[str]
    mended: int


class _Measures(NamedTuple):
    size: float
    leading: float
    width: float
    indents: bool


def rebuilt(pages: Sequence[Sequence[PdfLine]]) -> Rebuilt:
    """The paragraphs of all pages, in order; one may run on over a page or column."""
    lines = [line for page in pages for line in page]
    if not lines:
        return Rebuilt([], 0)
    margins = _margins(lines)
    measures = _measures(lines, margins)
    groups = [[lines[0]]]
    for index in range(1, len(lines)):
        before, line = lines[index - 1], lines[index]
        indent = (line.x - margins[index]) / max(line.size, 1.0)
        if _begins(before, line, indent, measures):
            groups.append([line])
        else:
            groups[-1].append(line)
    words = _words_if_broken(lines)
    joined = [_joined(group, words) for group in groups]
    return Rebuilt([text for text, _ in joined], sum(mended for _, mended in joined))


def _words_if_broken(lines: Sequence[PdfLine]) -> Counter[str]:
    """How often each word stands in the text; not counted where no line ends in a hyphen."""
    if not any(line.text.endswith(_HYPHENS) for line in lines):
        return Counter()
    return Counter(word.lower() for line in lines for word in _WORD.findall(line.text))


def _margins(lines: Sequence[PdfLine]) -> list[float]:
    """For each line the left edge of the column it stands in."""
    margins: list[float] = []
    column: list[PdfLine] = []
    for line in lines:
        if column and _is_new_column(column[-1], line):
            margins += [_left(column)] * len(column)
            column = []
        column.append(line)
    return margins + [_left(column)] * len(column)


def _left(column: Sequence[PdfLine]) -> float:
    """Where most of its lines begin, and not one of a few that stick out."""
    return Counter(round(line.x) for line in column).most_common(1)[0][0]


def _is_new_column(before: PdfLine, line: PdfLine) -> bool:
    return before.page != line.page or line.y > before.y + line.size


def _measures(lines: Sequence[PdfLine], margins: Sequence[float]) -> _Measures:
    by_size: Counter[float] = Counter()
    for line in lines:
        by_size[round(line.size, 1)] += len(line.text)
    size = by_size.most_common(1)[0][0]
    body = [line for line in lines if abs(line.size - size) < 0.6]
    lengths = sorted(len(line.text) for line in body)
    width = lengths[int(len(lengths) * 0.9)]
    gaps = [
        (before, before.y - line.y)
        for before, line in pairwise(lines)
        if before.page == line.page and 0 < before.y - line.y < 3 * max(size, 1.0)
    ]
    # In an article of short paragraphs most lines are followed by the space between paragraphs.
    inner = [gap for before, gap in gaps if _runs_on(before, width)] or [gap for _, gap in gaps]
    indented = sum(
        _INDENT < (line.x - margin) / max(line.size, 1.0) < _DEEPEST_INDENT
        for line, margin in zip(lines, margins, strict=True)
    )
    return _Measures(
        size, median(inner) if inner else size * 1.2, width,
        indents=indented > 0.04 * len(lines),
    )  # fmt: skip


def _runs_on(line: PdfLine, width: float) -> bool:
    """Whether the line stops in mid-sentence where the column ends: its paragraph goes on."""
    return len(line.text) >= _RUNS_ON * width and not _is_closed(line)


def _is_closed(line: PdfLine) -> bool:
    return line.text.rstrip(_CLOSERS).endswith(_ENDS)


def _begins(before: PdfLine, line: PdfLine, indent: float, measures: _Measures) -> bool:
    """Whether a paragraph begins with this line."""
    if _differ(before, line) or _BULLET.match(line.text):
        return True
    if _MAYBE_BULLET.match(line.text) and not _runs_on(before, measures.width):
        return True
    is_closed = _is_closed(before)
    is_indented = _INDENT < indent < _DEEPEST_INDENT
    share = len(before.text) / max(measures.width, 1)
    if before.page != line.page and share < _VERY_SHORT:
        return True
    if _is_new_column(before, line):
        return is_closed and (is_indented or share < _SHORT_OF_COLUMN)
    scale = max(1.0, line.size / max(measures.size, 1.0))
    if before.y - line.y > _SPACED * measures.leading * scale:
        return True
    if is_indented and measures.indents:
        return is_closed or share < _VERY_SHORT
    return share < _SHORT and is_closed


def _differ(before: PdfLine, line: PdfLine) -> bool:
    larger, smaller = max(before.size, line.size), max(min(before.size, line.size), 0.1)
    return larger / smaller > _OTHER_SIZE or before.bold != line.bold


def _joined(group: Sequence[PdfLine], words: Counter[str]) -> tuple[str, int]:
    """One line of text, and how many words were made whole in it."""
    parts, mended = [group[0].text], 0
    for line in group[1:]:
        broken = _BROKEN.search(parts[-1]) if parts[-1].endswith(_HYPHENS) else None
        follows = _CONTINUED.match(line.text) if broken else None
        if broken and follows:
            whole = _is_one_word(broken[0], broken[1], follows[0], words)
            parts[-1] = parts[-1][:-1] if whole else parts[-1]
            mended += whole
            parts.append(line.text)
        else:
            parts += (" ", line.text)
    return "".join(parts), mended


def _is_one_word(end: str, first: str, second: str, words: Counter[str]) -> bool:
    """Whether the hyphen is the printer's: a compound is written with it elsewhere, or usually."""
    if end[-1] == "\u00ad":
        return True
    if not second[0].islower():
        return False
    first, second = first.lower(), second.lower()
    if words[first + second] or words[f"{first}-{second}"]:
        return words[first + second] >= words[f"{first}-{second}"]
    return first not in _KEEP_HYPHEN
