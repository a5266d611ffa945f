"""The cheapest one-to-one assignment of a few rows to columns, exactly.

Kuhn, H. W. (1955): The Hungarian method for the assignment problem. Naval Research Logistics
Quarterly 2, pp. 83-97; here in the form with potentials and shortest paths, O(rows^2 columns), of
Jonker, R. & Volgenant, A. (1987): A shortest augmenting path algorithm for dense and sparse linear
assignment problems. Computing 38, pp. 325-340.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_NOBODY = -1


def assign(costs: Sequence[Sequence[Any]]) -> list[int]:
    """The column of each row, so that the total cost is least; no more rows than columns.

    Costs may be integers of any size (then nothing is rounded) or floats. Raises ValueError where
    there are more rows than columns.
    """
    columns = len(costs[0]) if costs else 0
    if len(costs) > columns:
        raise ValueError("more rows than columns")
    search = _Search(costs, columns)
    for row in range(len(costs)):
        search.add(row)
    found = [0] * len(costs)
    for column, row in enumerate(search.row_of):
        if row != _NOBODY:
            found[row] = column
    return found


class _Search:
    """Assigns row after row; potentials keep every reduced cost from falling below zero."""

    def __init__(self, costs: Sequence[Sequence[Any]], columns: int) -> None:
        self.costs = costs
        self.of_row: list[Any] = [0] * len(costs)
        self.of_column: list[Any] = [0] * columns
        self.row_of = [_NOBODY] * columns

    def add(self, row: int) -> None:
        """Assign one more row along the shortest path of exchanges to a free column."""
        free = set(range(len(self.row_of)))
        reach = {column: self._reduced(row, column) for column in free}
        before = dict.fromkeys(free, _NOBODY)
        done: list[tuple[int, Any]] = []
        while True:
            nearest = min(free, key=reach.__getitem__)
            if self.row_of[nearest] == _NOBODY:
                break
            free.remove(nearest)
            done.append((nearest, reach[nearest]))
            self._relax(nearest, free, reach, before)
        self._shift(row, done, reach[nearest])
        self._exchange(row, nearest, before)

    def _reduced(self, row: int, column: int) -> Any:
        return self.costs[row][column] - self.of_row[row] - self.of_column[column]

    def _relax(
        self, through: int, free: set[int], reach: dict[int, Any], before: dict[int, int]
    ) -> None:
        row = self.row_of[through]
        for column in free:
            length = reach[through] + self._reduced(row, column)
            if length < reach[column]:
                reach[column], before[column] = length, through

    def _shift(self, row: int, done: list[tuple[int, Any]], length: Any) -> None:
        self.of_row[row] += length
        for column, reached in done:
            self.of_row[self.row_of[column]] += length - reached
            self.of_column[column] -= length - reached

    def _exchange(self, row: int, column: int, before: dict[int, int]) -> None:
        while (previous := before[column]) != _NOBODY:
            self.row_of[column] = self.row_of[previous]
            column = previous
        self.row_of[column] = row
