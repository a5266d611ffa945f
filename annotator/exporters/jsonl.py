"""JSON Lines: one object for each row, by the names of the columns; *not coded* is null.

Numbers are numbers, yes/no is true or false; several codes stay joined by `|`, as in the CSV.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from json import JSONEncoder

from annotator.exporters.columns import Column, Type
from annotator.exporters.dictionary import write_dictionary
from annotator.exporters.files import Destination
from annotator.exporters.fill import fill
from annotator.exporters.job import Choice, Report, Shape, Source
from annotator.exporters.parts import MakePart, Row

SUFFIX = ".jsonl"

_ENCODE = JSONEncoder(ensure_ascii=False).encode


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the codings (or the shapes that were asked for) and the dictionary."""
    choice = replace(choice, shapes=choice.shapes or (Shape.LONG,))
    report, made = fill(source, choice, to, SUFFIX, JsonLines())
    write_dictionary(source.codebook, made, choice, to)
    return report


class JsonLines:
    """Rows as one JSON object for each line."""

    separator = ", "
    opening = "{"
    closing = "}\n"

    def header(self, _: Sequence[Column]) -> str:
        """Every line names its columns."""
        return ""

    def part(self, columns: Sequence[Column]) -> MakePart[str]:
        """Gives what encodes cells of these columns."""
        names = [column.name for column in columns]
        yes_no = [column.name for column in columns if column.type is Type.YES_NO]

        def encoded(cells: Row) -> str:
            values: dict[str, object] = dict(zip(names, cells, strict=True))
            for name in yes_no:
                values[name] = bool(values[name])
            return self.separator + _ENCODE(values)[1:-1]

        return encoded
