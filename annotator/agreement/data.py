"""Reliability data: which coder gave which value to which unit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from annotator.agreement import encode
from annotator.agreement.encode import Codes, Values
from annotator.agreement.pairs import PairedValues, paired_values


@dataclass(frozen=True, eq=False)
class ReliabilityData:
    """A table of coders (rows) by units (columns), each distinct value written as a small integer.

    `codes` index `values`; -1 is missing. `ordered` says whether the values stand in an order
    that means something (numbers by size, or the order that was given).
    """

    codes: Codes
    values: Values
    ordered: bool

    @classmethod
    def of(cls, table: Table, *, order: Sequence[Any] | None = None) -> ReliabilityData:
        """From a coders-by-units table; None, NaN and empty texts are missing.

        `order` lists the values of an ordinal variable from low to high. Raises ValueError where
        the table has not two dimensions, holds infinities, or a value outside `order`.
        """
        if isinstance(table, ReliabilityData):
            return table
        array = _as_array(table)
        if order is None and array.dtype.kind in "biuf":
            return cls(*encode.encode_numbers(array), True)
        codes, values = encode.encode_objects(array, order)
        return cls(codes, values, order is not None or all(map(encode.is_number, values)))

    @classmethod
    def of_long(
        cls, coders: ArrayLike, units: ArrayLike, values: ArrayLike, *,
        order: Sequence[Any] | None = None,
    ) -> ReliabilityData:  # fmt: skip
        """From three columns of one length: who gave which unit which value.

        Coders and units stand in the order in which they first occur. Raises ValueError where the
        columns are of different lengths, or a coder gave a unit two values.
        """
        named = [np.asarray(column, dtype=object) for column in (coders, units, values)]
        if len({len(column) for column in named}) > 1:
            raise ValueError("coders, units and values are columns of one length")
        rows = {coder: place for place, coder in enumerate(dict.fromkeys(named[0]))}
        columns = {unit: place for place, unit in enumerate(dict.fromkeys(named[1]))}
        table = np.full((len(rows), len(columns)), None, dtype=object)
        for coder, unit, value in zip(*named, strict=True):
            if table[rows[coder], columns[unit]] is not None:
                raise ValueError(f"{coder} gave {unit} two values")
            table[rows[coder], columns[unit]] = value
        return cls.of(table, order=order)

    def recoded(self, meaning: Callable[[Any], Any]) -> ReliabilityData:
        """The same codings with each value replaced by its meaning; None makes it missing."""
        codes, values = encode.recoded(self.codes, self.values, meaning)
        return ReliabilityData(codes, values, all(map(encode.is_number, values)))

    def numbers(self) -> NDArray[np.float64]:
        """The values as numbers. Raises ValueError where one is none, or infinite."""
        if not self.ordered or not all(map(encode.is_number, self.values)):
            raise ValueError("interval and ratio data must be numbers")
        numbers = np.asarray(self.values, np.float64)
        if not np.isfinite(numbers).all():
            raise ValueError("infinite values cannot be compared")
        return numbers

    @cached_property
    def margins(self) -> NDArray[np.int64]:
        """How often each coder (row) gave each value (column), in all units."""
        size = len(self.values)
        rows = [np.bincount(row + 1, minlength=size + 1)[1:] for row in self.codes]
        return np.array(rows, np.int64).reshape(len(rows), size)

    @cached_property
    def n_coders(self) -> int:
        """How many coders gave at least one value."""
        return int((self.codes >= 0).any(axis=1).sum())

    @cached_property
    def paired(self) -> PairedValues:
        """The pairable values: those of units that two or more coders coded."""
        return paired_values(self.codes, len(self.values))

    @property
    def totals(self) -> NDArray[np.int64]:
        """How often each value occurs among the pairable values."""
        return self.paired.totals

    @property
    def n_units(self) -> int:
        """How many units were coded by two or more coders."""
        return self.paired.n_units

    @cached_property
    def n_pairable(self) -> int:
        """How many values stand in units that two or more coders coded."""
        return int(self.totals.sum())


Table = ReliabilityData | ArrayLike | Sequence[Sequence[Any]]
"""Reliability data, or anything numpy makes a coders-by-units array of."""


def _as_array(table: ArrayLike | Sequence[Sequence[Any]]) -> NDArray[Any]:
    array = np.asarray(table)
    if array.dtype.kind in "US" and not isinstance(table, np.ndarray):
        array = np.asarray(table, dtype=object)  # else NaN and None among texts turn into texts
    if not array.size and array.ndim != 2:
        return np.empty((0, 0))
    if array.ndim != 2:
        raise ValueError("reliability data are a table of coders (rows) by units (columns)")
    return array
