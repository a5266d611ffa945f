"""The codebook as a Markdown page: every definition, rule and example, and the tree of codes."""

from __future__ import annotations

from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.pages.markdown import page
from annotator.exporters.pages.outline import sections, stamp

FILE = "codebook.md"


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the page, for all variables or those that were asked for."""
    codebook = source.codebook
    told = tuple(sections(codebook, choice))
    to.open(FILE).write(page(codebook.title or codebook.id, stamp(codebook), told))
    return Report({FILE: sum(len(section.questions) for section in told)})
