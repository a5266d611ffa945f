"""E-books: chapters in order, headings, and what the book says of itself."""

import pytest

from annotator.model.article import Kind
from tests.readers.made import epub
from tests.readers.reading import of_kind, reading, refusal, texts, warnings

ONE, TWO = (
    "<h1>A bridge</h1><p>The bridge was <i>never</i>\nbuilt, and nobody asked.</p>",
    "<h2>Later</h2><p>It rained a lot.</p><figure><figcaption>The valley</figcaption></figure>",
)


def test_chapters_are_one_article_under_their_headings() -> None:
    read = reading(epub([ONE, TWO]), "a.epub")
    [article] = read.articles
    assert read.format == "epub"
    assert texts(article) == [
        "A bridge",
        "The bridge was never built, and nobody asked.",
        "Later",
        "It rained a lot.",
        "The valley",
    ]
    assert of_kind(article, Kind.HEADLINE) == ["A bridge", "Later"]
    assert of_kind(article, Kind.CAPTION) == ["The valley"]


def test_the_book_says_who_wrote_it_and_when() -> None:
    about = (
        "<dc:title>Bridges</dc:title><dc:creator>Jane Doe</dc:creator>"
        "<dc:creator>Li Na</dc:creator>"
        "<dc:publisher>Example Press</dc:publisher><dc:date>2020-03-04</dc:date>"
        "<dc:language>en</dc:language><dc:identifier>urn:isbn:1</dc:identifier>"
    )
    [article] = reading(epub([ONE], about=about), "a.epub").articles
    assert (article.title, article.author, article.source, article.date) == (
        "Bridges",
        "Jane Doe; Li Na",
        "Example Press",
        "2020-03-04",
    )
    assert texts(article)[0] == "Bridges"
    assert article.paragraphs[0].reason == "the file calls it the title"
    assert article.metadata["language"] == "en"


def test_the_title_stands_above_the_text_once() -> None:
    [article] = reading(epub([ONE], about="<dc:title>A Bridge</dc:title>"), "a.epub").articles
    assert texts(article)[0] == "A bridge"
    page = "<h1>A bridge</h1><p>Jane Doe</p>"
    [article] = reading(epub([page, ONE], about="<dc:title>A Bridge</dc:title>"), "a.epub").articles
    assert texts(article)[:2] == ["A bridge", "Jane Doe"]
    assert texts(article).count("A bridge") == 1


def test_notes_and_contents_are_left_out() -> None:
    chapter = (
        '<nav epub:type="toc"><a>One</a></nav><p>A claim.<a epub:type="noteref">1</a></p>'
        '<aside epub:type="footnote"><p>A note.</p></aside><section role="doc-endnotes">x</section>'
    )
    read = reading(epub([chapter]), "a.epub")
    assert texts(read.articles[0]) == ["A claim."]
    assert warnings(read) == ["1 footnote left out"]


def test_control_characters_in_a_heading() -> None:
    assert "A bridge" in texts(reading(epub(["<h1>A \x01bridge</h1>"]), "a.epub").articles[0])[0]


_LOCKED = '<e><CipherReference URI="text/c%200.xhtml"/></e>'


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (epub([""]), "is an e-book without text"),
        (epub([]), "is an e-book without text"),
        (epub([ONE], **{"META-INF/encryption.xml": _LOCKED}), "protected against copying (DRM)"),
        (epub([ONE], **{"META-INF/container.xml": "<a/>"}), "does not say where its text is"),
        (epub([ONE], **{"text/book.opf": "<!DOCTYPE a><a/>"}), "document type declaration"),
    ],
    ids=["blank", "none", "locked", "lost", "dtd"],
)
def test_refused(file: bytes, message: str) -> None:
    assert message in refusal(file, "a.epub")
