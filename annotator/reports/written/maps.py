"""What coders took for what as a map for each variable: codes by codes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from annotator.reports.confusion_matrix import NO_CODE, ConfusionMatrix, confusion_matrix
from annotator.reports.document import Block, HeatMap, Panel, Picture
from annotator.reports.names import Names
from annotator.reports.row import Row
from annotator.reports.written.words import plain, row_label

MOST_MAPPED = 12
"""More codes than that make no map that can be read: those confused most often are kept."""

MAPPED = ("value", "any_statement", "set", "matched", "matched_set")
"""Views of a row that have codes few enough to be drawn."""

_MAP = (
    "A number counts pairs of coders: on the diagonal (blue) both gave the code; off it (orange) "
    "one gave the one code and the other the other instead. Numbers above are those of the lines."
)
_ALONE = "none of its own"


def maps(rows: Sequence[Row], names: Names) -> Iterator[Block]:
    """A panel for each row whose values are codes, or sets of them."""
    panels = [_panel(row, names) for row in rows if row.heading.view in MAPPED]
    if panels:
        yield Picture("Codes that met in a unit, and what was confused", tuple(panels), (_MAP,))


def _panel(row: Row, names: Names) -> Panel:
    found = confusion_matrix(row, names.codebook)
    kept = _most_confused(found)
    counts = tuple(tuple(found.n_pairs.get(found.cell(c, k), 0) for k in kept) for c in kept)
    labels = tuple(_label(row, code, names) for code in kept)
    title = row_label(names.codebook, row)
    if left := len(found.values) - len(kept):
        title += f"; {left} codes that are confused less are left out"
    return Panel(title, HeatMap(labels, counts), _alt(labels, counts))


def _most_confused(found: ConfusionMatrix) -> list[Any]:
    """The values that fit into a map, in their order."""
    confused: Counter[Any] = Counter()
    for (one, other), n in found.n_pairs.items():
        if one != other:
            confused.update({one: n, other: n})
    ranked = sorted(found.values, key=lambda value: -confused[value])[:MOST_MAPPED]
    return [value for value in found.values if value in ranked]


def _label(row: Row, code: Any, names: Names) -> str:
    if code is NO_CODE:
        return _ALONE
    return plain(names.code(row.heading, code))


def _alt(labels: Sequence[str], counts: Sequence[Sequence[int]]) -> str:
    """The sums, and the confusion that is most frequent; the table has more."""
    size = range(len(labels))
    same = sum(counts[place][place] for place in size)
    apart = [(counts[c][k], c, k) for c in size for k in size if c < k]
    most, one, other = max(apart, default=(0, 0, 0))
    told = f"the same code {same:,} times, different codes {sum(n for n, _, _ in apart):,} times"
    if not most:
        return told
    return f"{told}, most often {labels[one]} and {labels[other]} ({most:,})"
