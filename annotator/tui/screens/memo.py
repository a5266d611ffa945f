"""Write a memo. Whoever leaves keeps what they wrote; to lose it takes a key of its own."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Static

from annotator.tui.places import MEMO, commands_in
from annotator.tui.safe import content
from annotator.tui.screens.place import PlaceModal, bindings_in
from annotator.tui.widgets.edit import BlockField
from annotator.tui.widgets.key_line import KeyLine


class MemoEditor(PlaceModal[str | None]):
    """The result is the new text ("" takes the memo away), or None where it stays as it was.

    Esc and F4 both keep the text, because a memo lost costs more than one too many (undo takes it
    back); F9 leaves the memo as it was. Enter makes a new line.
    """

    place = MEMO
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(MEMO)
    DEFAULT_CSS = """
    MemoEditor {
        align: center bottom;
        background: $background 30%;
        & > Vertical {
            height: 50%; min-height: 8; background: $surface; border-top: solid $primary;
        }
        #title { height: 1; padding: 0 1; }
        BlockField { height: 1fr; }
        KeyLine { dock: none; }
    }
    """

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._title = title
        self._text = self._shown = text

    def compose(self) -> ComposeResult:
        """What the memo is on, and the text."""
        with Vertical():
            yield Static(content(self._title, "bold") + "   Esc keeps the text", id="title")
            yield BlockField(self._text)
            yield KeyLine(commands_in(MEMO))

    def on_mount(self) -> None:
        """Go on writing where the text ends."""
        field = self.query_one(BlockField)
        field.move_cursor(field.document.end)
        self._shown = field.text  # the field may write line ends in another way

    def action_leave(self) -> None:
        """Keep the text."""
        text = self.query_one(BlockField).text
        self.dismiss(None if text == self._shown else text.rstrip())

    def action_discard(self) -> None:
        """Leave the memo as it was."""
        self.dismiss(None)
