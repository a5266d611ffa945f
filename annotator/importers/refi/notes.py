"""Notes by their GUIDs: memos, and values that were typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.importers.project import Memo
from annotator.importers.refi.archive import Archive
from annotator.importers.refi.texts import decoded
from annotator.refi.elements import attribute, child, children, text_of
from annotator.refi.guids import same_form
from annotator.refi.manifest import MANIFEST_GUID

if TYPE_CHECKING:
    from lxml.etree import _Element


class Notes:
    """Looks notes up, and remembers which were asked for."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        found = children(child(archive.root, "Notes"), "Note")
        self._notes = {same_form(attribute(note, "guid")): note for note in found}
        self._used: set[str] = {MANIFEST_GUID}

    def manifest(self) -> str:
        """The text of our note on how to read the project back; "" if there is none."""
        note = self._notes.get(MANIFEST_GUID)
        return self._text(note) if note is not None else ""

    def of(self, element: _Element) -> list[tuple[_Element, str]]:
        """The notes that an element refers to, with their texts; empty ones are left out."""
        found = [same_form(attribute(ref, "targetGUID")) for ref in children(element, "NoteRef")]
        self._used.update(found)
        notes = [self._notes[guid] for guid in found if guid in self._notes]
        return [(note, text) for note in notes if (text := self._text(note))]

    def others(self) -> list[Memo]:
        """The notes that nothing coded refers to."""
        memos = [
            Memo(attribute(note, "name"), self._text(note))
            for guid, note in self._notes.items()
            if guid not in self._used
        ]
        return [memo for memo in memos if memo.text]

    def _text(self, note: _Element) -> str:
        content = self._archive.text(attribute(note, "plainTextPath"))
        if content is not None:
            return decoded(content) or ""
        inline = child(note, "PlainTextContent")
        return text_of(inline if inline is not None else child(note, "Description"))
