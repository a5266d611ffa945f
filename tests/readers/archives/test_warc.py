"""Web archives."""

import gzip

import pytest

from annotator.readers.archives import unpacked, warc
from tests.readers.reading import reading, refusal, refused, texts, warnings
from tests.readers.seeds.html import ARTICLE, PARAGRAPHS
from tests.readers.seeds.warc import RECORDS, SEEDS, response


@pytest.mark.parametrize("name", list(SEEDS))
def test_every_page_is_an_article(name: str) -> None:
    read = reading(SEEDS[name], name)
    one, two = read.articles
    assert (read.format, read.announced) == ("warc", 3)
    assert texts(one) == PARAGRAPHS
    assert one.url == "https://harbourpost.example/ferry"
    assert (one.date, one.metadata["captured"]) == ("2021-03-04", "2021-03-05T10:00:00Z")
    assert two.title == "Island fares rise"
    assert warnings(read) == ["left out, because not delivered (status not 200): 1 pages"]
    assert refused(read) == ["https://harbourpost.example/empty is a web page without text"]


def test_the_charset_of_the_server() -> None:
    page = ARTICLE.replace('<meta charset="utf-8">', "").replace("Ferry fares rise", "Паром дороже")
    record = response("a", page.encode("cp1251", "replace"), kind="text/html; charset=windows-1251")
    assert reading(record, "a.warc").articles[0].title == "Паром дороже"


@pytest.mark.parametrize("name", list(SEEDS))
def test_what_stands_before_a_cut_is_read(name: str) -> None:
    read = reading(SEEDS[name][:-60], name)
    assert read.articles[0].title == "Ferry fares rise"
    assert any("cut off" in warning for warning in warnings(read))


def test_nothing_in_it() -> None:
    assert "without a page" in refusal(RECORDS[0], "a.warc")
    assert "gzip archive" in refusal(gzip.compress(b"words"), "a.warc.gz")


def test_too_much_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacked, "_SMALL", 100_000)
    bomb = gzip.compress(response("a", b"<p>" + b"x" * 3_000_000))
    assert "unpacks to far more" in refusal(bomb, "a.warc.gz")


def test_a_page_that_is_too_large_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_PAGE", 100)
    small = response("small", b"<p>A short page, but it is one.</p>")
    read = reading(RECORDS[1] + small, "a.warc")
    assert len(read.articles) == 1
    assert "is too large" in refused(read)[0]


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_PAGES", 1)
    assert "more than 1 pages" in refusal(SEEDS["pages.warc"], "a.warc")
