"""A Parquet file as a table of text."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import Any

from annotator.errors import AnnotatorError
from annotator.tables.sheet import Record, Sheet
from annotator.tables.table import MOST_CELLS, Table, cell_text, refused

_SEVERAL = "|"
_MOST_BYTES = 2_000_000_000  # of all columns, unpacked


def read_parquet(content: bytes, where: str) -> Table:
    """The rows of the file; lists are joined by |. AnnotatorError where pyarrow is absent."""
    pyarrow, parquet = _pyarrow()
    try:
        file = parquet.ParquetFile(BytesIO(content))
        about = file.metadata
        size = sum(about.row_group(n).total_byte_size for n in range(about.num_row_groups))
        if about.num_rows * about.num_columns > MOST_CELLS or size > _MOST_BYTES:
            return refused(where, f"the file is too large: more than {MOST_CELLS:,} cells")
        columns: dict[str, list[object]] = file.read().to_pydict()
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as error:
        told = " ".join(str(error).split())[:200]
        return refused(where, f"the Parquet file cannot be read: {told}")
    if not columns:
        return refused(where, "the Parquet file has no columns")
    texts = [list(map(_text, column)) for column in columns.values()]
    rows = zip(*texts, strict=True)
    records = [Record(number, list(cells)) for number, cells in enumerate(rows, 1)]
    return Table(Sheet(list(columns), records, [], line=0), is_named=True)


def _text(value: object) -> str:
    if isinstance(value, list):
        return _SEVERAL.join(map(cell_text, value))
    return cell_text(value)


def _pyarrow() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ModuleNotFoundError as absent:
        raise AnnotatorError(
            "Parquet files need the package pyarrow, which is not installed.",
            hint="pip install 'annotator-tui[parquet]', or save the table as CSV",
        ) from absent
