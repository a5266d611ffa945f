"""Numbers with labels, as SPSS has them, as what they stand for in the study."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotator.importers.layout import Layout
from annotator.model.codebook import Codebook, Variable
from annotator.model.coding import State
from annotator.tables.sheet import Record

_BELOW = " > "  # as our own exports write the label of a code in a tree
_CUT = "…"  # and end one that was too long

Labels = Mapping[str, Mapping[str, str]]


def without_labels(
    records: Sequence[Record],
    columns: Sequence[str],
    labels: Labels,
    layout: Layout,
    codebook: Codebook,
) -> Sequence[Record]:
    """The records with codes and names in place of labelled numbers.

    A number of a variable becomes the code that has its label as id or label (in a tree also with
    the labels above it), else the code of that number. A number of any other field becomes its
    label.
    """
    variables = {place: name for name, place in layout.variables.items()}
    meant = {
        place: codes_meant(codebook.by_id[variables[place]], labels[column])
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


def codes_meant(variable: Variable, labels: Mapping[str, str]) -> Mapping[str, str]:
    """The codes, or special answers, that labelled numbers stand for."""
    named = _Named(variable)
    numbers = {path[-1].value: code for code, path in variable.paths.items()}
    found: dict[str, str] = {}
    for number, label in labels.items():
        code = named.meant(label.strip()) or numbers.get(_number(number))
        if code is not None:
            found[number] = code
    return found


class _Named:
    """The codes of a variable by what a label may call them; what two are called means neither."""

    def __init__(self, variable: Variable) -> None:
        self._paths = _unique(
            (_BELOW.join(one.label for one in path), code) for code, path in variable.paths.items()
        )
        self._known = _unique((path[-1].label, code) for code, path in variable.paths.items())
        self._known |= self._paths | {code.casefold(): code for code in variable.paths}
        self._known |= {str(state): str(state) for state in State}
        self._known |= {str(state).replace("_", " "): str(state) for state in State}

    def meant(self, label: str) -> str | None:
        """The code with this label or id, in a tree also with those above it: `Talks > Summit`."""
        wanted = label.casefold()
        if wanted in self._known or not wanted.endswith(_CUT):
            return self._known.get(wanted)
        begun = [code for path, code in self._paths.items() if path.startswith(wanted[:-1])]
        return begun[0] if len(begun) == 1 else None


def _unique(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for name, code in named:
        found.setdefault(name.casefold(), set()).add(code)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
