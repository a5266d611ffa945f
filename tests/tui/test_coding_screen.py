"""The coding screen as a whole, driven by keys and clicks; what counts is what is in the file."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from annotator.model.place import Place
from annotator.study import Study
from annotator.tui.app import Annotator
from annotator.tui.screens.coding import HOW_TO_LEAVE, PASTE_IGNORED, CodingScreen
from annotator.tui.session import Session
from tests.tui.study import make_study

SIZES = [(80, 24), (120, 40)]
NARROW = (80, 24)


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Study.open(make_study(tmp_path / "study.db"), coder="ana") as study:
        yield study


@asynccontextmanager
async def opened(
    study: Study,
    size: tuple[int, int] = NARROW,
    place: Place | None = None,
    agreement: bool = False,
) -> AsyncIterator[Pilot[None]]:
    session = Session(study, place or Place("id-first", 3), agreement=agreement)
    app = Annotator(CodingScreen(session))
    async with app.run_test(size=size) as pilot:
        yield pilot


def coding(pilot: Pilot[None]) -> CodingScreen:
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, CodingScreen)
    return screen


def shown(pilot: Pilot[None]) -> str:
    """What the terminal shows, as lines of text."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def statements(study: Study, paragraph: int = 3) -> list[dict[str, str]]:
    unit = study.work("id-first").unit(paragraph)
    return [{k: str(v) for k, v in s.answers.items()} for s in unit.statements]


@pytest.mark.parametrize("size", SIZES)
async def test_codes_by_keyboard(study, size):
    async with opened(study, size) as pilot:
        await pilot.press("c", "comma", "r", "3", "s", "r", "enter")
        assert "par 4 of 6" in shown(pilot)
        assert "saved " in shown(pilot)
    assert statements(study) == [
        {"actor": "china", "stance": "support", "lever": "relief"},
        {"actor": "russia", "stance": "support", "lever": "relief"},
    ]
    assert study.work("id-first").unit(3).done


@pytest.mark.parametrize("size", SIZES)
async def test_undo_and_redo_by_keyboard(study, size):
    async with opened(study, size) as pilot:
        await pilot.press("u", "3", "backspace", "ctrl+z")
        assert statements(study) == []
        await pilot.press("ctrl+y", "ctrl+y")
    assert statements(study) == [{"actor": "us", "stance": "support"}]


async def test_every_key_of_the_list_does_something_and_none_ends_the_app(study):
    async with opened(study, agreement=True) as pilot:
        for command in coding(pilot).commands:
            if command.name == "quit":
                continue
            for key in command.keys:
                await pilot.press(key)
                await pilot.press("escape")
                assert pilot.app.is_running
        assert pilot.app.failure is None


@pytest.mark.parametrize("size", SIZES)
async def test_clicks(study, size):
    async with opened(study, size) as pilot:
        await click(pilot, "China")
        await click(pilot, "Supports")
        await click(pilot, "Sanctions")
        await click(pilot, "Sanctions relief")
        assert statements(study) == [{"actor": "china", "stance": "support", "lever": "relief"}]
        await click(pilot, "  1   China")
        assert coding(pilot).session.target_at_cursor().statement
        await click(pilot, "Appraisal")
        assert coding(pilot).session.page.focus.variable.id == "outcome_eval"
        await click(pilot, "After the summit")
        assert coding(pilot).session.place == Place("id-first", 2)


