"""The document, and the tables that it describes beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from annotator.exporters.annotations.answered import DECISIONS
from annotator.exporters.cells import Cells
from annotator.exporters.coded import chosen_units
from annotator.exporters.ddi.counted import CountedTable
from annotator.exporters.ddi.study import add_document, add_file, add_study
from annotator.exporters.ddi.variables import Variables
from annotator.exporters.files import Destination
from annotator.exporters.job import Choice, Report, Shape, Source
from annotator.exporters.rows import tables
from annotator.exporters.xml_tree import Tree
from annotator.model.codebook import Level

FILE = "ddi.xml"
_SPACE = "ddi:codebook:2_5"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def write(source: Source, choice: Choice, to: Destination) -> Report:
    """Write `statements.csv` and `paragraphs.csv`, then their description."""
    report = Report()
    report.left_out[DECISIONS] += sum(1 for _ in source.decisions())
    statements = (Shape.STATEMENTS,) if source.codebook.at(Level.STATEMENT) else ()
    # archives want plain CSV, and the description says so
    choice = replace(choice, shapes=(*statements, Shape.PARAGRAPHS), delimiter=",", decimal=".",
                     bom=False)  # fmt: skip
    made = [CountedTable(table, choice, to) for table in tables(source.codebook, choice, report)]
    for unit in chosen_units(source, choice, report):
        for table in made:
            table.write(unit)
    report.rows.update({table.file: table.count for table in made})
    to.open_binary(FILE).write(_document(source, choice, made, report))
    return report


def _document(
    source: Source, choice: Choice, tables: Sequence[CountedTable], report: Report
) -> bytes:
    about = {"version": "2.5", _LANGUAGE: source.codebook.language or "und"}
    tree = Tree("codeBook", _SPACE, {}, report, **about)
    add_document(tree, source)
    add_study(tree, source, tables)
    for number, table in enumerate(tables, start=1):
        add_file(tree, number, table)
    # how values without a number stand was counted when the tables were written
    variables = Variables(tree, Cells(source.codebook, choice.values, Report()), choice.values)
    for file, table in enumerate(tables, start=1):
        for number, column in enumerate(table.table.columns, start=1):
            counted = table.frequencies.get(column.name, Counter())
            variables.add(file, number, column, counted)
    return tree.bytes()
