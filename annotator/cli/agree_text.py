"""Tables below the table of `annotator agree`: as wide as the terminal takes, nothing hidden."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from annotator.cli.agree_table import WIDTH, cut
from annotator.cli.table import cells, table

_GAP = 2
_NARROWEST = 12


def fitted(
    rows: Sequence[Sequence[str]],
    *,
    right: Collection[int] = (),
    whole: Collection[int] = (),
    indent: int = 0,
) -> Iterator[str]:
    """A table of at most 80 columns: texts are cut for it, columns in `whole` never."""
    lines = [list(row) for row in rows]
    left = [column for column in range(len(rows[0])) if column not in {*right, *whole}]
    while left and _width(lines) + indent > WIDTH:
        widest = max(left, key=lambda column: _widest(lines, column))
        width = _widest(lines, widest) - 1
        if width < _NARROWEST:
            break
        for line in lines:
            line[widest] = cut(line[widest], width)
    for text in table(lines, right=sorted(right)):
        yield " " * indent + text


def _widest(lines: list[list[str]], column: int) -> int:
    return max(cells(line[column]) for line in lines)


def _width(lines: list[list[str]]) -> int:
    columns = range(len(lines[0]))
    return sum(_widest(lines, column) for column in columns) + _GAP * (len(columns) - 1)
