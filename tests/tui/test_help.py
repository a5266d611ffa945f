"""The keys of a place."""

from __future__ import annotations

import pytest

from annotator.tui.commands import CODING, Command, commands_at
from annotator.tui.places import TITLES, commands_in
from annotator.tui.screens.help import HelpScreen
from tests.tui.shown import SIZES, showing

PLACES = sorted(place for place in TITLES if place not in ("coding", "everywhere"))


async def test_every_command_of_the_place_is_shown() -> None:
    async with showing(HelpScreen(CODING, commands_at(CODING)), (120, 200)) as (app, _):
        assert "On the coding screen" in app.text
        for command in commands_at(CODING):
            assert command.description[:30] in app.text


async def test_coding_is_told_before_its_keys() -> None:
    async with showing(HelpScreen(CODING, commands_at(CODING))) as (app, _):
        told = " ".join(app.text.split())
    assert told.index("Letters and digits are the codes shown") < told.index("Finish the paragraph")


async def test_how_to_leave_is_told_everywhere() -> None:
    async with showing(HelpScreen("Anywhere", [])) as (app, _):
        assert "Ctrl+Q" in app.text


async def test_an_action_without_a_key_is_found_in_the_palette() -> None:
    async with showing(HelpScreen("Anywhere", [Command("x", (), "x", "Do x.")])) as (app, _):
        assert "Ctrl+P" in app.text


@pytest.mark.parametrize("key", ["f1", "escape", "enter", "question_mark"])
async def test_closing(key: str) -> None:
    async with showing(HelpScreen(CODING, commands_at(CODING))) as (app, pilot):
        await pilot.press(key)
    assert app.results == [None]


@pytest.mark.parametrize("size", SIZES)
async def test_it_scrolls_in_any_size(size: tuple[int, int]) -> None:
    async with showing(HelpScreen(CODING, commands_at(CODING)), size) as (app, pilot):
        before = app.text
        await pilot.press("pagedown")
        await pilot.wait_for_scheduled_animations()
        assert app.text != before


@pytest.mark.parametrize("place", PLACES)
def test_no_key_means_two_things_and_every_place_can_be_left(place: str) -> None:
    commands = commands_in(place)
    keys = [key for command in commands for key in command.keys]
    assert len(keys) == len(set(keys))
    assert commands[-1].name == "leave"
    assert commands[-1].footer
