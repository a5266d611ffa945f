"""The codebook of REFI-QDA (.qdc): ATLAS.ti, MAXQDA, NVivo, QualCoder and others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from annotator.codebook_file.convert.hub import Found
from annotator.entries.entry import Entry
from annotator.refi.codebook_xml import codebook_xml
from annotator.refi.read_codebook import read_codebook
from annotator.safe.given import GivenFile


def read(content: bytes, name: str) -> Found:
    """The entries of a .qdc file. Raises DataError where it is none."""
    found = read_codebook(GivenFile(name, content), PurePath(name).stem)
    lost = {"colours of codes": found.n_colours, "sets of codes": found.n_sets}
    return Found(found.entries, [f"{what} ({n:,})" for what, n in lost.items() if n])


def write(entries: Sequence[Entry]) -> bytes:
    """The .qdc file for the entries."""
    return codebook_xml(entries, "annotator")
