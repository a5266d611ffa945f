"""Alpha with a distance between values of which there are too many for a table of all distances.

Expected disagreement is a sum over pairs of values, so it is one over pairs of what is drawn: with
E_ab the sum of distances between the values of a and those of b, and w_a how often a was drawn, it
is the sum of w_a w_b E_ab. Every two distinct values are compared once, a few rows of the table of
distances at a time; each replicate then costs a row of a matrix product, as elsewhere. Nothing is
sampled or left out: a replicate has exactly the alpha of the units drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.intervals.forms import Labels, clusters_of
from annotator.agreement.intervals.held import Held, Places, sums_of
from annotator.agreement.intervals.kinds import Integers, Kinds
from annotator.agreement.metrics import Metric
from annotator.agreement.pairs import Floats
from annotator.agreement.threads import in_threads

MOST_ITEMS = 5_000
"""Kinds of units or clusters: more have too many pairs to be held (200 MB)."""

MOST_VALUES = 60_000
"""Distinct values: of more there are billions of pairs."""

_NOTHING = 1e-12  # of all pairs: what rounding leaves where all values are the same
_FEW_VALUES = 2_048  # whose distances are held, however many items have them
_CELLS = 2**21  # distances held at a time, by each thread


@runtime_checkable
class _Tabular(Protocol):
    """A distance that is quick between each of some values and each of others."""

    @property
    def order(self) -> Places:
        """The values in an order in which neighbours are compared quickly."""

    def table(self, rows: Places, columns: Places, /) -> Floats:
        """The distances of these values (rows) from those (columns)."""


@dataclass(frozen=True, eq=False)
class Compared:
    """Alpha of items that come and go: kinds of units, or clusters.

    `observed` and `n` are what an item adds to the observed disagreement and to the number of
    values; `held` says which values it has, by their places in `order`.
    """

    metric: Metric
    order: Places
    held: Held
    observed: Floats
    n: Floats
    multiplicity: Integers
    of_unit: Integers
    lowest: float = -1.0
    item: str = "unit"

    @classmethod
    def of(cls, metric: Metric, kinds: Kinds, observed: Floats) -> Compared:
        """Items are kinds of units."""
        _, kind = given = (kinds.codes >= 0).nonzero()
        order = metric.order if isinstance(metric, _Tabular) else np.arange(kinds.n_values)
        place = np.argsort(order)[kinds.codes[given]]
        held = Held.of(kind, place, np.ones(len(kind)), kinds.n_values)
        n = (kinds.codes >= 0).sum(axis=0).astype(np.float64)
        multiplicity, of_unit = kinds.multiplicity, kinds.of_unit
        return cls(metric, order, held, observed, n, multiplicity, of_unit)

    @property
    def n_values(self) -> int:
        """How many distinct values there are."""
        return len(self.order)

    @property
    def has_too_many_values(self) -> bool:
        """Whether comparing every two values would take many minutes."""
        return self.n_values > MOST_VALUES

    @property
    def has_too_many_items(self) -> bool:
        """Whether each replicate would have to compare every two values anew.

        The jackknife compares them once, however many items there are.
        """
        return len(self.multiplicity) > MOST_ITEMS and self.n_values > _FEW_VALUES

    def at(self, weights: Floats, /) -> Floats:
        """Alpha for each row of weights; NaN where undefined."""
        return _alpha(weights @ self.observed, self._expected_at(weights), weights @ self.n)

    def _expected_at(self, weights: Floats) -> Floats:
        if len(self.multiplicity) <= MOST_ITEMS:
            return np.asarray(((weights @ self._between) * weights).sum(axis=1))
        if self.n_values <= _FEW_VALUES:
            totals = np.array([self._totals(row) for row in weights], np.float64)
            return np.asarray(((totals @ self._of_all) * totals).sum(axis=1))
        return np.array([self._expected(row) for row in weights])

    @cached_property
    def _of_all(self) -> Floats:
        """The distances of few values from each other."""
        every = np.arange(self.n_values)
        return self._distances(every, every)

    def without_one(self) -> Floats:
        """In closed form: less what the item shares with all values, which its own are among."""
        shared, own = self._shared_with_all, self._within
        expected = float(self.multiplicity @ shared) - 2 * shared + own
        observed = self.multiplicity @ self.observed - self.observed
        return _alpha(observed, expected, self.multiplicity @ self.n - self.n)

    def clustered(self, labels: Labels, /) -> Compared:
        """What a cluster adds is the sum of what its units add."""
        number, n_clusters = clusters_of(labels, self.of_unit)
        takes_part = self.of_unit >= 0
        within, kind = number[takes_part], self.of_unit[takes_part]
        pairs = within * len(self.multiplicity) + kind
        pair, times = np.unique(pairs, return_counts=True)
        cluster, of_kind = pair // len(self.multiplicity), pair % len(self.multiplicity)
        observed, n = (
            sums_of(cluster, times * column[of_kind], n_clusters)
            for column in (self.observed, self.n)
        )
        return replace(
            self,
            held=self._held_by(cluster, of_kind, times.astype(np.float64)),
            observed=observed,
            n=n,
            multiplicity=np.ones(n_clusters, np.int64),
            of_unit=number,
            item="cluster",
        )

    def _held_by(self, cluster: Places, kind: Places, times: Floats) -> Held:
        """The values of the kinds that each cluster has so many times."""
        first = np.searchsorted(self.held.item, kind)
        size = np.searchsorted(self.held.item, kind, "right") - first
        place = np.repeat(first - (size.cumsum() - size), size) + np.arange(size.sum())
        counted = np.repeat(times, size) * self.held.times[place]
        return Held.of(np.repeat(cluster, size), self.held.value[place], counted, self.n_values)

    def _totals(self, weights: Floats) -> NDArray[np.int64]:
        """How often each value occurs, in the order of places."""
        counted = self.held.times * weights[self.held.item]
        return sums_of(self.held.value, counted, self.n_values).astype(np.int64)

    def _expected(self, weights: Floats) -> float:
        """By the distance itself, which compares every two values anew."""
        totals = np.zeros(self.n_values, np.int64)
        totals[self.order] = self._totals(weights)
        return self.metric.expected(totals)

    def _distances(self, rows: Places, columns: Places) -> Floats:
        """Of the values at some places (rows) from those at others (columns)."""
        one, other = self.order[rows], self.order[columns]
        if isinstance(self.metric, _Tabular):
            return self.metric.table(one, other)
        left, right = np.repeat(one, len(other)), np.tile(other, len(one))
        return self.metric.between(left, right).reshape(len(one), len(other))

    @cached_property
    def _between(self) -> Floats:
        """E: the sum of distances between the values of each two items."""
        size = len(self.multiplicity)
        found = np.zeros((size, size))
        for rows, sums in in_threads(self._item_sums, _row_blocks(self.n_values)):
            here = self.held.some((self.held.value >= rows[0]) & (self.held.value <= rows[-1]))
            items, starts = np.unique(here.item, return_index=True)
            if len(items):
                weighted = sums[here.value - rows[0]] * here.times[:, np.newaxis]
                found[items] += np.add.reduceat(weighted, starts, axis=0)
        return found + found.T

    def _item_sums(self, rows: Places) -> tuple[Places, Floats]:
        """The distances of some values from later ones, summed over the values of each item."""
        later = np.arange(rows[0], self.n_values)
        distances = np.zeros((len(rows), self.n_values))
        distances[:, later] = np.triu(self._distances(rows, later), 1)
        items, starts = np.unique(self.held.item, return_index=True)
        weighted = distances[:, self.held.value] * self.held.times
        sums = np.zeros((len(rows), len(self.multiplicity)))
        sums[:, items] = np.add.reduceat(weighted, starts, axis=1)
        return rows, sums

    @cached_property
    def _shared_with_all(self) -> Floats:
        """For each item the sum of distances of its values from all values of all items."""
        if len(self.multiplicity) <= MOST_ITEMS:
            return np.asarray(self._between @ self.multiplicity)
        totals = self._totals(self.multiplicity.astype(np.float64)).astype(np.float64)
        blocks = _row_blocks(self.n_values)
        far = list(in_threads(lambda rows: self._from_all(rows) @ totals, blocks))
        every = np.concatenate([np.empty(0), *far])
        weights = self.held.times * every[self.held.value]
        return sums_of(self.held.item, weights, len(self.multiplicity))

    @cached_property
    def _within(self) -> Floats:
        """For each item the sum of distances between its own values."""
        if len(self.multiplicity) <= MOST_ITEMS:
            return np.diag(self._between)
        found = np.zeros(len(self.multiplicity))
        for one, other in self.held.pairs():
            left, right = (self.order[self.held.value[place]] for place in (one, other))
            far = self.metric.between(left, right)
            weights = self.held.times[one] * self.held.times[other] * far
            found += sums_of(self.held.item[one], weights, len(found))
        return found

    def _from_all(self, rows: Places) -> Floats:
        return self._distances(rows, np.arange(self.n_values))


def _row_blocks(n_values: int) -> Iterator[Places]:
    step = max(1, _CELLS // max(1, n_values))
    return (np.arange(start, min(start + step, n_values)) for start in range(0, n_values, step))


def _alpha(observed: Floats, expected: Floats, n: Floats) -> Floats:
    found = np.full(len(n), np.nan)
    varies = expected > _NOTHING * np.maximum(n, 1) ** 2
    found[varies] = 1 - observed[varies] * (n[varies] - 1) / expected[varies]
    return found
