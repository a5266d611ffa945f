"""Typing an answer."""

from __future__ import annotations

import pytest

from annotator.model.codebook import Level, Measurement, Variable
from annotator.tui.screens.text_answer import TextAnswer
from tests.tui.shown import HOSTILE, SIZES, book, is_harmless, showing

DATE = Variable("day", Level.ARTICLE, "Day", Measurement.DATE)
SCORE = Variable("score", Level.ARTICLE, "Score", Measurement.INTERVAL, minimum=0, maximum=10)


async def test_a_date_is_given_back_as_iso() -> None:
    async with showing(TextAnswer(DATE, "")) as (app, pilot):
        await pilot.press(*"1 March 2019", "enter")
    assert app.results == ["2019-03-01"]


async def test_what_is_wrong_is_said_and_can_be_put_right() -> None:
    async with showing(TextAnswer(SCORE, "1")) as (app, pilot):
        await pilot.press(*",5", "enter")
        assert "! Type decimals with a point (1.5)" in app.text
        await pilot.press("backspace")
        assert "!" not in app.text
        await pilot.press("backspace", *".50", "enter")
    assert app.results == ["1.5"]


async def test_the_bounds_are_named() -> None:
    async with showing(TextAnswer(SCORE, "11")) as (app, pilot):
        assert "Type a number from 0 to 10." in app.text
        await pilot.press("enter")
        assert "11 is outside the range." in app.text
        assert app.results == []


async def test_escape_cancels() -> None:
    async with showing(TextAnswer(DATE, "2019-03-01")) as (app, pilot):
        await pilot.press("x", "escape")
    assert app.results == [None]


async def test_an_answer_given_before_is_kept_as_it_is() -> None:
    note = book().by_id["note"]
    async with showing(TextAnswer(note, "a\u200cb [sic] [/")) as (app, pilot):
        assert is_harmless(app.text)
        await pilot.press("enter")
    assert app.results == ["a\u200cb [sic] [/"]


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_harmless_in_any_size(size: tuple[int, int]) -> None:
    async with showing(TextAnswer(book(HOSTILE).by_id["note"], HOSTILE), size) as (app, pilot):
        await pilot.press("home", "x", "end")
        assert is_harmless(app.text)
