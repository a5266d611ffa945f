"""Articles by id, name, title or file name; paragraphs by number."""

import pytest

from annotator.importers.places import Fault, Places, paragraph_number, whole_number
from annotator.model.article import ArticleHeader
from tests.exporters.sample import FIRST, HEADERS


def header(identifier: str, name: str, title: str = "") -> ArticleHeader:
    return ArticleHeader(identifier, 1, name, title, "", "", "", "", 3, 3)


@pytest.mark.parametrize("name", [FIRST, "harbour", "harbour.txt", "Talks end"])
def test_an_article_is_found_by_whatever_it_is_called(name: str) -> None:
    found = Places(HEADERS).named(name)
    assert isinstance(found, ArticleHeader)
    assert found.id == FIRST


@pytest.mark.parametrize("stored", ["Z\u00fcrich", "Zu\u0308rich"])
@pytest.mark.parametrize("typed", ["Z\u00fcrich", "Zu\u0308rich", "Zu\u0308rich.txt"])
def test_how_a_letter_is_put_together_plays_no_part(stored: str, typed: str) -> None:
    assert Places([header("1", stored)]).named(typed) == header("1", stored)


def test_an_unknown_article_gets_the_nearest_name() -> None:
    assert Places(HEADERS).named("harbor") == Fault(
        'there is no article "harbor"', 'did you mean "harbour"?'
    )


def test_two_articles_of_one_name_are_not_guessed() -> None:
    places = Places([header("1", "x"), header("2", "x"), header("3", "y", "x")])
    assert places.named("x") == Fault('2 articles are called "x"', "use their ids")


def test_an_id_that_is_not_there_is_never_replaced_by_a_name() -> None:
    fault = Places(HEADERS).by_id("id-other")
    assert isinstance(fault, Fault)
    assert "--map article_id=" in fault.hint


@pytest.mark.parametrize(
    ("cell", "number"), [("1", 1), (" 03 ", 3), ("2.0", 2), ("0", 0), ("1.5", None), ("x", None),
                         ("-1", None), ("", None), ("٣", None), ("1234567", None)]
)  # fmt: skip
def test_whole_numbers(cell: str, number: int | None) -> None:
    assert whole_number(cell) == number


def test_a_paragraph_that_the_article_does_not_have() -> None:
    assert paragraph_number(HEADERS[0], "4") == Fault('"harbour" has 3 paragraphs, none with 4')
    assert isinstance(paragraph_number(HEADERS[0], "one"), Fault)
