"""Matched statements in `annotator agree --explain`: who shares how many, and what is left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotator.cli.agree_table import number, wrapped
from annotator.cli.agree_text import fitted
from annotator.terminal import visible

if TYPE_CHECKING:
    from annotator.reports.names import Names
    from annotator.reports.row import Row

_MOST = 10


def lines(row: Row, names: Names) -> Iterator[str]:
    """What F1 means, the counts of each two coders, and what stayed unmatched."""
    from annotator.reports.explain_matched import meaning

    for sentence in meaning(row):
        yield from wrapped(f"  {visible(sentence)}")
    if row.matches:
        yield from ("", "  Each two coders (A, B):", *_pairs(row))
    if row.unmatched:
        yield from ("", "  What stayed unmatched, once for each coder who lacks it:")
        yield from _left(row, names)


def _pairs(row: Row) -> Iterator[str]:
    head = ["A", "B", "Units", "Matched", "Only A", "Only B", "Precision", "Recall", "F1"]
    coders = row.sample.coders
    cells = [
        [
            *(coders[share.one], coders[share.other], f"{share.n_units:,}", f"{share.matched:,}"),
            *(f"{share.unmatched_one:,}", f"{share.unmatched_other:,}"),
            *(number(value) for value in (share.precision, share.recall, share.f1)),
        ]
        for share in row.matches
    ]
    yield from fitted([head, *cells], right=range(2, len(head)), indent=2)


def _left(row: Row, names: Names) -> Iterator[str]:
    from annotator.reports.explain_matched import left_alone

    found = left_alone(row)
    cells = []
    for left in found[:_MOST]:
        more = f" +{len(left.columns) - 1}" if len(left.columns) > 1 else ""
        where = names.unit(row.sample, left.columns[0]) + more
        labels = [
            names.statement([key], [code]) for key, code in zip(row.keys, left.codes, strict=True)
        ]
        cells.append([str(left.n), *labels, where])
    yield from fitted([["Times", *row.keys, "Where"], *cells], right=(0,), indent=2)
    if len(found) > _MOST:
        yield f"  and {len(found) - _MOST:,} more (--json has all)"
