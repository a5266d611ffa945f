"""Pages that a browser saved with their pictures."""

import base64

import pytest

from annotator.readers import Options
from annotator.readers.documents import mhtml
from tests.readers.reading import reading, refusal, texts
from tests.readers.seeds.html import ARTICLE, PARAGRAPHS
from tests.readers.seeds.mhtml import END, PAGE, SEEDS
from tests.readers.seeds.proquest_html import SEEDS as PROQUEST


def test_the_article() -> None:
    read = reading(SEEDS["page.mhtml"], "page.mhtml")
    [article] = read.articles
    assert read.format == "mhtml"
    assert texts(article) == PARAGRAPHS
    assert article.date == "2021-03-04"


def test_the_address_it_was_saved_from() -> None:
    plain = SEEDS["page.mhtml"].replace(b"canonical", b"stylesheet")
    assert reading(plain, "a.mht").articles[0].url == "https://harbourpost.example/ferry?page=1"


def test_the_charset_stands_in_the_mail() -> None:
    russian = ARTICLE.replace('<meta charset="utf-8">', "").replace(
        "Ferry fares rise", "Паром дороже"
    )
    page = PAGE.replace(
        b"text/html\r\nContent-ID", b"text/html; charset=windows-1251\r\nContent-ID"
    )
    page = page.replace(b"quoted-printable", b"8bit")
    whole = page + russian.encode("cp1251", "replace") + END
    assert reading(whole, "a.mhtml").articles[0].title == "Паром дороже"


def test_a_page_of_a_news_database_in_an_e_mail() -> None:
    mail = (
        b"From: ProQuest <x@proquest.example>\r\nSubject: Articles\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed;\r\n\tboundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(PROQUEST["records.html"])
        + b"\r\n--x--\r\n"
    )
    read = reading(mail, "articles.eml")
    assert [article.title for article in read.articles] == [
        "Ferry fares rise; Islanders protest", "Le bac plus cher",
    ]  # fmt: skip


def test_forced_and_in_a_named_encoding() -> None:
    options = Options(format="mhtml", encoding="utf-8")
    assert texts(reading(SEEDS["page.mhtml"], "a.mhtml", options).articles[0]) == PARAGRAPHS


def test_without_a_page() -> None:
    empty = PAGE + b"\r\n" + END
    assert "without" in refusal(empty, "a.mhtml")


def test_parts_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mhtml, "MAX_BOUNDARIES", 0)
    assert "parts in parts" in refusal(SEEDS["page.mhtml"], "a.mhtml")


def test_a_letter_is_no_saved_page() -> None:
    assert reading(b"Dear editor:\n\nWe have no bridge.", "a.txt").format == "text"
