"""Training: what the gold coder says of the unit that was just finished."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from annotator.tui.places import FEEDBACK, commands_in
from annotator.tui.safe import content
from annotator.tui.screens.place import PlaceModal, bindings_in
from annotator.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from annotator.reports.feedback import Feedback


class FeedbackScreen(PlaceModal[None]):
    """The right answers beside the own ones, under the paragraph, until the coder goes on."""

    place = FEEDBACK
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(FEEDBACK)
    DEFAULT_CSS = """
    FeedbackScreen {
        align: center bottom;
        background: $background 30%;
        & > VerticalScroll {
            height: 60%; min-height: 8; background: $surface; border-top: solid $primary;
            padding: 0 1;
        }
        #summary { text-style: bold; margin-bottom: 1; }
    }
    """

    def __init__(self, told: Feedback) -> None:
        super().__init__()
        self._told = told

    def compose(self) -> ComposeResult:
        """What is right in a sentence, what is not in lines."""
        with VerticalScroll():
            yield Static(content(self._told.summary), id="summary")
            for line in self._told.lines:
                yield Static(content(line))
        yield KeyLine(commands_in(FEEDBACK))
