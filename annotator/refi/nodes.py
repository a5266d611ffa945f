"""A codebook's entries as nested codes: a variable is a code above its own codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from annotator.entries.description import description
from annotator.entries.entry import Entry
from annotator.refi.colours import colour
from annotator.refi.guids import code_guid


@dataclass(slots=True)
class CodeNode:
    """One code as REFI-QDA has it, with those below it; `is_codable` False: a mere folder."""

    guid: str
    name: str
    is_codable: bool = True
    colour: str = ""
    description: str = ""
    codes: list[CodeNode] = field(default_factory=list)

    def walk(self) -> Iterator[CodeNode]:
        """This code and all below it, depth first."""
        yield self
        for code in self.codes:
            yield from code.walk()


def nodes_of(entries: Iterable[Entry]) -> list[CodeNode]:
    """The variables as nodes with their codes below; the first entry is the codebook itself.

    What the format has no place for (ids, keys, measurement, rules) stands in the descriptions.
    """
    head, *rest = entries
    codebook = head.fields.get("codebook", "")
    made: list[CodeNode] = []
    places: dict[tuple[str, str], CodeNode] = {}
    leaf_only = {entry.variable for entry in rest if entry.fields.get("stop") == "leaf"}
    groups = 0
    for entry in rest:
        node = places[entry.variable, entry.code] = _node(codebook, entry)
        if not entry.code:
            made.append(node)
            continue
        above = places[entry.variable, entry.under]
        above.codes.append(node)
        if entry.under:
            node.colour = above.colour
            above.is_codable = entry.variable not in leaf_only
        else:
            above.is_codable = False  # a variable is no answer
            node.colour = colour(groups)
            groups += 1
    return made


def _node(codebook: str, entry: Entry) -> CodeNode:
    fields = {name: text for name, text in entry.fields.items() if name != "label"}
    fields["id"] = entry.id
    if not entry.code:
        fields["level"] = entry.level
    guid = code_guid(codebook, entry.variable, entry.code)
    return CodeNode(guid, entry.label, description=description(fields))
