"""Memos and typed values as notes; one more says how the project is to be read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from annotator.exporters.cells import iso_time
from annotator.exporters.coded import CodedUnit
from annotator.exporters.qdpx.answers import Answers, CodedWith
from annotator.exporters.qdpx.overview import Overview
from annotator.exporters.qdpx.passages import Passage, passages
from annotator.exporters.qdpx.sources import project_element
from annotator.model.codebook import Codebook
from annotator.refi.manifest import MANIFEST_GUID
from annotator.refi.names import INTERNAL, MANIFEST
from annotator.refi.text import fits

if TYPE_CHECKING:
    from lxml.etree import _Element

_MEMO = "Memo"


class Notes:
    """Makes the notes. `files` holds the texts that stand in files of their own, by name."""

    def __init__(self, told: Overview, codebook: Codebook, answers: Answers) -> None:
        self.files: dict[str, str] = {}
        self._told, self._answers = told, answers
        self._labels = {variable.id: variable.label for variable in codebook.variables}

    def manifest(self) -> _Element:
        """The note from which the project can be read back."""
        return self._in_file({"guid": MANIFEST_GUID, "name": MANIFEST},
                             self._told.manifest().to_json())  # fmt: skip

    def notes(self, units: Iterable[CodedUnit]) -> Iterator[_Element]:
        """The notes of some units."""
        for unit in units:
            for passage in passages(unit):
                for one in self._answers.of(passage.codings):
                    if one.typed:
                        yield self._value(passage, one)
                if passage.memo:
                    yield self._memo(passage)

    def _memo(self, passage: Passage) -> _Element:
        found = self._told.guid("memo", *passage.key)
        return self._note(passage, found, _MEMO, passage.memo, passage.at)

    def _value(self, passage: Passage, one: CodedWith) -> _Element:
        found = self._told.guid("value", *passage.key, one.coding.variable)
        label = self._labels[one.coding.variable]
        return self._note(passage, found, label, one.typed, one.coding.at)

    def _note(self, passage: Passage, found: str, name: str, text: str, at: int) -> _Element:
        given = {"guid": found, "name": name,
                 "creatingUser": self._told.users[passage.who],
                 "creationDateTime": iso_time(at)}  # fmt: skip
        if not fits(text):
            return self._in_file(given, text)
        made = project_element("Note", given)
        made.append(project_element("PlainTextContent", text=text))
        return made

    def _in_file(self, given: dict[str, str], text: str) -> _Element:
        """A text file can hold every character, and a manifest of any size."""
        name = f"{given['guid']}.txt"
        self.files[name] = text
        return project_element("Note", given | {"plainTextPath": INTERNAL + name})
