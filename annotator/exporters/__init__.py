"""Formats that coded data can be written in: one module each, registered by name.

A format has `write(source, choice, to) -> Report`. Tables take the rows of
`annotator.exporters.rows`; every format says in its report what it could not carry.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source


class Format(NamedTuple):
    """Where a format is written, what it is in a few words, and the file it makes.

    `file` is "" where the format makes several files: then it wants a folder.
    """

    module: str
    about: str
    file: str = ""


FORMATS: Mapping[str, Format] = {
    "csv": Format("annotator.exporters.csv", "tables, one for each shape"),
    "jsonl": Format("annotator.exporters.jsonl", "one JSON object for each row"),
    "qdc": Format(
        "annotator.exporters.qdc", "the codebook for other QDA programs (REFI-QDA)", "codebook.qdc"
    ),
    "qdpx": Format(
        "annotator.exporters.qdpx", "texts, codes and codings (REFI-QDA)", "project.qdpx"
    ),
    "dna": Format(
        "annotator.exporters.dna", "statements and networks (Discourse Network Analyzer)"
    ),
    "graphml": Format(
        "annotator.exporters.graphml", "networks (visone, igraph)", "network.graphml"
    ),
    "gexf": Format("annotator.exporters.gexf", "networks (Gephi)", "network.gexf"),
}
"""Every format by the name that `-f` takes; a module is imported only when it is used."""


class Exporter(Protocol):
    """What the module of a format offers."""

    def write(self, source: Source, choice: Choice, to: Destination) -> Report:
        """Write the source as chosen, and report rows per file and what was left out."""


def exporter(name: str) -> Exporter:
    """The module that writes the format of that name."""
    return cast("Exporter", import_module(FORMATS[name].module))
