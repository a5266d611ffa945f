"""The distance between sets of statements: the cost of their best matching, per statement."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.pairs import Floats
from annotator.agreement.statements.differences import Costs, Differences, Weights
from annotator.agreement.statements.least_cost import least_costs
from annotator.agreement.threads import in_threads

_CELLS = 2**16  # pairs of sets compared at a time: the arrays of a step stay in the cache
_COLUMNS = 2**12  # sets in a row of such a block: long rows are quick

Members = NDArray[np.intp]
"""Sets of one size: the number of each statement (rows) of each set (columns)."""


@dataclass(frozen=True, slots=True)
class StatementMetric:
    """Sets of statements by their size: set number k is column `place[k]` of `sets[size[k]]`."""

    size: NDArray[np.intp]
    place: NDArray[np.intp]
    sets: dict[int, Members]
    differences: Differences

    @classmethod
    def of(
        cls, sets: Sequence[Sequence[tuple[Hashable, ...]]], weights: Weights
    ) -> StatementMetric:
        """From sets of statements, each a tuple of codes. Raises ValueError for bad weights."""
        number: dict[tuple[Hashable, ...], int] = {}
        numbered = [[number.setdefault(each, len(number)) for each in one] for one in sets]
        size = np.array([len(one) for one in sets], np.intp)
        place, by_size = np.zeros(len(sets), np.intp), {}
        for each in np.unique(size).tolist():
            alike = (size == each).nonzero()[0]
            place[alike] = np.arange(len(alike))
            members = np.array([numbered[one] for one in alike], np.intp)
            by_size[each] = np.ascontiguousarray(members.reshape(len(alike), each).T)
        differences = Differences.of(list(number), weights, int(size.max(initial=1)))
        return cls(size, place, by_size, differences)

    def between(self, left: NDArray[Any], right: NDArray[Any], /) -> Floats:
        """The distances between the sets, element by element."""
        swap = self.size[left] > self.size[right]
        small, large = np.where(swap, right, left), np.where(swap, left, right)
        found = np.asarray(self.size[small] != self.size[large], np.float64)
        unlike = (small != large) & (self.size[small] > 0)
        shapes = self.size[small] * (self.size.max(initial=0) + 1) + self.size[large]
        for shape in np.unique(shapes[unlike]):
            for block in _blocks((unlike & (shapes == shape)).nonzero()[0], _CELLS):
                found[block] = self._of_one_shape(small[block], large[block])
        return found

    def _of_one_shape(self, small: NDArray[Any], large: NDArray[Any]) -> Floats:
        one, other = int(self.size[small[0]]), int(self.size[large[0]])
        left = self.sets[one][:, self.place[small]]
        right = self.sets[other][:, self.place[large]]
        costs = [[self.differences.between(i, j) for j in right] for i in left]
        return np.asarray(self._matched(least_costs(costs)) + (other - one)) / other

    @property
    def order(self) -> NDArray[np.intp]:
        """By size: sets of one size are compared all at once."""
        return np.argsort(self.size, kind="stable")

    def table(self, rows: NDArray[np.intp], columns: NDArray[np.intp], /) -> Floats:
        """The distances of each of these sets (rows) from each of those (columns)."""
        found = np.zeros((len(rows), len(columns)))
        for one in np.unique(self.size[rows]).tolist():
            for other in np.unique(self.size[columns]).tolist():
                left = (self.size[rows] == one).nonzero()[0]
                right = (self.size[columns] == other).nonzero()[0]
                if one <= other:
                    found[np.ix_(left, right)] = self._table(rows[left], columns[right])
                else:
                    found[np.ix_(left, right)] = self._table(columns[right], rows[left]).T
        return found

    def _table(self, small: NDArray[np.intp], large: NDArray[np.intp]) -> Floats:
        """The same for sets of one size, and sets of one size that is not smaller."""
        one, other = int(self.size[small[0]]), int(self.size[large[0]])
        if not one:
            return np.full((len(small), len(large)), float(other > 0))
        left, found = self.sets[one][:, self.place[small]], np.empty((len(small), len(large)))
        step = max(1, _CELLS // len(small))
        for start in range(0, len(large), step):
            right = self.sets[other][:, self.place[large[start : start + step]]]
            costs = [[self.differences.across(i, j) for j in right] for i in left]
            matched = self._matched(least_costs(costs)).reshape(len(small), -1)
            found[:, start : start + step] = (matched + (other - one)) / other
        return found

    def expected(self, totals: NDArray[np.int64], /) -> float:
        """The sum of n_c n_k delta(c, k): every pair of distinct sets is compared, in blocks."""
        times = {size: np.zeros(one.shape[1]) for size, one in self.sets.items()}
        for size, n in times.items():
            n[self.place[self.size == size]] = totals[self.size == size]
        empty, everything = float(times.get(0, np.zeros(1)).sum()), float(totals.sum())
        found = 2 * empty * (everything - empty)  # an empty set and any other: distance 1
        return found + sum(in_threads(self._of_block, _all_blocks(times)))

    def _of_block(self, block: _Block) -> float:
        """The sum of n_c n_k delta(c, k) over the smaller and the larger sets of a block."""
        small, large = block.small, block.large
        columns = self.sets[large][:, block.columns]
        costs = [
            [self.differences.across(i, j) for j in columns]
            for i in self.sets[small][:, block.rows]
        ]
        shape = len(block.rows), len(block.columns)
        cost = block.of_rows @ least_costs(costs).reshape(shape).astype(np.float64)
        alone = float(block.of_rows.sum() * block.of_columns.sum()) * (large - small)
        return float(self._matched(cost @ block.of_columns) + alone) / large

    def _matched(self, cost: Costs | np.float64) -> Floats:
        """The cost of matched statements; one without a partner costs 1."""
        return np.asarray(np.divide(cost, self.differences.weights.sum(), dtype=np.float64))


class _Block(NamedTuple):
    """Some sets of one size with some that are as large or larger, and how often each counts."""

    small: int
    rows: NDArray[np.intp]
    of_rows: Floats
    large: int
    columns: NDArray[np.intp]
    of_columns: Floats


def _all_blocks(times: dict[int, Floats]) -> Iterator[_Block]:
    """Blocks in which each two distinct sets that occur meet, every pair counting both ways.

    Sets of one size meet those that stand before or among them; the latter meet twice.
    """
    for large, n in times.items():
        for columns in _blocks(n.nonzero()[0] if large else np.empty(0, np.intp), _COLUMNS):
            for small in (size for size in times if 0 < size <= large):
                weight = 2 * times[small]
                if small == large:
                    weight[columns] /= 2
                    weight[columns[-1] + 1 :] = 0
                for rows in _blocks(weight.nonzero()[0], max(1, _CELLS // len(columns))):
                    yield _Block(small, rows, weight[rows], large, columns, n[columns])


def _blocks(places: NDArray[np.intp], step: int) -> Iterator[NDArray[np.intp]]:
    return (places[start : start + step] for start in range(0, len(places), step))
