"""Agreement on sets: several codes of one coder on one unit, such as all actors of a paragraph.

An empty set is a value (the coder looked and found nothing): its distance is 0 to another empty
set and 1 to any other, except by Passonneau's definition of 2004. The tables hold frozensets; None
is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.alpha import alpha_with
from annotator.agreement.coefficient import Coefficient
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.metrics import Metric
from annotator.agreement.overlaps import overlaps
from annotator.agreement.pairs import Floats

_CELLS = 2**22  # of a matrix of sets by members

_SetDistance = Callable[[Floats, Floats, Floats], Floats]
"""From the sizes of two sets' intersection, of the one and of the other."""


def alpha_jaccard(table: Table) -> Coefficient:
    """Krippendorff's alpha over sets with Jaccard's distance, 1 - |A and B| / |A or B|.

    Jaccard, P. (1912): The distribution of the flora in the alpine zone. New Phytologist 11(2),
    pp. 37-50; as a distance for alpha: Artstein, R. & Poesio, M. (2008), Computational
    Linguistics 34(4), pp. 555-596.
    """
    return _alpha_over_sets(table, _jaccard, "alpha_jaccard")


def alpha_masi(table: Table) -> Coefficient:
    """Krippendorff's alpha over sets with the MASI distance, 1 - J * M.

    J is Jaccard's similarity; M is 1 for equal sets, 2/3 where one holds the other, 1/3 where
    they overlap, 0 where they share nothing.

    Passonneau, R. (2006): Measuring agreement on set-valued items (MASI) for semantic and
    pragmatic annotation. Proceedings of LREC 2006, pp. 831-836.
    """
    return _alpha_over_sets(table, _masi, "alpha_masi")


def alpha_dice(table: Table) -> Coefficient:
    """Krippendorff's alpha over sets with Dice's distance, 1 - 2 |A and B| / (|A| + |B|).

    Dice, L. R. (1945): Measures of the amount of ecologic association between species. Ecology
    26(3), pp. 297-302.
    """
    return _alpha_over_sets(table, dice, "alpha_dice")


def alpha_passonneau_2004(table: Table) -> Coefficient:
    """Krippendorff's alpha over sets: distance 0 equal, 1/3 nested, 2/3 overlapping, 1 disjoint.

    An empty set is nested in every other, so that here alone its distance to them is not 1 but 1/3.

    Passonneau, R. (2004): Computing reliability for coreference annotation. Proceedings of LREC
    2004, pp. 1503-1506.
    """
    return _alpha_over_sets(table, _passonneau_2004, "alpha_passonneau_2004")


def _alpha_over_sets(table: Table, distance: _SetDistance, name: str) -> Coefficient:
    data = ReliabilityData.of(table)
    return alpha_with(_SetMetric(list(data.values), distance), data, name=name, level="nominal")


def _jaccard(shared: Floats, one: Floats, other: Floats) -> Floats:
    return 1 - _similarity(shared, one, other)


def _masi(shared: Floats, one: Floats, other: Floats) -> Floats:
    equal, nested = shared == np.maximum(one, other), shared == np.minimum(one, other)
    monotonicity = np.select([equal, nested, shared > 0], [1, 2 / 3, 1 / 3], 0)
    return np.asarray(1 - _similarity(shared, one, other) * monotonicity)


def dice(shared: Floats, one: Floats, other: Floats) -> Floats:
    """Dice's distance from the sizes of the intersection, of the one set and of the other."""
    sizes = one + other
    share = np.divide(2 * shared, sizes, out=np.ones_like(sizes), where=sizes > 0)
    return np.asarray(1 - share)


def _passonneau_2004(shared: Floats, one: Floats, other: Floats) -> Floats:
    equal, nested = shared == np.maximum(one, other), shared == np.minimum(one, other)
    return np.asarray(np.select([equal, nested, shared > 0], [0, 1 / 3, 2 / 3], 1))


def _similarity(shared: Floats, one: Floats, other: Floats) -> Floats:
    union = one + other - shared
    return np.asarray(np.divide(shared, union, out=np.ones_like(union), where=union > 0))


@dataclass(frozen=True, eq=False)
class _SetMetric:
    sets: Sequence[frozenset[Any]]
    distance: _SetDistance

    @cached_property
    def _sizes(self) -> Floats:
        return np.array([len(one) for one in self.sets], np.float64)

    @cached_property
    def _members(self) -> NDArray[np.intp]:
        """A row for each member of each set: the number of the set, and that of the member."""
        number: dict[Any, int] = {}
        pairs = [
            (place, number.setdefault(member, len(number)))
            for place, one in enumerate(self.sets)
            for member in one
        ]
        return np.array(pairs, np.intp).reshape(-1, 2)

    def between(self, left: NDArray[Any], right: NDArray[Any], /) -> Floats:
        """The distances between the sets, element by element."""
        sets, sizes = self.sets, self._sizes
        pairs = zip(left.tolist(), right.tolist(), strict=True)
        shared = np.array([len(sets[one] & sets[other]) for one, other in pairs], np.float64)
        return self.distance(shared, sizes[left], sizes[right])

    @property
    def order(self) -> NDArray[np.intp]:
        """As they are: no order is quicker than another."""
        return np.arange(len(self.sets))

    def table(self, rows: NDArray[np.intp], columns: NDArray[np.intp], /) -> Floats:
        """The distances of each of these sets (rows) from each of those (columns)."""
        found = np.empty((len(rows), len(columns)))
        step = max(1, _CELLS // max(1, int(self._members[:, 1].max(initial=0))))
        held = self._held(rows)
        for start in range(0, len(columns), step):
            some = columns[start : start + step]
            shared = (held @ self._held(some).T).astype(np.float64)
            one, other = np.broadcast_arrays(self._sizes[rows][:, np.newaxis], self._sizes[some])
            found[:, start : start + step] = self.distance(shared, one, other)
        return found

    def _held(self, places: NDArray[np.intp]) -> NDArray[np.float32]:
        """For each of these sets (rows) whether it holds each member (columns)."""
        row = np.full(len(self.sets), -1)
        row[places] = np.arange(len(places))
        kept = self._members[row[self._members[:, 0]] >= 0]
        found = np.zeros((len(places), int(self._members[:, 1].max(initial=0)) + 1), np.float32)
        found[row[kept[:, 0]], kept[:, 1]] = 1
        return found

    def expected(self, totals: NDArray[np.int64], /) -> float:
        """The sum of n_c n_k delta(c, k): the distance depends on sizes and overlap alone.

        In one order, for sets keep none from run to run, and the last digit hangs on it.
        """
        found = sorted(overlaps(self.sets, totals.tolist()).items())
        table = np.array([(*sizes, times) for sizes, times in found], np.float64)
        shared, one, other, times = table.reshape(-1, 4).T
        return float(times @ self.distance(shared, one, other))


_DISTANCES: dict[str, _SetDistance] = {
    "jaccard": _jaccard,
    "masi": _masi,
    "dice": dice,
    "passonneau_2004": _passonneau_2004,
}

SET_DISTANCES = tuple(_DISTANCES)
"""Distances between sets, by name."""


def set_metric(distance: str, data: ReliabilityData) -> Metric:
    """The distance of that name (see `SET_DISTANCES`) between the sets of these data."""
    return metric_of_sets(list(data.values), distance)


def metric_of_sets(sets: Sequence[frozenset[Any]], distance: str) -> Metric:
    """The same between sets that stand for the values of some data, in their order."""
    return _SetMetric(list(sets), _DISTANCES[distance])
