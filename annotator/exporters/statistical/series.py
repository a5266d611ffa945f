"""Columns as pyreadstat takes them: series of polars."""

from __future__ import annotations

from typing import Any

from annotator.exporters.statistical.column import TextColumn


def text_series(polars: Any, column: TextColumn) -> Any:
    """The texts of a column. Each distinct one is handed over once: paragraphs are long."""
    places: dict[str, int] = {}
    for cell in column.cells:
        places.setdefault(cell, len(places))
    distinct = polars.Series(column.name, list(places), dtype=polars.String)
    rows = list(map(places.__getitem__, column.cells))
    return distinct.gather(polars.Series(rows, dtype=polars.UInt32))
