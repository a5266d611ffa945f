"""The reliability report of a study as one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.reports.document import Block, Document, Entries, Heading, Paragraph
from annotator.reports.reliability import Reliability
from annotator.reports.row import Row
from annotator.reports.written.codes import codes_table
from annotator.reports.written.definitions import definitions, references
from annotator.reports.written.facts import StudyFacts
from annotator.reports.written.figures import with_ac1
from annotator.reports.written.material import coders_table, material_table
from annotator.reports.written.methods import methods
from annotator.reports.written.tables import basis_table, reliability_table
from annotator.reports.written.words import label, plain


def report_rows(found: Reliability) -> list[Row]:
    """All rows of the report, each with what stands beside its alpha."""
    return [with_ac1(row) for row in found.rows]


def report_document(facts: StudyFacts, found: Reliability, rows: Sequence[Row]) -> Document:
    """The report: methods paragraphs, reliability, codes, material, definitions, references.

    `rows` are those of `report_rows`, perhaps with intervals.
    """
    title = f"Reliability report: {plain(facts.codebook.title or facts.codebook.id)}"
    return Document(title, tuple(_blocks(facts, found, rows)))


def _blocks(facts: StudyFacts, found: Reliability, rows: Sequence[Row]) -> Iterator[Block]:
    main = [row for row in rows if row.heading.view != "presence"]
    yield _introduction(facts)
    yield Heading("Methods paragraphs")
    yield from methods(facts, found, main)
    yield Heading("Reliability")
    yield reliability_table(facts.codebook, main)
    yield from _not_compared(facts, found)
    yield basis_table(facts.codebook, main)
    yield codes_table(facts.codebook, rows, found.coders)
    yield Heading("Coders and material")
    yield from (coders_table(facts), material_table(facts))
    yield Heading("What the figures mean")
    yield Entries(tuple(definitions(main)))
    yield Heading("References")
    yield Entries(tuple(references(main)))


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
