"""Finding a code by typing."""

from __future__ import annotations

import pytest

from annotator.model.codebook import Code, Level, Measurement, Variable
from annotator.tui.screens.find_code import FindCode
from tests.tui.shown import HOSTILE, SIZES, book, is_harmless, showing

BOOK = book()


async def test_words_then_enter() -> None:
    async with showing(FindCode(BOOK.variables)) as (app, pilot):
        await pilot.press(*"south")
        assert "1 of 4 codes" in app.text
        await pilot.press("enter")
    assert app.results == [("actor", "rok")]


async def test_keys_group_and_variable_are_shown() -> None:
    async with showing(FindCode(BOOK.variables, "lifting")) as (app, _):
        assert "s p" in app.at_cursor
        assert "Lever > Sanctions > pressure" in app.at_cursor
        assert "Enforcement For: lifting." in app.text


async def test_arrows_move_while_the_field_keeps_the_keys() -> None:
    async with showing(FindCode(BOOK.variables)) as (app, pilot):
        await pilot.press("down", "down", "up", "pagedown", "pageup", "down", "enter")
    assert app.results == [("actor", "rok")]


async def test_escape_takes_nothing() -> None:
    async with showing(FindCode(BOOK.variables, "us")) as (app, pilot):
        await pilot.press("escape")
    assert app.results == [None]


async def test_enter_on_nothing_found_stays() -> None:
    async with showing(FindCode(BOOK.variables)) as (app, pilot):
        await pilot.press(*"zebra", "enter")
        assert app.results == []
        assert "0 of 4 codes" in app.text


async def test_the_mouse_moves_and_takes() -> None:
    async with showing(FindCode(BOOK.variables)) as (app, pilot):
        await pilot.click("LineList", offset=(5, 1))
        assert "South Korea" in app.at_cursor
        await pilot.click("LineList", offset=(5, 1))
    assert app.results == [("actor", "rok")]


async def test_the_key_line_can_be_clicked() -> None:
    async with showing(FindCode(BOOK.variables)) as (app, pilot):
        await pilot.click("KeyLine", offset=(2, 0))
    assert app.results == [("actor", "us")]


async def test_help_shows_the_keys_of_this_place() -> None:
    async with showing(FindCode(BOOK.variables)) as (app, pilot):
        await pilot.press("f1")
        assert "Take the code at the cursor." in app.text
        await pilot.press("f1", *"south", "enter")
    assert app.results == [("actor", "rok")]


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_harmless_in_any_size(size: tuple[int, int]) -> None:
    async with showing(FindCode(book(HOSTILE).variables, HOSTILE[:80]), size) as (app, pilot):
        assert is_harmless(app.text)
        await pilot.press("ctrl+a", "ctrl+k", "r", "down")
        assert is_harmless(app.text)
        assert size[1] < 12 or "[sic] [/" in app.text


async def test_two_hundred_codes() -> None:
    codes = tuple(Code(str(n), f"Topic {n}", "a") for n in range(213))
    topics = Variable("t", Level.ARTICLE, "Topic", Measurement.NOMINAL, codes=codes)
    async with showing(FindCode([topics])) as (app, pilot):
        await pilot.press(*"topic 212", "enter")
    assert app.results == [("t", "212")]
