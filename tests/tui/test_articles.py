"""Going to an article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.model.article import Article, Kind, Paragraph
from annotator.model.place import Place
from annotator.study import Study
from annotator.tui.screens.articles import ArticleList
from tests.small import CODEBOOK, FIRST, SECOND
from tests.tui.shown import HOSTILE, SIZES, is_harmless, showing

SAFE_HOSTILE = HOSTILE.replace("\ud800", "")  # a lone surrogate cannot be stored


def numbered(n: int) -> Article:
    return Article(f"id-{n}", f"nyt_{n:04}", f"Text {n}.", (Paragraph(1, 0, 6),), f"Summit {n}")


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Study]:
    path = tmp_path / "study.db"
    with Study.create(path, CODEBOOK) as study:
        study.add_articles(map(numbered, range(1, 1001)))
    with Study.open(path, coder="ana") as study:
        yield study


@pytest.fixture
def coded(two_coders: Path) -> Iterator[Study]:
    with Study.open(two_coders, coder="ana") as study:
        yield study


async def test_it_opens_where_the_coder_is(many: Study) -> None:
    async with showing(ArticleList(many, "id-500")) as (app, pilot):
        assert "1,000 articles" in app.text
        assert "nyt_0500" in app.at_cursor
        await pilot.press("down", "enter")
    assert app.results == [Place("id-501", 1)]


async def test_a_number_moves_to_the_article(many: Study) -> None:
    async with showing(ArticleList(many)) as (app, pilot):
        await pilot.press(*"777")
        assert "nyt_0777" in app.at_cursor
        await pilot.press("pagedown", "pagedown", "pageup", "pageup", "up", "enter")
    assert app.results == [Place("id-776", 1)]


async def test_words_find_articles(many: Study) -> None:
    async with showing(ArticleList(many)) as (app, pilot):
        await pilot.press(*"summit 99")
        assert "nyt_0099" in app.at_cursor
        await pilot.press("enter")
    assert app.results == [Place("id-99", 1)]


async def test_nothing_found(many: Study) -> None:
    async with showing(ArticleList(many)) as (app, pilot):
        await pilot.press(*"zebra", "down", "enter")
        assert "0 of 1,000 articles" in app.text
        assert app.results == []
        await pilot.press(*["backspace"] * 5, "enter")
    assert app.results == [Place("id-1", 1)]


async def test_a_paragraph_can_be_named(coded: Study) -> None:
    async with showing(ArticleList(coded)) as (app, pilot):
        await pilot.press(*"1 7", "enter")
        assert "Paragraph 7 of this article is not put before coders." in app.text
        await pilot.press("backspace", "3", "enter")
    assert app.results == [Place(FIRST.id, 3)]


async def test_a_name_with_a_paragraph(coded: Study) -> None:
    async with showing(ArticleList(coded)) as (app, pilot):
        await pilot.press(*"second 2", "enter")
    assert app.results == [Place(SECOND.id, 2)]


async def test_it_goes_to_what_is_left_to_do(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ben") as study:
        async with showing(ArticleList(study)) as (app, pilot):
            await pilot.press("enter")
    assert app.results == [Place(FIRST.id, 3)]


async def test_an_article_without_codable_paragraphs(tmp_path: Path) -> None:
    advert = Article("a", "ad", "Buy.", (Paragraph(1, 0, 4, Kind.BOILERPLATE),))
    with Study.create(tmp_path / "study.db", CODEBOOK, coder="ana") as study:
        study.add_articles([advert])
        async with showing(ArticleList(study)) as (app, pilot):
            await pilot.press("enter")
            assert "No paragraph of this article is put before coders." in app.text


async def test_a_study_without_articles(tmp_path: Path) -> None:
    with Study.create(tmp_path / "study.db", CODEBOOK, coder="ana") as study:
        async with showing(ArticleList(study)) as (app, pilot):
            await pilot.press("down", *"1", "enter", "escape")
    assert app.results == [None]


async def test_the_mouse_and_escape(many: Study) -> None:
    async with showing(ArticleList(many)) as (app, pilot):
        await pilot.click("LineList", offset=(5, 4))
        assert "nyt_0005" in app.at_cursor
        await pilot.press("escape")
    assert app.results == [None]


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_harmless_in_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    words = SAFE_HOSTILE
    article = Article("a", words, "T", (Paragraph(1, 0, 1),), words, words, words, words, words)
    with Study.create(tmp_path / "study.db", CODEBOOK, coder="ana") as study:
        study.add_articles([article])
        async with showing(ArticleList(study), size) as (app, pilot):
            assert is_harmless(app.text)
            await pilot.press(*"[sic]")
            assert is_harmless(app.text)
            assert "[sic] [/" in app.text
