"""What rows are made of: cells side by side, as they are or as text that a format made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar

from annotator.exporters.cells import Cell
from annotator.exporters.coded import CodedUnit
from annotator.exporters.columns import Column

Row = tuple[Cell, ...]


class _Joinable(Protocol):
    def __add__(self, other: Self, /) -> Self: ...


Part = TypeVar("Part", bound=_Joinable)
"""Cells side by side, as they are or as text. A row is its parts, one added to the other."""

MakePart = Callable[[Row], Part]
Form = Callable[[Sequence[Column]], MakePart[Part]]
"""Gives what makes a part of the cells of these columns."""


@dataclass(slots=True)
class Rows(Generic[Part]):
    """The rows of one coded unit. All begin with `start`, which is kept once: texts are long."""

    start: Part
    rests: list[Part]

    def whole(self) -> list[Part]:
        """The rows with every cell."""
        return [self.start + rest for rest in self.rests]


MakeRows = Callable[[CodedUnit], Rows[Part]]
