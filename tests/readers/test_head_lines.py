"""Heads of plain texts whose lines no blank line parts."""

import pytest

from annotator.model.article import Kind
from tests.readers.reading import reading, texts

BODY = (
    "\n\nThe council met on Monday and decided to close the bridge until the spring, which\n"
    "surprised traders.\n\nNobody had told the schools, and nobody had told the ferrymen.\n"
)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("The bridge closes\nBy JANE DOE\nThe Courier", ["The bridge closes", "By JANE DOE",
                                                        "The Courier"]),
        ("The bridge closes\nuntil the spring\nBy Jane Doe", ["The bridge closes\nuntil the spring",
                                                             "By Jane Doe"]),
        ("Opinion\nThe bridge closes\nBy Jane Doe\n6 May 2020",
         ["Opinion", "The bridge closes", "By Jane Doe", "6 May 2020"]),
        ("The bridge closes\n6 May 2020", ["The bridge closes", "6 May 2020"]),
    ],
)  # fmt: skip
def test_a_head_without_blank_lines_is_parted(head: str, expected: list[str]) -> None:
    [article] = reading((head + BODY).encode(), "a.txt").articles
    assert texts(article)[:-2] == expected
    assert article.title == "The bridge closes" or article.title.endswith("until the spring")
    assert ("Jane" in head.title()) is (article.author.title() == "Jane Doe")
    assert "body" not in [paragraph.kind for paragraph in article.paragraphs[:-2]]


@pytest.mark.parametrize(
    "head",
    [
        "The rain came early.\nBy Jane Doe's reckoning it was May.",
        "Roses are red\nviolets are blue",
        "The bridge closes",
    ],
)
def test_other_first_paragraphs_stay_whole(head: str) -> None:
    [article] = reading((head + BODY).encode(), "a.txt").articles
    assert texts(article)[0] == head
    assert article.paragraphs[-1].kind is Kind.BODY
