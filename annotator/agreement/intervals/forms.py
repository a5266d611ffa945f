"""A coefficient as a function of how often each unit counts.

Bootstrap and jackknife ask for nothing else: a replicate gives each unit a weight, leaving a unit
out takes one off its weight. Where the coefficient is a function of sums over units (`Additive`)
a replicate costs a row of a matrix product, however many units there are; any other coefficient
is computed anew on the units chosen (`Recomputed`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from annotator.agreement.coefficient import Coefficient
from annotator.agreement.data import ReliabilityData, Table
from annotator.agreement.encode import is_missing
from annotator.agreement.intervals.kinds import Integers, Kinds, by_coder
from annotator.agreement.pairs import Floats

Labels = ArrayLike | Sequence[Any]
"""One label per unit, such as the name of its article."""


class UnitForm(Protocol):
    """What bootstrap and jackknife need to know of a coefficient of given data.

    An item is what is drawn or left out: a kind of unit, or a cluster of units (`item` names it).
    """

    @property
    def multiplicity(self) -> Integers:
        """How often each item occurs in the data."""

    @property
    def of_unit(self) -> Integers:
        """The item of each unit; -1 for a unit that takes no part."""

    @property
    def item(self) -> str:
        """What is resampled, in words: unit or cluster."""

    @property
    def lowest(self) -> float:
        """The least value that the coefficient can take."""

    def at(self, weights: Floats, /) -> Floats:
        """The coefficient for each row of weights (a column per item); NaN where undefined."""

    def without_one(self) -> Floats:
        """The coefficient without one unit of each kind, or without each cluster."""

    def clustered(self, labels: Labels, /) -> UnitForm:
        """The same with all units of a label as one item."""


def estimate(form: UnitForm) -> float:
    """The coefficient of the data themselves; NaN where undefined."""
    if not len(form.multiplicity):
        return float("nan")
    return float(form.at(form.multiplicity[np.newaxis].astype(np.float64))[0])


@dataclass(frozen=True, eq=False)
class Additive:
    """A coefficient that is a function of sums: `features` has a row per item, what it adds."""

    features: Floats
    multiplicity: Integers
    of_unit: Integers
    value: Callable[[Floats], Floats]
    lowest: float = -1.0
    item: str = "unit"

    def at(self, weights: Floats, /) -> Floats:
        """The coefficient for each row of weights; NaN where undefined."""
        return self.value(weights @ self.features)

    def without_one(self) -> Floats:
        """In closed form: the sums less what the item adds."""
        return self.value(self.multiplicity @ self.features - self.features)

    def clustered(self, labels: Labels, /) -> Additive:
        """What a cluster adds is the sum of what its units add."""
        number, n_clusters = clusters_of(labels, self.of_unit)
        takes_part = self.of_unit >= 0
        within, kind = number[takes_part], self.of_unit[takes_part]
        columns = [
            np.bincount(within, weights=column[kind], minlength=n_clusters)
            for column in self.features.T
        ]
        ones = np.ones(n_clusters, np.int64)
        features = np.stack(columns, axis=1).astype(np.float64)  # whole numbers where all were
        return replace(self, features=features, multiplicity=ones, of_unit=number, item="cluster")


def additive(kinds: Kinds, features: Floats, value: Callable[[Floats], Floats]) -> Additive:
    """The form of a coefficient whose sums run over these kinds of units."""
    return Additive(features, kinds.multiplicity, kinds.of_unit, value)


@dataclass(frozen=True, eq=False)
class Recomputed:
    """A coefficient that is computed anew for the kinds of units chosen, repeats included.

    A slot stands for units that come and go together: `kind` is what it adds to the choice,
    `owner` the item that it belongs to.
    """

    figure: Callable[[NDArray[np.intp]], float | None]
    kind: Integers
    owner: Integers
    multiplicity: Integers
    of_unit: Integers
    lowest: float = -1.0
    item: str = "unit"

    def at(self, weights: Floats, /) -> Floats:
        """The coefficient for each row of weights; NaN where undefined."""
        return np.array([self._figure(row) for row in weights], np.float64)

    def without_one(self) -> Floats:
        """One computation for each kind of unit, or for each cluster."""
        return np.array([self._figure(weights) for weights in self._each_left_out()], np.float64)

    def clustered(self, labels: Labels, /) -> Recomputed:
        """The units of a cluster come and go together."""
        number, n_clusters = clusters_of(labels, self.of_unit)
        takes_part = self.of_unit >= 0
        return replace(
            self,
            kind=self.of_unit[takes_part],
            owner=number[takes_part],
            multiplicity=np.ones(n_clusters, np.int64),
            of_unit=number,
            item="cluster",
        )

    def _each_left_out(self) -> Iterator[Floats]:
        for item in range(len(self.multiplicity)):
            weights = self.multiplicity.astype(np.float64)
            weights[item] -= 1
            yield weights

    def _figure(self, weights: Floats) -> float:
        times = weights[self.owner].astype(np.intp)
        value = self.figure(np.repeat(self.kind, times))
        return float("nan") if value is None else value


def recomputed(
    figure: Callable[[ReliabilityData], Coefficient], table: Table, *, lowest: float = -1.0
) -> Recomputed:
    """The form of any coefficient of a coders-by-units table: slow, but nothing is assumed.

    A replicate costs as much as the coefficient itself. Units that no coder coded take no part.
    """
    data = ReliabilityData.of(table)
    kinds = by_coder(data, least=1)

    def of(chosen: NDArray[np.intp]) -> float | None:
        return figure(ReliabilityData(kinds.codes[:, chosen], data.values, data.ordered)).value

    every = np.arange(len(kinds.multiplicity))
    return Recomputed(of, every, every, kinds.multiplicity, kinds.of_unit, lowest)


def numbered(labels: Labels) -> Integers:
    """Labels as integers from 0, in their order. Raises ValueError where one is missing."""
    array = np.asarray(labels)
    if array.dtype.kind in "iu" or (array.dtype.kind == "U" and (array != "").all()):
        return np.unique(array, return_inverse=True)[1].reshape(-1)
    listed: list[Any] = array.tolist()
    if any(map(is_missing, listed)):
        raise ValueError("every unit needs a label: one is missing")
    met: dict[Any, int] = {}
    return np.array([met.setdefault(label, len(met)) for label in listed], np.int64)


def clusters_of(labels: Labels, of_unit: Integers) -> tuple[Integers, int]:
    """The cluster of each unit that takes part (else -1), and how many clusters there are."""
    number = one_per_unit(labels, of_unit)
    takes_part = of_unit >= 0
    found, place = np.unique(number[takes_part], return_inverse=True)
    clusters = np.full(len(of_unit), -1, np.int64)
    clusters[takes_part] = place
    return clusters, len(found)


def one_per_unit(labels: Labels, of_unit: Integers) -> Integers:
    """Labels as integers. Raises ValueError where there is not one for each unit."""
    number = numbered(labels)
    if len(number) != len(of_unit):
        raise ValueError(f"{len(number)} labels for {len(of_unit)} units: one for each is needed")
    return number
