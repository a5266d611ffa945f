"""LexisNexis text files are read as a careful person reads them."""

import pytest

from annotator.errors import ReaderError
from annotator.model.article import Kind
from annotator.readers.news.lexisnexis_counters import Counter, announced, counter, missing
from tests.readers.news.reading import body, paragraphs, reading
from tests.readers.seeds.lexisnexis_txt import ENGLISH, GERMAN, NOT_CENTRED, SEEDS
from tests.shared import SHARED, needs_shared


def test_an_english_file_by_its_labels_and_its_centred_lines() -> None:
    found = reading("download.txt", SEEDS["english.txt"])

    assert (found.format, found.announced, len(found.articles)) == ("lexisnexis-txt", 4, 3)
    wall, ferry, gulls = found.articles
    assert wall.title == "Harbour wall to grow by a metre, and nobody asked the fishermen"
    assert (wall.author, wall.source, wall.date) == (
        "Ada Quill in Port Lune", "The Harbour Courier", "2010-01-11",
    )  # fmt: skip
    assert wall.metadata == {
        "edition": "Edition 1; National Edition", "section": "NEWS", "page": "6", "words": "1204",
        "dateline": "PORT LUNE", "load-date": "January 12, 2010", "language": "ENGLISH",
        "graphic": "The wall, seen from the sea A boat", "publication-type": "Newspaper",
        "journal-code": "HBC", "copyright": "Copyright 2010 Harbour Press Ltd. All Rights Reserved",
        "format": "lexisnexis-txt",
    }  # fmt: skip
    assert (ferry.source, ferry.date, ferry.title) == (
        "Evening Tide", "1999-03-03", "Ferry late again",
    )  # fmt: skip
    assert ferry.metadata["edition"] == "Late Edition - Final"
    assert ferry.metadata["section"] == "Section B; Column 1; Local Desk"
    assert ferry.metadata["copyright"] == "Copyright 1999 Evening Tide Publishing"
    assert (gulls.title, gulls.date) == ("Gulls win the regatta", "2001-05-04")
    assert body(gulls) == ["The gulls won."]


def test_lines_are_joined_and_empty_lines_part_paragraphs() -> None:
    wall = reading("download.txt", SEEDS["english.txt"]).articles[0]

    assert [(one.kind, one.reason) for one in wall.paragraphs[:2]] == [
        (Kind.HEADLINE, "the file calls it the title"),
        (Kind.STANDFIRST, "the file sets it apart"),
    ]
    assert paragraphs(wall)[1] == "The council has voted; the boats have not."
    assert len(body(wall)) == 3
    assert body(wall)[1].endswith('"between the pre- and post-match talk."')
    assert body(wall)[2] == "WEATHER: fair, said the harbour master, and went home."


def test_a_document_that_is_a_picture_is_refused_by_name() -> None:
    refused = reading("download.txt", SEEDS["english.txt"]).refused

    assert [one.message for one in refused] == ['document 4 of 4, "The lighthouse", has no text']
    assert refused[0].line == ENGLISH[: ENGLISH.index("4 of 4 DOC")].count("\n") + 1


def test_german_labels_in_an_old_encoding() -> None:
    found = reading("download.txt", SEEDS["german.txt"])

    (article,) = found.articles
    assert found.encoding == "cp1252"
    assert (article.title, article.author, article.source, article.date) == (
        "Die Mauer wächst: ein Meter mehr", "Eva Düne", "Hafenzeitung", "2010-01-11",
    )  # fmt: skip
    assert article.metadata["edition"] == "Bayern; Stadtausgabe"
    assert (article.metadata["section"], article.metadata["page"]) == ("POLITIK", "5")
    assert article.metadata["words"] == "1163"
    assert article.metadata["update"] == "12. Januar 2010"
    assert article.metadata["language"] == "GERMAN; DEUTSCH"
    assert len(body(article)) == 2


def test_french_labels() -> None:
    digue, mer = reading("download.txt", SEEDS["french.txt"]).articles

    assert (digue.title, digue.author, digue.date) == (
        "La digue gagne un mètre", "Léa Dune", "2010-02-01",
    )  # fmt: skip
    assert (digue.metadata["page"], digue.metadata["words"]) == ("12", "1163")
    assert paragraphs(digue)[1] == "Le conseil a voté."
    assert len(body(digue)) == 2
    assert (mer.date, body(mer)) == ("2010-08", ["La mer monte."])


