"""The cells of a table, in a grid that knows on which line of the file each cell stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.errors import DataError
from annotator.model.problem import Problem

MISSING = ("", ".", "NA")
"""Cells that hold no value."""

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", re.ASCII)
"""A number as tables write it; no thousands marks, no infinity, no NaN."""

_MOST_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of equal length. `lines` are those of the file, `where` is its name."""

    where: str
    rows: Sequence[Sequence[str]]
    lines: Sequence[int]
    is_transposed: bool = False

    def transposed(self) -> Grid:
        """Rows and columns swapped; every cell keeps its line."""
        turned = list(zip(*self.rows, strict=True))
        return Grid(self.where, turned, self.lines, not self.is_transposed)

    def line(self, row: int, column: int) -> int:
        """The line of the file on which a cell stands."""
        return self.lines[column if self.is_transposed else row]


def refusal(where: str, problems: Sequence[Problem], *, hint: str = "") -> DataError:
    """A DataError on a table; past the first fifty problems only their number is told."""
    shown = list(problems[:_MOST_PROBLEMS])
    if more := len(problems) - len(shown):
        shown.append(Problem(f"and {more:,} more", where=where))
    return DataError(f"{where} cannot be used as a table of codings.", shown, hint=hint)
