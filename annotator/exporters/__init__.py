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
    "datapackage": Format("annotator.exporters.datapackage", "tables described (Frictionless)"),
    "matrix": Format("annotator.exporters.matrix", "units by coders, with scripts for agreement"),
    "xlsx": Format("annotator.exporters.xlsx", "an Excel workbook", "study.xlsx"),
    "sav": Format("annotator.exporters.sav", "SPSS: labels, missing values"),
    "dta": Format("annotator.exporters.dta", "Stata: labels, missing values"),
    "parquet": Format("annotator.exporters.parquet", "typed columns for Python, R, DuckDB"),
    "r": Format("annotator.exporters.r", "CSV tables, and a script that loads them into R"),
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
    "labelstudio": Format(
        "annotator.exporters.labelstudio", "tasks and interface for Label Studio"
    ),
    "doccano": Format("annotator.exporters.doccano", "JSON Lines for doccano"),
    "brat": Format("annotator.exporters.brat", "folders for brat (standoff)"),
    "hf": Format("annotator.exporters.huggingface", "a dataset folder (Hugging Face)"),
    "webannotation": Format(
        "annotator.exporters.webannotation", "W3C Web Annotation (JSON-LD)", "annotations.jsonld"
    ),
    "ddi": Format("annotator.exporters.ddi", "tables described for an archive (DDI-Codebook)"),
    "codebook-md": Format(
        "annotator.exporters.codebook_md", "the codebook as a page (Markdown)", "codebook.md"
    ),
    "codebook-html": Format(
        "annotator.exporters.codebook_html", "the codebook as a page to print", "codebook.html"
    ),
}
"""Every format by the name that `-f` takes; a module is imported only when it is used."""


class Exporter(Protocol):
    """What the module of a format offers."""

    def write(self, source: Source, choice: Choice, to: Destination) -> Report:
        """Write the source as chosen, and report rows per file and what was left out."""


def exporter(name: str) -> Exporter:
    """The module that writes the format of that name."""
    return cast("Exporter", import_module(FORMATS[name].module))
