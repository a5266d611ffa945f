"""CSV tables with a data dictionary beside them."""

from __future__ import annotations

from annotator.exporters.delimited import Delimited
from annotator.exporters.dictionary import write_dictionary
from annotator.exporters.files import Destination
from annotator.exporters.fill import fill
from annotator.exporters.job import Choice, Report, Source

SUFFIX = ".csv"


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the shapes that were asked for (all of them, if none was) and the dictionary."""
    report, made = fill(source, choice, to, SUFFIX, Delimited(choice))
    write_dictionary(source.codebook, made, choice, to)
    return report
