"""ProQuest text files in four languages."""

import pytest

from annotator.errors import ReaderError
from annotator.model.article import Kind
from tests.readers.news.reading import body, paragraphs, reading
from tests.readers.seeds.proquest_txt import ENGLISH, SEEDS


def test_records_by_their_labels() -> None:
    found = reading("ProQuestDocuments.txt", SEEDS["english.txt"])

    assert (found.format, found.announced, found.warnings) == ("proquest-txt", 3, [])
    wall, ferry = found.articles
    assert (wall.title, wall.author, wall.source, wall.date, wall.url) == (
        "Harbour wall: a metre more", "Quill, Ada", "The Harbour Courier (Online)", "2024-09-20",
        "https://search.example.org/docview/31",
    )  # fmt: skip
    expected = {
        "subject": "Walls; Fishing", "section": "opinion/columnists", "page": "A.4",
        "language": "English", "database_id": "3107396628", "issn": "0319-0000",
        "copyright": "Copyright 2024 Harbour Press Ltd.", "database": "Harbour Newsstream",
        "business indexing term": "Subject: Fishing",
    }  # fmt: skip
    assert expected.items() <= wall.metadata.items()
    assert (ferry.title, ferry.source, ferry.date) == (
        "Ferry late again", "Evening Tide", "2022-03-09",
    )  # fmt: skip


def test_every_line_of_the_text_is_a_paragraph_and_the_text_may_have_labels() -> None:
    wall = reading("ProQuestDocuments.txt", SEEDS["english.txt"]).articles[0]

    assert paragraphs(wall)[2:] == [
        "Fishermen said that they had not been asked.",
        "Subject: walls, said the harbour master.",
        "Dateline: the sea.",
        "CAPTION: The wall.",
    ]
    assert [one.kind for one in wall.paragraphs][-1] == Kind.CAPTION


def test_an_abstract_that_says_more_stands_before_the_text() -> None:
    ferry = reading("ProQuestDocuments.txt", SEEDS["english.txt"]).articles[1]

    assert [one.kind for one in ferry.paragraphs] == [Kind.HEADLINE, Kind.STANDFIRST, Kind.BODY]


def test_records_without_full_text_are_refused_by_name() -> None:
    found = reading("ProQuestDocuments.txt", SEEDS["english.txt"])

    (refused,) = found.refused
    assert refused.message == (
        'record 3, "No text of it", is left out: it comes without its full text'
    )
    assert refused.line == ENGLISH[: ENGLISH.index("Document 3 of 3")].count("\n")
    with pytest.raises(ReaderError) as error:
        reading("a.txt", ENGLISH[ENGLISH.index("Document 3 of 3") - 62 :].encode())
    assert "no record in it has full text" in error.value.problems[0].message


def test_records_that_are_announced_and_not_there_are_named() -> None:
    found = reading("a.txt", ENGLISH[: ENGLISH.index("Document 2 of 3")].encode())

    assert [one.message for one in found.warnings] == [
        "2 of 3 documents are announced and not there: 2, 3"
    ]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("french.txt",
         ("La digue gagne un mètre", "Dune, Léa", "Le Courrier du Port", "2019-12-10", 2)),
        ("german.txt", ("Die Mauer wächst", "Düne, Eva", "Hafenzeitung", "2020-07-07", 1)),
        ("spanish.txt",
         ("El muro crece un metro", "Duna, Eva", "El Correo del Puerto", "2020-07-07", 1)),
    ],
)  # fmt: skip
def test_other_languages(name: str, column: tuple[str, str, str, str, int]) -> None:
    (article,) = reading(name, SEEDS[name]).articles

    *texts, number = column
    assert [article.title, article.author, article.source, article.date] == texts
    assert len(body(article)) == number
    assert article.metadata["database_id"]


def test_text_that_was_cut_at_a_fixed_width_is_joined() -> None:
    text = """Full text: The council voted on Monday night to raise the
harbour wall by a metre after a debate that lasted longer
than any storm of the past ten years.

Fishermen said that they had not been asked by anybody and
went home.
"""
    content = f"{'_' * 60}\n\nA wall\n\n{text}\nTitle: A wall\n"

    (article,) = reading("a.txt", content.encode()).articles

    assert [len(one.split()) for one in body(article)] == [28, 13]


@pytest.mark.parametrize("first", ["Correction: the wall", "Title: Correction: the wall"])
def test_a_title_may_begin_as_a_label_does(first: str) -> None:
    content = f"{'_' * 60}\n\n{first}\n\nPublication info: Tide ; Port.\n\nFull text: It grew.\n"

    (article,) = reading("a.txt", content.encode()).articles

    assert (article.title, article.source) == ("Correction: the wall", "Tide")


def test_other_texts_are_left_to_other_readers() -> None:
    text = f"{'_' * 60}\n\nA wall\n\nTitle: none\n\nSubject: walls\n"
    assert reading("a.txt", text.encode()).format == "text"
