"""Numbers with labels, as SPSS has them, as what they stand for in the study."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from annotator.importers.layout import Layout
from annotator.model.codebook import Codebook, Variable
from annotator.model.coding import State
from annotator.tables.sheet import Record

Labels = Mapping[str, Mapping[str, str]]


def without_labels(
    records: Sequence[Record],
    columns: Sequence[str],
    labels: Labels,
    layout: Layout,
    codebook: Codebook,
) -> Sequence[Record]:
    """The records with codes and names in place of labelled numbers.

    A number of a variable becomes the code that has its label as id or label, else the code of
    that number; a number of any other field becomes its label.
    """
    variables = {place: name for name, place in layout.variables.items()}
    meant = {
        place: _codes(codebook.by_id[variables[place]], labels[column])
        if place in variables
        else labels[column]
        for place, column in enumerate(columns)
        if labels.get(column)
    }
    if not meant:
        return records
    return [
        record._replace(
            cells=[meant.get(at, {}).get(cell, cell) for at, cell in enumerate(record.cells)]
        )
        for record in records
    ]


def _codes(variable: Variable, labels: Mapping[str, str]) -> Mapping[str, str]:
    known = {path[-1].label.casefold(): code for code, path in variable.paths.items()}
    known |= {code.casefold(): code for code in variable.paths}
    known |= {str(state): str(state) for state in State}
    known |= {str(state).replace("_", " "): str(state) for state in State}
    numbers = {path[-1].value: code for code, path in variable.paths.items()}
    found: dict[str, str] = {}
    for number, label in labels.items():
        code = known.get(label.strip().casefold()) or numbers.get(_number(number))
        if code is not None:
            found[number] = code
    return found


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
