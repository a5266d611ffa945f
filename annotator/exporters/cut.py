"""Texts that are longer than a format allows: cut, and every cut cell is named."""

from __future__ import annotations

from annotator.exporters.job import Report

_NAMED = 5


class Cuts:
    """Collects which cells were altered, for one note at the end."""

    def __init__(self, note: str) -> None:
        self._note = note
        self._named: list[str] = []
        self._count = 0

    def add(self, cell: str) -> None:
        """One more cell, by its place."""
        self._count += 1
        if len(self._named) < _NAMED:
            self._named.append(cell)

    def tell(self, report: Report) -> None:
        """Put the note into the report, if there is anything to tell."""
        if self._count:
            more = "" if self._count <= _NAMED else ", ..."
            report.notes[f"{self._note}: {', '.join(self._named)}{more}"] += self._count


def cut_bytes(text: str, most: int) -> str:
    """The text, so far as its UTF-8 form has at most so many bytes; no character is halved."""
    content = text.encode()
    return text if len(content) <= most else content[:most].decode(errors="ignore")


def cut_utf16(text: str, most: int) -> str:
    """The text, so far as its UTF-16 form has at most so many units."""
    content = text.encode("utf-16-le")
    return text if len(content) <= 2 * most else content[: 2 * most].decode("utf-16-le", "ignore")


def cut_label(text: str, most: int) -> str:
    """A label of at most so many bytes; an ellipsis ends one that was cut."""
    if len(text.encode()) <= most:
        return text
    return cut_bytes(text, most - len("…".encode())) + "…"
