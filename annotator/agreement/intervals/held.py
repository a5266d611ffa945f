"""Which item holds which value how often: a table of items by values that is mostly empty."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.pairs import Floats

Places = NDArray[np.intp]

_PAIRS = 2**21  # held at a time


class Held(NamedTuple):
    """Which item has which value how often, ordered by item; each pair stands once."""

    item: Places
    value: Places
    times: Floats

    @classmethod
    def of(cls, item: Places, value: Places, times: Floats, n_values: int) -> Held:
        """From entries of which several may be about the same item and value."""
        keys, where = np.unique(item * n_values + value, return_inverse=True)
        return cls(keys // n_values, keys % n_values, sums_of(where, times, len(keys)))

    def some(self, kept: NDArray[np.bool_]) -> Held:
        """The entries that are kept."""
        return Held(self.item[kept], self.value[kept], self.times[kept])

    def pairs(self) -> Iterator[tuple[Places, Places]]:
        """All ordered pairs of entries of one item, as places, some at a time."""
        first = np.searchsorted(self.item, self.item)
        size = np.searchsorted(self.item, self.item, "right") - first
        for entries in np.array_split(np.arange(len(self.item)), int(size.sum()) // _PAIRS + 1):
            times = size[entries]
            one = np.repeat(entries, times)
            place = np.arange(len(one)) - np.repeat(times.cumsum() - times, times)
            yield one, first[one] + place


def sums_of(places: Places, weights: Floats, size: int) -> Floats:
    """The sum of the weights of each place."""
    return np.asarray(np.bincount(places, weights, size), np.float64)
