"""The codebook as one HTML page to be read, shared and printed."""

from __future__ import annotations

from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.pages.html import page
from annotator.exporters.pages.outline import sections, stamp

FILE = "codebook.html"


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the page, for all variables or those that were asked for."""
    codebook = source.codebook
    told = tuple(sections(codebook, choice))
    title = codebook.title or codebook.id
    to.open(FILE).write(page(title, stamp(codebook), codebook.language, told))
    return Report({FILE: sum(len(section.questions) for section in told)})
