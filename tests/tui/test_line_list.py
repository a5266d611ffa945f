"""A list that makes only the lines it shows."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from annotator.tui.widgets.line_list import LineList


class Lines(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.made: set[int] = set()
        self.taken: list[int] = []

    def compose(self) -> ComposeResult:
        yield LineList(self._line)

    def on_mount(self) -> None:
        self.query_one(LineList).show(100_000, 5)
        self.query_one(LineList).focus()

    def _line(self, index: int) -> Content:
        self.made.add(index)
        return Content(f"line {index} " + "가" * 100)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        self.taken.append(event.index)


async def test_only_visible_lines_are_made() -> None:
    app = Lines()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "up", "pageup", "home", "pagedown", "down", "enter")
        assert app.taken == [24]
        assert len(app.made) < 150


async def test_the_cursor_stays_inside_and_in_sight() -> None:
    app = Lines()
    async with app.run_test(size=(80, 24)) as pilot:
        lines = app.query_one(LineList)
        await pilot.press("home", "up")
        assert lines.cursor == 0
        await pilot.press("end", "down", "pagedown")
        assert lines.cursor == 99_999
        await pilot.resize_terminal(40, 6)
        assert lines.scroll_offset.y <= 99_999 < lines.scroll_offset.y + 6


@pytest.mark.parametrize("no_color", ["", "1"])
async def test_the_mark_does_not_need_colours(
    monkeypatch: pytest.MonkeyPatch, no_color: str
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    app = Lines()
    async with app.run_test(size=(80, 24)):
        text = [strip.text for strip in app.screen._compositor.render_strips()]
        assert [line[:8] for line in text if line.startswith(">")] == ["> line 5"]


async def test_an_empty_list_takes_nothing() -> None:
    app = Lines()
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(LineList).show(0)
        await pilot.press("down", "enter", "end")
        await pilot.click(LineList, offset=(2, 2))
        assert app.taken == []
        assert app.query_one(LineList).cursor == 0
