"""Going to a paragraph by the words of its text."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from annotator.model.article import Article, Kind, Paragraph
from annotator.model.place import Place
from annotator.model.team import WHOLE_ARTICLE, Assigned, Round
from annotator.study import Study
from annotator.tui.screens.search_texts import MOST_SHOWN, SearchTexts
from tests.small import CODEBOOK, FIRST, SECOND
from tests.tui.shown import HOSTILE, SIZES, Shown, is_harmless, showing
from tests.tui.study import make_article, make_study
from tests.tui.test_coding_screen import coding, opened, shown

ELSEWHERE = Place("elsewhere", 1)
SAFE_HOSTILE = HOSTILE.replace("\ud800", "")  # a lone surrogate cannot be stored


@pytest.fixture
def study(two_coders: Path) -> Iterator[Study]:
    with Study.open(two_coders, coder="ana") as study:
        yield study


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Study]:
    articles = (
        Article(f"id-{n}", f"nyt_{n:04}", f"Summit {n}.", (Paragraph(1, 0, 8 + len(str(n))),))
        for n in range(1, 1001)
    )
    with Study.create(tmp_path / "study.db", CODEBOOK, coder="ana") as study:
        study.add_articles(articles)
        yield study


async def found(pilot: Pilot[None]) -> None:
    """Until the search has ended and what it found is shown."""
    searches = [worker.wait() for worker in pilot.app.workers if not worker.is_finished]
    await asyncio.gather(*searches, return_exceptions=True)  # one may have been given up
    await pilot.pause()


@asynccontextmanager
async def searching(
    study: Study, typed: str, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Shown, Pilot[None]]]:
    """The dialog, in which this was typed, and all of it found."""
    async with showing(SearchTexts(study, ELSEWHERE), size) as (app, pilot):
        await pilot.press(*typed)
        await found(pilot)
        yield app, pilot


def results(app: App[None]) -> list[Place | None]:
    assert isinstance(app, Shown)
    return [result and result.place for result in app.results]


async def test_words_then_a_paragraph(study: Study) -> None:
    async with searching(study, "the") as (app, pilot):
        assert " 2 paragraphs" in app.text
        assert app.at_cursor.startswith("> 1:2   first               The harbour fell silent.")
        assert "first, Talks end" in app.text
        await pilot.press("down")
        assert app.at_cursor.startswith("> 2:2   second ")
        assert "second, A week later" in app.text
        await pilot.press("up", "pagedown", "enter")
    assert results(app) == [Place(SECOND.id, 2)]


async def test_at_40_columns_the_words_are_shown_and_the_name_below(study: Study) -> None:
    async with searching(study, "the", (40, 12)) as (app, _):
        assert app.at_cursor == "> 1:2   The harbour fell silent."
        assert "first, Talks end" in app.text


async def test_every_key_searches_anew(study: Study) -> None:
    async with searching(study, "har") as (app, pilot):
        assert " 1 paragraph\n" in app.text
        await pilot.press(*"zz")
        await found(pilot)
        assert "Nothing was found" in app.text
        assert "harbour" not in app.text
        await pilot.press("enter", *["backspace"] * 5)
        assert "Search the texts that are yours to code" in app.text
        await pilot.press(*"bridge")
        await found(pilot)
        await pilot.press("enter")
    assert results(app) == [Place(SECOND.id, 2)]


async def test_escape_goes_nowhere(study: Study) -> None:
    async with searching(study, "bridge") as (app, pilot):
        await pilot.press("escape")
    assert results(app) == [None]


async def test_the_mouse_and_the_help(study: Study) -> None:
    async with searching(study, "the") as (app, pilot):
        await pilot.press("f1")
        assert "Go to the paragraph at the cursor." in app.text
        await pilot.press("escape")
        await pilot.click("LineList", offset=(5, 1))
        await pilot.click("LineList", offset=(5, 1))
    assert results(app) == [Place(SECOND.id, 2)]


async def test_more_than_can_be_read_is_not_looked_for(many: Study) -> None:
    async with searching(many, "summit") as (app, pilot):
        assert f"More than {MOST_SHOWN} paragraphs" in app.text
        await pilot.press(*["pagedown"] * 20)
        assert f"nyt_{MOST_SHOWN:04}" in app.at_cursor
        await pilot.press("enter")
    assert results(app) == [Place(f"id-{MOST_SHOWN}", 1)]


async def test_the_cursor_stands_where_the_coder_is(many: Study) -> None:
    search = SearchTexts(many, Place("id-77", 1), "summit 7")
    async with showing(search) as (app, pilot):
        await found(pilot)
        assert "nyt_0077" in app.at_cursor
        await pilot.press("down", "enter")
    assert results(app) == [Place("id-78", 1)]


async def test_only_what_was_given_is_found_and_masks_are_kept(study: Study) -> None:
    study.describe_round(Round("main", masked=("name", "title", "source")))
    study.assign_units("main", {"ana": [Assigned(SECOND.id, WHOLE_ARTICLE)]})
    async with searching(study, "the") as (app, _):
        assert " 1 paragraph\n" in app.text
        assert app.at_cursor.startswith("> 1:2   masked              Trucks waited at the bridge.")
        assert "second" not in app.text
        assert "A week later" not in app.text


async def test_what_cannot_be_read_is_said(study: Study) -> None:
    study.path.rename(study.path.with_suffix(".moved"))
    async with searching(study, "the") as (app, pilot):
        assert "The texts cannot be searched: There is no study" in app.text
        await pilot.press("enter", "escape")
    assert results(app) == [None]


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_harmless_in_any_size(tmp_path: Path, size: tuple[int, int]) -> None:
    words = f"{SAFE_HOSTILE} owl {SAFE_HOSTILE}"
    article = Article("a", words, words, (Paragraph(1, 0, len(words)),), words, words, words, words)
    with Study.create(tmp_path / "study.db", CODEBOOK, coder="ana") as study:
        study.add_articles([article])
        async with searching(study, "[sic] owl", size) as (app, pilot):
            assert is_harmless(app.text)
            assert "[sic]" in app.text
            await pilot.press("enter")
    assert results(app) == [Place("a", 1)]


# --- on the coding screen


@pytest.fixture
def coded(tmp_path: Path) -> Iterator[Study]:
    with Study.open(make_study(tmp_path / "study.db"), coder="ana") as study:
        yield study


def n_events(study: Study) -> int:
    return sum(1 for _ in study.history(limit=1_000))


async def test_the_coder_goes_there_and_nothing_is_written(coded: Study) -> None:
    before = n_events(coded)
    async with opened(coded, place=Place("id-second", 2)) as pilot:
        await pilot.press("ctrl+f", *"beijing MOSCOW")
        await found(pilot)
        assert " 2 paragraphs" in shown(pilot)
        await pilot.press("enter")
        assert coding(pilot).session.place == Place("id-first", 3)
        assert "par 3 of 6" in shown(pilot)
    assert n_events(coded) == before
    assert not coded.work("id-first").units


async def test_the_last_search_is_offered_again_and_typed_over(coded: Study) -> None:
    async with opened(coded) as pilot:
        await pilot.press("ctrl+f", *"summit")
        await found(pilot)
        await pilot.press("escape", "ctrl+f")
        await found(pilot)
        assert "After the summit, what now?" in shown(pilot)
        await pilot.press("down", "enter")
        assert coding(pilot).session.place == Place("id-second", 2)
        await pilot.press("ctrl+f", *"sanctions")
        await found(pilot)
        assert "After the summit" not in shown(pilot)
        await pilot.press("escape")
        assert coding(pilot).session.place == Place("id-second", 2)


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_in_a_long_paragraph_the_words_are_in_view(
    coded: Study, size: tuple[int, int]
) -> None:
    async with opened(coded, size) as pilot:
        for word in ("word4321", "word5000", "word3"):
            await pilot.press("ctrl+f", *f'"{word}"')
            await found(pilot)
            await pilot.press("enter")
            assert coding(pilot).session.place == Place("id-first", 6)
            assert word in shown(pilot)


async def test_in_an_article_as_a_whole_the_words_are_in_view(tmp_path: Path) -> None:
    source = CODEBOOK + "article:\n  overall: {label: Overall, codes: {a: A, b: B}}\n"
    texts = ((Kind.BODY, "A first. " * 200), (Kind.BYLINE, "By our zebra."))
    with Study.create(tmp_path / "s.db", source, coder="ana") as study:
        study.add_articles([FIRST, make_article("long", texts)])
        async with opened(study, place=Place(FIRST.id, 1)) as pilot:
            await pilot.press("ctrl+f", *"zebra")
            await found(pilot)
            await pilot.press("enter")
            assert coding(pilot).session.place == Place("id-long", 0)
            assert "By our zebra." in shown(pilot)


async def test_it_is_in_the_palette(coded: Study) -> None:
    async with opened(coded) as pilot:
        assert "search_texts" in [command.name for command in coding(pilot).commands]
        await pilot.app.screen.run_action("run('search_texts')")
        await pilot.pause()
        assert isinstance(pilot.app.screen, SearchTexts)
