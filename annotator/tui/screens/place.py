"""What all screens that open over another share: keys, help and leaving, from their commands."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from annotator.tui.places import commands_in
from annotator.tui.screens.help import HelpScreen
from annotator.tui.widgets.line_list import LineList

Result = TypeVar("Result")


def bindings_in(place: str) -> list[BindingType]:
    """The key bindings of a place."""
    return [
        Binding(",".join(command.keys), command.name, command.label, show=False)
        for command in commands_in(place)
    ]


class PlaceModal(ModalScreen[Result]):
    """A screen over another. F1 shows its keys; leaving it gives None."""

    place: ClassVar[str]

    def action_help(self) -> None:
        """Show the keys of this place."""
        self.app.push_screen(HelpScreen(self.place, commands_in(self.place)))

    def keep(self) -> bool:
        """Store what must not be lost when the program ends; False where it could not be."""
        return True

    def action_leave(self) -> None:
        """Close without a result."""
        self.dismiss(None)


class ListModal(PlaceModal[Result]):
    """One with a list, which the arrows move also while the coder types in a field."""

    @property
    def line_list(self) -> LineList:
        """The list."""
        return self.query_one(LineList)

    def action_up(self) -> None:
        """Move up."""
        self.line_list.action_move(-1)

    def action_down(self) -> None:
        """Move down."""
        self.line_list.action_move(1)

    def action_page_up(self) -> None:
        """Move up by a screen."""
        self.line_list.action_page(-1)

    def action_page_down(self) -> None:
        """Move down by a screen."""
        self.line_list.action_page(1)

    def action_take(self) -> None:
        """Take the line at the cursor."""
        self.line_list.action_choose()
