"""What web pages are encoded in, whatever they declare."""

import codecs
from pathlib import Path

import pytest

from annotator.errors import ReaderError
from annotator.readers import Options
from annotator.readers.documents.charset import markup
from annotator.readers.encoding import Decoded
from annotator.readers.source import Source

_TEXT = "<p>Größe, déjà vu – 5 €</p>"


def decoded(content: bytes, declared: str = "", encoding: str = "") -> Decoded:
    return markup(Source(Path("a.html"), content, Options(encoding=encoding)), declared)


def declaring(name: str, text: str = _TEXT) -> str:
    return f"<html><head><meta charset='{name}'></head>{text}"


@pytest.mark.parametrize(
    ("content", "encoding", "reason"),
    [
        (codecs.BOM_UTF8 + _TEXT.encode(), "utf-8", "byte-order mark"),
        (codecs.BOM_UTF16_LE + _TEXT.encode("utf-16-le"), "utf-16-le", "byte-order mark"),
        (_TEXT.encode("utf-16-be"), "utf-16-be", "every other byte"),
        (declaring("iso-8859-1").encode(), "utf-8", "though the page says iso-8859-1"),
        (declaring("utf-8").encode(), "utf-8", "every byte is valid UTF-8"),
        (declaring("iso-8859-1").encode("cp1252"), "cp1252", "the page says so"),
        (declaring("utf-8").encode("cp1252"), "cp1252", "it is not in utf-8"),
        (declaring("x-nonsense").encode("cp1252"), "cp1252", "it is not in x-nonsense"),
    ],
)
def test_what_the_bytes_are_goes_first(content: bytes, encoding: str, reason: str) -> None:
    found = decoded(content)
    assert found.encoding == encoding
    assert reason in found.reason
    assert _TEXT in found.text


@pytest.mark.parametrize(
    ("name", "codec", "text"),
    [
        ("gb2312", "gb18030", "中文网页"),
        ("x-sjis", "cp932", "日本語の頁"),
        ("ks_c_5601-1987", "cp949", "한국어"),
        ("windows-1251", "cp1251", "Русский текст"),
        ("iso-8859-9", "cp1254", "Türkçe ğış"),
    ],
)
def test_declarations_mean_what_browsers_make_of_them(name: str, codec: str, text: str) -> None:
    assert text in decoded(declaring(name, text).encode(codec)).text


def test_the_declaration_of_the_xml_and_the_server_count_too() -> None:
    page = "<?xml version='1.0' encoding='windows-1251'?><html>Русский</html>".encode("cp1251")
    assert "Русский" in decoded(page).text
    assert "Русский" in decoded("<p>Русский</p>".encode("koi8-r"), "koi8-r").text


def test_a_few_damaged_bytes_do_not_make_mojibake_of_the_rest() -> None:
    found = decoded("<p>ä ö ü é è ê</p>".encode() + b"\xff")
    assert "ä ö ü é è ê" in found.text
    assert "1 damaged bytes" in found.reason


def test_the_person_has_the_last_word() -> None:
    assert decoded("<p>é</p>".encode(), encoding="latin-1").text == "<p>Ã©</p>"
    with pytest.raises(ReaderError):
        decoded(b"\xff\xff", encoding="utf-8")
