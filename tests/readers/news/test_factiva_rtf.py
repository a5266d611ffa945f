"""Factiva documents with two-letter codes and without, as RTF or saved as Word document."""

import pytest

from annotator.errors import ReaderError
from tests.readers.news.reading import body, reading
from tests.readers.seeds.factiva_rtf import INDEXED, SEEDS, UNINDEXED
from tests.readers.seeds.word_of_lines import docx, plain, rtf


@pytest.mark.parametrize("name", ["unindexed.rtf", "saved.docx"])
def test_articles_without_indexing(name: str) -> None:
    found = reading(name, SEEDS[name])

    assert (found.format, found.warnings, found.refused) == ("factiva-rtf", [], [])
    wall, ferry = found.articles
    assert (wall.title, wall.author, wall.source, wall.date) == (
        "Harbour wall to grow by a metre", "Ada Quill", "The Harbour Courier", "2014-12-01",
    )  # fmt: skip
    assert wall.metadata == {
        "section": "News", "words": "1204", "time": "08:22", "source code": "HARCOU", "page": "3",
        "edition": "All-round Country", "language": "English",
        "copyright": "© 2014 Harbour Press Ltd. All rights reserved.",
        "database_id": "HARCOU0020141201eac10003x", "format": "factiva-rtf",
    }  # fmt: skip
    assert body(wall) == [
        "The town council voted on Monday to raise the harbour wall.", "IN the end nobody came.",
    ]  # fmt: skip
    assert (ferry.title, ferry.author, ferry.source) == ("Ferry late again", "", "Evening Tide")
    assert body(ferry) == ["The ferry was late again."]


def test_articles_with_indexing() -> None:
    (wall,) = reading("indexed.rtf", SEEDS["indexed.rtf"]).articles

    assert (wall.title, wall.author, wall.source, wall.date) == (
        "Harbour wall to grow by a metre", "Ada Quill", "The Harbour Courier", "2014-12-01",
    )  # fmt: skip
    assert wall.metadata["company"] == "harpre : Harbour Press"
    assert wall.metadata["industry"] == "i1 : Fishing"
    assert wall.metadata["region"] == "plune : Port Lune"
    assert wall.metadata["database_id"] == "HARCOU0020141201eac10003x"
    assert body(wall) == [
        "The town council voted.", "It was late.", "Fishermen had not been asked.",
        "IN the end nobody came.",
    ]  # fmt: skip


def test_labels_of_another_language() -> None:
    (article,) = reading("german.rtf", SEEDS["german.rtf"]).articles

    assert (article.title, article.author, article.source, article.date) == (
        "Die Mauer wächst", "Eva Düne", "Hafenzeitung", "2014-12-01",
    )  # fmt: skip
    assert (article.metadata["words"], article.metadata["language"]) == ("1163", "Deutsch")
    assert (article.metadata["page"], len(body(article))) == ("5", 1)


def test_codes_with_a_space_after_them() -> None:
    (article,) = reading("flat.rtf", SEEDS["flat.rtf"]).articles

    assert (article.title, article.source, article.date) == (
        "Harbour wall", "Evening Tide", "2014-12-01",
    )  # fmt: skip
    assert body(article) == ["The wall grew.", "IN the night.", "It grew."]


def test_nothing_bold_section_headline_and_author_by_their_order() -> None:
    lines = [line.removeprefix("*") for line in UNINDEXED]

    wall, ferry = reading("plain.rtf", rtf(lines)).articles

    assert (wall.title, wall.author) == ("Harbour wall to grow by a metre", "Ada Quill")
    assert wall.metadata["section"] == "News"
    assert ferry.title == "Ferry late again"


def test_a_file_cut_off_in_its_last_article_says_so() -> None:
    found = reading("cut.rtf", rtf(UNINDEXED[:-1]))

    assert len(found.articles) == 2
    assert "the file may be cut off" in found.warnings[0].message


def test_an_article_without_text_is_refused_by_name() -> None:
    lines = [line for line in UNINDEXED if not line.startswith("The ferry")]

    found = reading("two.rtf", rtf(lines))

    assert len(found.articles) == 1
    assert [one.message for one in found.refused] == ['article 2, "Ferry late again", has no text']
    with pytest.raises(ReaderError, match="cannot be read"):
        reading("none.rtf", rtf([*INDEXED[:11], INDEXED[-2]]))


def test_other_documents_are_left_to_other_readers() -> None:
    assert reading("note.rtf", rtf(["*Ferry", "12 words", "It was late."])).format == "rtf"
    assert reading("note.docx", docx(["Document 12", "It was late."])).format == "docx"


def test_a_document_saved_as_text() -> None:
    found = reading("saved.txt", SEEDS["saved.txt"])

    assert (found.format, found.encoding) == ("factiva-rtf", "utf-8")
    assert [one.title for one in found.articles] == [
        "Harbour wall to grow by a metre", "Ferry late again",
    ]  # fmt: skip


def test_the_line_below_the_title_of_a_text_is_of_names() -> None:
    lines = ["The island votes", "Ada Quill, Eva Roe", "Special to the Courier", *UNINDEXED[3:18]]

    (article,) = reading("a.txt", plain(lines)).articles

    assert (article.title, article.author) == (
        "The island votes", "Ada Quill, Eva Roe; Special to the Courier",
    )  # fmt: skip
