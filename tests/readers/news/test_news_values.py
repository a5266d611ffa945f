"""Values and lines that several news databases write alike."""

import pytest

from annotator.readers.news import labels, wrapped
from annotator.readers.news.date_line import DateLine, date_line
from annotator.readers.news.values import is_copyright, place


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("NEWS; Pg. 6", ("NEWS", "6")),
        ("Section A; Column 1; Foreign Desk; Pg. 18", ("Section A; Column 1; Foreign Desk", "18")),
        ("POLITIK; S. 5", ("POLITIK", "5")),
        ("Seite Drei; Seite 3", ("Seite Drei", "3")),
        ("RÉGION; Pg. A12, 13", ("RÉGION", "A12, 13")),
        ("Binnenland; Blz. 4", ("Binnenland", "4")),
        ("PAGINA 3; Blz. 3", ("PAGINA 3", "3")),
        ("Pg. A 1", ("", "A 1")),
        ("POLITICS; Version:28", ("POLITICS; Version:28", "")),
        ("Pg. 2", ("", "2")),
        ("", ("", "")),
    ],
)
def test_section_and_page(section: str, expected: tuple[str, str]) -> None:
    assert place(section) == expected


def test_claims_of_rights() -> None:
    lines = ["Copyright 2010 Guardian", "  © 2010", "(c) 2010 X", "ALL RIGHTS RESERVED"]
    assert all(map(is_copyright, lines))
    assert not is_copyright("The copyright is ours")


@pytest.mark.parametrize(
    "line",
    [
        "среда, 3 апреля 2019",
        "الأربعاء 3 أبريل 2019",
        "2019年4月3日 星期三",
        "2019년 4월 3일 수요일",
    ],
)
def test_the_weekday_is_no_edition(line: str) -> None:
    assert date_line(line) == DateLine("2019-04-03")


def test_a_date_may_begin_with_its_year() -> None:
    assert date_line("2019-04-03 09:20 Late Edition") == DateLine(
        "2019-04-03", "09:20", "Late Edition"
    )


def test_labels_in_many_languages() -> None:
    of = {label: labels.field_of(label) for label in ("LÄNGE", "Longueur", "Byline", "Encart")}
    assert of == {"LÄNGE": "words", "Longueur": "words", "Byline": "author", "Encart": "highlight"}
    assert labels.field_of("Journal  Code") == "journal code"
    assert labels.is_label("Date de chargement")
    assert labels.is_certain("LOAD-DATE")
    assert labels.is_label("NAME")
    assert not labels.is_certain("NAME")
    assert labels.is_of_head("AUTOR")
    assert not labels.is_of_head("LANGUAGE")


def test_lines_become_paragraphs() -> None:
    long = "word " * 30
    lines = ["one", "two", "", "  three", "four", "  five", long, "six", "\u3000seven"]
    assert wrapped.paragraphs(lines) == [
        "one two", "three four", "five", long.strip(), "six", "seven",
    ]  # fmt: skip
    assert wrapped.joined(["", " a", "b ", "\xa0"]) == "a b"