def test_part_of_a_search_without_a_cover_page_announces_what_it_numbers() -> None:
    found = reading("part.txt", SEEDS["not_centred.txt"])

    assert (found.announced, len(found.articles), found.warnings) == (2, 2, [])
    assert [article.title for article in found.articles] == [
        "The lighthouse stays", "The lighthouse goes",
    ]  # fmt: skip
    assert {article.source for article in found.articles} == {"Evening Tide"}


def test_documents_that_are_announced_and_not_there_are_named() -> None:
    cut_off = ENGLISH[: ENGLISH.index("                               3 of 4")]

    found = reading("cut_off.txt", cut_off.encode())

    assert (found.announced, len(found.articles)) == (4, 2)
    assert [one.message for one in found.warnings] == [
        "2 of the documents that the file announces are not in it: 3, 4"
    ]


def test_a_file_without_text_says_so() -> None:
    start = ENGLISH.index("                               4 of 4")
    with pytest.raises(ReaderError) as error:
        reading("picture.txt", ENGLISH[start:].encode())
    assert "no document in it has text" in error.value.problems[0].message


def test_other_texts_are_left_to_other_readers() -> None:
    talk = "We read 3 of 10 documents.\n\nLENGTH: they were long, all of them, he said.\n"
    assert reading("talk.txt", talk.encode()).format == "text"
    assert reading("talk.txt", b"Document 1 of 3\n\nISSN: 1234-5678\n").format == "text"


@pytest.mark.parametrize(
    "line",
    [
        "1 of 10 DOCUMENTS", "\t\t1 of 10 DOCUMENT", "Dokument 1 von 10", "DOKUMENT 1 VON 10",
        "Document 1 de 10", "FOCUS - 1 of 10 DOCUMENTS", "\f  1 OF 10 DOCUMENTS",
    ],
)  # fmt: skip
def test_counters(line: str) -> None:
    assert counter(line) == Counter(1, 10)


@pytest.mark.parametrize("line", ["", "1 of 10", "Document 1 of 10", "the 1 of 10 DOCUMENTS",
                                  "1 of 10 DOCUMENTS were read", "² of 10 DOCUMENTS"])  # fmt: skip
def test_no_counters(line: str) -> None:
    assert counter(line) is None


def test_what_is_announced() -> None:
    three = [Counter(number, 383) for number in (3, 17, 99)]
    assert announced([], three) == 3
    assert announced(["Selected Document(s): 3, 17, 99-100"], three) == 4
    assert missing(["Selected Document(s): 3, 17, 99-100"], three) == [
        "1 of the documents that the file announces are not in it: 100"
    ]
    assert announced(["Selected Items: 7-2"], three) == 3


def test_german_and_plain_layouts_stand_for_themselves() -> None:
    assert reading("a.txt", GERMAN.encode("utf-16")).articles[0].date == "2010-01-11"
    assert reading("a.txt", NOT_CENTRED.replace("\n", "\r").encode()).announced == 2


def test_labels_that_nobody_knows_and_lines_after_them_lose_no_text() -> None:
    header = "1 of 1 DOCUMENTS\n\nEvening Tide\n\nMay 5, 2001 Saturday\n\nGulls\n\n"
    text = "The gulls won.\n\nLENGTH: of the race, a mile.\n\nThey flew.\n\n"
    tail = "LANGUAGE: ENGLISH\n\nODD-LABEL: odd\n\nCopyright 2001 Tide\n"
    strange = "BYLINE: Mara Vane\n\nWEB-SITE: tide.example\n\nwith Ada Quill\n\n"

    (article,) = reading("a.txt", (header + strange + "LENGTH: 5 words\n\n" + text + tail)
                         .encode()).articles  # fmt: skip
    assert body(article) == ["The gulls won.", "LENGTH: of the race, a mile.", "They flew."]
    assert article.metadata["web-site"] == "tide.example with Ada Quill"
    assert (article.metadata["odd-label"], article.metadata["words"]) == ("odd", "5")

    (article,) = reading("a.txt", (header + "LENGTH: 5 words\n" + text + tail).encode()).articles
    assert len(body(article)) == 3


