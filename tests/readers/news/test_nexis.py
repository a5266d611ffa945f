"""Nexis Uni and Lexis+ documents, from Word and RTF, with and without a cover page."""

import pytest

from annotator.errors import ReaderError
from annotator.model.article import Kind
from annotator.readers import Options
from tests.readers.news.reading import body, paragraphs, reading
from tests.readers.seeds.nexis import COVER, FERRY, FRENCH, GERMAN, SEEDS, WALL
from tests.readers.seeds.word_of_lines import docx, rtf
from tests.shared import SHARED, needs_shared


@pytest.mark.parametrize("name", ["nexis.docx", "nexis.rtf"])
def test_a_combined_file_with_a_cover_page(name: str) -> None:
    found = reading(name, SEEDS[name])

    assert (found.format, found.announced, found.warnings) == ("nexis", 2, [])
    wall, ferry = found.articles
    assert (wall.title, wall.author, wall.source, wall.date) == (
        "Harbour wall to grow by a metre", "Ada Quill", "The Harbour Courier (Port Lune)",
        "2019-07-01",
    )  # fmt: skip
    assert wall.metadata == {
        "time": "9:20 AM GMT", "edition": "National Edition", "section": "NEWS", "page": "6",
        "copyright": "Copyright 2019 Harbour Press Ltd. All Rights Reserved", "words": "1204",
        "language": "ENGLISH", "publication-type": "Newspaper", "journal code": "HBC",
        "subject": "HARBOURS (90%); WALLS (75%)", "load-date": "July 2, 2019", "format": "nexis",
    }  # fmt: skip
    assert paragraphs(wall) == [
        "Harbour wall to grow by a metre",
        "The council has voted; the boats have not.",
        "The town council voted on Monday to raise the harbour wall by a metre.",
        "Fishermen said: nobody had asked them.",
    ]
    assert [one.kind for one in wall.paragraphs[:2]] == [Kind.HEADLINE, Kind.STANDFIRST]
    assert (ferry.title, ferry.date) == ("Ferry late again; Nobody is surprised", "2019-07-02")
    assert body(ferry) == [
        "The ferry was late again.\nIt will be late tomorrow.", "Load-Date rhymes with nothing.",
    ]  # fmt: skip
    assert ferry.metadata["graphic"] == "The ferry, seen from the wall"


@pytest.mark.parametrize("write", [docx, rtf])
def test_one_article_without_a_cover_page(write: object) -> None:
    name = "one.docx" if write is docx else "one.rtf"
    content = docx(WALL) if write is docx else rtf(WALL)

    (article,) = reading(name, content).articles

    assert (article.name, article.title) == ("one", "Harbour wall to grow by a metre")
    assert article.source == "The Harbour Courier (Port Lune)"


def test_german_words_and_nothing_bold() -> None:
    (article,) = reading("german.rtf", SEEDS["german.rtf"]).articles

    assert (article.title, article.author, article.source, article.date) == (
        "Die Mauer wächst: ein Meter mehr", "Eva Düne", "Hafenzeitung", "2020-07-07",
    )  # fmt: skip
    assert article.metadata["edition"] == "Lüneburger Echo"
    assert (article.metadata["section"], article.metadata["page"]) == ("POLITIK", "5")
    assert (article.metadata["words"], article.metadata["ladedatum"]) == ("75", "8. Juli 2020")
    assert len(body(article)) == 2


def test_french_words() -> None:
    (article,) = reading("french.docx", SEEDS["french.docx"]).articles

    assert (article.title, article.author, article.source, article.date) == (
        "La digue gagne un mètre", "Léa Dune", "Le Courrier du Port", "2019-12-10",
    )  # fmt: skip
    assert (article.metadata["page"], article.metadata["words"]) == ("12", "1163")
    assert body(article) == ["Le conseil a voté."]


def test_plain_spaces_after_labels_are_labels_too() -> None:
    lines = [line.replace("\xa0", " ") for line in WALL]

    (article,) = reading("one.docx", docx(lines)).articles

    assert article.metadata["load-date"] == "July 2, 2019"
    assert len(body(article)) == 2


