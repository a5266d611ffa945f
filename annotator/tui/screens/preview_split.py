"""Where to make two of a paragraph: before one of its lines or sentences."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from annotator.readers.paragraphs import lines
from annotator.readers.sentences import sentences
from annotator.tui.places import PREVIEW_SPLIT, commands_in
from annotator.tui.safe import content
from annotator.tui.screens.place import ListModal, bindings_in
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.line_list import LineList


class PreviewSplit(ListModal[int | None]):
    """The result is the character of the paragraph (from 0) the second one begins with, or None."""

    place = PREVIEW_SPLIT
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(PREVIEW_SPLIT)
    DEFAULT_CSS = """
    PreviewSplit {
        background: $background;
        #title { height: 1; padding: 0 1; text-style: bold; }
    }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        parts = [part for line in lines(text, (0, len(text))) for part in sentences(text, line)]
        self._parts = parts

    @property
    def n_parts(self) -> int:
        """How many sentences the paragraph has."""
        return len(self._parts)

    def compose(self) -> ComposeResult:
        """The sentences."""
        yield Static("The second paragraph begins with this:", id="title")
        yield LineList(self._line)
        yield KeyLine(commands_in(PREVIEW_SPLIT))

    def on_mount(self) -> None:
        """Begin at the second sentence: before the first nothing can be cut."""
        self.line_list.show(len(self._parts), 1)
        self.line_list.focus()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Cut there."""
        self.dismiss(self._parts[event.index][0])

    def _line(self, index: int) -> Content:
        return content(" ".join(self._text[slice(*self._parts[index])].split()))
