"""Formats that coded data can be written in: one module each, registered by name.

A format has `write(source, choice, to) -> Report`. It takes the rows of
`annotator.exporters.rows` and says in its report what it could not carry.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Protocol, cast

from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source

FORMATS: Mapping[str, str] = {
    "csv": "annotator.exporters.csv",
    "jsonl": "annotator.exporters.jsonl",
}
"""Every format with the module that writes it; a module is imported only when it is used."""


class Exporter(Protocol):
    """What the module of a format offers."""

    def write(self, source: Source, choice: Choice, to: Destination) -> Report:
        """Write the source as chosen, and report rows per file and what was left out."""


def exporter(name: str) -> Exporter:
    """The module that writes the format of that name."""
    return cast("Exporter", import_module(FORMATS[name]))
