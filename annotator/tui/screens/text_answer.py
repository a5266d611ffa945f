"""Type an answer: a number, a date or a text."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from annotator.model.codebook import Variable
from annotator.model.typed import Refused, expects, read_typed
from annotator.tui.places import TYPED, commands_in
from annotator.tui.safe import content
from annotator.tui.screens.place import PlaceModal, bindings_in
from annotator.tui.widgets.edit import LineField
from annotator.tui.widgets.key_line import KeyLine


class TextAnswer(PlaceModal[str | None]):
    """The result is the answer in the form in which it is stored, or None."""

    place = TYPED
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(TYPED)
    DEFAULT_CSS = """
    TextAnswer {
        align: center bottom;
        background: $background 30%;
        & > Vertical { height: auto; background: $surface; border-top: solid $primary; }
        Static { padding: 0 1; }
        #question { text-style: bold; max-height: 3; }
        #definition { max-height: 4; }
        #fault { color: $text-error; max-height: 2; }
        KeyLine { dock: none; }
    }
    """

    def __init__(self, variable: Variable, text: str) -> None:
        super().__init__()
        self._variable = variable
        self._text = text

    def compose(self) -> ComposeResult:
        """The question, what to type, the field, and what is wrong with it."""
        variable = self._variable
        with Vertical():
            yield Static(content(variable.question or variable.label), id="question")
            if variable.guidance.definition:
                yield Static(content(variable.guidance.definition), id="definition")
            yield Static(content(f"Type {expects(variable)}."))
            yield LineField(self._text)
            yield Static(id="fault")
            yield KeyLine(commands_in(TYPED))

    def on_input_changed(self) -> None:
        """What was wrong may be right now."""
        self.query_one("#fault", Static).update(Content(""))

    def on_input_submitted(self) -> None:
        """Enter stores the answer."""
        self.action_take()

    def action_take(self) -> None:
        """Give the answer back, or say what is wrong with it."""
        answer = read_typed(self._variable, self.query_one(LineField).value)
        if isinstance(answer, Refused):
            self.query_one("#fault", Static).update(content(f"! {answer.reason}"))
        else:
            self.dismiss(answer)
