"""The report on the two real op-eds, coded three times: each figure is where a reader looks."""

import pytest

from annotator.reports.document import Document, Picture, Table
from annotator.reports.names import Names
from annotator.reports.reliability import reliability
from annotator.reports.render import html, latex, markdown
from annotator.reports.written.facts import Seen, study_facts
from annotator.reports.written.report import More, report_document, report_rows
from tests.reports import hanoi
from tests.reports.render.page import Page
from tests.shared import needs_shared

pytestmark = needs_shared


@pytest.fixture(scope="module")
def report() -> Document:
    codebook, kinds, seen = hanoi.codebook(), hanoi.kinds(), Seen()
    codings, units, statements = hanoi.rows("a", "b", "c")
    found = reliability(codebook, kinds, seen.watch(codings), units, statements)
    facts = study_facts(
        codebook, kinds, units, statements, seen, study="hanoi.db", software="1", round="main"
    )
    return report_document(facts, found, report_rows(found), More(Names(codebook)))


def test_figures_of_whole_statements_stand_in_the_text_and_the_tables(report: Document) -> None:
    text = markdown.render(report)
    assert "Statement, whole statements (best matching) .838" in text
    assert "matched by Actor and Policy lever, was .897 (Table 6)" in text
    tables = {b.number: b for b in report.blocks if isinstance(b, Table)}
    assert [row[3:6] for row in tables[6].rows[:3]] == [
        ("64", "7", "12"), ("61", "10", "5"), ("66", "10", "0"),
    ]  # fmt: skip
    assert tables[6].rows[3][-1] == ".897"
    assert list(tables) == list(range(1, len(tables) + 1))


def test_every_row_has_as_many_cells_as_columns(report: Document) -> None:
    for block in report.blocks:
        if isinstance(block, Table):
            assert {len(row) for row in block.rows} == {len(block.columns)}, block.caption


def test_shares_of_a_rows_disagreement_are_no_more_than_all_of_it(report: Document) -> None:
    (confused,) = [
        b for b in report.blocks if isinstance(b, Table) and b.caption.startswith("What was conf")
    ]
    costs: dict[tuple[str, str], float] = {}
    for variable, compared, *_, cost in confused.rows:
        key = (str(variable), str(compared))
        costs[key] = costs.get(key, 0) + float(str(cost).removesuffix("%"))
    assert len(costs) == 10
    assert max(costs.values()) <= 102  # rounded to whole per cent


def test_pictures_have_descriptions_and_the_page_is_whole(report: Document) -> None:
    pictures = [block for block in report.blocks if isinstance(block, Picture)]
    assert [len(picture.panels) for picture in pictures] == [8, 9]
    page = Page(html.render(report))
    assert not page.open
    labels = [value for tag, name, value in page.attributes if (tag, name) == ("svg", "aria-label")]
    assert len(labels) == page.tags.count("svg")
    assert all(labels)


def test_latex_has_balanced_braces_and_environments(report: Document) -> None:
    text = latex.render(report)
    bare = text.replace("\\{", "").replace("\\}", "")
    assert bare.count("{") == bare.count("}")
    assert text.count("\\begin{") == text.count("\\end{")
