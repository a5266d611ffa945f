"""The study and its files, in the words of DDI-Codebook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotator.exporters.ddi.counted import CountedTable
from annotator.exporters.job import Source
from annotator.exporters.xml_tree import Tree

_UNITS = {
    "statements": "Statement in a paragraph of a text, as found by one coder",
    "paragraphs": "Paragraph of a text (0: the text as a whole), as coded by one coder",
}


def add_document(tree: Tree, source: Source) -> None:
    """What this document is, and by what it was written."""
    citation = tree.add(tree.add(tree.root, "docDscr"), "citation")
    titles = tree.add(citation, "titlStmt")
    tree.add(titles, "titl", f"Codebook: {source.codebook.title or source.codebook.id}")
    produced = tree.add(citation, "prodStmt")
    tree.add(produced, "software", "annotator", version=source.about.program or "unknown")


def add_study(tree: Tree, source: Source, tables: Sequence[CountedTable]) -> None:
    """The study: title, version of the codebook, what was coded and how."""
    codebook, about = source.codebook, source.about
    study = tree.add(tree.root, "stdyDscr")
    citation = tree.add(study, "citation")
    titles = tree.add(citation, "titlStmt")
    tree.add(titles, "titl", codebook.title or about.name)
    tree.add(titles, "IDNo", about.name)
    version = tree.add(citation, "verStmt")
    tree.add(version, "version", f"Codebook {codebook.id} {codebook.version}")
    summary = tree.add(tree.add(study, "stdyInfo"), "sumDscr")
    for table in tables:
        tree.add(summary, "anlyUnit", _UNITS[table.table.shape])
    tree.add(summary, "dataKind", "Codings of texts (content analysis)")
    collection = tree.add(tree.add(study, "method"), "dataColl")
    for coder in about.coders:
        tree.add(collection, "dataCollector", coder)
    tree.add(collection, "collMode", "Coding of texts by hand, following a codebook")


def add_file(tree: Tree, number: int, table: CountedTable) -> None:
    """One table: its name, what a row is, how many rows and columns it has."""
    file = tree.add(tree.root, "fileDscr", ID=f"F{number}", URI=table.file)
    text = tree.add(file, "fileTxt")
    tree.add(text, "fileName", table.file)
    tree.add(text, "fileCont", f"One row for each unit: {_UNITS[table.table.shape]}.")
    size: Any = tree.add(text, "dimensns")
    tree.add(size, "caseQnty", str(table.count))
    tree.add(size, "varQnty", str(len(table.table.columns)))
    told = "Comma-separated values, UTF-8, as in RFC 4180"
    tree.add(text, "fileType", told, charset="UTF-8")