def test_a_headline_of_two_lines_and_no_newspaper() -> None:
    lines = ["*Ferry", "July 2, 2019 Tuesday", *FERRY[3:]]
    (article,) = reading("one.docx", docx(lines)).articles
    assert (article.title, article.source, article.date) == ("Ferry", "", "2019-07-02")

    lines = ["*Ferry late", "*again", "Evening Tide", *FERRY[2:]]
    (article,) = reading("one.docx", docx(lines)).articles
    assert (article.title, article.source) == ("Ferry late again", "Evening Tide")


def test_an_article_that_names_dates_keeps_its_own() -> None:
    lines = [
        "*Corrections, 3 May 2018", *FERRY[1:9],
        "Length: a metre, he said on 4 May 2017.", "On 5 May 2016 he had said two.", *FERRY[-2:],
    ]  # fmt: skip
    (article,) = reading("one.docx", docx(lines)).articles
    assert (article.title, article.date) == ("Corrections, 3 May 2018", "2019-07-02")
    assert len(body(article)) == 2


def test_an_interview_is_text_to_its_end() -> None:
    talk = ["Q:\xa0Was the ferry late?", "A:\xa0It was.", "Name:\xa0The ferry.", "It sighed."]
    (article,) = reading("one.docx", docx([*FERRY[:9], *talk, *FERRY[11:]])).articles
    assert body(article) == talk
    assert article.metadata["load-date"] == "July 2, 2019"


def test_what_is_announced_and_not_there_is_named() -> None:
    found = reading("two.docx", docx([*COVER, *WALL]))

    (warning,) = found.warnings
    assert warning.message.startswith("the cover page announces 2 documents and the file holds 1")
    assert warning.message.endswith(': "Ferry late again; Nobody is surprised"')


def test_a_file_cut_off_in_its_last_article_says_so() -> None:
    found = reading("two.docx", docx([*COVER, *WALL, *FERRY[:10]]))

    assert [article.title for article in found.articles][1:] == [
        "Ferry late again; Nobody is surprised"
    ]
    assert 'has no "End of Document"' in found.warnings[0].message


def test_a_document_without_text_is_refused_by_name() -> None:
    found = reading("two.docx", docx([*WALL, *FERRY[:7], *FERRY[-2:]]))

    assert len(found.articles) == 1
    assert [one.message for one in found.refused] == [
        'document 2, "Ferry late again; Nobody is surprised", has no text'
    ]


def test_lists_of_downloads_and_empty_documents_are_refused() -> None:
    with pytest.raises(ReaderError) as error:
        reading("a_doclist.docx", SEEDS["list.docx"])
    assert error.value.problems[0].message == (
        "is a Nexis document without an article: a list of what was downloaded"
    )
    with pytest.raises(ReaderError) as error:
        reading("empty.docx", docx(["LexisNexis Uni"]))
    assert error.value.problems[0].message == "is a Nexis document without an article"


def test_other_documents_are_left_to_other_readers() -> None:
    essay = docx(["*Body", "", "My body, my choice: a study of Nexis.", "End of Document"])
    assert reading("essay.docx", docx(["*On walls", "They divide."])).format == "docx"
    assert reading("essay.docx", essay).format == "nexis"
    assert reading("essay.docx", essay, Options(format="docx")).format == "docx"
    assert GERMAN != FRENCH


@needs_shared
def test_the_sample_of_lexisnexistools() -> None:
    """Counted and read off the document by eye: titles, dates, authors, paragraphs of the text."""
    path = SHARED / "files/news/nexis_uni.docx"
    found = reading(path.name, path.read_bytes())

    lorem = "Lorem ipsum dolor sit amet"
    longer = f"{lorem}, consectetur adipiscing elit"
    expected = [
        (lorem, "2019-07-01", "Mattha Busby (now), Andrew Sparrow (earlier)", 5),
        (lorem, "2019-07-02", "Andrew Sparrow", 7),
        (lorem, "2019-07-04", "Daniel Boffey in Brussels", 3),
        (longer, "2019-07-03", "Heather Stewart", 9),
        (f"{longer}.", "2019-07-04", "Andrew Sparrow and Kevin Rawlinson", 5),
        (f"{longer}. Etiam lacinia elementum sapien, eget aliquet", "2019-07-02",
         "Lisa O'Carroll Sample File correspondent", 14),
        ("Sample Headline", "2019-07-03", "Letters", 1),
        (f"{lorem}, nec egestas blandit", "2019-07-03", "Greg Wood", 16),
        ("R (programming language) on Wikipedia", "2019-07-03",
         "Ross Ihaka and Robert Gentleman", 7),
        ("What is Wikipedia", "2019-07-02", "Tom Kibasi", 4),
    ]  # fmt: skip
    assert [
        (one.title, one.date, one.author, len(one.paragraphs) - 1) for one in found.articles
    ] == expected
    assert {one.source for one in found.articles} == {"The Guardian(London)"}
    assert (found.format, found.announced, found.warnings) == ("nexis", 10, [])
    letters = found.articles[6].metadata
    assert letters["journal code"] == "WEBGNS"
    assert letters["organization"] == "EUROPEAN PARLIAMENT (84%)"
    assert found.articles[9].metadata["load-date"] == "July 2, 2019"


