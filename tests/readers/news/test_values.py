"""Values of the labelled lines of news databases."""

import pytest

from annotator.readers.news.date_line import DateLine, date_line
from annotator.readers.news.item import number_of_words, without_by
from annotator.readers.news.values import place


@pytest.mark.parametrize(
    ("text", "section", "page"),
    [
        ("NEWS; Pg. 6", "NEWS", "6"),
        ("Politik; S. 3", "Politik", "3"),
        ("WISSENSCHAFT; KREBS; S. 114 Ausg. 9", "WISSENSCHAFT; KREBS; Ausg. 9", "114"),
        ("Section B; Page 22, Column 2; National Desk", "Section B; Column 2; National Desk", "22"),
        ("Section A; Column 1; Pg. A18", "Section A; Column 1", "A18"),
        ("NEWS; Pg. 4,5", "NEWS", "4,5"),
        ("SPORT; p. 12-13", "SPORT", "12-13"),
        ("Sport", "Sport", ""),
        ("", "", ""),
    ],
)
def test_section_and_page(text: str, section: str, page: str) -> None:
    assert place(text) == (section, page)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("December 19, 1991, Sunday, Late Edition - Final",
         DateLine("1991-12-19", "", "Late Edition - Final")),
        ("27. Februar 2012 Montag 9:50 PM GMT+1", DateLine("2012-02-27", "9:50 PM GMT+1")),
        ("July 1, 2019 Monday 9:20 AM GMT", DateLine("2019-07-01", "9:20 AM GMT")),
        ("January 11, 2010 Monday London Edition 1",
         DateLine("2010-01-11", "", "London Edition 1")),
        ("2 janvier 2010 samedi Toutes éditions", DateLine("2010-01-02", "", "Toutes éditions")),
        ("May 2008", DateLine("2008-05")),
        ("A headline without a date", None),
    ],
)  # fmt: skip
def test_lines_with_a_date(text: str, expected: DateLine | None) -> None:
    assert date_line(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By PAPER AUTHOR", "PAPER AUTHOR"),
        ("Von Eva Hagen", "Eva Hagen"),
        ("von Hagen, Eva", "von Hagen, Eva"),
        ("Par  Jean Dupont", "Jean Dupont"),
        ("Byron Lord", "Byron Lord"),
    ],
)
def test_authors(text: str, expected: str) -> None:
    assert without_by(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1,285 words", "1285"), ("2.029 Wörter", "2029"), ("1 084 mots", "1084"), ("none", "")],
)
def test_numbers_of_words(text: str, expected: str) -> None:
    assert number_of_words(text) == expected
