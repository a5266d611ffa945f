"""The formats: what is foreign stands there as it was written, and can do nothing."""

import csv
import io
import re

import pytest

from annotator.reports.document import (
    Bar,
    Column,
    Document,
    Entries,
    Gap,
    Heading,
    Paragraph,
    Table,
)
from annotator.reports.figures import COLUMNS
from annotator.reports.render import figures, html, latex, markdown
from annotator.reports.written.report import report_rows
from tests.reports.render.page import Page
from tests.reports.small import CODEBOOK
from tests.reports.written.study import LINES, document, read

HOSTILE = (
    "<script>alert(1)</script>", "\"><img src=https://evil.example/x onerror=a()>", "a|b",
    "[click](https://evil.example)", "\\input{/etc/passwd}", "50 % & more_or #less ^ ~ $x$ {y}",
    "`code` *bold* _it_", "# head", "1. one", "- item", "&lt;b&gt;", "</style></main>",
)  # fmt: skip


def hostile_document() -> Document:
    """Every hostile text in every place where text can stand."""
    columns = (Column("Name"), Column("N", number=True), Column("Drawn", drawn=True))
    blocks = [
        block
        for text in HOSTILE
        for block in (
            Heading(text),
            Paragraph((text, Gap(text))),
            Entries((text,)),
            Table(1, text, columns, ((text, "1", Bar(0.5, 0.1, 0.9)),), (text,)),
        )
    ]
    return Document(HOSTILE[0], tuple(blocks))


@pytest.mark.parametrize("made", [document(), hostile_document()], ids=["study", "hostile"])
def test_html_loads_nothing_and_runs_nothing(made: Document) -> None:
    page = Page(html.render(made))
    assert not page.open
    allowed = {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "mark", "ul",
        "li", "figure", "table", "caption", "b", "thead", "tbody", "tr", "th", "td", "svg", "rect",
        "line", "figcaption", "div", "text", "circle", "polygon",
    }  # fmt: skip
    assert set(page.tags) <= allowed
    assert not [a for a in page.attributes if a[1] in ("src", "href", "style") or a[1][:2] == "on"]
    assert ("meta", "content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes


def test_html_shows_foreign_text_as_it_was_written() -> None:
    shown = Page(html.render(hostile_document())).text
    for text in HOSTILE:
        assert sum(text in part for part in shown) >= 5, text


def test_the_style_needs_no_network() -> None:
    style = html.render(document()).partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


def test_bars_are_drawn_to_scale() -> None:
    columns = (Column("Alpha", drawn=True),)
    bars = (Bar(0.5, 0.25, 0.75), Bar(-0.5), Bar(None))
    made = Document("t", (Table(1, "c", columns, tuple((bar,) for bar in bars)),))
    text = html.render(made)
    labels = [value for _, name, value in Page(text).attributes if name == "aria-label"]
    assert labels == ["0.500, interval 0.250 to 0.750", "-0.500", "undefined"]
    # from -0.5 to 1 on 140 pixels: zero lies at 46.7, a half at 93.3
    assert '<rect x="46.7" y="3" width="46.7"' in text
    assert '<rect x="0.0" y="3" width="46.7"' in text


def test_a_label_that_is_markup_stays_a_label() -> None:
    source = CODEBOOK.replace("label: Bad,", "label: '<b>Bad</b> [x](y) 5% \\textbf_',")
    made = document(source=source)
    assert "&lt;b&gt;Bad&lt;/b&gt; [x](y) 5% \\textbf_" in html.render(made)
    assert r"\<b>Bad\</b> [x\](y) 5% \\textbf\_" in markdown.render(made)
    assert r"\textless{}b\textgreater{}Bad" in latex.render(made)
    assert r"5\% \textbackslash{}textbf\_" in latex.render(made)


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_is_escaped(text: str) -> None:
    escaped = markdown.escaped(text)
    assert not re.search(r"(?<!\\)[*_`<|~$]", escaped)
    assert not re.match(r"#|-|\d+\.", escaped)
    assert "](" not in escaped.replace("\\](", "")
    assert "://" not in escaped
    assert re.sub(r"\\(?=[^\w\s])", "", escaped).replace("\\", "") == text.replace("\\", "")


def test_tables_in_markdown_keep_their_columns() -> None:
    columns = (Column("One"), Column("Two", number=True))
    made = Document("t", (Table(1, "c", columns, (("a|b", "1"), ("", "22"))),))
    lines = markdown.render(made).splitlines()[-4:]
    assert lines == ["| One  | Two |", "|------|----:|", "| a\\|b |   1 |", "|      |  22 |"]


@pytest.mark.parametrize("text", HOSTILE)
def test_latex_is_escaped(text: str) -> None:
    escaped = latex.escaped(text)
    commands = re.findall(r"\\([a-z]+|.)", escaped)
    assert set(commands) <= {
        "textbackslash", "textasciicircum", "textasciitilde", "textless", "textgreater", "textbar",
        "textasciigrave", "{", "}", "$", "&", "#", "%", "_",
    }  # fmt: skip
    assert not re.search(r"(?<!\\)[$&#%_^~]", escaped)


def test_latex_has_booktabs_and_as_many_cells_as_columns() -> None:
    text = latex.render(document())
    for rule in (r"\toprule", r"\midrule", r"\bottomrule"):
        assert text.count(rule) == 10
    assert text.count(r"\begin{longtable}") == text.count(r"\end{longtable}") == 10
    first = text.partition(r"\endfoot")[2].partition(r"\end{longtable}")[0].strip().splitlines()
    assert {len(re.split(r"(?<!\\)&", line)) for line in first} == {7}


def test_a_row_that_begins_with_a_bracket_is_no_option_of_the_row_before() -> None:
    columns = (Column("One"), Column("Two"))
    made = Document("t", (Table(1, "c", columns, (("a", "b"), ("[1ex] x", "y"))),))
    assert "{[}1ex{]} x & y" in latex.render(made)


def test_a_long_hash_may_be_broken_into_lines_in_latex() -> None:
    assert latex.escaped("0123abcd" * 4) == r"\allowbreak{}".join(["0123abcd"] * 4)


def test_csv_read_back() -> None:
    _, found = read()
    rows = list(csv.DictReader(io.StringIO(figures.render(report_rows(found)))))
    assert tuple(rows[0]) == COLUMNS
    expected = [
        (row.heading.variable, row.heading.view, c.name, c.value)
        for row in report_rows(found)
        for c in row.coefficients
    ]
    assert [
        (r["variable"], r["view"], r["coefficient"], float(r["value"]) if r["value"] else None)
        for r in rows
    ] == expected
    assert any(r["coefficient"] == "gwet_ac1" for r in rows)


def test_undefined_figures_in_csv_are_empty_with_a_reason() -> None:
    _, found = read([line for line in LINES if line.startswith("ana")], {"ana": (1, 2)})
    rows = list(csv.DictReader(io.StringIO(figures.render(report_rows(found)))))
    assert {row["value"] for row in rows} == {""}
    assert all(row["reason"] for row in rows)
