"""Writing a memo: leaving keeps it."""

from __future__ import annotations

import pytest
from textual import events

from annotator.tui.screens.memo import MemoEditor
from tests.tui.shown import HOSTILE, SIZES, is_harmless, showing


@pytest.mark.parametrize("key", ["f4", "escape"])
async def test_leaving_keeps_the_text(key: str) -> None:
    async with showing(MemoEditor("Memo", "One")) as (app, pilot):
        await pilot.press(*" more", "enter", *"c?1", key)
    assert app.results == ["One more\nc?1"]


async def test_what_is_unchanged_is_not_given_back() -> None:
    async with showing(MemoEditor("Memo", "One\x0btwo\u2028three")) as (app, pilot):
        await pilot.press("escape")
    assert app.results == [None]


async def test_discarding() -> None:
    async with showing(MemoEditor("Memo", "One")) as (app, pilot):
        await pilot.press(*"xyz", "f9")
    assert app.results == [None]


async def test_a_memo_can_be_taken_away() -> None:
    async with showing(MemoEditor("Memo", "One")) as (app, pilot):
        await pilot.press("ctrl+u", "escape")
    assert app.results == [""]


async def test_the_screen_says_how_to_leave() -> None:
    async with showing(MemoEditor("Memo on paragraph 3", "")) as (app, _):
        assert "Memo on paragraph 3   Esc keeps the text" in app.text
        assert "F4 keep and close  F9 discard changes" in app.text


async def test_the_key_line_can_be_clicked() -> None:
    async with showing(MemoEditor("Memo", "One")) as (app, pilot):
        await pilot.press("x")
        await pilot.click("KeyLine", offset=(2, 0))
    assert app.results == ["Onex"]


async def test_what_is_pasted_is_harmless_and_kept_as_it_is() -> None:
    pasted = "می‌خواهم \x1b]52;c;ZXZpbA==\x1b\\ [sic] [/"
    async with showing(MemoEditor("Memo", "")) as (app, pilot):
        app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert is_harmless(app.text)
        await pilot.press("escape")
    assert app.results == [pasted]


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_harmless_in_any_size(size: tuple[int, int]) -> None:
    async with showing(MemoEditor(HOSTILE, HOSTILE), size) as (app, pilot):
        assert is_harmless(app.text)
        await pilot.press("up", "end", "x")
        assert is_harmless(app.text)
