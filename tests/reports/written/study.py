"""A small study as the report sees it: its facts and its figures."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from annotator.model.article import Kind
from annotator.model.coding import CodingRow, StatementRow
from annotator.reports.document import Document
from annotator.reports.reliability import Reliability, reliability
from annotator.reports.written.facts import Seen, StudyFacts, study_facts
from annotator.reports.written.report import report_document, report_rows
from tests.reports.small import CODEBOOK, KINDS, codebook, coding, finished

LINES = (
    "ana 1 tone=good", "ben 1 tone=good", "cem 1 tone=bad",
    "ana 2 tone=bad", "ben 2 tone=bad", "cem 2 tone=bad",
    "ana 3 tone=none", "ben 3 tone=?",
    "ana 1 topics=war", "ben 1 topics=war|peace", "cem 1 topics=bombs",
    "ana 1 s1 actor=us", "ben 1 s1 actor=congress", "cem 1 s1 actor=us",
    "ana 1 s1 lever=sanctions", "ben 1 s1 lever=sanctions", "cem 1 s1 lever=sanctions|talks",
)  # fmt: skip
UNITS = {"ana": (1, 2, 3, 4), "ben": (1, 2, 3), "cem": (1, 2)}
_DAY = int(datetime(2024, 2, 29, 12, tzinfo=UTC).timestamp()) * 1000


def read(
    lines: Iterable[str | CodingRow] = LINES,
    units: Mapping[str, Iterable[int]] = UNITS,
    *,
    source: str = CODEBOOK,
    study: str = "small.db",
    kinds: Mapping[str, list[Kind]] = KINDS,
) -> tuple[StudyFacts, Reliability]:
    """Facts and figures, as the command reads them."""
    rows = [dated(coding(line)) if isinstance(line, str) else line for line in lines]
    statements = sorted(
        {
            StatementRow(row.coder, "main", "one", row.paragraph, row.statement, False, "", 0)
            for row in rows
            if row.statement
        }
    )
    book, seen, done = codebook(source), Seen(), finished(units)
    found = reliability(book, kinds, seen.watch(rows), done, statements)
    facts = study_facts(
        book, kinds, done, statements, seen, study=study, software="1.2.3", round="main"
    )
    return facts, found


def dated(row: CodingRow, days: int = 0) -> CodingRow:
    """The coding, made at noon of 29 February 2024 or so many days later."""
    return row._replace(at=_DAY + days * 86_400_000)


def document(*arguments: object, **options: object) -> Document:
    """The report on that study."""
    facts, found = read(*arguments, **options)  # type: ignore[arg-type]
    return report_document(facts, found, report_rows(found))
