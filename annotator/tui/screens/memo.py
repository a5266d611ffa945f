"""Write a memo. Whoever leaves keeps what they wrote; to lose it takes a key of its own."""

from __future__ import annotations

from collections.abc import Callable
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


class MemoEditor(PlaceModal[None]):
    """Hands the new text to `store` ("" takes the memo away), which returns what went wrong or "".

    Esc and F4 both keep the text, because a memo lost costs more than one too many (undo takes it
    back); F9 leaves the memo as it was. Enter makes a new line. The window stays open while the
    text cannot be stored. `why` says what asked for the memo.
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
        #title, #why { height: 1; padding: 0 1; }
        #why { text-style: bold; color: $text-warning; }
        BlockField { height: 1fr; }
        KeyLine { dock: none; }
    }
    """

    def __init__(self, title: str, text: str, store: Callable[[str], str], why: str = "") -> None:
        super().__init__()
        self._title = title
        self._why = why
        self._store = store
        self._text = self._shown = text

    def compose(self) -> ComposeResult:
        """Why a memo is asked for, what it is on, and the text."""
        with Vertical():
            if self._why:
                yield Static(content(self._why), id="why")
            yield Static(content(self._title, "bold") + "   Esc keeps the text", id="title")
            yield BlockField(self._text)
            yield KeyLine(commands_in(MEMO))

    def on_mount(self) -> None:
        """Go on writing where the text ends."""
        field = self.query_one(BlockField)
        field.move_cursor(field.document.end)
        self._shown = field.text  # the field may write line ends in another way

    def keep(self) -> bool:
        """Store the text where it was changed; stay and say what is wrong where that fails."""
        text = self.query_one(BlockField).text
        fault = "" if text == self._shown else self._store(text.rstrip())
        if fault:
            self.query_one("#title", Static).update(content(f"! {fault}", "bold"))
        else:
            self._shown = text
        return not fault

    def action_leave(self) -> None:
        """Keep the text."""
        if self.keep():
            self.dismiss(None)

    def action_discard(self) -> None:
        """Leave the memo as it was."""
        self.dismiss(None)
