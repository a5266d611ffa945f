"""A list of any length of which only the visible lines are ever made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

_MARK, _NO_MARK = "> ", "  "


class LineList(ScrollView, can_focus=True):
    """Lines to choose from; `>` stands before the one the cursor is on.

    `line` makes the content of a line by its index. It is asked for lines on the screen only, so
    a list of 100,000 articles opens as fast as one of ten.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"line-list--cursor"}
    DEFAULT_CSS = """
    LineList {
        height: 1fr;
        overflow-x: hidden;
        & > .line-list--cursor { background: $boost; text-style: bold; }
        &:focus > .line-list--cursor { background: $primary; color: $text; text-style: bold; }
        &:nocolor > .line-list--cursor { text-style: bold; }
        &:nocolor:focus > .line-list--cursor { text-style: bold reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("enter", "choose", "Choose", show=False),
    ]

    cursor: reactive[int] = reactive(0)

    @dataclass
    class Moved(Message):
        """The cursor stands on another line."""

        line_list: LineList
        """The list."""
        index: int
        """The line, from 0."""

    @dataclass
    class Chosen(Message):
        """A line was taken, by Enter or by a click on the line under the cursor."""

        line_list: LineList
        """The list."""
        index: int
        """The line, from 0."""

    def __init__(self, line: Callable[[int], Content], *, focusable: bool = True) -> None:
        super().__init__()
        self.can_focus = focusable
        self._line = line
        self.count = 0

    def show(self, count: int, cursor: int = 0) -> None:
        """Show `count` lines anew, with the cursor on the line of that index."""
        self.count = count
        self.virtual_size = Size(0, count)
        self.set_reactive(LineList.cursor, self.validate_cursor(cursor))
        self._keep_cursor_visible(center=True)
        self.refresh()
        self.post_message(self.Moved(self, self.cursor))

    def extend(self, count: int) -> None:
        """There are more lines at the end, `count` in all; the cursor and the view stay."""
        self.count = count
        self.virtual_size = Size(0, count)
        self.refresh()

    def validate_cursor(self, cursor: int) -> int:
        """The nearest line that there is."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self, before: int, after: int) -> None:
        """Redraw the two lines that changed, and tell."""
        self.refresh_line(before)
        self.refresh_line(after)
        self._keep_cursor_visible()
        self.post_message(self.Moved(self, after))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if index >= self.count:
            return Strip.blank(width, self.rich_style)
        here = index == self.cursor
        name = "line-list--cursor"
        style = self.get_visual_style(name) if here else self.visual_style
        line = (Content(_MARK if here else _NO_MARK) + self._line(index)).truncate(
            width, ellipsis=True, pad=True
        )
        return Strip(line.render_segments(style), width)

    def action_move(self, lines: int) -> None:
        """Move the cursor by so many lines."""
        self.cursor += lines

    def action_page(self, pages: int) -> None:
        """Move the cursor by so many screens."""
        self.cursor += pages * max(1, self.scrollable_content_region.height - 1)

    def action_first(self) -> None:
        """Move the cursor to the first line."""
        self.cursor = 0

    def action_last(self) -> None:
        """Move the cursor to the last line."""
        self.cursor = self.count - 1

    def action_choose(self) -> None:
        """Take the line under the cursor."""
        if self.count:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """The first click moves the cursor, a click on the line under the cursor takes it."""
        index = event.get_content_offset_capture(self).y + self.scroll_offset.y
        if index >= self.count:
            return
        if index == self.cursor:
            self.action_choose()
        self.cursor = index

    def on_resize(self) -> None:
        """A smaller screen must not hide the cursor."""
        self._keep_cursor_visible()

    def _keep_cursor_visible(self, *, center: bool = False) -> None:
        line = Region(0, self.cursor, 1, 1)
        self.scroll_to_region(
            line, animate=False, force=True, x_axis=False, immediate=True, center=center
        )
