"""The line at the foot of a screen: its main keys, which can be clicked as well."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from annotator.tui.commands import Command, footer_commands, shown_key


class KeyLine(Static):
    """`Enter take it  F1 help  Esc close`; a click does what the key does."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; padding: 0 1; background: $panel; color: $text; }
    """

    def __init__(self, commands: Iterable[Command]) -> None:
        super().__init__(Content("  ").join(map(_key, footer_commands(commands))))


def _key(command: Command) -> Content:
    keys = Content.styled(shown_key(command.keys[0]), "bold")
    click = Style.from_meta({"@click": f"screen.{command.name}"})
    return (keys + f" {command.label}").stylize(click)
