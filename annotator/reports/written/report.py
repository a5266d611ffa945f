"""The reliability report of a study as one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.model.codebook import Codebook
from annotator.reports.diagnosis import diagnose
from annotator.reports.document import Block, Document, Entries, Heading, Paragraph, numbered
from annotator.reports.names import Names
from annotator.reports.reliability import STATEMENT, Reliability
from annotator.reports.row import Row
from annotator.reports.written.coders import coders_tables
from annotator.reports.written.codes import codes_table
from annotator.reports.written.confused import confusion_blocks
from annotator.reports.written.definitions import definitions, references
from annotator.reports.written.facts import StudyFacts
from annotator.reports.written.figures import with_ac1
from annotator.reports.written.margins import margins_picture
from annotator.reports.written.matched import matched_tables
from annotator.reports.written.material import coders_table, material_table
from annotator.reports.written.methods import methods
from annotator.reports.written.parts import Parts, parts_blocks
from annotator.reports.written.results import matched_row
from annotator.reports.written.tables import basis_table, reliability_table
from annotator.reports.written.words import label, plain


def report_rows(found: Reliability) -> list[Row]:
    """All rows of the report, each with what stands beside its alpha.

    Rows about statements as wholes stand together, behind "any statement".
    """
    whole = found.whole_statements()
    about = [row for row in whole if row.heading.variable == STATEMENT]
    matched = [row for row in whole if row.heading.variable != STATEMENT]
    rows = [one for row in found.rows for one in (row, *_following(row, about))]
    joint = [row for row in rows if row.heading.view == "pair"]
    rest = [row for row in rows if row.heading.view != "pair"]
    return [with_ac1(row) for row in (*rest, *joint, *found.triples(), *matched)]


def _following(row: Row, about: Sequence[Row]) -> Sequence[Row]:
    return about if row.heading.view == "any_statement" else ()


def report_document(
    facts: StudyFacts, found: Reliability, rows: Sequence[Row], more: More | None = None
) -> Document:
    """The report: methods paragraphs, reliability, codes, material, diagnosis, definitions.

    `rows` are those of `report_rows`, perhaps with intervals.
    """
    title = f"Reliability report: {plain(facts.codebook.title or facts.codebook.id)}"
    blocks = _blocks(facts, found, rows, more or More(Names(facts.codebook)))
    return Document(title, tuple(numbered(blocks)))


@dataclass(frozen=True)
class More:
    """What the report can hold beside the rows: names of units, and the rows in parts.

    `remarks` say why the rows are not shown in parts of some kind.
    """

    names: Names
    parts: Sequence[Parts] = ()
    remarks: Sequence[str] = ()


def _blocks(
    facts: StudyFacts, found: Reliability, rows: Sequence[Row], more: More
) -> Iterator[Block]:
    book, main = facts.codebook, [row for row in rows if row.heading.view != "presence"]
    alphas = [row for row in main if row.alphas]
    yield _introduction(facts)
    yield Heading("Methods paragraphs")
    yield from methods(facts, found, main)
    yield Heading("Reliability")
    yield reliability_table(book, alphas)
    yield from _not_compared(facts, found)
    yield basis_table(book, alphas)
    yield codes_table(book, rows, found.coders)
    yield from margins_picture(book, rows, found.coders)
    yield Heading("Coders and material")
    yield from (coders_table(facts), material_table(facts))
    yield from _where_coders_differ(main, alphas, more)
    yield from _in_parts(more, book)
    yield Heading("What the figures mean")
    yield Entries(tuple(definitions(main)))
    yield Heading("References")
    yield Entries(tuple(references(main)))


def _where_coders_differ(main: Sequence[Row], alphas: Sequence[Row], more: More) -> Iterator[Block]:
    yield Heading("Where coders differ")
    if f1 := matched_row(main):
        yield from matched_tables(f1, more.names)
    told = [(row, diagnose(row)) for row in alphas]
    yield from coders_tables(more.names.codebook, told)
    yield from confusion_blocks(told, more.names)


def _in_parts(more: More, codebook: Codebook) -> Iterator[Block]:
    if more.parts or more.remarks:
        yield Heading("Agreement in parts of the material")
    for remark in more.remarks:
        yield Paragraph((remark,))
    for parts in more.parts:
        yield from parts_blocks(codebook, parts)


def _introduction(facts: StudyFacts) -> Paragraph:
    written = (
        f"Study file {plain(facts.study)}, round “{plain(facts.round)}”. Written by annotator "
        f"{facts.software} from the study file alone, after what Lombard, Snyder-Duch and Bracken "
        "(2002) and Riffe, Lacy, Watson and Fico (2019, ch. 6) ask to be reported. What stands in "
        "square brackets the program cannot know: complete it, or take it out."
    )
    return Paragraph((written,))


def _not_compared(facts: StudyFacts, found: Reliability) -> Iterator[Paragraph]:
    for remark in found.remarks:
        why, _, names = remark.partition(": ")
        labels = [label(facts.codebook, name) for name in names.split(", ")]
        yield Paragraph((f"Not in the tables ({why}): {', '.join(labels)}.",))
