"""LexisNexis pages."""

from annotator.model.article import Kind
from annotator.readers import read_file
from tests.readers.reading import body, of_kind, reading, refusal, refused, warnings
from tests.readers.seeds.lexisnexis_html import (
    ENGLISH,
    SEEDS,
    block,
    centred,
    document,
    headline,
    label,
    page,
    span,
)
from tests.shared import SHARED, needs_shared


@needs_shared
def test_the_real_file() -> None:
    read = read_file(SHARED / "files/news/lexisnexis_test_en.html")
    one, two = read.articles
    assert read.format == "lexisnexis-html"
    assert read.announced == 146
    assert "announces 146 documents and holds 2" in warnings(read)[0]
    assert (one.title, one.author, one.source, one.date) == (
        "Heading One", "PAPER AUTHOR", "Some Newspaper", "1991-12-19",
    )  # fmt: skip
    assert body(one) == [
        "Some text.", "Some more text.",
        '"Quotation" said somebody. More text, a highlight and end of paper.',
    ]  # fmt: skip
    assert one.metadata["page"] == "16"
    assert one.metadata["words"] == "584"
    assert one.metadata["edition"] == "An Edition"
    assert one.metadata["load-date"] == "December 19, 1991"
    assert (two.title, two.author, two.source, two.date) == (
        "First part; Second part", "", "Some Newspaper", "1993-01-28",
    )  # fmt: skip
    assert body(two) == [
        "A list:", "Category 1", "Blah blah.", "And more...", "Category 2", "Blah blah.",
    ]  # fmt: skip
    assert two.metadata["page"] == "22"
    assert two.metadata["edition"] == "Late Edition - Final"
    assert two.metadata["note"] == "Correction Appended"
    assert two.metadata["correction"] == "Some correction."


def test_english() -> None:
    read = reading(SEEDS["english.html"])
    one, two = read.articles
    assert (read.announced, warnings(read)) == (2, [])
    assert one.title == "Ferry fares rise; Islanders protest"
    assert one.author == "JANE ROE"
    assert one.source == "The Harbour Post (Port City)"
    assert one.date == "2021-03-04"
    assert body(one) == ["Crossing the bay will cost four crowns.", "The island has no bridge."]
    assert {"edition", "section", "page", "words", "dateline", "load-date", "language",
            "copyright"} <= one.metadata.keys()  # fmt: skip
    assert one.metadata["words"] == "1084"
    assert two.url == "http://harbourpost.example/2"
    assert two.metadata["time"] == "9:20 AM GMT"


def test_who_speaks_in_an_interview_is_no_label() -> None:
    two = reading(SEEDS["english.html"]).articles[1]
    assert body(two) == ["POST: Why do fares rise?", "DOE: Because ships cost money."]
    assert "post" not in two.metadata


def test_german() -> None:
    [article] = reading(SEEDS["german.html"]).articles
    assert article.title == "Fähre wird teurer"
    assert (article.author, article.source, article.date) == (
        "Roe, Jana",
        "Hafenbote",
        "2021-03-04",
    )
    assert of_kind(article, Kind.STANDFIRST) == ["Die Insel hat keine Brücke."]
    assert body(article) == ["Ab April kostet die Überfahrt vier Kronen.", "Der Rat ist wütend."]
    assert article.metadata["section"] == "WIRTSCHAFT"
    assert article.metadata["page"] == "14"
    assert article.metadata["words"] == "1285"
    assert article.metadata["zeitungs-code"] == "hafb"


def test_french_with_the_headline_before_the_date() -> None:
    [article] = reading(SEEDS["french.html"]).articles
    assert article.title == "Le bac plus cher"
    assert (article.author, article.source, article.date) == (
        "Jeanne Roux",
        "Le Phare",
        "2021-03-04",
    )
    assert of_kind(article, Kind.STANDFIRST) == ["L'île n'a pas de pont."]
    assert body(article) == ["La traversée coûtera quatre couronnes.", "Le conseil proteste."]
    assert article.metadata["subject"] == "TRANSPORT MARITIME (90%); PRIX (78%)"
    assert article.metadata["localisation-geo"] == "PORT-VILLE (72%)"


def test_a_document_that_lexisnexis_could_not_show_is_named() -> None:
    read = reading(SEEDS["failed.html"])
    assert len(read.articles) == 1
    assert refused(read) == [
        "2 of 2 DOCUMENTS is left out: LexisNexis wrote an error message in its place"
    ]
    assert warnings(read) == []


def test_text_in_several_blocks_and_labels_between() -> None:
    read = reading(
        page(
            document(
                1,
                centred(span("Post")),
                centred(span("May 5, 2020")),
                headline("Pier"),
                label("LENGTH", "9 words"),
                block(span("One.")),
                label("GRAPHIC", "Map"),
                block(span("Two.")),
            )
        )
    )
    assert body(read.articles[0]) == ["One.", "Two."]


def test_missing_parts() -> None:
    untold = page(document(1, centred(span("Post")), headline("Only a headline")))
    assert "left out: it has no text" in refusal(untold)
    bare = reading(page(document(1, centred(span("Post")), block(span("Only text here.")))))
    assert bare.articles[0].source == "Post"


def test_line_ends_of_windows_and_a_missing_end() -> None:
    whole = page(ENGLISH).replace(b"\n", b"\r\n")
    assert len(body(reading(whole).articles[0])) == 2
    assert len(reading(whole[: whole.index(b"LOAD-DATE")]).articles) == 1


def test_without_anchors_the_counters_part_the_documents() -> None:
    bare = SEEDS["english.html"].replace(b"<A NAME=", b"<A TITLE=")
    assert [a.title for a in reading(bare).articles] == [
        a.title for a in reading(SEEDS["english.html"]).articles
    ]


def test_no_document_in_it() -> None:
    assert "without an article" in refusal(page("<!-- <DOC NUMBER=1>\n<DOCFULL> -->"))


def test_an_edition_above_the_date() -> None:
    content = page(document(
        1, centred("1 of 1 DOCUMENTS"), centred("The Harbour Post"), centred("Late Edition"),
        centred("January 31, 1986, Friday"), headline("The island tries again"),
        label("LENGTH", "4 words"), block("The boat is late."),
    ))  # fmt: skip

    (article,) = reading(content, "a.html").articles

    assert (article.source, article.date) == ("The Harbour Post", "1986-01-31")
    assert article.metadata["edition"] == "Late Edition"
    assert body(article) == ["The boat is late."]
