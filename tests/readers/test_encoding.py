"""Bytes to text: marks, strict UTF-8, UTF-16 by pattern, then a detector; or a named encoding."""

import codecs
from pathlib import Path

import pytest

from annotator.errors import ReaderError, UsageError
from annotator.readers.encoding import decode

FILE = Path("a.txt")
ENGLISH = "The summit didn’t fail.\n\nIt’s “no deal” that saved it – and the café’s lunch."
GERMAN = (
    "Der Gipfel ist gescheitert – und das ist gut so. „Kein Abkommen“ heißt: hört zu, ändert euch."
)
FRENCH = "Le sommet s’est achevé sans accord : « l’échec n’est pas total », écrit-il déjà à Genève."
POLISH = (
    "Szczyt w Hanoi zakończył się bez porozumienia. Możliwe, że to najlepszy wynik, choć wielu "
    "dyplomatów czuło się zawiedzionych. Łatwo żałować, trudniej usiąść przy stole jeszcze raz."
)
RUSSIAN = "Саммит завершился без соглашения. Возможно, это лучший исход для всех сторон."
JAPANESE = "首脳会談は合意なしに終わった。これは必ずしも悪い結果ではない。制裁の緩和が焦点だ。"
CHINESE = "峰会在没有达成协议的情况下结束。这不一定是坏结果。围绕放松制裁的分歧仍在继续。"
KOREAN = "정상회담은 합의 없이 끝났다. 이것이 반드시 나쁜 결과는 아니다. 대립이 계속된다."


@pytest.mark.parametrize(
    ("mark", "codec", "said"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
        (b"", "utf-8", "utf-8"),
        (b"", "utf-16-le", "utf-16-le"),
        (b"", "utf-16-be", "utf-16-be"),
    ],
)
def test_unicode(mark: bytes, codec: str, said: str) -> None:
    assert decode(FILE, mark + ENGLISH.encode(codec))[:2] == (ENGLISH, said)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_plain_letters_in_utf_16_without_a_mark(codec: str) -> None:
    text = "The summit failed.\n\nIt was no deal that saved it."
    assert decode(FILE, text.encode(codec))[:2] == (text, codec)


@pytest.mark.parametrize(
    ("text", "codec", "said"),
    [
        (ENGLISH, "cp1252", "cp1252"),
        (GERMAN, "cp1252", "cp1252"),
        (FRENCH, "cp1252", "cp1252"),
        (GERMAN, "mac-roman", "mac-roman"),
        (POLISH, "cp1250", "cp1250"),
        (RUSSIAN, "cp1251", "cp1251"),
        (JAPANESE, "shift_jis", "cp932"),
        (CHINESE, "gb18030", "gb18030"),
        (KOREAN, "euc_kr", "cp949"),
        ("A café in Hanoi", "latin-1", "cp1252"),
    ],
)
def test_other_encodings(text: str, codec: str, said: str) -> None:
    assert decode(FILE, text.encode(codec))[:2] == (text, said)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Погода сегодня хорошая, и город спокоен.", "koi8-r"),
        ("Burmistrz ogłosił, że port zostanie zamknięty.", "cp1250"),
        ("見出し\n\n本文はここにあります。雨が降った。港は静かだ。", "euc-jp"),
    ],
)
def test_a_sentence_is_no_hail_of_foreign_signs(text: str, codec: str) -> None:
    assert decode(FILE, text.encode(codec)).text == text


def test_a_named_encoding_overrules() -> None:
    assert decode(FILE, "é".encode(), "latin-1").text == "Ã©"
    assert decode(FILE, b"\xef\xbb\xbfx", "utf-8").text == "x"


@pytest.mark.parametrize("name", ["no-such", "a\0b", "unicode_escape", "hex", "undefined"])
def test_a_name_that_is_no_encoding_of_texts(name: str) -> None:
    with pytest.raises(UsageError, match="encoding"):
        decode(FILE, b"x", name)


def test_line_ends_become_line_feeds_and_nothing_else_changes() -> None:
    raw = " a\r\nb\rc\n\x85d\u2028e\u2029\x1b]52;c;eA==\x07 \u202ef e\u0301\xa0\t\n".encode()
    expected = " a\nb\nc\n\x85d\u2028e\u2029\x1b]52;c;eA==\x07 \u202ef e\u0301\xa0\t\n"
    assert decode(FILE, raw).text == expected


@pytest.mark.parametrize(
    ("content", "encoding", "message", "line"),
    [
        (b"one\ntwo \x00 three", None, "NUL character at character 8", 2),
        (b"one\n+2AA-", "utf-7", "half a surrogate pair", 2),
        ("é".encode() * 9 + b"\xc3", None, "cut off in the middle", 1),
        (b"plain\n\xe2\x80", None, "cut off in the middle", 2),
        ("é\n".encode() * 9 + b"\x92 x", None, "UTF-8 but for 1 damaged", 10),
        (b"\xef\xbb\xbfx \xff", None, "not valid utf-8", 1),
        (b"\xff\xfea", None, "not valid utf-16-le", 1),
        (b"a\xff", "ascii", "not valid ascii", 1),
        (bytes(range(256)) * 3, None, "binary file", 0),
        (b"\x01\x02\x03\x04 binary", None, "control characters", 0),
    ],
)
def test_refused(content: bytes, encoding: str | None, message: str, line: int) -> None:
    with pytest.raises(ReaderError) as caught:
        decode(FILE, content, encoding)
    [problem] = caught.value.problems
    assert message in problem.message
    assert (problem.where, problem.line) == ("a.txt", line)
