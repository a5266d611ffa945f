"""Metadata that a person supplies in a table."""

from pathlib import Path

import pytest

from annotator.errors import DataError
from annotator.model.article import Article, Paragraph
from annotator.readers.metadata import MetadataTable, overridden

ARTICLE = Article(
    "0123456789abcdef", "a1", "Text", (Paragraph(1, 0, 4),), "A title", "Jane Doe", "Courier",
    metadata={"format": "text", "page": "3"},
)  # fmt: skip


def table(folder: Path, text: str) -> MetadataTable:
    path = folder / "meta.csv"
    path.write_text(text, encoding="utf-8")
    return MetadataTable.of_file(path)


def test_fields_override_and_empty_ones_do_not() -> None:
    article = overridden(
        ARTICLE, {"author": "", "source": "Echo", "date": "2019-03-01", "page": "4", "wave": "2"}
    )
    assert (article.author, article.source, article.date) == ("Jane Doe", "Echo", "2019-03-01")
    assert article.metadata == {"format": "text", "page": "4", "wave": "2"}
    assert (article.id, article.text) == (ARTICLE.id, ARTICLE.text)


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("file", "a1.txt"), ("File name", "A1.TXT"), ("filename", "texts\\a1.txt"),
        ("path", "./texts/a1.txt"), ("name", "a1"), ("id", "0123456789abcdef"), ("doc_id", "a1"),
        ("Headline", "A TITLE"),
    ],
)  # fmt: skip
def test_a_row_is_found_by(tmp_path: Path, heading: str, value: str) -> None:
    rows = table(tmp_path, f"{heading},newspaper,wave\nother,Echo,1\n{value},Herald,2\n")
    assert rows.fields(Path("texts/a1.txt"), ARTICLE) == {"source": "Herald", "wave": "2"}
    assert [str(problem) for problem in rows.unused()] == [
        f'{tmp_path / "meta.csv"}:2: no file or article is "other"'
    ]


def test_a_title_is_metadata_where_something_else_names_the_file(tmp_path: Path) -> None:
    rows = table(tmp_path, "file;title\na1.txt;Another title\n")
    assert rows.fields(Path("a1.txt"), ARTICLE) == {"title": "Another title"}
    assert rows.unused() == []


def test_a_file_in_an_archive_is_found_by_its_own_name(tmp_path: Path) -> None:
    rows = table(tmp_path, "file,source\nfolder/a1.txt,Echo\n")
    assert rows.fields(Path("archive.zip"), ARTICLE) == {"source": "Echo"}


def test_dates_become_iso_dates_where_they_are_certain(tmp_path: Path) -> None:
    certain = table(tmp_path, "file,date\na1,3/4/2019\nb,13/4/2019\n")
    assert certain.fields(Path("a1.txt"), ARTICLE) == {"date": "2019-04-03"}
    open_ = table(tmp_path, "file,date\na1,3/4/2019\n")
    assert open_.fields(Path("a1.txt"), ARTICLE) == {"date_as_written": "3/4/2019"}


def test_rows_about_nothing_and_ragged_rows_are_told(tmp_path: Path) -> None:
    rows = table(tmp_path, "file,source\n,Echo\na1,Herald,what,is,this\n")
    assert [problem.line for problem in rows.warnings] == [3, 2]
    assert rows.fields(Path("a1.txt"), ARTICLE) == {}


def test_two_rows_about_one_article_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="two things of one article") as raised:
        table(tmp_path, "file,source\na1,Echo\nA1 ,Herald\n")
    assert str(raised.value.problems[0]).endswith('meta.csv:3: "A1" stands in line 2 already')


def test_a_table_that_names_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError) as raised:
        table(tmp_path, "source,wave\nEcho,1\n")
    assert "no column says which file or article" in str(raised.value.problems[0])
    assert '"file", "name", "id" or "title"' in raised.value.problems[0].hint


def test_no_table(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read as a table"):
        MetadataTable.of_file(tmp_path / "none.csv")
    with pytest.raises(DataError):
        table(tmp_path, "\x00\x01\x02")


def test_a_table_that_is_not_there_is_told_as_a_table(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be read as a table") as caught:
        MetadataTable.of_file(tmp_path / "none.csv")
    assert "does not exist" in str(caught.value.problems[0])
