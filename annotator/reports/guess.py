"""Whether a table of units by coders has a row of names, and a column that names the units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from annotator.reports.grid import MISSING, NUMBER

_UNITS = frozenset({
    "unit", "units", "id", "uid", "no", "nr", "number", "index", "key", "row", "item", "case",
    "subject", "document", "doc", "text", "article", "paragraph", "segment", "sentence", "story",
    "post", "tweet", "message", "url",
})  # fmt: skip
_CODERS = frozenset({"coder", "rater", "judge", "observer", "annotator", "reviewer", "coders"})
_ONE_CODER = re.compile(
    r"(coder|rater|judge|observer|annotator|reviewer|obs|r|c)[\W_]*(\d+|[a-z])", re.IGNORECASE
)

Rows = Sequence[Sequence[str]]


def has_header(rows: Rows) -> bool:
    """Whether the first row holds names: its first cell says so, or none of it is a value below."""
    first, below = rows[0], rows[1:]
    if names_units(first[0]) and all(row[0] != first[0] for row in below):
        return True
    if any(cell in MISSING for cell in first[1:]) or len(set(first)) < len(first):
        return False
    blank = first[0] == ""  # what R and pandas write above the names of rows
    if any(map(_is_number, first)):
        return blank and _counts(first[1:]) and _counts([row[0] for row in below])
    values = {cell for row in below for cell in row}
    return bool(below) and (blank or first[0] not in MISSING) and values.isdisjoint(first[blank:])


def has_unit_column(header: Sequence[str] | None, rows: Rows) -> bool:
    """Whether the first column names the units: by its own name, or because nothing repeats."""
    if header is not None and names_units(header[0] or "unit"):
        return True
    if not rows or len(rows[0]) < 3:
        return False
    if header is not None and _ONE_CODER.fullmatch(header[0]):
        return False
    column = [row[0] for row in rows]
    if len(column) < 2 or len(set(column)) < len(column) or any(c in MISSING for c in column):
        return False
    others = {cell for row in rows for cell in row[1:]}
    if any(map(_is_number, column)):
        return _is_running(column, others)
    return others.isdisjoint(column)


def names_units(name: str) -> bool:
    """Whether a column called so names units: `unit`, `story_id`, `Doc No.`, `#`."""
    words = _words(name)
    return name == "#" or (words.isdisjoint(_CODERS) and not words.isdisjoint(_UNITS))


def names_coders(name: str) -> bool:
    """Whether a column called so names coders: `coder`, `rater_id`."""
    return not _words(name).isdisjoint(_CODERS) and not _ONE_CODER.fullmatch(name)


def _words(name: str) -> set[str]:
    return set(re.split(r"[\W_]+", name.lower()))


def _is_running(column: Sequence[str], others: set[str]) -> bool:
    """Whole numbers that count the rows, or that ascend and are no values of the coders."""
    if not all(map(_is_whole, column)):
        return False
    if _counts(column) and len(column) > len(others):
        return True
    ascending = all(before < after for before, after in pairwise(map(int, column)))
    return ascending and others.isdisjoint(column)


def _counts(cells: Sequence[str]) -> bool:
    """Whether the cells are 1, 2, 3 ... or 0, 1, 2 ..."""
    if not cells or not all(map(_is_whole, cells)):
        return False
    first = int(cells[0])
    return first in (0, 1) and list(map(int, cells)) == list(range(first, first + len(cells)))


def _is_whole(cell: str) -> bool:
    return cell.isascii() and cell.isdecimal()


def _is_number(cell: str) -> bool:
    """Whether a cell holds a number, with a decimal point or a decimal comma."""
    return bool(NUMBER.fullmatch(cell.replace(",", ".", 1)))
