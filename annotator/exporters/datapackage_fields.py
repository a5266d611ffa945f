"""What `datapackage.json` says of a column, and of the package as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.exporters.cells import SPECIAL_LABELS, as_number
from annotator.exporters.columns import Column, Type
from annotator.exporters.job import Choice, Source, Values
from annotator.model.codebook import Measurement, Variable
from annotator.model.typed import NUMBERS

_TYPES = {Type.TEXT: "string", Type.INTEGER: "integer", Type.NUMBER: "number"}
_ISO_TIME = "%Y-%m-%dT%H:%M:%SZ"
_UNNAMED = re.compile(r"[^a-z0-9._-]+")
_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
_LICENSE = {
    "name": "to-be-chosen",
    "title": "To be chosen: name the licence of these data here (for example CC-BY-4.0)",
}


def field_of(column: Column, choice: Choice) -> dict[str, object]:
    """The column as a field of a Table Schema."""
    told: dict[str, object] = {"name": column.name}
    if column.about:
        told["description"] = column.about
    if column.variable is not None:
        return told | _of_variable(column.variable, choice)
    if column.type is Type.YES_NO:
        return told | {"type": "boolean", "trueValues": ["1"], "falseValues": ["0"]}
    if column.type is Type.TIME:
        return told | {"type": "datetime", "format": _ISO_TIME}
    if column.name == "number":  # several codes in one cell have several numbers
        return told | {"type": "string"}
    return told | {"type": _TYPES[column.type]}


def _of_variable(variable: Variable, choice: Choice) -> dict[str, object]:
    told: dict[str, object] = {"title": variable.label, "level": str(variable.level)}
    told["measurement"] = str(variable.measurement)
    if variable.guidance.definition:
        told["description"] = variable.guidance.definition
    if not variable.is_typed:
        told["type"] = "string"
        if not variable.multiple:
            told["categories"] = list(_categories(variable, choice.values))
            told["categoriesOrdered"] = variable.measurement is Measurement.ORDINAL
        return told
    return told | _of_typed(variable, choice)


def _of_typed(variable: Variable, choice: Choice) -> dict[str, object]:
    """Numbers and dates; *not applicable* and *cannot tell* are no such, and declared missing."""
    missing = {"missingValues": ["", *SPECIAL_LABELS]}
    if variable.measurement in NUMBERS:
        decimal = {"decimalChar": choice.decimal} if choice.decimal != "." else {}
        return {"type": "number", **decimal, **missing}
    if variable.measurement is Measurement.DATE:
        return {"type": "date", **missing}
    return {"type": "string"}


def _categories(variable: Variable, values: Values) -> Iterator[dict[str, str]]:
    """Codes as they stand in the cells, with their labels; then the states that are no code."""
    for path in variable.paths.values():
        code, number = path[-1], as_number(path[-1].value)
        value = code.id
        if values is Values.LABEL:
            value = code.label
        elif values is Values.NUMBER and number is not None:
            value = str(number)
        yield {"value": value, "label": code.label}
    for state, label in SPECIAL_LABELS.items():
        yield {"value": str(state), "label": label}


def package_of(source: Source, resources: Sequence[object]) -> dict[str, object]:
    """The descriptor."""
    about, codebook = source.about, source.codebook
    outlets = sorted({a.source for a in source.articles() if a.source})
    told: dict[str, object] = {
        "$schema": _SCHEMA,
        "name": _UNNAMED.sub("-", about.name.casefold()).strip("-") or "study",
        "title": codebook.title or codebook.id,
        "description": "Codings of texts by hand: what each coder said about each paragraph.",
        "licenses": [_LICENSE],
        "codebook": {"id": codebook.id, "version": codebook.version, "sha256": codebook.hash},
        "written_by": f"annotator {about.program}".strip(),
        "resources": list(resources),
    }
    if outlets:
        told["sources"] = [{"title": outlet} for outlet in outlets]
    return told
