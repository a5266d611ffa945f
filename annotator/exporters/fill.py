"""Fills the tables of an export in one pass over the data, a coded unit at a time."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.exporters.coded import chosen_units
from annotator.exporters.columns import Layout
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.lines import LineForm, LineWriter
from annotator.exporters.rows import tables_in


def fill(
    source: Source, choice: Choice, to: Destination, suffix: str, form: LineForm
) -> tuple[Report, Sequence[Layout]]:
    """Write every table that was asked for to a file of its own, named after its shape."""
    report = Report()
    made = tables_in(form.part, source.codebook, choice, report)
    outs = [LineWriter(to.open(table.shape + suffix), table.columns, form) for table in made]
    pairs = list(zip(made, outs, strict=True))
    for unit in chosen_units(source, choice, report):
        for table, out in pairs:
            out.write(table.rows(unit))
    report.rows.update({table.shape + suffix: out.count for table, out in pairs})
    return report, made
