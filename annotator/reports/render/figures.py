"""The figures of a report as CSV, under the columns of `annotator agree --csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from annotator.reports.figures import COLUMNS, as_lines
from annotator.reports.row import Row


def render(rows: Iterable[Row]) -> str:
    """A line for each coefficient; an undefined value is an empty cell beside its reason."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows([COLUMNS, *as_lines(rows)])
    return text.getvalue()
