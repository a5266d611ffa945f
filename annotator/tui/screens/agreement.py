"""How far the coders agree, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from annotator.errors import AnnotatorError
from annotator.tui import agreement_table as table
from annotator.tui.places import AGREEMENT, commands_in
from annotator.tui.safe import content
from annotator.tui.screens.help import HelpScreen
from annotator.tui.screens.place import bindings_in
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from annotator.reports.reliability import Reliability
    from annotator.reports.row import Row
    from annotator.study import Study


class AgreementScreen(Screen[None]):
    """The table of one round, computed beside the screen from a connection of its own.

    Below it stand, for the row at the cursor, all coefficients, the reason where one is undefined,
    and the remarks. `c` adds a row for each code (is it present in the paragraph?).
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_in(AGREEMENT)
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]  # noqa: RUF012 - as Textual has it
    DEFAULT_CSS = """
    AgreementScreen {
        Static { padding: 0 1; height: auto; }
        #title { text-style: bold; max-height: 1; }
        #summary { max-height: 2; }
        #heading { padding: 0; height: 1; }
        #details { max-height: 6; border-top: solid $foreground 30%; }
        #remarks { max-height: 2; color: $text-muted; }
        &.-short #details { max-height: 3; }
        &.-short #remarks { display: none; }
    }
    """

    def __init__(self, study: Study) -> None:
        super().__init__()
        self._path, self._round = study.path, study.round
        self._found: Reliability | None = None
        self._rows: list[Row] = []
        self._single_codes = False

    def compose(self) -> ComposeResult:
        """The table, and what stands behind the row at the cursor."""
        yield Static(content(f"AGREEMENT, round {self._round}, {self._path.name}"), id="title")
        yield Static(Content("Computing ..."), id="summary")
        yield Static(id="heading")
        yield LineList(self._line)
        yield Static(id="details")
        yield Static(id="remarks")
        yield KeyLine(commands_in(AGREEMENT))

    def on_mount(self) -> None:
        """Begin to compute."""
        self._list.focus()
        self._compute()

    def on_resize(self) -> None:
        """A narrow screen has fewer columns."""
        self.query_one("#heading", Static).update(table.heading_line(self.size.width))

    @work(thread=True, exclusive=True)
    def _compute(self) -> None:
        try:
            found = table.compute(self._path, self._round)
        except AnnotatorError as error:
            self.app.call_from_thread(self._say, f"There is no table: {error}")
            return
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self._show, found)

    def _say(self, words: str) -> None:
        self.query_one("#summary", Static).update(content(words))

    def _show(self, found: Reliability) -> None:
        self._found = found
        self.query_one("#summary", Static).update(table.summary(found))
        self.query_one("#remarks", Static).update(table.remarks(found))
        self._show_rows()

    def _show_rows(self) -> None:
        rows = self._found.rows if self._found else ()
        here = self._rows[self._list.cursor] if self._rows else None
        self._rows = [r for r in rows if self._single_codes or r.heading.view != table.PRESENCE]
        cursor = self._rows.index(here) if here in self._rows else 0
        self._list.show(len(self._rows), cursor)

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Show what stands behind the row at the cursor."""
        row = self._rows[event.index] if self._rows else None
        self.query_one("#details", Static).update(table.details(row) if row else Content(""))

    def action_codes(self) -> None:
        """Show or hide the rows of single codes."""
        self._single_codes = not self._single_codes
        self._show_rows()

    def action_up(self) -> None:
        """Move up."""
        self._list.action_move(-1)

    def action_down(self) -> None:
        """Move down."""
        self._list.action_move(1)

    def action_page_up(self) -> None:
        """Move up by a screen."""
        self._list.action_page(-1)

    def action_page_down(self) -> None:
        """Move down by a screen."""
        self._list.action_page(1)

    def action_help(self) -> None:
        """Show the keys of this place."""
        self.app.push_screen(HelpScreen(AGREEMENT, commands_in(AGREEMENT)))

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)

    @property
    def _list(self) -> LineList:
        return self.query_one(LineList)

    def _line(self, index: int) -> Content:
        return table.row_line(self._rows[index], self.size.width)
