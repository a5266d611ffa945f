"""The adjudication screen: every key, every size, and what it draws."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from annotator.study import Study
from annotator.tui.adjudication.page import adjudication_lines
from annotator.tui.adjudication.session import Adjudication
from annotator.tui.app import Annotator
from annotator.tui.places import ADJUDICATION, commands_in
from annotator.tui.screens.adjudication import AdjudicationScreen
from annotator.tui.screens.memo import MemoEditor
from annotator.tui.screens.other_answer import OtherAnswer
from annotator.tui.views.line import width_of
from tests.tui.adjudication import golden
from tests.tui.adjudication.study import decided, make_disputed, settled
from tests.tui.golden import FOLDER
from tests.tui.shown import SIZES, Shown, is_harmless, showing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_disputed(tmp_path / "study.db")


@contextmanager
def opened(path: Path, coder: str = "lea") -> Iterator[AdjudicationScreen]:
    with Study.open(path, coder=coder) as study:
        yield AdjudicationScreen(Adjudication(study, by_cost=False))


async def press(app: Shown, pilot: Pilot[None], *keys: str) -> str:
    """Press keys, each when what the one before asked for is there; what is shown then."""
    await _settled(app, pilot)
    for key in keys:
        await pilot.press(key)
        await _settled(app, pilot)
    return app.text


async def _settled(app: App[None], pilot: Pilot[None]) -> None:
    """What was asked for was read, and is shown."""
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize(("name", "picture"), list(golden.pictures()))
def test_pictures(name: str, picture: str) -> None:
    said = "python -m tests.tui.adjudication.golden draws anew"
    assert (FOLDER / name).read_text("utf-8") == picture, said


@pytest.mark.parametrize("size", [(1, 1), (20, 5), (39, 9), (81, 23), (200, 60)])
def test_every_line_is_as_wide_as_the_terminal(size: tuple[int, int]) -> None:
    width, height = size
    for _, composed in golden.moments():
        lines = adjudication_lines(golden.page(composed), width, height)
        assert [width_of(line) for line in lines] == [width] * height


async def test_a_case_is_taken_and_the_next_one_comes(path: Path) -> None:
    with opened(path) as screen:
        async with showing(screen) as (app, pilot):
            text = await press(app, pilot)
            assert "1 of 2, 0 decided" in text
            text = await press(app, pilot, "b")
            assert "[B ben: Good]" in text
            text = await press(app, pilot, "enter")
            assert "Say why they differed" in text
            text = await press(app, pilot, "2", "enter")
            assert "2 of 2, 1 decided" in text
            assert "ana, memo: who is ␛[31m silent?" in await press(app, pilot, "down")
            text = await press(app, pilot, "A", "4", "enter")
            assert "All 2 disagreements are decided." in text
    assert settled(path)[0] == (1, "tone", "good", "unclear_text", "lea")
    assert {row[3] for row in settled(path)[1:]} == {"real_difference"}


async def test_another_answer_is_given_with_the_codebook_s_keys(path: Path) -> None:
    with opened(path) as screen:
        async with showing(screen) as (app, pilot):
            await press(app, pilot, "s", "n")
            assert isinstance(app.screen, OtherAnswer)
            assert "ANOTHER ANSWER" in app.text
            await press(app, pilot, "enter")
            assert "lacks" in app.text
            keys = [_key(screen, name) for name in ("con",)]
            await press(app, pilot, *keys, "enter")
            assert isinstance(app.screen, AdjudicationScreen), app.text
            assert "Decided otherwise than any coder" in app.text
            await press(app, pilot, "3", "enter")
    assert [row[:3] for row in settled(path)] == [
        (2, "actor", "us"), (2, "lever", "talks"), (2, "stance", "con"),
        (2, "actor", "dprk"), (2, "lever", "sanctions"), (2, "stance", "con"),
    ]  # fmt: skip


def _key(screen: AdjudicationScreen, code: str) -> str:
    variable = screen.session.study.codebook.by_id["stance"]
    return variable.key_path(code)


async def test_one_answer_of_a_unit_is_complete_with_its_code(path: Path) -> None:
    with opened(path) as screen:
        async with showing(screen) as (app, pilot):
            await press(app, pilot, "n")
            await press(app, pilot, screen.session.study.codebook.by_id["tone"].key_path("good"))
            assert "[Tone: Good]" in app.text
            await press(app, pilot, "n", "f9")
            assert "[Tone: Good]" in app.text


async def test_notes_and_rules_are_written_in_a_window(path: Path) -> None:
    with opened(path) as screen:
        async with showing(screen) as (app, pilot):
            await press(app, pilot, "m")
            assert isinstance(app.screen, MemoEditor)
            await press(app, pilot, *"hmm", "escape")
            await press(app, pilot, "r", *"ask", "escape", "a", "1", "enter")
    with Study.open(path, read_only=True) as study:
        assert ("hmm", "ask") in [(row.note, row.rule) for row in study.decisions()]


async def test_agreed_units_are_decided_after_it_was_said_how_many(path: Path) -> None:
    with opened(path) as screen:
        async with showing(screen) as (app, pilot):
            text = await press(app, pilot, "y")
            assert "Nothing is in dispute in 2 units: y again" in text
            await press(app, pilot, "down", "y")
            assert decided(path) == []
            text = await press(app, pilot, "y")
            assert "Decided what all agree on in 2 units." in text
            text = await press(app, pilot, "y")
            assert "Nothing that all agree on is left to decide." in text
            text = await press(app, pilot, "backspace")
            assert "Taken back: what was decided on 2 units." in text
    assert decided(path) == []


async def test_choices_that_are_not_stored_are_not_left_without_a_word(path: Path) -> None:
    with opened(path) as screen:
        async with showing(screen) as (app, pilot):
            text = await press(app, pilot, "a", "escape")
            assert "Chosen but not stored yet: 1 disagreement (kept). Esc again leaves." in text
            await press(app, pilot, "escape")
            assert app.results == [None]


async def _leave(path: Path, *keys: str) -> tuple[bool, str]:
    """Press keys in the whole program: whether it was left, and what was shown last."""
    with opened(path) as screen:
        app = Annotator(screen)
        async with app.run_test(size=(80, 24)) as pilot:
            await _settled(app, pilot)
            for key in keys:
                await pilot.press(key)
                await _settled(app, pilot)
            strips = app.screen._compositor.render_strips()
            return app._exit, "\n".join(strip.text for strip in strips)


@pytest.mark.parametrize(
    "leaving",
    [["ctrl+q"], ["s", "ctrl+q"], ["escape", "escape"], ["m", "ctrl+q"], ["n", "ctrl+q"]],
)
async def test_choices_outlive_every_way_of_leaving(path: Path, leaving: list[str]) -> None:
    left, _ = await _leave(path, "b", "3", "m", "h", "m", "escape", *leaving)
    assert left
    left, text = await _leave(path)
    assert "1 of 2, 0 decided" in text
    assert "[B ben: Good]" in text
    assert "Begun before and not stored yet: Enter stores it." in text
    await _leave(path, "enter", "ctrl+q")
    assert settled(path) == [(1, "tone", "good", "codebook_gap", "lea")]
    with Study.open(path, coder="lea", read_only=True) as study:
        assert "hm" in [row.note for row in study.decisions()]
        assert study.unfinished("decision") == {}


async def test_a_note_that_is_being_written_is_kept_by_ctrl_q(path: Path) -> None:
    assert (await _leave(path, "a", "m", "h", "m", "ctrl+q"))[0]
    await _leave(path, "1", "enter")
    with Study.open(path, read_only=True) as study:
        assert "hm" in [row.note for row in study.decisions()]


async def test_half_another_answer_is_not_left_without_a_word(path: Path) -> None:
    keys = ("s", "n", "enter", "o", "ctrl+q")
    left, text = await _leave(path, *keys)
    assert (left, "Not taken yet: Enter takes it" in text) == (False, True)
    assert (await _leave(path, *keys, "ctrl+q"))[0]


async def test_every_key_works_everywhere(path: Path) -> None:
    windows = {"another", "write_note", "write_rule", "codebook", "help", "leave"}
    keys = [c.keys[0] for c in commands_in(ADJUDICATION) if c.name not in windows]
    with opened(path) as screen:
        async with showing(screen) as (app, pilot):
            for key in [*keys, *keys]:
                await press(app, pilot, key)
            await press(app, pilot, "f2")
            assert "codebook" in type(app.screen).__name__.lower()
            await press(app, pilot, "escape", "f1")
            assert "Settling disagreements" in app.text


async def test_a_study_without_disagreements_says_so(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ben") as study:
        study.undo()
    with Study.open(two_coders, coder="lea") as study:
        async with showing(AdjudicationScreen(Adjudication(study))) as (app, pilot):
            text = await press(app, pilot, "a", "enter", "n", "m", "backspace", "left", "space")
            assert "No two coders differ in round main" in text


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_that_commands_the_terminal_is_shown(
    path: Path, size: tuple[int, int]
) -> None:
    with opened(path) as screen:
        async with showing(screen, size) as (app, pilot):
            for keys in ((), ("s",), ("down",), ("n",)):
                assert is_harmless(await press(app, pilot, *keys))


@pytest.mark.parametrize("name", [command.name for command in commands_in(ADJUDICATION)])
def test_the_screen_has_every_action(name: str) -> None:
    assert callable(getattr(AdjudicationScreen, f"action_{name}"))
