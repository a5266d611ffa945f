"""The codebook of a project, and what each of its codes means as an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.entries.entry import Entry
from annotator.entries.flat import entries_of, plain_codebook_of
from annotator.entries.ids import Ids
from annotator.entries.plain import Plain
from annotator.refi.guids import code_guid, guid
from annotator.refi.manifest import Manifest
from annotator.refi.names import MARKS, MARKS_GROUP, SPECIAL
from annotator.refi.nodes import CodeNode
from annotator.refi.read_nodes import ReadCodes, entries_from

_ONE = ("", "one", "1..1")
_MARKS = {guid(MARKS_GROUP, mark): mark for mark in MARKS}


class Meaning(NamedTuple):
    """A code as part of an answer. `code` is "" where the answer is typed, or a special state."""

    variable: str
    code: str
    level: str


def mark_of(code: str) -> str:
    """Which of our marks a code is, by its GUID; "" for any other code."""
    return _MARKS.get(code, "")


class Book:
    """Entries, and what they mean."""

    def __init__(self, read: ReadCodes) -> None:
        self._read = read
        variables = [entry for entry in read.entries if entry.variable and not entry.code]
        self._variables = {entry.variable: entry for entry in variables}
        self._with_codes = {entry.variable for entry in read.entries if entry.code}
        self._twins: dict[str, str] = {}

    @property
    def n_colours(self) -> int:
        """How many codes had a colour."""
        return self._read.n_colours

    def meaning(self, code: str) -> Meaning | None:
        """What a code means, by its GUID; None where the project has no such code."""
        place = self._read.places.get(code)
        if place is None:
            return None
        return Meaning(*place, self._variables[place[0]].level)

    def is_folder(self, meaning: Meaning) -> bool:
        """Whether it is a variable with codes, which is no answer itself."""
        return not meaning.code and self._has_codes(meaning.variable)

    def _has_codes(self, variable: str) -> bool:
        fields = self._variables[variable].fields
        return variable in self._with_codes or "codes_from" in fields

    def takes_several(self, variable: str) -> bool:
        """Whether the variable takes several codes."""
        return self._variables[variable].fields.get("select", "") not in _ONE

    def asked_of_article(self, variable: str) -> str:
        """The variable of articles with the same codes, made when it is first needed."""
        if variable not in self._twins:
            own = self._variables[variable]
            ids = Ids()
            for taken in self._variables:
                ids.variable(taken)
            twin = ids.variable(f"article_{variable}")
            fields = {"label": f"{own.label} (whole text)", "codes_from": variable,
                      "select": own.fields.get("select", "1..1"), "required": "false"}  # fmt: skip
            entry = Entry("article", twin, fields=fields)
            self._read.entries.append(entry)
            self._variables[twin] = entry
            self._twins[variable] = twin
        return self._twins[variable]

    def plain(self) -> Plain:
        """The codebook as plain data in the form of a codebook file."""
        return plain_codebook_of(self._read.entries)


def own_book(manifest: Manifest) -> Book:
    """The codebook that a manifest of ours holds."""
    read = ReadCodes(list(entries_of(manifest.codebook)))
    name = str(manifest.codebook.get("codebook", ""))
    for entry in read.entries[1:]:
        place = (entry.variable, entry.code)
        read.places[code_guid(name, *place)] = place
        if not entry.code:
            special = {code_guid(name, entry.variable, state): state for state in SPECIAL}
            read.places |= {found: (entry.variable, state) for found, state in special.items()}
    return Book(read)


def other_book(nodes: Sequence[CodeNode], head: dict[str, str]) -> Book:
    """The codebook that nested codes make."""
    return Book(entries_from(nodes, head))
