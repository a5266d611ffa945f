"""The codebook alone as REFI-QDA (.qdc), for other programs for qualitative analysis."""

from __future__ import annotations

from annotator.entries.flat import entries_of
from annotator.entries.plain import plain_codebook
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.refi.codebook_xml import codebook_xml
from annotator.refi.text import fits

FILE = "codebook.qdc"


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the codebook, or the variables of it that were asked for."""
    plain = plain_codebook(source.codebook)
    for level in ("article", "paragraph", "statement"):
        wanted = {v: data for v, data in plain.pop(level, {}).items()
                  if not choice.variables or v in choice.variables}  # fmt: skip
        if wanted:
            plain[level] = wanted
    entries = list(entries_of(plain))
    xml = codebook_xml(entries, f"annotator {source.about.program}".strip())
    to.open_binary(FILE).write(xml)
    report = Report({FILE: sum(bool(entry.variable) for entry in entries)})
    unfit = sum(not fits(text) for entry in entries for text in entry.fields.values())
    if unfit:
        report.notes["texts hold characters that XML cannot; a stand-in is in their place"] += unfit
    return report
