"""The tables on what was coded and by whom."""

from __future__ import annotations

from annotator.model.wording import counted
from annotator.reports.document import Column, Table
from annotator.reports.written.facts import StudyFacts
from annotator.reports.written.tables import CODERS, MATERIAL
from annotator.reports.written.words import UNDEFINED, plain


def coders_table(facts: StudyFacts) -> Table:
    """Table 4: how much each coder finished, and how much of it more than one coder did."""
    overlap = tuple(
        f"Finished by {coders} of {len(facts.coders)} coders: {counted(count, 'paragraph')}."
        for coders, count in facts.overlap.items()
    )
    names = ("Paragraphs finished", "Share of all finished", "Whole articles", "Statements")
    return Table(
        CODERS,
        "Coders and what each of them finished",
        (Column("Coder"), *(Column(name, number=True) for name in names)),
        tuple(
            (
                plain(f"{coder.name} ({coder.role})" if coder.role else coder.name),
                f"{coder.n_paragraphs:,}",
                _share(coder.n_paragraphs, facts.n_finished),
                f"{coder.n_articles:,}",
                f"{coder.n_statements:,}",
            )
            for coder in facts.coders
        ),
        overlap,
    )


def material_table(facts: StudyFacts) -> Table:
    """Table 5: the paragraphs of the study by kind."""
    rows = tuple(
        (
            str(kind).replace("_", " "),
            f"{count:,}",
            _share(count, facts.n_paragraphs),
            "yes" if kind in facts.codebook.codable else "no",
        )
        for kind, count in facts.kinds.items()
    )
    columns = (
        Column("Kind of paragraph"), Column("Paragraphs", number=True),
        Column("Share", number=True), Column("Codable"),
    )  # fmt: skip
    return Table(MATERIAL, "The material by kind of paragraph", columns, rows)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else UNDEFINED