async def click(pilot: Pilot[None], text: str) -> None:
    """Click the middle of that text where it stands last on the screen."""
    lines = shown(pilot).splitlines()
    y = max(y for y, line in enumerate(lines) if text in line)
    x = cell_len(lines[y][: lines[y].rfind(text)])
    await pilot.click(offset=(x + len(text) // 2, y))
    await pilot.pause()


async def test_the_wheel_and_space_scroll_a_long_paragraph(study):
    async with opened(study, place=Place("id-first", 6)) as pilot:
        assert "word1 " in shown(pilot)
        await pilot.press("space")
        assert "word1 " not in shown(pilot)
        coding(pilot).on_canvas_scrolled(_wheel(-100))
        await pilot.pause()
        assert "word1 " in shown(pilot)


def _wheel(lines: int):
    from annotator.tui.widgets.canvas import Canvas

    return Canvas.Scrolled(lines)


async def test_a_paste_presses_no_key(study):
    async with opened(study) as pilot:
        pilot.app.post_message(events.Paste("u3sr"))
        await pilot.pause()
        assert PASTE_IGNORED in shown(pilot)
    assert statements(study) == []


async def test_ctrl_c_says_how_to_leave_and_covers_nothing(study):
    async with opened(study) as pilot:
        before = shown(pilot).splitlines()
        await pilot.press("ctrl+c")
        await pilot.pause()
        after = shown(pilot).splitlines()
        assert HOW_TO_LEAVE in after[-1]
        assert after[:-1] == before[:-1]
        assert not pilot.app._notifications
    assert statements(study) == []


async def test_a_found_code_is_taken(study):
    async with opened(study) as pilot:
        await pilot.press("u", "3", "slash")
        await pilot.pause()
        await pilot.press(*"enforcement")
        await pilot.press("enter")
        await pilot.pause()
    assert statements(study) == [{"actor": "us", "stance": "support", "lever": "pressure"}]


async def test_a_code_that_needs_a_memo_opens_its_window(study):
    async with opened(study) as pilot:
        await pilot.press("o")
        await pilot.pause()
        assert "Memo on statement 1 of paragraph 3" in shown(pilot)
        assert "Other actor: say why." in shown(pilot)
        await pilot.press(*"who", "escape")
        await pilot.pause()
        assert "Memo on" not in shown(pilot)
        assert "Other actor: say why." not in shown(pilot)
    assert study.work("id-first").unit(3).statements[0].memo == "who"


async def test_a_memo_left_empty_is_called_missing_and_holds_enter_up_once(study):
    async with opened(study) as pilot:
        await pilot.press("o")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "Memo missing (Other actor). F4 writes it." in shown(pilot)
        await pilot.press("3", "s", "r", "enter")
        assert "Statement 1: memo missing (Other actor)." in shown(pilot)
        assert not study.work("id-first").unit(3).done
        await pilot.press("f4")
        await pilot.pause()
        assert "Memo on statement 1" in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("enter")
        assert "par 4 of 6" in shown(pilot)
    assert study.work("id-first").unit(3).done


async def test_a_reason_without_its_memo_waits_for_a_word_or_enter(study):
    async with opened(study) as pilot:
        await pilot.press("enter", "o")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "Memo missing (Other (say why in the memo)). F4 writes it" in shown(pilot)
        assert "par 3 of 6" in shown(pilot)
        await pilot.press("enter")
        assert "par 4 of 6" in shown(pilot)


@pytest.mark.parametrize("opening", ["f1", "f2", "f4", "f6", "slash", "ctrl+p"])
async def test_ctrl_q_leaves_from_every_window(study, opening):
    async with opened(study) as pilot:
        await pilot.press(opening)
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 2
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert pilot.app._exit


async def test_ctrl_q_keeps_the_memo_also_under_the_help(study):
    async with opened(study) as pilot:
        await pilot.press("f4")
        await pilot.pause()
        await pilot.press(*"why", "f1")
        await pilot.pause()
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert pilot.app._exit
    assert study.work("id-first").unit(3).memo == "why"


async def test_the_foot_can_be_clicked_to_leave(study):
    async with opened(study) as pilot:
        await click(pilot, "Ctrl+Q quit")
        await pilot.pause()
        assert pilot.app._exit


async def test_a_reason_that_needs_a_memo_goes_on_after_it(study):
    async with opened(study) as pilot:
        await pilot.press("enter", "o")
        await pilot.pause()
        await pilot.press(*"so", "escape")
        await pilot.pause()
        assert "par 4 of 6" in shown(pilot)
    unit = study.work("id-first").unit(3)
    assert (unit.done, unit.memo) == (True, "so")


async def test_a_typed_answer_begins_with_the_key(study):
    async with opened(study, place=Place("id-first", 0)) as pilot:
        await pilot.press("4", "tab", "tab", "2")
        await pilot.pause()
        await pilot.press(*"019-03-02", "enter")
        await pilot.pause()
    assert str(study.work("id-first").unit(0).answers["pub_date"]) == "2019-03-02"


async def test_articles_and_codebook_lead_back(study):
    async with opened(study) as pilot:
        await pilot.press("f6")
        await pilot.pause()
        await pilot.press("2", "enter")
        await pilot.pause()
        assert coding(pilot).session.place == Place("id-second", 1)
        await pilot.press("f2")
        await pilot.pause()
        assert "CODEBOOK hanoi" in shown(pilot)
        await pilot.press("escape", "f1")
        await pilot.pause()
        assert "On the coding screen" in shown(pilot)


async def test_agreement_opens_only_where_it_is_allowed(study):
    async with opened(study) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 1
        assert "agreement" not in [command.name for command in coding(pilot).commands]
        assert "agreement" not in shown(pilot)
    async with opened(study, agreement=True) as pilot:
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert "F5 agree" in shown(pilot)
        await pilot.press("f5")
        await pilot.pause()
        assert len(pilot.app.screen_stack) == 2


async def test_the_palette_finds_and_runs_a_command(study):
    async with opened(study) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"flag", "enter")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    assert study.work("id-first").unit(3).flagged


async def test_high_contrast_is_a_theme(study):
    async with opened(study) as pilot:
        pilot.app.theme = "high-contrast"
        await pilot.pause()
        assert "par 3 of 6" in shown(pilot)


async def test_without_colour_all_is_told_by_signs(study, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(study) as pilot:
        await pilot.press("u")
        assert ">   3   Beijing" in shown(pilot)
        colours = {
            segment.style.color
            for strip in pilot.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.color
        }
        assert len({(c.triplet.red == c.triplet.green == c.triplet.blue) for c in colours}) <= 1


async def test_resizing_to_nothing_and_back(study):
    async with opened(study) as pilot:
        for size in [(1, 1), (3, 2), (40, 12), (200, 60), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "par 3 of 6" in shown(pilot)


class BrokenError(Exception):
    pass


async def _press_what_fails(study: Study) -> None:
    async with opened(study) as pilot:

        def fail(_: str) -> None:
            secret = "CONFIDENTIAL"
            raise BrokenError(len(secret))

        coding(pilot).session.press = fail  # type: ignore[method-assign,assignment]
        await pilot.press("u")


async def test_a_failure_shows_no_text_of_an_article(study, capsys):
    with pytest.raises(BrokenError):
        await _press_what_fails(study)
    captured = capsys.readouterr()
    assert "CONFIDENTIAL" not in captured.out + captured.err
