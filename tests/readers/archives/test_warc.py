"""Web archives."""

import gzip
import zlib

import pytest

from annotator.readers.archives import unpacked, warc, warc_records
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
    assert warnings(read) == ["pages left out because not delivered: 1"]
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
    monkeypatch.setattr(warc_records, "MAX_RECORD", 200)
    small = response("small", b"<p>A short page, but it is one.</p>")
    read = reading(RECORDS[1] + small, "a.warc")
    assert len(read.articles) == 1
    assert "is too long for a page" in refused(read)[0]


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "MAX_PAGES", 1)
    assert "more than 1 pages" in refusal(SEEDS["pages.warc"], "a.warc")


def header(name: str, value: str, record: bytes) -> bytes:
    """The record with one more HTTP header, its length told right."""
    added = f"{name}: {value}\r\n".encode()
    length = int(record.split(b"Content-Length: ")[1].split(b"\r\n")[0])
    told = record.replace(f": {length}".encode(), f": {length + len(added)}".encode(), 1)
    return told.replace(b"text/html\r\n", b"text/html\r\n" + added, 1)


@pytest.mark.parametrize(
    ("name", "value", "body"),
    [
        ("Content-Encoding", "gzip", gzip.compress(ARTICLE.encode())),
        ("Content-Encoding", "deflate", zlib.compress(ARTICLE.encode())),
        ("Content-Encoding", "deflate", zlib.compress(ARTICLE.encode())[2:-4]),
        ("Content-Encoding", "gzip", ARTICLE.encode()),
        ("Transfer-Encoding", "chunked",
         f"{len(ARTICLE.encode()):x}\r\n{ARTICLE}\r\n0\r\n\r\n".encode()),
        ("Transfer-Encoding", "chunked", ARTICLE.encode()),
        ("X-Long", "one\r\n two", ARTICLE.encode()),
    ],
)  # fmt: skip
def test_pages_as_servers_send_them(name: str, value: str, body: bytes) -> None:
    [article] = reading(header(name, value, response("a", body)), "a.warc").articles
    assert texts(article) == PARAGRAPHS


def test_what_cannot_be_unpacked_is_named() -> None:
    read = reading(header("Content-Encoding", "br", response("a", b"x")) + RECORDS[1], "a.warc")
    assert refused(read) == [
        'https://harbourpost.example/a is compressed in a way that is not read here ("br")'
    ]


def test_a_page_without_address() -> None:
    record = RECORDS[1].replace(b"WARC-Target-URI", b"X-Other")
    assert texts(reading(record, "a.warc").articles[0]) == PARAGRAPHS


def test_answers_of_other_servers_are_no_pages() -> None:
    dns = RECORDS[1].replace(b"HTTP/1.1 200 OK", b"20210305100000 ")
    read = reading(dns + RECORDS[1], "a.warc")
    assert (read.announced, len(read.articles)) == (1, 1)


def test_a_record_that_lies_about_its_length(capfd: pytest.CaptureFixture[str]) -> None:
    length = RECORDS[1].split(b"Content-Length: ")[1].split(b"\r\n")[0]
    lying = RECORDS[1].replace(length, b"%d" % (int(length) - 3), 1)
    read = reading(RECORDS[5] + lying + RECORDS[1], "a.warc")
    assert "a record does not end where it says it does" in warnings(read)[0]
    assert capfd.readouterr() == ("", "")
