"""Find a code by any word, without knowing where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from annotator.model.codebook import Variable
from annotator.tui.find import CodeIndex, Found
from annotator.tui.guidance import in_short, keys_of
from annotator.tui.places import FIND, commands_in
from annotator.tui.safe import content
from annotator.tui.screens.place import ListModal, bindings_in
from annotator.tui.widgets.edit import LineField
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.line_list import LineList

_KEYS_WIDTH, _LABEL_WIDTH = 6, 36


class FindCode(ListModal[tuple[str, str] | None]):
    """Type any words; the result is (variable id, code id), or None."""

    place = FIND
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(FIND)
    DEFAULT_CSS = """
    FindCode {
        align: center bottom;
        background: $background 30%;
        & > Vertical {
            height: 60%; min-height: 10; background: $surface; border-top: solid $primary;
        }
        #found { height: 1; padding: 0 1; }
        #meaning { height: auto; max-height: 3; padding: 0 1; border-top: dashed $foreground 30%; }
        KeyLine { dock: none; }
    }
    """

    def __init__(self, variables: Sequence[Variable], initial: str = "") -> None:
        super().__init__()
        self._index = CodeIndex(variables)
        self._several = len(variables) > 1
        self._initial = initial
        self._found: list[Found] = []

    def compose(self) -> ComposeResult:
        """The field, the codes, the meaning of the one at the cursor."""
        with Vertical():
            yield LineField(self._initial, placeholder="any words of a code")
            yield Static(id="found")
            yield LineList(self._line, focusable=False)
            yield Static(id="meaning")
            yield KeyLine(commands_in(FIND))

    def on_mount(self) -> None:
        """Show all codes, or those of the words given."""
        self._find(self._initial)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search at every key."""
        self._find(event.value)

    def on_input_submitted(self) -> None:
        """Enter takes the code at the cursor."""
        self.action_take()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Show what the code at the cursor means."""
        found = self._found[event.index] if self._found else None
        self.query_one("#meaning", Static).update(in_short(found.code) if found else Content(""))

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Give the code back."""
        found = self._found[event.index]
        self.dismiss((found.variable.id, found.code.id))

    def _find(self, words: str) -> None:
        self._found = self._index.find(words)
        count = f"{len(self._found)} of {len(self._index)} codes"
        self.query_one("#found", Static).update(Content(count))
        self.line_list.show(len(self._found))

    def _line(self, index: int) -> Content:
        found = self._found[index]
        keys = content(keys_of(found.variable, found.code).ljust(_KEYS_WIDTH), "bold")
        where = [found.variable.label] if self._several else []
        where += [found.group] if found.group else []
        label = content(found.code.label)
        padding = " " * max(2, _LABEL_WIDTH - label.cell_length)
        return keys + " " + label + padding + content(" > ".join([*where, found.code.id]), "dim")