@needs_shared
def test_the_sample_without_an_article() -> None:
    path = SHARED / "files/news/no_article.docx"
    with pytest.raises(ReaderError) as error:
        reading(path.name, path.read_bytes())
    assert error.value.problems[0].message == "is a Nexis document without an article"


def test_a_document_saved_as_text() -> None:
    found = reading("saved.txt", SEEDS["saved.txt"])

    assert (found.format, found.encoding, found.warnings) == ("nexis", "utf-8", [])
    assert [(one.title, one.date, len(body(one))) for one in found.articles] == [
        ("Harbour wall to grow by a metre", "2019-07-01", 2),
        ("Ferry late again; Nobody is surprised", "2019-07-02", 3),
    ]


@pytest.mark.parametrize(
    ("lines", "date"), [(["Winter 2019"], "2019"), (["January 2019"], "2019-01"), ([], "")]
)
def test_dates_of_magazines_and_none(lines: list[str], date: str) -> None:
    (article,) = reading("one.docx", docx([*WALL[:2], *lines, *WALL[4:]])).articles

    assert (article.title, article.source, article.date) == (
        WALL[0].removeprefix("*"), WALL[1], date,
    )  # fmt: skip
    assert article.metadata["section"] == "NEWS"


CORRECTED = [
    "*Two ferries, and no more", "*Two ferries, and no more - Correction Appended",
    "The Harbour Courier", "January 25, 2024 Thursday", "^ Correction Appended",
    "Copyright 2024 Harbour Press Ltd. All Rights Reserved", "Section:\xa0Pg. A 1",
    "Length:\xa012 words", "*Body", "", "The line has two ferries.", "*Correction",
    "An earlier version said three.", "*Graphic", "", "Both ferries",
    "*Load-Date:\xa0January 26, 2024", "*^End of Document",
]  # fmt: skip


@pytest.mark.parametrize("write", [docx, rtf])
def test_a_title_that_the_head_of_the_page_repeats_and_a_correction(write: object) -> None:
    name = "one.docx" if write is docx else "one.rtf"
    content = docx(CORRECTED) if write is docx else rtf(CORRECTED)

    (article,) = reading(name, content).articles

    assert article.title == "Two ferries, and no more - Correction Appended"
    assert body(article) == ["The line has two ferries."]
    assert article.metadata["note"] == "Correction Appended"
    assert article.metadata["correction"] == "An earlier version said three."
    assert article.metadata["graphic"] == "Both ferries"
    assert (article.metadata["page"], article.metadata.get("section")) == ("A 1", None)


def test_a_subheading_that_only_sounds_like_a_correction_is_text() -> None:
    text = ["A long paragraph. " * 50, "Another one. " * 50]
    lines = [*CORRECTED[:9], "The line has two ferries.", "*Notes", *text, *CORRECTED[-2:]]

    (article,) = reading("one.docx", docx(lines)).articles

    assert body(article)[:2] == ["The line has two ferries.", "Notes"]
    assert len(body(article)) == 4


@pytest.mark.parametrize(
    ("date", "byline"),
    [("среда, 3 апреля 2024", "Иван Волна"), ("الأربعاء 3 أبريل 2024", "سامي البحر"),
     ("2024年4月3日 星期三", "记者 王港")],
)  # fmt: skip
def test_dates_and_bylines_in_other_scripts(date: str, byline: str) -> None:
    lines = ["*Title", "Paper", date, "Copyright 2024 Paper", f"Byline:\xa0{byline}", "*Body",
             "The text.", "*End of Document"]  # fmt: skip

    (article,) = reading("one.docx", docx(lines)).articles

    assert (article.source, article.date, article.author) == ("Paper", "2024-04-03", byline)
    assert "edition" not in article.metadata
