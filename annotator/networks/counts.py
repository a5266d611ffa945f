"""How often each row says each column with each level of the qualifier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.networks.ties import Level, Tie

Weights = NDArray[np.float64]


class Scale(StrEnum):
    """What the levels of a qualifier mean."""

    NONE = "none"  # the network takes no account of a qualifier
    BINARY = "binary"  # 0 is against, 1 is for
    NUMBERS = "numbers"
    CATEGORIES = "categories"  # alike or not, nothing in between


@dataclass(frozen=True, slots=True)
class Qualifier:
    """The levels that a qualifier can have, in order."""

    scale: Scale = Scale.NONE
    levels: tuple[Level, ...] = ()

    def places(self) -> dict[Level | None, int]:
        """Where each level stands along the third axis of the counts."""
        return {level: place for place, level in enumerate(self.levels)} if self.levels else {}


@dataclass(frozen=True, slots=True)
class Counts:
    """`array[i, j, k]`: how often row i says column j with level k of the qualifier."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    qualifier: Qualifier
    array: NDArray[Any]

    @property
    def totals(self) -> Weights:
        """Rows by columns, whatever the qualifier says."""
        return np.asarray(self.array.sum(axis=2), dtype=np.float64)

    def turned(self) -> Counts:
        """The same with rows and columns exchanged."""
        return Counts(self.columns, self.rows, self.qualifier, self.array.transpose(1, 0, 2))


def counts(
    ties: Iterable[Tie], rows: Sequence[str], columns: Sequence[str], qualifier: Qualifier
) -> Counts:
    """Count the ties between these actors (rows) and concepts (columns)."""
    actors = {name: place for place, name in enumerate(rows)}
    concepts = {name: place for place, name in enumerate(columns)}
    levels = qualifier.places()
    array = np.zeros((len(rows), len(columns), max(len(levels), 1)))
    for tie in ties:
        level = levels[tie.qualifier] if levels else 0
        array[actors[tie.actor], concepts[tie.concept], level] += 1
    return Counts(tuple(rows), tuple(columns), qualifier, array)
