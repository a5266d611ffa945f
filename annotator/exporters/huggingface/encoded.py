"""Cells as the features want them: a label by its number, a list for several codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from annotator.exporters.cells import SPECIAL_LABELS, Cell
from annotator.exporters.huggingface.features import Feature
from annotator.exporters.parts import Row
from annotator.model.coding import SEPARATOR

Encoded = str | int | float | bool | list[int] | None
SPECIAL_SUFFIX = ":state"
"""Ends the name of the column that says why a typed answer is not there."""


def names(features: Sequence[Feature]) -> list[str]:
    """The names of the columns, those for special answers included."""
    return list(chain.from_iterable(
        (one.name, one.name + SPECIAL_SUFFIX) if one.special else (one.name,) for one in features
    ))  # fmt: skip


def encoder(features: Sequence[Feature]) -> Callable[[Row], list[Encoded]]:
    """What turns a row into the cells of the dataset."""
    places = [{code: place for place, code in enumerate(one.codes)} for one in features]
    pairs = list(zip(features, places, strict=True))

    def encode(row: Row) -> list[Encoded]:
        found: list[Encoded] = []
        for (one, codes), cell in zip(pairs, row, strict=True):
            found += _typed(one, cell) if one.special else [_encoded(one, codes, cell)]
        return found

    return encode


def _encoded(feature: Feature, codes: Mapping[str, int], cell: Cell) -> Encoded:
    if cell is None:
        return None
    if feature.several:
        return [codes[one] for one in str(cell).split(SEPARATOR) if one in codes]
    if feature.codes:
        return codes.get(str(cell))
    return bool(cell) if feature.dtype == "bool" else cell


def _typed(feature: Feature, cell: Cell) -> list[Encoded]:
    if cell is None or cell in SPECIAL_LABELS:
        return [None, None if cell is None else str(cell)]
    if feature.dtype == "string":
        return [str(cell), None]
    # a number with more digits than a float keeps its text in the column beside it
    return [float(cell), None] if not isinstance(cell, str) else [None, cell]
