"""Columns as variables of DDI-Codebook: labels, questions, categories, missing values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from annotator.exporters.cells import SPECIAL_LABELS, Cells
from annotator.exporters.columns import Column, Type
from annotator.exporters.job import Values
from annotator.exporters.xml_tree import Tree
from annotator.model.codebook import Code, Guidance, Measurement, Variable
from annotator.model.coding import State

_NATURE = {
    Measurement.NOMINAL: "nominal",
    Measurement.BINARY: "nominal",
    Measurement.ORDINAL: "ordinal",
    Measurement.INTERVAL: "interval",
    Measurement.RATIO: "ratio",
}
_CONTINUOUS = (Measurement.INTERVAL, Measurement.RATIO)
_LISTS = {
    "include": "Includes",
    "exclude": "Does not include",
    "rules": "Rule",
    "examples": "Example",
    "counter_examples": "Counter-example",
}


class Variables:
    """Adds the variables of one file after another to `dataDscr`."""

    def __init__(self, tree: Tree, cells: Cells, values: Values) -> None:
        self._tree, self._cells, self._values = tree, cells, values
        self._above = tree.add(tree.root, "dataDscr")

    def add(self, file: int, number: int, column: Column, counted: Counter[str]) -> None:
        """One column of a file; `counted` says how often its values occur."""
        key = f"V{file}_{number}"
        given = {"ID": key, "name": column.name, "files": f"F{file}"}
        variable = column.variable
        if variable is None:
            numeric = column.type in (Type.INTEGER, Type.NUMBER, Type.YES_NO)
            made = self._tree.add(self._above, "var", **given)
            self._tree.add(made, "labl", column.about)
        else:
            made = self._tree.add(self._above, "var", **given, **_kind(variable))
            numeric = column.type is Type.NUMBER or self._all_numbers(variable)
            self._described(made, variable)
            self._categories(made, key, variable, counted)
            for rule in _instructions(variable.guidance):
                self._tree.add(made, "codInstr", rule)
        kind = "numeric" if numeric else "character"
        self._tree.add(made, "varFormat", type=kind, schema="other", otherSchema="RFC4180",
                       formatname="CSV")  # fmt: skip

    def _all_numbers(self, variable: Variable) -> bool:
        codes = [path[-1] for path in variable.paths.values()]
        return self._values is Values.NUMBER and all(code.value is not None for code in codes)

    def _described(self, made: Any, variable: Variable) -> None:
        self._tree.add(made, "labl", variable.label)
        self._tree.add(made, "anlysUnit", str(variable.level))
        if variable.question:
            self._tree.add(self._tree.add(made, "qstn"), "qstnLit", variable.question)
        bounds = {"min": variable.minimum, "max": variable.maximum}
        limits = {key: f"{bound:.15g}" for key, bound in bounds.items() if bound is not None}
        if limits:  # without UNITS the standard takes the values for whole numbers
            self._tree.add(self._tree.add(made, "valrng"), "range", UNITS="REAL", **limits)
        if variable.guidance.definition:
            self._tree.add(made, "txt", variable.guidance.definition)

    def _categories(self, made: Any, key: str, variable: Variable, counted: Counter[str]) -> None:
        ids = {code: f"{key}_C{place}" for place, code in enumerate(variable.paths, start=1)}
        for path in variable.paths.values():
            code = path[-1]
            below = " ".join(ids[child.id] for child in code.codes)
            nested = {"catgry": below} if below else {}
            found = self._tree.add(made, "catgry", ID=ids[code.id], **nested)
            value = str(self._cells.wide(variable, code.id, State.CODED))
            self._category(found, value, code.label, counted[value], code)
        allowed = (variable.not_applicable, variable.cannot_tell)
        for (state, label), is_allowed in zip(SPECIAL_LABELS.items(), allowed, strict=True):
            if is_allowed or counted[state]:
                found = self._tree.add(made, "catgry", missing="Y", missType=state)
                self._category(found, state, label, counted[state])

    def _category(
        self, found: Any, value: str, label: str, count: int, code: Code | None = None
    ) -> None:
        self._tree.add(found, "catValu", value)
        self._tree.add(found, "labl", label)
        if code is not None:
            for text in (code.guidance.definition, *_instructions(code.guidance)):
                if text:
                    self._tree.add(found, "txt", text)
        self._tree.add(found, "catStat", str(count), type="freq")


def _kind(variable: Variable) -> dict[str, str]:
    nature = _NATURE.get(variable.measurement)
    interval = "contin" if variable.measurement in _CONTINUOUS else "discrete"
    return {"intrvl": interval} | ({"nature": nature} if nature else {})


def _instructions(guidance: Guidance) -> Iterator[str]:
    for name, word in _LISTS.items():
        for text in getattr(guidance, name):
            yield f"{word}: {text}"
