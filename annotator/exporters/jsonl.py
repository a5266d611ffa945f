"""JSON Lines: one object for each row, by the names of the columns; *not coded* is null.

Numbers are numbers, yes/no is true or false; several codes stay joined by `|`, as in the CSV.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from json import JSONEncoder
from typing import TextIO

from annotator.exporters.columns import Column, Type
from annotator.exporters.dictionary import write_dictionary
from annotator.exporters.files import Destination
from annotator.exporters.fill import fill
from annotator.exporters.job import Choice, Report, Shape, Source
from annotator.exporters.rows import Rows

SUFFIX = ".jsonl"


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the codings (or the shapes that were asked for) and the dictionary."""
    choice = replace(choice, shapes=choice.shapes or (Shape.LONG,))
    report, made = fill(source, choice, to, SUFFIX, JsonWriter)
    write_dictionary(source.codebook, made, choice, to)
    return report


class JsonWriter:
    """Writes rows as one JSON object for each line, and counts them."""

    def __init__(self, stream: TextIO, columns: Sequence[Column], _: Choice) -> None:
        self.count = 0
        self._stream = stream
        self._names = [column.name for column in columns]
        self._yes_no = [column.name for column in columns if column.type is Type.YES_NO]
        self._encode = JSONEncoder(ensure_ascii=False).encode

    def write(self, rows: Rows) -> None:
        """Write the rows of one coded unit."""
        self.count += len(rows.rests)
        for row in rows.whole():
            values: dict[str, object] = dict(zip(self._names, row, strict=True))
            for name in self._yes_no:
                values[name] = bool(values[name])
            self._stream.write(self._encode(values) + "\n")
