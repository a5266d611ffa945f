"""OpenDocument texts: paragraphs, styles, and what is no text of the article."""

import pytest

from annotator.model.article import Kind
from annotator.readers.documents import odt_lines
from tests.readers.made import odt
from tests.readers.reading import of_kind, reading, refusal, texts, warnings

TWO = (
    "<text:p>The bridge was never built, and nobody asked.</text:p>"
    "<text:p>It rained a lot, and then it rained again.</text:p>"
)


def test_paragraphs_and_white_space() -> None:
    body = (
        '<text:p>One  two<text:s/>three<text:s text:c="2"/>four<text:tab/>five\n six.</text:p>'
        "<text:p><text:span>Seven</text:span><text:line-break/>eight.</text:p><text:p/>"
    )
    read = reading(odt(body), "a.odt")
    assert read.format == "odt"
    assert texts(read.articles[0]) == ["One two three  four\tfive six.", "Seven\neight."]


def test_headings_and_styles_say_what_a_paragraph_is() -> None:
    styles = (
        '<style:style style:name="P1" style:parent-style-name="Title"/>'
        '<style:style style:name="Heading_20_2" style:display-name="Heading 2"/>'
        '<style:style style:name="P2" style:parent-style-name="P2"/>'
    )
    body = (
        '<text:p text:style-name="P1">A bridge</text:p>'
        '<text:p text:style-name="Subtitle">Why it was never built</text:p>'
        f'{TWO}<text:h text:outline-level="2" text:style-name="Heading_20_2">Later</text:h>{TWO}'
        f'<text:h text:outline-level="3" text:style-name="P2">Still later</text:h>{TWO}'
    )
    styles += '<style:style style:name="Title"/><style:style style:name="Subtitle"/>'
    [article] = reading(odt(body, styles=styles), "a.odt").articles
    assert of_kind(article, Kind.HEADLINE) == ["A bridge", "Later", "Still later"]
    assert of_kind(article, Kind.STANDFIRST) == ["Why it was never built"]


def test_what_is_no_text_is_left_out() -> None:
    body = (
        "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>"
        "<text:p>Told<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>"
        "A note.</text:p></text:note-body></text:note><office:annotation><text:p>Hm.</text:p>"
        "</office:annotation>.</text:p>"
    )
    read = reading(odt(body), "a.odt")
    assert texts(read.articles[0]) == ["Told."]
    assert warnings(read) == ["1 footnote left out"]


def test_a_contents_page_is_boilerplate() -> None:
    body = f"<text:table-of-content><text:p>Later 3</text:p></text:table-of-content>{TWO}"
    [article] = reading(odt(body), "a.odt").articles
    assert of_kind(article, Kind.BOILERPLATE) == ["Later 3"]


def test_properties() -> None:
    meta = (
        "<dc:title>Bridges</dc:title><meta:initial-creator>Sam Typist</meta:initial-creator>"
        "<meta:creation-date>2020-03-04T05:06:07</meta:creation-date><dc:language>en</dc:language>"
    )
    [article] = reading(odt(TWO, meta=meta), "a.odt").articles
    assert article.title == "Bridges"
    assert article.metadata["document_author"] == "Sam Typist"
    assert article.metadata["document_created"] == "2020-03-04"
    assert article.metadata["language"] == "en"


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (odt(""), "is a text document without text"),
        (odt(TWO, **{"META-INF/manifest.xml": "<m:encryption-data/>"}), "protected by a password"),
        (odt(TWO, **{"content.xml": "<!DOCTYPE a><a/>"}), "document type declaration"),
        (odt(TWO, **{"content.xml": "<a>"}), "is damaged: its XML (content.xml)"),
    ],
    ids=["empty", "locked", "dtd", "xml"],
)
def test_refused(file: bytes, message: str) -> None:
    assert message in refusal(file, "a.odt")


def test_more_paragraphs_than_anybody_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(odt_lines, "MAX_LINES", 2)
    assert len(reading(odt(TWO), "a.odt").articles) == 1
    assert "has more than 2 paragraphs" in refusal(odt(TWO * 2), "a.odt")
