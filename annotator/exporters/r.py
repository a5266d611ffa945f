"""R: the CSV tables, and a script that loads them with factors, dates and labels.

The script needs base R alone.
"""

from __future__ import annotations

from dataclasses import replace

from annotator.exporters import csv
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Source, Values
from annotator.exporters.r_script import load_script
from annotator.exporters.rows import tables

SCRIPT = "load.R"


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write the tables as CSV, the dictionary, and the script."""
    choice = replace(
        choice, values=Values.ID, delimiter=",", decimal=".", bom=False, neutralize=False
    )
    report = csv.write(source, choice, to)
    made = tables(source.codebook, choice, Report())
    to.open_beside(SCRIPT).write(load_script(source.codebook, made, report))
    return report
