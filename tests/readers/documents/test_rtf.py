"""RTF documents: encodings, styles, and what is no text of the article."""

from pathlib import Path

import pytest

from annotator.model.article import Kind
from annotator.readers import Options
from annotator.readers.documents import rtf_lines, rtf_tokens
from annotator.readers.source import Source
from tests.readers.reading import of_kind, reading, refusal, texts, warnings

SENTENCE = rb"The bridge was never built, and nobody asked.\par "


def rtf(body: bytes, head: bytes = rb"\ansi\ansicpg1252") -> bytes:
    return rb"{\rtf1" + head + b" " + body + b"}"


def read_texts(body: bytes, head: bytes = rb"\ansi\ansicpg1252") -> list[str]:
    return texts(reading(rtf(body, head), "a.rtf").articles[0])


def test_paragraphs_and_line_breaks() -> None:
    assert read_texts(rb"One\line two.\par\par Three.\~x\_y\tab z\-w\par") == [
        "One\ntwo.",
        "Three.\xa0x‑y\tzw",
    ]


@pytest.mark.parametrize(
    ("head", "body", "text"),
    [
        (rb"\ansi\ansicpg1252", rb"Caf\'e9 \'80", "Café €"),
        (rb"\ansi\ansicpg1251", rb"\'ef\'f0\'e8", "при"),
        (rb"\ansi\ansicpg932", rb"\'93\'fa\'96{}\'7b", "日本"),
        (rb"\ansi\ansicpg932", rb"\'83A", "ア"),  # the second half is written as a letter
        (rb"\mac", rb"Caf\'8e", "Café"),
        (rb"\ansi\ansicpg1252{\fonttbl{\f3\fcharset204 A;}}", rb"{\f3\'ef} \'ef", "п ï"),
        (rb"\ansi\ansicpg65001", rb"\'e2\'82\'ac", "€"),
        (rb"\ansi\ansicpg1252", "Brücke".encode(), "Brücke"),
        (rb"\ansi\ansicpg1252", "Brücke".encode("cp1252"), "Brücke"),
    ],
)
def test_encodings(head: bytes, body: bytes, text: str) -> None:
    assert read_texts(body + rb"\par", head) == [text]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (rb"\u8220?quoted\u8221?", "“quoted”"),
        (rb"\uc2\u8220\'22\'22x", "“x"),
        (rb"\uc0\u8220x", "“x"),
        (rb"{\uc3\u8220abc}\u8221?x", "“”x"),
        (rb"\u-10179?\u-8704?", "😀"),
        (rb"\u128512?", "😀"),
        (rb"a\u-10179?b", "a\ufffdb"),
        (rb"\u0?a\u1114112?b", "ab"),
        (rb"\ldblquote a\rdblquote\emdash b\bullet", "“a”—b•"),
        (rb"\{a\}\\b", r"{a}\b"),
    ],
)
def test_characters(body: bytes, text: str) -> None:
    assert read_texts(body + rb"\par") == [text]


def test_a_named_encoding_overrules_what_the_file_says() -> None:
    file = rtf(rb"\'ef\'f0\'e8\par")
    [article] = reading(file, "a.rtf", Options(encoding="cp1251")).articles
    assert texts(article) == ["при"]


def test_characters_that_the_encoding_lacks_are_said() -> None:
    [warning] = warnings(reading(rtf(rb"a\'81b\par", rb"\ansi\ansicpg1253"), "a.rtf"))
    assert "1 characters do not exist in cp1253" in warning


def test_styles_and_outlines_say_what_is_a_heading() -> None:
    sheet = rb"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}{\*\cs2 Strong;}{\s15\sbasedon0 Title;}}"
    body = (
        sheet + rb"\pard\s15 A bridge\par\pard " + SENTENCE + rb"\pard\s1 Later\par\pard "
        rb"\outlinelevel1 Still later\par\pard " + SENTENCE
    )
    [article] = reading(rtf(body), "a.rtf").articles
    assert of_kind(article, Kind.HEADLINE) == ["A bridge", "Later", "Still later"]


def test_what_is_no_text_is_left_out() -> None:
    body = (
        rb"{\info{\title Bridges}{\author Sam Typist}}{\header A head\par}{\footer 1}"
        rb"{\*\generator Word;}{\pict\bin6 {}}{x\par}{\*\unknown stuff}{\v hidden}{\deleted gone }"
        rb"Told{\footnote A note.}.{\xe index}{\*\bkmkstart a}\par"
    )
    read = reading(rtf(body), "a.rtf")
    assert texts(read.articles[0]) == ["Told."]
    assert warnings(read) == ["1 footnote left out"]
    assert read.articles[0].metadata["document_author"] == "Sam Typist"


def test_links_show_their_words_and_not_their_address() -> None:
    link = rb'{\field{\*\fldinst HYPERLINK "http://example.org/?q=1"}{\fldrslt {\ul bridge}}}'
    assert read_texts(rb"A " + link + rb" in May.\par") == ["A bridge in May."]


def test_text_boxes_and_cells_are_paragraphs() -> None:
    box = rb"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt In the box.\par}}{\shprslt Double}}"
    assert read_texts(box + rb"\trowd One.\cell Two.\cell\row Three.\par") == [
        "In the box.",
        "One.",
        "Two.",
        "Three.",
    ]


def test_bold_ends_with_its_group_and_with_plain() -> None:
    body = rb"{\b All}\par None\par\b Half\b0 way\par\b\plain None\par\b  \b0 None\par"
    found = rtf_lines.lines(Source(Path("a.rtf"), rtf(body)))
    assert [line.bold for line in found[:5]] == [True, False, False, False, False]


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    read = reading(rtf(SENTENCE * 2)[:-20], "a.rtf")
    assert len(read.articles[0].paragraphs) == 2
    assert warnings(read) == ["the file is cut off: its last closing brace is missing"]


def test_refused() -> None:
    assert "is an RTF document without text" in refusal(rtf(b""), "a.rtf")
    assert "without text" in refusal(rtf(rb"\par{\pict 00}"), "a.rtf")


def test_more_than_anybody_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf_lines, "MAX_LINES", 3)
    assert len(reading(rtf(SENTENCE * 2), "a.rtf").articles) == 1
    assert "has more than 3 paragraphs" in refusal(rtf(SENTENCE * 3), "a.rtf")
    monkeypatch.setattr(rtf_tokens, "MAX_TOKENS", 5)
    assert "is too large an RTF document" in refusal(rtf(SENTENCE * 2), "a.rtf")


def test_what_stands_after_the_document_is_not_read() -> None:
    assert texts(reading(rtf(SENTENCE) + b"garbage {x}", "a.rtf").articles[0]) == [
        "The bridge was never built, and nobody asked."
    ]


def test_nuls_that_fill_up_are_no_text() -> None:
    for filled in (b"{\\rtf1 It rained.\x00\x00\\par}", b"{\\rtf1 It \\'00rained.\\par}\x00"):
        assert texts(reading(filled, "a.rtf").articles[0]) == ["It rained."]
