"""Word documents: paragraphs, styles, and what is no text of the article."""

import io
from pathlib import Path

import docx as python_docx
import pytest

from annotator.model.article import Kind
from annotator.readers.documents import docx_lines
from annotator.readers.source import Source
from tests.readers.made import W, docx, package, paragraph
from tests.readers.reading import of_kind, reading, refusal, texts, warnings

TWO = paragraph("The bridge was never built, and nobody asked.") + paragraph("It rained a lot.")


def test_paragraphs_are_those_of_the_author() -> None:
    read = reading(docx(TWO), "a.docx")
    assert read.format == "docx"
    assert texts(read.articles[0]) == [
        "The bridge was never built, and nobody asked.",
        "It rained a lot.",
    ]


def test_styles_say_what_a_paragraph_is() -> None:
    body = (
        paragraph("A bridge in the valley", "Titel")
        + paragraph("Why it was never built", "Untertitel")
        + TWO
        + paragraph("Later", "berschrift2")
        + paragraph("Then came the flood.")
        + paragraph("The valley in May", "Beschriftung")
    )
    # Word translates what it shows, and the ids, but not the names of its own styles.
    names = {
        "Titel": "Title",
        "Untertitel": "Subtitle",
        "berschrift2": "heading 2",
        "Beschriftung": "caption",
    }
    [article] = reading(docx(body, styles=names), "a.docx").articles
    assert of_kind(article, Kind.HEADLINE) == ["A bridge in the valley", "Later"]
    assert of_kind(article, Kind.STANDFIRST) == ["Why it was never built"]
    assert of_kind(article, Kind.CAPTION) == ["The valley in May"]
    assert article.paragraphs[0].reason == "its style is “title”"
    assert article.title == "A bridge in the valley"


def test_what_stands_below_a_title_is_seen_as_below_a_title() -> None:
    body = paragraph("A bridge in the valley", "T") + paragraph("Jane Doe") + TWO
    [article] = reading(docx(body, styles={"T": "Title"}), "a.docx").articles
    assert of_kind(article, Kind.HEADLINE) == ["A bridge in the valley"]
    assert of_kind(article, Kind.BYLINE) == ["Jane Doe"]


def test_a_style_of_the_authors_own_is_what_it_is_based_on() -> None:
    style = (
        '<w:style w:styleId="Mine"><w:name w:val="My heading"/><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:styleId="H1"><w:name w:val="heading 1"/><w:basedOn w:val="Mine"/></w:style>'
    )
    file = docx(
        TWO + paragraph("Later", "Mine") + TWO,
        **{"word/styles.xml": f"<w:styles {W}>{style}</w:styles>"},
    )
    [article] = reading(file, "a.docx").articles
    assert of_kind(article, Kind.HEADLINE) == ["Later"]


def test_a_whole_text_in_heading_style_is_no_headline() -> None:
    body = paragraph("A long sentence that goes on and on. " * 12, "H") + TWO
    [article] = reading(docx(body, styles={"H": "heading 1"}), "a.docx").articles
    assert article.paragraphs[0].kind is Kind.BODY


def test_deleted_and_hidden_words_are_not_read_inserted_ones_are() -> None:
    body = (
        "<w:p><w:r><w:t>We </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>always </w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly </w:t></w:r>"
        "<w:moveFrom><w:r><w:t>moved </w:t></w:r></w:moveFrom><w:r><w:t>went.</w:t></w:r></w:p>"
    )
    assert texts(reading(docx(body), "a.docx").articles[0]) == ["We always went."]


def test_line_breaks_stay_in_a_paragraph_and_blank_lines_end_one() -> None:
    body = (
        "<w:p><w:r><w:t>One</w:t><w:br/><w:t>two.</w:t><w:br/><w:br/><w:t>Three</w:t><w:tab/>"
        '<w:t>four.</w:t><w:br w:type="page"/><w:t>Five.</w:t></w:r></w:p>'
    )
    assert texts(reading(docx(body), "a.docx").articles[0]) == [
        "One\ntwo.",
        "Three\tfour.",
        "Five.",
    ]


def test_long_lines_of_one_paragraph_are_paragraphs() -> None:
    lines = [f"{n} " + "words that make a line long " * 9 for n in range(3)]
    shown = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in lines)
    [article] = reading(docx(f"<w:p><w:r>{shown}</w:r></w:p>"), "a.docx").articles
    assert len(article.paragraphs) == 3


def test_a_text_that_was_pasted_line_by_line_has_its_paragraphs_again() -> None:
    one = ["The bridge in the valley of the two rivers was never built, though", "it was paid for."]
    two = [
        "Nobody asked the minister, who had promised it to everybody in the",
        "long summer, why.",
    ]
    lines = [*one, "", *two, "", *one, "", *two]
    [article] = reading(docx("".join(map(paragraph, lines))), "a.docx").articles
    assert texts(article) == [" ".join(one), " ".join(two)] * 2
    verse = ["A short line,", "and another,", "", "And one more.", "The last."]
    [article] = reading(docx("".join(map(paragraph, verse))), "a.docx").articles
    assert len(article.paragraphs) == 4


