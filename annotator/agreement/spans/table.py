"""Spans from the rows of a table, whatever file it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.agreement.encode import is_missing
from annotator.agreement.spans.data import Span, SpanData

COLUMNS = ("coder", "start", "end", "label")
"""The columns that a table of spans has; `article` and `length` may stand beside them."""


@dataclass(frozen=True, slots=True)
class SpanTable:
    """Spans read from a table, and what a reader should know about how it was read."""

    data: SpanData
    remarks: tuple[str, ...]


def span_table(
    rows: Iterable[Mapping[str, Any]], lengths: Mapping[str, int] | None = None
) -> SpanTable:
    """Spans from rows with `coder`, `start`, `end`, `label`, and perhaps `article` and `length`.

    Offsets count characters from 0, `end` is the first one after the span; without `article` all
    rows are of one text. A row without start, end and label says that its coder finished the
    article; so does any other row. An article's length comes from `lengths`, else from the column
    `length`, else it is the largest end in it, and a remark says so. Raises ValueError, naming the
    row (the first is 1), where a cell is missing or no whole number, or a span cannot be.
    """
    read = _Reading(dict(lengths or {}), set(lengths or {}))
    for number, row in enumerate(rows, 1):
        try:
            read.row(row)
        except ValueError as problem:
            raise ValueError(f"row {number}: {problem}") from None
    data = SpanData.of(read.spans, read.lengths, read.finished)
    return SpanTable(data, (*_assumed(read), *_left_out(data)))


@dataclass(slots=True)
class _Reading:
    lengths: dict[str, int]
    given: set[str]
    finished: dict[str, set[str]] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)

    def row(self, row: Mapping[str, Any]) -> None:
        if is_missing(row.get("coder")):
            raise ValueError("the coder is missing")
        article = "" if is_missing(row.get("article")) else str(row["article"])
        coder = str(row["coder"])
        self._length(article, row.get("length"))
        self.finished.setdefault(coder, set()).add(article)
        missing = [column for column in COLUMNS[1:] if is_missing(row.get(column))]
        if len(missing) == 3:
            return
        if missing:
            raise ValueError(f"{' and '.join(missing)} missing")
        start, end = _whole(row["start"], "start"), _whole(row["end"], "end")
        self._add(Span(coder, article, start, end, str(row["label"])))

    def _length(self, article: str, cell: Any) -> None:
        self.lengths.setdefault(article, 0)
        if is_missing(cell):
            return
        length = _whole(cell, "length")
        if article in self.given and self.lengths[article] != length:
            known = self.lengths[article]
            raise ValueError(f"article “{article}” has the length {length}, elsewhere {known}")
        if self.lengths[article] > length:
            raise ValueError(f"article “{article}” has the length {length}, but spans beyond it")
        self.given.add(article)
        self.lengths[article] = length

    def _add(self, span: Span) -> None:
        if not 0 <= span.start < span.end:
            raise ValueError(f"a span from {span.start} to {span.end} holds no text")
        if span.article not in self.given:
            self.lengths[span.article] = max(self.lengths[span.article], span.end)
        elif span.end > (length := self.lengths[span.article]):
            raise ValueError(f"a span to {span.end} in a text of {length} characters")
        self.spans.append(span)


def _whole(cell: Any, column: str) -> int:
    try:
        number = float(cell)
    except (TypeError, ValueError):
        raise ValueError(f"{column} is “{cell}”, not a whole number") from None
    if not number.is_integer():
        raise ValueError(f"{column} is “{cell}”, not a whole number")
    return int(number)


def _assumed(read: _Reading) -> list[str]:
    unknown = [article for article in read.lengths if article not in read.given]
    if not unknown:
        return []
    which = _listed([f"“{article}”" if article else "the text" for article in unknown])
    return [f"length not given, taken as the end of the last span: {which}"]


def _left_out(data: SpanData) -> list[str]:
    """Articles that some coder has no row for: nobody knows whether that coder read them."""
    remarks = []
    for coder, finished in data.finished.items():
        if lacking := [article for article in data.lengths if article not in finished]:
            remarks.append(f"{coder} has no row for {_listed(lacking)}, taken as not finished")
    return remarks


def _listed(names: list[str], most: int = 5) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
