"""What the columns of a table hold, in the words of Hugging Face's `datasets`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from annotator.exporters.annotations.answered import shown
from annotator.exporters.columns import Column, Type
from annotator.exporters.job import Values
from annotator.model.codebook import Variable
from annotator.model.coding import State

_SPECIAL = (str(State.NOT_APPLICABLE), str(State.CANNOT_TELL))
_DTYPES: Mapping[Type, str] = {
    Type.TEXT: "string",
    Type.INTEGER: "int64",
    Type.NUMBER: "float64",
    Type.YES_NO: "bool",
    Type.TIME: "string",
}


@dataclass(frozen=True, slots=True)
class Feature:
    """One column. With `labels` its values are numbers of labels (from 0); `several`: a list.

    `codes` are the ids of the codes by the place of their label. A number column that can hold
    "not applicable" has a second one, `special`, that says so.
    """

    name: str
    dtype: str
    labels: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    several: bool = False
    special: bool = False


def feature(column: Column, values: Values) -> Feature:
    """The feature of a column."""
    variable = column.variable
    if variable is None:
        return Feature(column.name, _DTYPES[column.type])
    if variable.is_typed:
        number = column.type is Type.NUMBER
        return Feature(column.name, "float64" if number else "string", special=True)
    codes = (*variable.paths, *_SPECIAL)
    labels = _labels(variable, values)
    return Feature(column.name, "int64", labels, codes, several=variable.multiple)


def _labels(variable: Variable, values: Values) -> tuple[str, ...]:
    """What stands for each code; `datasets` wants every label once."""
    plain = [shown(path[-1], values) for path in variable.paths.values()]
    pairs = zip(plain, variable.paths, strict=True)
    found = [text if plain.count(text) == 1 else f"{text} ({code})" for text, code in pairs]
    return (*found, *_SPECIAL)


def as_datasets(feature: Feature) -> dict[str, object]:
    """The feature as `datasets` writes it into Parquet files."""
    if not feature.labels:
        return {"dtype": feature.dtype, "_type": "Value"}
    label: dict[str, object] = {"names": list(feature.labels), "_type": "ClassLabel"}
    return {"feature": label, "_type": "Sequence"} if feature.several else label
