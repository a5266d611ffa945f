"""Actors and concepts with their labels, groups and colours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotator.exporters.job import Values
from annotator.model.codebook import Codebook, Level, Variable
from annotator.refi.colours import colour


@dataclass(frozen=True, slots=True)
class Node:
    """An actor or a concept. `group` is the first code of its branch; `name` stands in tables."""

    variable: str
    code: str
    label: str
    name: str
    group: str
    group_label: str
    colour: str

    @property
    def id(self) -> str:
        """One id for each node of a network: actors and concepts may have codes of one name."""
        return f"{self.variable}:{self.code}"


def nodes(
    codebook: Codebook, variable: Variable, said: Iterable[str], values: Values
) -> tuple[Node, ...]:
    """The nodes that occur, in the order of the codebook; what was typed, in alphabetical order."""
    occurring = set(said)
    if variable.is_typed:
        return tuple(Node(variable.id, text, text, text, "", "", "") for text in sorted(occurring))
    colours = _colours(codebook)
    labels = [path[-1].label for code, path in variable.paths.items() if code in occurring]
    found = []
    for code, path in variable.paths.items():
        if code in occurring:
            label, group = path[-1].label, path[0]
            name = code
            if values is Values.LABEL:
                name = label if labels.count(label) == 1 else f"{label} ({code})"
            found.append(Node(variable.id, code, label, name, group.id, group.label,
                              colours[variable.id, group.id]))  # fmt: skip
    return tuple(found)


def _colours(codebook: Codebook) -> Mapping[tuple[str, str], str]:
    """The colour of each group: the same that a REFI-QDA export gives it."""
    groups = [(v.id, code.id) for level in Level for v in codebook.at(level) for code in v.codes]
    return {group: colour(place) for place, group in enumerate(groups)}
