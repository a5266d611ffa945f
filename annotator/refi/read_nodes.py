"""Nested codes as the entries of a codebook: ours by what their descriptions say, others by rule.

A code of another program is a code of a variable of paragraphs that takes several codes: a code on
the first level that has codes below it is a variable of its own; all that have none are one
variable together. A first-level code that can itself be coded with is a group in its variable.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotator.entries.description import fields_in
from annotator.entries.entry import Entry
from annotator.entries.flat import LEVELS
from annotator.entries.ids import Ids
from annotator.refi.guids import guid
from annotator.refi.names import MARKS_GROUP, SPECIAL
from annotator.refi.nodes import CodeNode

Place = tuple[str, str]  # variable, code ("": the variable itself)

_FREE = {"select": "1..", "required": "false"}
_ALONE = "Codes"
_STATES = {name: state for state, name in SPECIAL.items()}


@dataclass(slots=True)
class ReadCodes:
    """The entries, and where in them each code (by GUID) is.

    `n_colours` codes had a colour; `n_sets` are sets of codes, which no codebook of ours has.
    """

    entries: list[Entry] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    n_colours: int = 0
    n_sets: int = 0


def entries_from(nodes: Sequence[CodeNode], head: Mapping[str, str]) -> ReadCodes:
    """The codebook with this head that the nodes make."""
    reader = _Reader(ReadCodes([Entry(fields=dict(head))]))
    alone: list[CodeNode] = []
    for node in nodes:
        fields = fields_in(node.description)
        if node.guid == guid(MARKS_GROUP):
            continue
        if fields.get("level") in LEVELS:
            reader.own_variable(node, fields)
        elif node.codes:
            reader.group(node, fields)
        else:
            alone.append(node)
    if alone:
        reader.loose(alone)
    reader.read.n_colours = sum(bool(one.colour) for node in nodes for one in node.walk())
    return reader.read


class _Reader:
    """Gathers entries as it goes through the nodes."""

    def __init__(self, read: ReadCodes) -> None:
        self.read = read
        self._ids = Ids()

    def own_variable(self, node: CodeNode, fields: dict[str, str]) -> None:
        """A variable that annotator wrote."""
        level = fields.pop("level")
        variable = self._ids.variable(fields.pop("id", "") or node.name)
        self._add(Entry(level, variable, fields=fields), node)
        self._codes(level, variable, "", node.codes)

    def group(self, node: CodeNode, fields: dict[str, str]) -> None:
        """A first-level code of another program with those below it."""
        variable = self._ids.variable(node.name)
        self._add(Entry("paragraph", variable, fields=fields | _FREE), node)
        under = ""
        if node.is_codable:
            under = self._ids.code(variable, node.name)
            self._add(Entry("paragraph", variable, under), node)
        self._codes("paragraph", variable, under, node.codes)

    def loose(self, nodes: Iterable[CodeNode]) -> None:
        """First-level codes of another program without codes below."""
        variable = self._ids.variable(_ALONE)
        fields = {"label": _ALONE} | _FREE
        self.read.entries.append(Entry("paragraph", variable, fields=fields))
        self._codes("paragraph", variable, "", nodes)

    def _codes(self, level: str, variable: str, under: str, nodes: Iterable[CodeNode]) -> None:
        for node in nodes:
            fields = fields_in(node.description)
            if not fields and not node.codes and node.name in _STATES:
                self.read.places[node.guid] = (variable, _STATES[node.name])
                continue
            code = self._ids.code(variable, fields.pop("id", "") or node.name)
            self._add(Entry(level, variable, code, under, fields), node)
            self._codes(level, variable, code, node.codes)

    def _add(self, entry: Entry, node: CodeNode) -> None:
        named = {"label": node.name} if node.name else {}
        self.read.entries.append(replace(entry, fields=entry.fields | named))
        self.read.places[node.guid] = (entry.variable, entry.code)
