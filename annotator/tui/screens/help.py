"""Which keys work here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from annotator.tui.commands import QUIT, Command
from annotator.tui.places import HELP, LEADS, TITLES, commands_in
from annotator.tui.widgets.key_line import KeyLine


class HelpScreen(ModalScreen[None]):
    """The commands of a place with their keys, made from the list of commands and nothing else."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(command.keys), command.name, command.label, show=False)
        for command in commands_in(HELP)
    ]
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        & > VerticalScroll {
            width: 90; max-width: 100%; height: 100%; padding: 0 1; background: $surface;
        }
        .help--title { text-style: bold; margin-bottom: 1; }
        .help--rule { margin-bottom: 1; }
        Horizontal { height: auto; }
        .help--keys { width: 22; max-width: 33%; text-style: bold; margin-right: 1; }
        .help--does { width: 1fr; }
    }
    """

    def __init__(self, place: str, commands: Sequence[Command]) -> None:
        super().__init__()
        self._place = place
        self._commands = dict.fromkeys((*commands, QUIT))

    def compose(self) -> ComposeResult:
        """A title, how it goes, and one line for each command."""
        with VerticalScroll():
            yield Static(Content(TITLES.get(self._place, self._place)), classes="help--title")
            if lead := LEADS.get(self._place):
                yield Static(Content(lead), classes="help--rule")
            for command in self._commands:
                with Horizontal():
                    yield Static(Content(command.shown_keys or "Ctrl+P"), classes="help--keys")
                    yield Static(Content(command.description), classes="help--does")
        yield KeyLine(commands_in(HELP))

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)