def test_labels_that_articles_use_too_end_the_text_where_others_follow() -> None:
    text = """                               1 of 1 DOCUMENTS

                                      TNN

                        SHOW: HARBOUR TONIGHT 10:00 PM EST

                          January 11, 2010 Monday
              Late Edition - Final; for the whole of the coast
                           and the islands before it

SECTION: NEWS; International

LENGTH: 80 words

HEADLINE: The Wall

GUESTS: Ada Quill

BODY:
  MARA VANE, HOST: Good evening.

  NAME: she asked for it.

  QUILL: Good evening.

URL: http://tnn.example

SUBJECT: WALLS (90%)

LOAD-DATE-MDC: January 12, 2010
"""
    (article,) = reading("a.txt", text.encode()).articles

    assert (article.title, article.source, article.date) == ("The Wall", "TNN", "2010-01-11")
    assert len(body(article)) == 3
    assert (article.url, article.metadata["subject"]) == ("http://tnn.example", "WALLS (90%)")
    assert article.metadata["guests"] == "Ada Quill"
    assert article.metadata["show"] == "HARBOUR TONIGHT 10:00 PM EST"
    assert article.metadata["edition"].endswith("the islands before it")


def test_a_broadcast_that_is_named_above_its_headline() -> None:
    text = """
                              1 of 1 DOCUMENTS

                                      TNN

                       January 11, 2010 Monday

SHOW: HARBOUR TONIGHT 10:00 PM EST

The Wall

ANCHORS: Mara Vane

LENGTH: 4 words

VANE: That is all.

LOAD-DATE: January 12, 2010
                            Copyright 2010 TNN
"""
    (article,) = reading("a.txt", text.encode()).articles

    assert (article.title, article.date) == ("The Wall", "2010-01-11")
    told = {name: article.metadata[name] for name in ("show", "anchors", "load-date", "copyright")}
    assert told == {
        "show": "HARBOUR TONIGHT 10:00 PM EST", "anchors": "Mara Vane",
        "load-date": "January 12, 2010", "copyright": "Copyright 2010 TNN",
    }  # fmt: skip


@needs_shared
def test_the_sample_of_lexisnexistools() -> None:
    """Counted and read off the file by eye: titles, papers, dates, paragraphs of the text."""
    path = SHARED / "files/news/lexisnexis_old.txt"
    found = reading(path.name, path.read_bytes())

    lorem = "Lorem ipsum dolor sit amet"
    longer = f"{lorem}, consectetur adipiscing elit"
    expected = [
        (lorem, "Guardian.com", "2010-01-11", "Andrew Sparrow", 5),
        (lorem, "Guardian", "2010-01-11", "Simon Tisdall", 12),
        (lorem, "The Sun (England)", "2010-01-11", "TREVOR Kavanagh", 8),
        (longer, "The Times (London)", "2010-01-11", "Tom Coghlan", 6),
        (f"{longer}. Etiam lacinia elementum sapien?; eget aliquet ex finibus ut.",
         "The Times (London)", "2010-01-11", "William Rees-Mogg", 12),
        (f"{longer}. Etiam lacinia elementum sapien, eget aliquet",
         "The Times (London)", "2010-01-11", "Tom Coghlan", 7),
        ("ranch noble ash voice declaration", "Guardian", "2010-01-08", "Allegra Stratton", 6),
        ("PRISONER OF HIS OWN CABINET", "MAIL ON SUNDAY (London)", "2010-01-10",
         "STEPHEN POLLARD", 10),
        ("R (programming language) on Wikipedia", "Sunday Mirror", "2010-01-10",
         "Ross Ihaka and Robert Gentleman", 7),
        ("Wikipedia", "DAILY MAIL (London)", "2010-01-09", "", 49),
    ]  # fmt: skip
    assert [
        (one.title, one.source, one.date, one.author, len(one.paragraphs) - 1)
        for one in found.articles
    ] == expected
    assert (found.format, found.announced, found.warnings) == ("lexisnexis-txt", 10, [])
    assert found.articles[2].metadata["edition"] == "Edition 1; Scotland"
    assert found.articles[2].metadata["page"] == "6"
    assert found.articles[9].metadata["words"] == "2968"
