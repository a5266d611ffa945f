"""Columns as pyreadstat takes them: series of polars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.exporters.statistical.column import NumberColumn, TextColumn
from annotator.exporters.statistical.repeated import repeated


def text_series(polars: Any, column: TextColumn, empty: str | None = "") -> Any:
    """The texts of a column; `empty` stands for those that are."""
    texts = column.texts
    distinct = [text or empty for text in texts.distinct]
    return polars.Series(column.name, distinct, dtype=polars.String).gather(texts.places)


def number_series(
    polars: Any, column: NumberColumn, dtype: Any, stored: Mapping[Any, object]
) -> Any:
    """The numbers of a column, as they are `stored`."""
    cells = repeated(column.cells)
    numbers = [stored[cell] for cell in cells.distinct]
    return polars.Series(column.name, numbers, dtype=dtype, strict=False).gather(cells.places)
