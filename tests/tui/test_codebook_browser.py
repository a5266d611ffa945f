"""Reading the codebook."""

from __future__ import annotations

import pytest

from annotator.tui.screens.codebook_browser import CodebookBrowser
from tests.tui.shown import HOSTILE, SIZES, book, is_harmless, showing

BOOK = book()


async def test_it_opens_at_the_code_asked_for() -> None:
    async with showing(CodebookBrowser(BOOK, "lever", "relief"), (120, 40)) as (app, _):
        assert "s r Relief Sanctions" in app.at_cursor
        for words in ("USE FOR", "NOT FOR", "EXAMPLES", "COUNTER-EXAMPLES", "RULES of “Lever”"):
            assert words in app.text
        assert "relief; stands for -1" in app.text


async def test_enter_uses_the_code() -> None:
    async with showing(CodebookBrowser(BOOK, "lever", "relief")) as (app, pilot):
        await pilot.press("down", "enter")
    assert app.results == [("lever", "pressure")]


async def test_what_cannot_be_used_opens_and_closes() -> None:
    async with showing(CodebookBrowser(BOOK, "lever", "sanctions")) as (app, pilot):
        assert "+ s   Sanctions" in app.at_cursor
        await pilot.press("enter")
        assert "- s   Sanctions" in app.at_cursor
        await pilot.press("enter", "down")
        assert "o   Old lever" in app.at_cursor
        assert "no longer used, merged into relief" in app.text.replace("\n", " ")
        await pilot.press("enter")
        assert app.results == []


async def test_right_and_left_open_and_close() -> None:
    async with showing(CodebookBrowser(BOOK, "", "")) as (app, pilot):
        await pilot.press("down", "right", "down", "right", "down")
        assert "s r Relief" in app.at_cursor
        await pilot.press("left")
        assert "- s   Sanctions" in app.at_cursor
        await pilot.press("left", "left")
        assert "- Lever" in app.at_cursor


@pytest.mark.parametrize("key", ["f2", "escape"])
async def test_closing(key: str) -> None:
    async with showing(CodebookBrowser(BOOK, "actor", "")) as (app, pilot):
        await pilot.press(key)
    assert app.results == [None]


async def test_filter() -> None:
    async with showing(CodebookBrowser(BOOK, "actor", "us")) as (app, pilot):
        await pilot.press("slash", *"enforce")
        assert "1 code matches" in app.text
        assert "s p Pressure" in app.at_cursor
        await pilot.press("enter", "enter")
    assert app.results == [("lever", "pressure")]


async def test_nothing_matches() -> None:
    async with showing(CodebookBrowser(BOOK, "actor", "us")) as (app, pilot):
        await pilot.press("slash", *"zebra", "down", "enter", "enter", "left", "right")
        assert app.results == []


async def test_tab_goes_to_the_text_and_back() -> None:
    browser = CodebookBrowser(book("words " * 300), "lever", "relief")
    async with showing(browser) as (app, pilot):
        before = app.text
        await pilot.press("tab", "pagedown")
        await pilot.wait_for_scheduled_animations()
        assert app.text != before
        await pilot.press("tab", "down", "enter")
    assert app.results == [("lever", "pressure")]


async def test_a_variable_is_explained() -> None:
    async with showing(CodebookBrowser(BOOK, "note", "")) as (app, _):
        assert "note; statement, text" in app.text


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_harmless_in_any_size(size: tuple[int, int]) -> None:
    async with showing(CodebookBrowser(book(HOSTILE), "lever", "relief"), size) as (app, pilot):
        for key in ("up", "slash", "r", "tab"):
            await pilot.press(key)
            assert is_harmless(app.text)
