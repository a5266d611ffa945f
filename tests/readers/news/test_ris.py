"""RIS records: abstract or notes as text, everything else as fields."""

import pytest

from annotator.errors import ReaderError
from annotator.model.article import Kind
from annotator.readers import Options
from annotator.readers.news.ris_fields import metadata
from annotator.readers.news.ris_records import records, tag_of
from tests.readers.news.reading import body, paragraphs, reading
from tests.readers.seeds.ris import NEWS, SEEDS
from tests.shared import SHARED, needs_shared

RIS = Options(format="ris")
"""Records that name files on the disk are read as Zotero's exports unless somebody says so."""


def test_title_abstract_and_fields() -> None:
    wall = reading("export.ris", SEEDS["news.ris"], RIS).articles[0]

    assert (wall.title, wall.author, wall.source, wall.date, wall.url) == (
        "Harbour wall: a metre more", "Quill, Ada; Düne, Eva", "The Harbour Courier",
        "2019-07-01", "https://courier.example.org/wall",
    )  # fmt: skip
    assert wall.metadata == {
        "page": "4-5", "language": "en", "database_id": "harbour-1", "subject": "walls; fishing",
        "issn": "0319-0000", "other urls": "https://archive.example.org/wall",
        "files": "files/12/wall.pdf", "record type": "NEWS", "notes": "Found by chance.",
        "format": "ris",
    }  # fmt: skip
    assert paragraphs(wall) == ["Harbour wall: a metre more", "The council voted on Monday."]


def test_long_notes_are_the_text() -> None:
    ferry = reading("export.ris", SEEDS["news.ris"], RIS).articles[1]

    assert [one.kind for one in ferry.paragraphs][:2] == [Kind.HEADLINE, Kind.STANDFIRST]
    assert len(paragraphs(ferry)[2]) > 1000
    assert (ferry.author, ferry.source, ferry.date) == ("Vane, Mara", "Evening Tide", "2019-07-02")


def test_a_record_without_text_is_refused_by_name() -> None:
    found = reading("export.ris", SEEDS["news.ris"], RIS)

    (refused,) = found.refused
    assert refused.message == 'record 3, "A title alone", has no text (type JOUR)'
    assert refused.hint == 'its text may be in "files/13/title.pdf": add that file'
    assert refused.line == NEWS.split("\n").index("TY  - JOUR") + 1
    with pytest.raises(ReaderError) as error:
        reading("export.ris", b"TY  - JOUR\nTI  - A title alone\nER  -\n")
    assert error.value.problems[0].message == (
        "is a RIS file without an article: no record in it has a text"
    )


def test_mark_up_goes_and_its_paragraphs_stay() -> None:
    (article,) = reading("export.ris", SEEDS["marked_up.ris"]).articles

    assert paragraphs(article)[1:] == ["Walls divide.", "Gates & doors do not."]
    assert article.date == "2014"


def test_lines_of_a_value_are_joined_and_empty_lines_part_paragraphs() -> None:
    (article,) = reading("export.ris", SEEDS["wrapped.ris"]).articles

    assert paragraphs(article) == [
        "first line, ER then the second line and at the end the last line", "A second paragraph.",
    ]  # fmt: skip
    assert article.title == "export"
    assert {one.kind for one in article.paragraphs} == {Kind.BODY}


def test_records_without_an_end_and_with_one_space() -> None:
    articles = reading("export.ris", SEEDS["never_ended.ris"]).articles

    assert [article.title for article in articles] == ["One", "Two"]


def test_ris_is_known_by_its_content() -> None:
    assert reading("export.txt", SEEDS["never_ended.ris"]).format == "ris"
    assert reading("talk.txt", b"TY  - said the bird.\n\nNothing else.\n").format == "text"
    assert [tag_of(line) for line in ("T1  - x", "ER  -", "ER then", "T1 x", "")] == [
        "T1", "ER", "", "", "",
    ]  # fmt: skip


def test_the_most_exact_date_counts() -> None:
    (record,) = records(["TY  - NEWS", "PY  - 2019", "Y1  - 2019/07//", "DA  - 2019"])
    assert metadata(record)["date"] == "2019-07"
    (record,) = records(["TY  - NEWS", "PY  - 2019", "DA  - Jul 1"])
    assert metadata(record)["date"] == "2019-07-01"


def test_keywords_one_to_a_line_and_addresses_one_by_one() -> None:
    lines = ["TY  - NEWS", "KW  - walls", "boats", "UR  - https://a.example; https://b.example"]
    (record,) = records(lines)
    assert metadata(record) == {
        "record type": "NEWS", "subject": "walls; boats", "url": "https://a.example",
        "other urls": "https://b.example",
    }  # fmt: skip


@needs_shared
def test_the_samples_of_rispy() -> None:
    """Read off the files by eye."""
    path = SHARED / "files/news/example_full.ris"
    found = reading(path.name, path.read_bytes())
    assert [
        (one.title, one.author, one.source, one.date, one.url, len(one.paragraphs))
        for one in found.articles
    ] == [
        ("Title of reference", "Marx, Karl; Lindgren, Astrid", "Lorem", "2014",
         "http://example_url.com", 2),
        ("The title of the reference", "Marxus, Karlus; Lindgren, Astrid", "Lorem", "2006",
         "http://example_url.com", 2),
    ]  # fmt: skip
    assert found.articles[0].metadata["full text links"] == "http://example.com"

    path = SHARED / "files/news/example_multiline.ris"
    found = reading(path.name, path.read_bytes())
    text = "first line, ER then second line and at the end the last line"
    assert [paragraphs(one) for one in found.articles] == [[text]] * 3


def test_notes_about_the_record_are_no_text() -> None:
    about = "Copyright - (c) 2010 Press; Last updated - 2017-11-07; People - Roe, Jane"
    record = "TY  - NEWS\nT1  - The pier\nTI  - The pier\nN1  - {}\n{}ER  - \n"
    with pytest.raises(ReaderError, match="cannot be read") as error:
        reading("a.ris", record.format(about, "").encode())
    assert "no record in it has a text" in error.value.problems[0].message

    (article,) = reading("a.ris", record.format(about, "AB  - It fell.\n").encode()).articles

    assert article.metadata["about the record"] == about
    assert "t1" not in article.metadata
    assert (article.title, body(article)) == ("The pier", ["It fell."])
