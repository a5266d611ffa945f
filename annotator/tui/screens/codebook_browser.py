"""The codebook to read in: the tree of codes beside what is said about each."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from annotator.model.codebook import Codebook
from annotator.tui.find import can_be_given
from annotator.tui.guidance import code_help, keys_of, variable_help
from annotator.tui.outline import Node, Outline
from annotator.tui.places import CODEBOOK, commands_in
from annotator.tui.safe import content
from annotator.tui.screens.place import ListModal, bindings_in
from annotator.tui.widgets.edit import LineField
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.line_list import LineList


class CodebookBrowser(ListModal[tuple[str, str] | None]):
    """Opens at a code; the result is the (variable id, code id) to be used, or None."""

    place = CODEBOOK
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(CODEBOOK)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 - as Textual has it
    DEFAULT_CSS = """
    CodebookBrowser {
        background: $background;
        #title { height: 1; padding: 0 1; text-style: bold; }
        LineField { height: 1; }
        #matches { height: 1; padding: 0 1; }
        #tree { width: 2fr; max-width: 60; }
        #text { width: 3fr; padding: 0 1; border-left: solid $foreground 30%; }
        #text:focus { border-left: heavy $primary; }
        &.-narrow Horizontal { layout: vertical; }
        &.-narrow #tree { width: 100%; max-width: 100%; height: 1fr; }
        &.-narrow #text { width: 100%; height: 1fr; border-left: none; }
        &.-narrow #text { border-top: solid $foreground 30%; }
    }
    """

    def __init__(self, codebook: Codebook, variable_id: str, code_id: str) -> None:
        super().__init__()
        self._codebook = codebook
        self._outline = Outline(codebook)
        self._start = (variable_id, code_id)

    def compose(self) -> ComposeResult:
        """Filter and tree on the left, the text on the right."""
        yield Static(content(f"CODEBOOK {self._codebook.id} {self._codebook.version}"), id="title")
        with Horizontal():
            with Vertical(id="tree"):
                yield LineField(placeholder="/ any words of a code")
                yield LineList(self._line)
                yield Static(id="matches")
            with VerticalScroll(id="text"):
                yield Static()
        yield KeyLine(commands_in(CODEBOOK))

    def on_mount(self) -> None:
        """Open at the code asked for, ready to move."""
        self._show(self._outline.reveal(*self._start))
        self.line_list.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter at every key."""
        self._show(self._outline.filter(event.value))
        found = self._outline.matches
        said = f"{found} code matches" if found == 1 else f"{found} codes match"
        matches = said if event.value.strip() else ""
        self.query_one("#matches", Static).update(Content(matches))

    def on_input_submitted(self) -> None:
        """Enter goes from the filter to the codes found."""
        self.line_list.focus()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Show what the codebook says about the line at the cursor."""
        node = self._node(event.index)
        text = self.query_one("#text", VerticalScroll)
        text.query_one(Static).update(_help(node) if node else Content(""))
        text.scroll_home(animate=False)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Give the code back; open or close what cannot be an answer."""
        node = self._node(event.index)
        if node is None:
            return
        if node.code and can_be_given(node.variable, node.code):
            self.dismiss((node.variable.id, node.code.id))
        else:
            self._set_open(node, not self._outline.is_open(node))

    def action_open(self) -> None:
        """Show the codes below."""
        if node := self._node(self.line_list.cursor):
            self._set_open(node, True)

    def action_shut(self) -> None:
        """Hide the codes below; where none are shown, go to the group above."""
        node = self._node(self.line_list.cursor)
        if node is None:
            return
        if node.codes and self._outline.is_open(node):
            self._set_open(node, False)
        else:
            self.line_list.cursor = self._outline.parent_line(node)

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one(LineField).focus()

    def action_other_pane(self) -> None:
        """Go between the codes and the text."""
        text = self.query_one("#text", VerticalScroll)
        (self.line_list if text.has_focus else text).focus()

    def _set_open(self, node: Node, is_open: bool) -> None:
        self._outline.set_open(node, is_open)
        self._show(self._outline.line_of(node.name))

    def _show(self, line: int) -> None:
        self.line_list.show(len(self._outline.nodes), line)

    def _node(self, line: int) -> Node | None:
        nodes = self._outline.nodes
        return nodes[line] if 0 <= line < len(nodes) else None

    def _line(self, index: int) -> Content:
        node = self._outline.nodes[index]
        mark = ("- " if self._outline.is_open(node) else "+ ") if node.codes else "  "
        if node.code is None:
            count = f" ({len(node.variable.paths)})" if node.codes else ""
            return content(f"{mark}{node.variable.label}{count}", "bold")
        indent = "  " * len(node.path)
        keys = content(keys_of(node.variable, node.code).ljust(4), "bold")
        style = "strike" if node.code.deprecated else ""
        return Content(indent + mark) + keys + content(node.code.label, style)


def _help(node: Node) -> Content:
    if node.code is None:
        return variable_help(node.variable)
    return code_help(node.variable, node.code)
