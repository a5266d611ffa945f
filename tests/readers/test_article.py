"""What an article is besides its paragraphs: id, name, title, author, date, hash."""

import hashlib
from pathlib import Path

import pytest

from annotator.model.article import Article
from annotator.readers import read
from annotator.readers.assemble import article_id
from annotator.readers.kinds.dates import date_in

BODY = (
    "The delegations left the hotel before lunch, and nobody could say who had stood up first. " * 4
)


def written(path: Path, content: str | bytes) -> Article:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    [article] = read(path)
    return article


def test_the_same_article_of_two_coders_has_one_id(tmp_path: Path) -> None:
    one = written(tmp_path / "one.txt", f"Title\n\n{BODY}\n")
    two = written(tmp_path / "two.txt", b"\xef\xbb\xbf" + f"Title\r\n\r\n{BODY}\r\n".encode())
    assert one.id == two.id
    assert one.sha256 != two.sha256
    assert len(one.id) == 16


def test_another_segmentation_is_another_article() -> None:
    assert article_id("a b", [(0, 3)]) != article_id("a b", [(0, 1), (2, 3)])
    assert article_id("a b", [(0, 3)]) == "422e8d8ad33764bd"


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbfA line.\r\n"
    assert written(tmp_path / "a.txt", content).sha256 == hashlib.sha256(content).hexdigest()


def test_metadata_from_the_lines_above_the_body(tmp_path: Path) -> None:
    article = written(
        tmp_path / "file.name.txt",
        f"A title over\ntwo lines\n\nBy Jane Doe and John Roe | March 2, 2019 7:00 AM\n\n{BODY}\n",
    )
    assert article.name == "file.name"
    assert article.title == "A title over two lines"
    assert article.author == "Jane Doe and John Roe"
    assert article.date == "2019-03-02"


def test_what_is_not_certain_stays_empty(tmp_path: Path) -> None:
    article = written(tmp_path / "a.txt", f"{BODY}\n\n{BODY}\n\nUpdated March 3, 2019\n")
    assert (article.title, article.author, article.date) == ("a", "", "")


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    article = written(Path(f"{tmp_path}/caf\udce9.txt"), BODY)
    assert article.name == "caf\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("March 2, 2019", "2019-03-02"),
        ("Sat 2 Mar 2019 10.15 GMT", "2019-03-02"),
        ("2nd of March 2019", "2019-03-02"),
        ("2. März 2019, 14:05 Uhr", "2019-03-02"),
        ("Publié le 2 février 2019", "2019-02-02"),
        ("2 de marzo de 2019", "2019-03-02"),
        ("02.03.2019", "2019-03-02"),
        ("2019-03-02T07:00", "2019-03-02"),
        ("2019年3月2日", "2019-03-02"),
        ("3/2/2019", ""),  # March in one country, February in another
        ("March 2019", ""),
        ("31. 13. 2019", ""),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert date_in(text) == date


def test_hostile_text_is_kept_as_it_is(tmp_path: Path) -> None:
    text = "[sic] [/ [@click=app.quit]x[/] \x1b]52;c;eA==\x07 \x9b31m \u202e\u200b\ufeff 漢字 😀\n"
    assert written(tmp_path / "a.txt", text).text == text


def test_large_articles(tmp_path: Path) -> None:
    assert len(written(tmp_path / "a.txt", "word " * 5_000).paragraphs) == 1
    assert len(written(tmp_path / "b.txt", "word " * 1_000_000).paragraphs) == 1
