"""Kinds of units: units with the same values are alike, and few kinds occur in many units.

Whatever is resampled or left out, it is enough to know how often each kind counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.data import ReliabilityData
from annotator.agreement.encode import Codes
from annotator.agreement.pairs import Floats

Integers = NDArray[np.signedinteger[Any]]

_LARGEST_KEY = 2**62
_LARGEST_TABLE = 2**22


@dataclass(frozen=True, eq=False)
class Kinds:
    """The distinct units: `codes` has a coder per row and a kind per column.

    `multiplicity` tells how many units are of each kind, `of_unit` the kind of each unit; -1 is a
    unit that takes no part because too few coders coded it.
    """

    codes: Codes
    multiplicity: Integers
    of_unit: Integers
    n_values: int

    @property
    def counts(self) -> Floats:
        """How often each kind (row) has each value (column)."""
        counts = np.zeros((self.codes.shape[1], self.n_values + 1))
        for row in self.codes:
            counts[np.arange(len(counts)), row] += 1  # missing (-1) falls into the last column
        return counts[:, :-1]


def by_coder(data: ReliabilityData, *, least: int = 2) -> Kinds:
    """Units are alike when every coder gave both the same; `least` values make a unit count."""
    columns, of_unit = _distinct(data.codes, len(data.values))
    return _kept(columns, of_unit, least, len(data.values))


def by_value(data: ReliabilityData, *, least: int = 2) -> Kinds:
    """Units are alike when both got the same values, no matter from which coder."""
    columns, of_unit = _distinct(data.codes, len(data.values))
    ordered, of_column = _distinct(np.sort(columns, axis=0), len(data.values))
    return _kept(ordered, of_column[of_unit], least, len(data.values))


def _kept(columns: Codes, of_unit: Integers, least: int, n_values: int) -> Kinds:
    kept = (columns >= 0).sum(axis=0) >= least
    number = np.where(kept, kept.cumsum() - 1, -1)
    of_unit = number[of_unit]
    counted = np.bincount(of_unit[of_unit >= 0], minlength=int(kept.sum()))
    return Kinds(columns[:, kept], counted, of_unit, n_values)


def _distinct(codes: Codes, n_values: int) -> tuple[Codes, Integers]:
    """The distinct columns, and which of them each column is."""
    base, n_coders = n_values + 1, len(codes)
    if base**n_coders > _LARGEST_KEY:
        columns, inverse = np.unique(codes, axis=1, return_inverse=True)
        return columns, inverse.reshape(-1)
    digits = base ** np.arange(n_coders, dtype=np.int64)
    keys = np.zeros(codes.shape[1], np.int64)
    for row, digit in zip(codes, digits, strict=True):
        keys += (row.astype(np.int64) + 1) * digit
    found, of_unit = _numbered(keys, base**n_coders)
    columns = found // digits[:, np.newaxis] % base - 1
    return columns.astype(codes.dtype), of_unit


def _numbered(keys: NDArray[np.int64], space: int) -> tuple[Integers, Integers]:
    """The distinct keys, and the place of each key among them; by table where that is small."""
    if space > min(_LARGEST_TABLE, max(4096, 4 * len(keys))):
        found, of_unit = np.unique(keys, return_inverse=True)
        return found, of_unit
    used = np.zeros(space, bool)
    used[keys] = True
    return used.nonzero()[0], (used.cumsum() - 1)[keys]
