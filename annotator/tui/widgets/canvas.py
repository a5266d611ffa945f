"""A widget that shows lines made elsewhere and redraws only those that differ.

One widget for the whole coding screen: panes that are widgets of their own would be laid out anew
when one of them grows, which costs more than a frame (research/perf.md section 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from annotator.terminal import visible
from annotator.tui.views.line import Hit, Line, hit_at, width_of

STYLES = (
    *("bar", "bar_dim", "failed", "here", "focus", "context", "context_other", "mark", "rule"),
    *("head", "question", "label", "value", "proposed", "blank", "key", "cursor", "hint"),
    *("definition", "warn", "note", "footer", "footer_key"),
)
"""Every style a view may name; `coding.tcss` says how each looks."""


class Canvas(Widget):
    """Lines of styled text, with a meaning for each place that can be clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"canvas--{name}" for name in STYLES}
    ALLOW_SELECT = False

    @dataclass
    class Clicked(Message):
        """A place that means something was clicked."""

        hit: Hit
        """What stands there."""

    @dataclass
    class Scrolled(Message):
        """The wheel was turned."""

        lines: int
        """How far, downwards."""

    @dataclass
    class Resized(Message):
        """There is more or less room; the lines have to be made anew."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []
        self._strips: dict[int, Strip] = {}
        self._styles: dict[str, Style] = {}

    def show(self, lines: Sequence[Line]) -> None:
        """Show these lines instead of those before."""
        before, self._lines = self._lines, list(lines)
        if len(before) != len(lines):
            self._strips.clear()
            self.refresh()
            return
        changed = [y for y, line in enumerate(lines) if line != before[y]]
        for y in changed:
            self._strips.pop(y, None)
        if changed:
            width = self.size.width
            self.refresh(*[Region(0, y, width, 1) for y in changed])

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a region.

        Textual's own way leads through a cache of borders, padding and opacity, none of which a
        canvas has, and takes longer than making the lines.
        """
        strips = [self.render_line(y) for y in crop.line_range]
        for line_filter in self.get_line_filters():
            background = self.background_colors[1]
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """One line of the terminal."""
        strip = self._strips.get(y)
        if strip is None:
            strip = self._strips[y] = self._make_strip(y)
        return strip

    def _make_strip(self, y: int) -> Strip:
        if y >= len(self._lines):
            return Strip.blank(self.size.width, self._style(""))
        line = self._lines[y]
        width = width_of(line)
        # Views have made the text harmless; that nothing else gets out is seen to here.
        segments = [Segment(visible(text), self._style(style)) for text, style, _ in line]
        return Strip(segments, width)

    def notify_style_update(self) -> None:
        """Another theme: look the styles up again."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def on_resize(self) -> None:
        """Ask for lines that fit."""
        self._strips.clear()
        self.post_message(self.Resized())

    def on_click(self, event: events.Click) -> None:
        """Tell what was clicked, if it means anything."""
        line = self._lines[event.y] if event.y < len(self._lines) else ()
        if hit := hit_at(line, event.x):
            self.post_message(self.Clicked(hit))

    def on_mouse_scroll_down(self) -> None:
        """The wheel, downwards."""
        self.post_message(self.Scrolled(3))

    def on_mouse_scroll_up(self) -> None:
        """The wheel, upwards."""
        self.post_message(self.Scrolled(-3))

    def _style(self, name: str) -> Style:
        if name not in self._styles:
            own = self.get_component_rich_style(f"canvas--{name}") if name else self.rich_style
            self._styles[name] = own
        return self._styles[name]