def test_tab_stops_are_no_tabs() -> None:
    body = (
        '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>One.</w:t></w:r></w:p>'
    )
    assert texts(reading(docx(body), "a.docx").articles[0]) == ["One."]


def test_cells_of_tables_are_paragraphs() -> None:
    cell = "<w:tc>" + paragraph("A cell of a table.") + "</w:tc>"
    body = TWO + f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"
    assert len(texts(reading(docx(body), "a.docx").articles[0])) == 4


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Around it.</w:t><mc:AlternateContent><mc:Choice><w:drawing>"
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert texts(reading(docx(body), "a.docx").articles[0]) == ["In the box.", "Around it."]


def test_footnotes_are_left_out_and_said() -> None:
    note = "<w:r><w:footnoteReference w:id='2'/><w:endnoteReference w:id='1'/></w:r>"
    read = reading(docx(f"<w:p><w:r><w:t>A claim.</w:t></w:r>{note}</w:p>"), "a.docx")
    assert texts(read.articles[0]) == ["A claim."]
    assert warnings(read) == ["2 footnotes left out"]


def test_bold_is_told_of_whole_paragraphs() -> None:
    body = paragraph("All", run="<w:b/>") + paragraph("None", run='<w:b w:val="0"/>')
    body += "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Half</w:t></w:r><w:r><w:t> way</w:t></w:r></w:p>"
    found = docx_lines.lines(Source(Path("a.docx"), docx(body)))
    assert [line.bold for line in found] == [True, False, False]


def test_the_title_of_the_properties_stands_in_where_the_text_has_none() -> None:
    core = "<dc:title>Bridges</dc:title>"
    assert reading(docx(TWO, core=core), "a.docx").articles[0].title == "Bridges"
    titled = paragraph("A bridge in the valley", "T") + TWO
    file = docx(titled, styles={"T": "Title"}, core=core)
    assert reading(file, "a.docx").articles[0].title == "A bridge in the valley"
    for name in ("Microsoft Word - draft3.docx", "Untitled", "notes.doc", ""):
        file = docx(TWO, core=f"<dc:title>{name}</dc:title>")
        assert reading(file, "a.docx").articles[0].title == "a"


def test_who_typed_the_file_is_not_taken_for_its_author() -> None:
    core = (
        "<dc:creator>Sam Typist</dc:creator><dcterms:created>2023-05-06T07:08:09Z</dcterms:created>"
    )
    [article] = reading(docx(TWO, core=core), "a.docx").articles
    assert (article.author, article.date) == ("", "")
    assert article.metadata["document_author"] == "Sam Typist"
    assert article.metadata["document_created"] == "2023-05-06"
    named = TWO + paragraph("Sam Typist teaches history in Hanoi.")
    [article] = reading(docx(named, core=core), "a.docx").articles
    assert article.author == "Sam Typist"
    assert "document_author" not in article.metadata


def test_a_document_of_python_docx() -> None:
    document = python_docx.Document()
    document.add_heading("A bridge in the valley", 0)
    document.add_paragraph("The bridge was never built, and nobody asked.")
    document.add_heading("Later", 1)
    document.add_paragraph("It rained & rained.").add_run(" Bold.").bold = True
    file = io.BytesIO()
    document.save(file)
    [article] = reading(file.getvalue(), "a.docx").articles
    assert texts(article) == [
        "A bridge in the valley",
        "The bridge was never built, and nobody asked.",
        "Later",
        "It rained & rained. Bold.",
    ]
    assert of_kind(article, Kind.HEADLINE) == ["A bridge in the valley", "Later"]
    assert "document_author" not in article.metadata


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (docx(""), "is a Word document without text"),
        (docx('<w:altChunk/>', **{"word/afchunk.mht": "x"}), "an embedded web page"),
        (docx(paragraph(" ")), "is a Word document without text"),
        (docx(TWO)[:-100], "looks like a Word document, but is a damaged or cut-off ZIP archive"),
        (docx("<w:p>"), "is damaged: its XML (word/document.xml) does not parse"),
        (docx("<w:x>" * 300 + "</w:x>" * 300), "is nested more than 256 levels deep"),
        (docx("&e;", **{"word/styles.xml": "<!DOCTYPE a [<!ENTITY e 'x'>]><a/>"}), "document type"),
        (
            docx("", **{"word/document.xml": "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>"}),
            "holds a document type declaration in its XML (word/document.xml)",
        ),
        (package({"[Content_Types].xml": "", "ppt/a.xml": ""}), "a PowerPoint presentation"),
    ],
    ids=["empty", "embedded", "blank", "cut", "xml", "deep", "dtd_styles", "dtd", "slides"],
)  # fmt: skip
def test_refused(file: bytes, message: str) -> None:
    assert message in refusal(file, "a.docx")


def test_more_paragraphs_than_anybody_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_lines, "MAX_LINES", 2)
    assert len(reading(docx(TWO), "a.docx").articles) == 1
    assert "has more than 2 paragraphs" in refusal(docx(TWO * 2), "a.docx")
