"""PDFs: paragraphs out of printed lines, running heads, hyphens, and files without text."""

import importlib.util
import io
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from pypdf import PdfWriter

from annotator.readers.documents import pdf as pdf_reader
from annotator.readers.documents import pdf_lines
from tests.readers.made import Printed, pdf
from tests.readers.reading import reading, refusal, texts, warnings

FULL = "A line of this paragraph that is as long as the column allows it,"


def column(
    lines: Sequence[str], *, x: float = 40, top: float = 500, step: float = 12
) -> list[Printed]:
    """Lines one below the other; an empty one leaves its place free."""
    return [(x, top - step * n, text) for n, text in enumerate(lines) if text]


def read_texts(*pages: Sequence[Printed]) -> list[str]:
    return texts(reading(pdf(pages), "a.pdf").articles[0])


def test_space_between_lines_begins_a_paragraph() -> None:
    page = column([FULL, FULL, "and ends here.", "", FULL, "and ends, too.", "", "One more line."])
    assert read_texts(page) == [
        f"{FULL} {FULL} and ends here.",
        f"{FULL} and ends, too.",
        "One more line.",
    ]


def test_an_indent_begins_a_paragraph() -> None:
    page = column([FULL, FULL, FULL + " or ends.", FULL, FULL, FULL + " also.", FULL, FULL])
    page[3] = (52, *page[3][1:])
    page[6] = (52, *page[6][1:])
    assert [len(text) // len(FULL) for text in read_texts(page)] == [3, 3, 2]


def test_a_short_last_line_ends_a_paragraph() -> None:
    page = column([FULL, FULL, "and stops.", FULL, FULL, "and stops again.", FULL])
    assert len(read_texts(page)) == 3


def test_a_paragraph_runs_on_over_a_page_and_a_column() -> None:
    lines = [f"{FULL} {name}" for name in ("ash", "bay", "elm", "fig", "oak", "sal", "yew")]
    left, right = column(lines[:3]), column([*lines[3:5], "and stops."], x=220)
    below, last = column(lines[5:6]), column([lines[6], "and stops, too.", "", "It is the end."])
    assert read_texts(left + right, below, last) == [
        " ".join([*lines[:5], "and stops."]),
        " ".join([*lines[5:], "and stops, too."]),
        "It is the end.",
    ]


def test_an_article_of_short_paragraphs_keeps_them_apart() -> None:
    names = ("Ann Poe", "Opinion", "Lisbon", "A lead", "One", "Two", "Three")
    page = [*column(names, top=500, step=22), *column([FULL, "and ends here."], top=340)]
    assert read_texts(page) == [*names, f"{FULL} and ends here."]


def test_a_number_or_dash_that_a_sentence_brings_to_the_line_start_is_no_list() -> None:
    page = column([FULL, "28. Then it rains.", FULL, "– or snows – in May."])
    assert len(read_texts(page)) == 2
    assert read_texts(column([FULL, "ends:", "1. Rain", "2. Snow", "- Hail"]))[1:] == [
        "1. Rain",
        "2. Snow",
        "- Hail",
    ]


def test_a_short_line_at_the_foot_of_a_page_ends_there() -> None:
    first, second = column([FULL, FULL, "and ends.", "", "Photo: Ann Poe"]), column([FULL, "End."])
    assert read_texts(first, second)[1:] == ["Photo: Ann Poe", f"{FULL} End."]


def test_words_broken_at_line_ends_are_made_whole() -> None:
    page = column(
        [
            "Nobody in the whole of the long and narrow valley spoke of negotia-",
            "tions about the well-known bridge, which the anti-",
            "corruption office and a well-",
            "known painter, Jean-",
            "Paul, had seen. There were nego\u00ad",
            "tiators, and a decision-making or decision-",
            "making body.",
        ]
    )
    read = reading(pdf([page]), "a.pdf")
    [text] = texts(read.articles[0])
    assert "of negotiations about" in text
    assert "anti-corruption" in text
    assert "a well-known painter" in text
    assert "Jean-Paul" in text
    assert "negotiators" in text
    assert "or decision-making body" in text
    assert "2 words broken at line ends made whole" in warnings(read)


def test_running_heads_and_page_numbers_are_left_out_and_said() -> None:
    pages = []
    for number in (1, 2, 3):
        head = (40.0, 580.0, f"The Daily Example, March {number}")
        foot = (200.0, 20.0, f"- {number} -")
        body = column([FULL, FULL, "and stops.", "", f"Paragraph number {number} follows here."])
        pages.append([foot, *body, *column([FULL, "x."] * 6, top=400), head])
    read = reading(pdf(pages), "a.pdf")
    shown = "\n".join(texts(read.articles[0]))
    assert "Daily Example" not in shown
    assert "- 2 -" not in shown
    assert "Paragraph number 2" in shown
    [warning] = warnings(read)
    assert warning.startswith("left out as running heads and page numbers: “")
    assert "The Daily Example, March 3" in warning


def test_what_the_article_says_again_is_no_running_head() -> None:
    pages = [
        column(["Example:", FULL, "and stops.", *[FULL, "x."] * 6], top=500 - n) for n in (0, 9)
    ]
    read = reading(pdf(pages), "a.pdf")
    assert "\n".join(texts(read.articles[0])).count("Example:") == 2
    assert not warnings(read)


def test_a_page_number_of_a_single_page() -> None:
    page = [*column([FULL, FULL, "and stops."]), (200.0, 20.0, "Page 1 of 1")]
    assert read_texts(page) == [f"{FULL} {FULL} and stops."]


def test_the_address_that_a_browser_prints_is_the_articles() -> None:
    pages = [
        [
            *column([FULL, FULL, f"and stops {n}."]),
            (40.0, 20.0, f"https://example.org/bridge {n}/2"),
        ]
        for n in (1, 2)
    ]
    assert reading(pdf(pages), "a.pdf").articles[0].url == "https://example.org/bridge"


def test_larger_letters_are_a_paragraph_of_their_own() -> None:
    small = pdf([column([FULL, FULL, "and stops.", "Next to it is this."])])
    assert small.count(b"/F1 10 Tf") == 4
    large = small.replace(b"/F1 10 Tf 40 500", b"/F1 18 Tf 40 500")
    assert len(texts(reading(large, "a.pdf").articles[0])) == 2 + 1


def test_what_is_printed_twice_to_look_bold_is_read_once() -> None:
    page = column([FULL, "and stops."])
    for apart in (0.3, 0.0):
        twice = [(40.0, 540.0, "A bridge"), (40.0 + apart, 540.0 - apart, "A bridge")]
        assert read_texts([*twice, *page]) == ["A bridge", f"{FULL} and stops."]
    assert read_texts([(40.0, 540.0, "No."), (52.0, 540.0, "No."), *page])[0].count("No.") == 2


def test_ligatures_are_letters() -> None:
    assert "ﬁ".translate(pdf_lines._LIGATURES) == "fi"


def test_properties() -> None:
    info = "/Title (Bridges) /Author (Sam Typist) /CreationDate (D:20200304050607+01'00')"
    [article] = reading(pdf([column([FULL, "and stops."])], info=info), "a.pdf").articles
    assert article.title == "Bridges"
    assert (article.author, article.date) == ("", "")
    assert article.metadata["document_author"] == "Sam Typist"
    assert article.metadata["document_created"] == "2020-03-04"


@pytest.mark.parametrize("title", ["Why bridges matter", "Why bridges matter - The Post"])
def test_the_title_of_a_printed_page_is_found_below_its_menu(title: str) -> None:
    menu = column(["Home Politics", "", "Comment", "", "Why bridges matter", "", FULL, "and ends."])
    [article] = reading(pdf([menu], info=f"/Title ({title})"), "a.pdf").articles
    assert article.title == "Why bridges matter"
    assert article.paragraphs[2].reason == "the file's properties give it as the title"


def test_words_that_only_begin_the_title_are_not_it() -> None:
    page = column(["Why bridges", "", FULL, "and ends."])
    [article] = reading(pdf([page], info="/Title (Why bridges matter)"), "a.pdf").articles
    assert article.title == "Why bridges"


def test_letters_that_are_stored_as_shapes_are_told() -> None:
    [warning] = pdf_reader._of_shapes(["\ufeed\ufee0\ufedf\ufe8e 2019", "It rained."])
    assert "words may stand in the wrong order" in warning
    assert not list(pdf_reader._of_shapes(["\u0627\u0644\u0645\u064a\u0646\u0627\u0621"]))


def test_text_that_jumps_about_is_doubtful() -> None:
    page = [line for n in range(8) for line in column(["One.", "Two."], top=100 + 50 * n)]
    [warning] = warnings(reading(pdf([page]), "a.pdf"))
    assert "the order of the text is uncertain on page 1" in warning


def test_lines_read_across_two_columns_are_doubtful() -> None:
    rows = [
        (x, 500.0 - 12 * n, "Left." if x < 100 else "Right.")
        for n in range(9)
        for x in (40.0, 250.0)
    ]
    assert any("uncertain" in warning for warning in warnings(reading(pdf([rows]), "a.pdf")))


@pytest.mark.parametrize("end", ["End of Document", "Document DAILY00020200304eg340000h"])
def test_a_download_of_a_news_database_is_told(end: str) -> None:
    page = column([FULL, "and stops.", end, FULL, "and stops.", end, "It is the end."])
    assert "a download of 2 documents" in warnings(reading(pdf([page]), "a.pdf"))[0]


def test_a_page_without_text_is_said() -> None:
    read = reading(
        pdf([column([FULL, "and stops."]), [], column(["The third page is here."])]), "a.pdf"
    )
    assert warnings(read)[0] == "no text on page 2: a picture, or scanned"


def test_scanned() -> None:
    assert "has no text layer" in refusal(pdf([[], []]), "a.pdf")
    assert "has no text layer" in refusal(pdf([[(40, 20, "1")]]), "a.pdf")


def encrypted(password: str, method: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf([column([FULL, "and stops."])])))
    writer.encrypt(password, owner_password="owner", algorithm=method)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_a_password() -> None:
    assert "is protected by a password" in refusal(encrypted("secret", "RC4-128"), "a.pdf")
    assert texts(reading(encrypted("", "RC4-128"), "a.pdf").articles[0]) == [f"{FULL} and stops."]


