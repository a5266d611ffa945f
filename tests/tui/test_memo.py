"""Writing a memo: leaving keeps it."""

from __future__ import annotations

import pytest
from textual import events

from annotator.tui.screens.memo import MemoEditor
from tests.tui.shown import HOSTILE, SIZES, is_harmless, showing


class Memo:
    """What was kept; `fault` is why it cannot be."""

    def __init__(self, fault: str = "") -> None:
        self.fault = fault
        self.kept: list[str] = []

    def store(self, text: str) -> str:
        if not self.fault:
            self.kept.append(text)
        return self.fault


@pytest.fixture
def memo() -> Memo:
    return Memo()


@pytest.mark.parametrize("key", ["f4", "escape"])
async def test_leaving_keeps_the_text(key: str, memo: Memo) -> None:
    async with showing(MemoEditor("Memo", "One", memo.store)) as (_, pilot):
        await pilot.press(*" more", "enter", *"c?1", key)
    assert memo.kept == ["One more\nc?1"]


async def test_what_is_unchanged_is_not_given_back(memo: Memo) -> None:
    async with showing(MemoEditor("Memo", "One\x0btwo\u2028three", memo.store)) as (app, pilot):
        await pilot.press("escape")
    assert (app.results, memo.kept) == ([None], [])


async def test_discarding(memo: Memo) -> None:
    async with showing(MemoEditor("Memo", "One", memo.store)) as (app, pilot):
        await pilot.press(*"xyz", "f9")
    assert (app.results, memo.kept) == ([None], [])


async def test_a_memo_can_be_taken_away(memo: Memo) -> None:
    async with showing(MemoEditor("Memo", "One", memo.store)) as (_, pilot):
        await pilot.press("ctrl+u", "escape")
    assert memo.kept == [""]


async def test_the_screen_says_how_to_leave(memo: Memo) -> None:
    async with showing(MemoEditor("Memo on paragraph 3", "", memo.store)) as (app, _):
        assert "Memo on paragraph 3   Esc keeps the text" in app.text
        assert "F4 keep and close  F9 discard changes" in app.text


async def test_the_key_line_can_be_clicked(memo: Memo) -> None:
    async with showing(MemoEditor("Memo", "One", memo.store)) as (_, pilot):
        await pilot.press("x")
        await pilot.click("KeyLine", offset=(2, 0))
    assert memo.kept == ["Onex"]


async def test_what_is_pasted_is_harmless_and_kept_as_it_is(memo: Memo) -> None:
    pasted = "می‌خواهم \x1b]52;c;ZXZpbA==\x1b\\ [sic] [/"
    async with showing(MemoEditor("Memo", "", memo.store)) as (app, pilot):
        app.post_message(events.Paste(pasted))
        await pilot.pause()
        assert is_harmless(app.text)
        await pilot.press("escape")
    assert memo.kept == [pasted]


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_harmless_in_any_size(size: tuple[int, int], memo: Memo) -> None:
    async with showing(MemoEditor(HOSTILE, HOSTILE, memo.store), size) as (app, pilot):
        assert is_harmless(app.text)
        await pilot.press("up", "end", "x")
        assert is_harmless(app.text)


async def test_what_asked_for_the_memo_stands_above_it(memo: Memo) -> None:
    async with showing(MemoEditor("Memo", "", memo.store, "Other actor: say why.")) as (app, _):
        assert app.text.index("Other actor: say why.") < app.text.index("Memo   Esc")


async def test_a_text_that_cannot_be_stored_is_not_lost() -> None:
    memo = Memo("NOT SAVED: the study is busy")
    async with showing(MemoEditor("Memo", "", memo.store)) as (app, pilot):
        await pilot.press(*"why", "escape")
        assert "! NOT SAVED: the study is busy" in app.text
        assert app.results == []
        memo.fault = ""
        await pilot.press("escape")
    assert (app.results, memo.kept) == ([None], ["why"])
