"""A codebook as a CSV table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from annotator.codebook_file.convert.hub import Found
from annotator.codebook_file.convert.table import found_in, rows_of
from annotator.entries.entry import Entry
from annotator.tables.sheet import read_sheet


def read(content: bytes, name: str) -> Found:
    """The entries of a table; the delimiter is found. Raises CodebookError where it is none."""
    return found_in(read_sheet(content, name), name)


def write(entries: Sequence[Entry]) -> bytes:
    """The table for the entries: UTF-8, commas, line feeds."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(rows_of(entries))
    return stream.getvalue().encode("utf-8")