def test_encryption_that_needs_another_package() -> None:
    """Made by pypdf with the package cryptography, which is not required, and no password."""
    file = (Path(__file__).parents[1] / "files" / "aes.pdf").read_bytes()
    if importlib.util.find_spec("cryptography"):
        [article] = reading(file, "aes.pdf").articles
        assert texts(article) == ["It rained a lot in the valley of the river."]
    else:
        assert "is encrypted (AES)" in refusal(file, "aes.pdf")


@pytest.mark.parametrize("file", [b"%PDF-1.4 nothing", pdf([column([FULL])])[:300]])
def test_damaged(file: bytes) -> None:
    assert "is a damaged PDF" in refusal(file, "a.pdf")


def test_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_lines, "MAX_PAGES", 2)
    assert "has 3 pages; the limit is 2" in refusal(pdf([column([FULL])] * 3), "a.pdf")


def test_nothing_is_printed_about_faults_that_are_mended(
    capsys: pytest.CaptureFixture[str],
) -> None:
    reading(pdf([column([FULL, "and stops."])]).replace(b"startxref\n", b"startxref\n9"), "a.pdf")
    assert capsys.readouterr() == ("", "")
    assert "pypdf" in sys.modules


def test_a_name_above_an_indented_line_is_no_part_of_it() -> None:
    page = column(["By Ada Quill", FULL, "and ends here.", FULL, "and ends, too.", FULL, FULL])
    for place in (1, 3, 5):
        page[place] = (52, *page[place][1:])
    assert read_texts(page)[:2] == ["By Ada Quill", f"{FULL} and ends here."]


def test_spaces_are_as_the_author_wrote_them_and_not_as_wide_as_the_line_was_set() -> None:
    page = column(["Spaces  in   a line that was set to the full width of a column."])
    assert read_texts(page) == ["Spaces in a line that was set to the full width of a column."]
