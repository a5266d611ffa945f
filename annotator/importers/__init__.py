"""Codings made elsewhere: one module for each kind of file, registered here by name.

A table of codings of the study's articles becomes `parsed.Parsed`: units of work, and everything
that is wrong with the file (`codings_table`). A whole project of another program becomes
`project.Project`: texts, codebook, coders and codings (all others); `mapping` puts it into the
codebook of a study. Nothing here knows the study; what is new to it is found by `compare`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

TABLE = "table"


class Format(NamedTuple):
    """A kind of file: the module of its reader ("" for tables), what it is, the reader."""

    module: str
    about: str
    reader: str = "read"


FORMATS: Mapping[str, Format] = {
    TABLE: Format("", "a table of codings: CSV, TSV, XLSX, SPSS (.sav), Parquet, JSONL"),
    "qdpx": Format("annotator.importers.refi", "a REFI-QDA project (.qdpx)", "read_project"),
    "qualcoder": Format("annotator.importers.qualcoder", "a project of QualCoder (.qda)"),
    "taguette": Format("annotator.importers.taguette", "a project of Taguette (.sqlite3)"),
    "dna": Format("annotator.importers.dna", "a database of DNA 2 or 3 (.dna)"),
    "labelstudio": Format("annotator.importers.labelstudio", "an export of Label Studio (JSON)"),
    "doccano": Format("annotator.importers.doccano", "exports of doccano (JSONL), one per coder"),
    "brat": Format("annotator.importers.brat", "a folder of brat (.txt, .ann, annotation.conf)"),
}
"""Every kind of file by its name for `--format`."""

DATABASES = ("qualcoder", "taguette", "dna")
"""Those that are SQLite files, in the order in which they are tried."""
