"""Rows as Parquet files; as JSON Lines where pyarrow is not installed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import import_module
from typing import Any, BinaryIO, Protocol

from annotator.exporters.huggingface.encoded import SPECIAL_SUFFIX, Encoded, names
from annotator.exporters.huggingface.features import Feature, as_datasets

_BATCH = 10_000  # rows in memory
_STRING = {"dtype": "string", "_type": "Value"}


class Writer(Protocol):
    """Writes encoded rows and counts them."""

    count: int

    def write(self, row: Sequence[Encoded]) -> None:
        """Write one row."""

    def close(self) -> None:
        """Write what is left."""


def pyarrow() -> Any:
    """The library, or None where it is not installed."""
    try:
        return import_module("pyarrow")
    except ModuleNotFoundError:
        return None


class ParquetWriter:
    """Writes rows in batches; the schema holds the features for `datasets`."""

    def __init__(self, arrow: Any, stream: BinaryIO, features: Sequence[Feature]) -> None:
        parquet = import_module("pyarrow.parquet")
        self.count = 0
        self._arrow = arrow
        self._schema = arrow.schema(_fields(arrow, features), metadata=_metadata(features))
        self._writer = parquet.ParquetWriter(stream, self._schema, compression="zstd")
        self._rows: list[Sequence[Encoded]] = []

    def write(self, row: Sequence[Encoded]) -> None:
        """Write one row, with those before it, when they are many."""
        self.count += 1
        self._rows.append(row)
        if len(self._rows) >= _BATCH:
            self._flush()

    def close(self) -> None:
        """Write what is left and the end of the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        columns: list[Any] = list(zip(*self._rows, strict=True)) or [[] for _ in self._schema]
        arrays = [
            self._arrow.array(column, type=field.type)
            for column, field in zip(columns, self._schema, strict=True)
        ]
        self._writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows.clear()


class LinesWriter:
    """Writes rows as JSON Lines."""

    def __init__(self, stream: BinaryIO, features: Sequence[Feature]) -> None:
        self.count = 0
        self._stream = stream
        self._names = names(features)

    def write(self, row: Sequence[Encoded]) -> None:
        """Write one row."""
        self.count += 1
        line = json.dumps(dict(zip(self._names, row, strict=True)), ensure_ascii=False)
        self._stream.write(line.encode("utf-8") + b"\n")

    def close(self) -> None:
        """Nothing is left."""


def _fields(arrow: Any, features: Sequence[Feature]) -> list[Any]:
    types = {"string": arrow.string(), "int64": arrow.int64(), "float64": arrow.float64(),
             "bool": arrow.bool_()}  # fmt: skip
    fields = []
    for one in features:
        kind = types[one.dtype]
        fields.append(arrow.field(one.name, arrow.list_(kind) if one.several else kind))
        if one.special:
            fields.append(arrow.field(one.name + SPECIAL_SUFFIX, types["string"]))
    return fields


def _metadata(features: Sequence[Feature]) -> dict[str, str]:
    told: dict[str, object] = {}
    for one in features:
        told[one.name] = as_datasets(one)
        if one.special:
            told[one.name + SPECIAL_SUFFIX] = _STRING
    return {"huggingface": json.dumps({"info": {"features": told}})}
