"""Cells of which most repeat: each is looked at, and handed over, once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy
from numpy.typing import NDArray

CellT = TypeVar("CellT")
OtherT = TypeVar("OtherT")


@dataclass(frozen=True, slots=True)
class Repeated(Generic[CellT]):
    """Different cells, and for every row the place of its cell among them."""

    distinct: Sequence[CellT]
    places: NDArray[Any]

    def mapped(self, change: Callable[[CellT], OtherT]) -> Repeated[OtherT]:
        """The cells, changed."""
        return Repeated([change(cell) for cell in self.distinct], self.places)

    def rows_that_differ(self, other: Repeated[CellT]) -> list[int]:
        """The rows, from 1, in which the cells, changed to the other ones, are not the same."""
        pairs = enumerate(zip(self.distinct, other.distinct, strict=True))
        found = [place for place, (cell, changed) in pairs if cell != changed]
        return [int(row) + 1 for row in numpy.flatnonzero(numpy.isin(self.places, found))]


def repeated(cells: Sequence[CellT]) -> Repeated[CellT]:
    """The cells, each different one once."""
    places = {cell: place for place, cell in enumerate(dict.fromkeys(cells))}
    found = numpy.fromiter(map(places.__getitem__, cells), numpy.uint32, len(cells))
    return Repeated(list(places), found)
