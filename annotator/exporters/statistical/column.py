"""A labelled column of a statistics package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum

from annotator.exporters.cells import SPECIAL_LABELS
from annotator.exporters.statistical.numbers import Number
from annotator.exporters.statistical.repeated import Repeated
from annotator.model.coding import State


class Measure(StrEnum):
    """Level of measurement, in SPSS's words."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    SCALE = "scale"


class Special(Enum):
    """Values that are no answer to the question; a cell of None was never asked for one."""

    NOT_APPLICABLE = State.NOT_APPLICABLE.value
    CANNOT_TELL = State.CANNOT_TELL.value
    NOT_CODED = "not_coded"

    @property
    def label(self) -> str:
        """In words."""
        return SPECIAL_LABELS.get(self.value, "Not coded")


SPECIAL = {member.value: member for member in Special}
"""The special values by how they stand in the tables."""


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column of texts; an empty one is "": these packages know no other."""

    name: str
    label: str
    texts: Repeated[str]


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """A column of numbers. `labels` name some of them; `is_date`: days since 1970-01-01.

    `minimum` and `maximum` bound the numbers that may come, where the codebook says so.
    """

    name: str
    label: str
    cells: Sequence[Number | Special | None]
    measure: Measure = Measure.SCALE
    labels: Mapping[Number, str] = field(default_factory=dict)
    is_answer: bool = False
    is_date: bool = False
    minimum: float | None = None
    maximum: float | None = None


AnyColumn = TextColumn | NumberColumn
