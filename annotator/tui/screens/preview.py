"""The articles that were read, before anything is stored."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from annotator.model.article import Article
from annotator.tui.intake.candidates import Candidates
from annotator.tui.intake.lines import about, candidate_line
from annotator.tui.places import PREVIEW, commands_in
from annotator.tui.safe import content
from annotator.tui.screens.help import HelpScreen
from annotator.tui.screens.place import bindings_in
from annotator.tui.screens.preview_article import PreviewArticle
from annotator.tui.screens.preview_fields import PreviewFields
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.line_list import LineList


class Preview(Screen[None]):
    """A list of candidates with what is known of the one at the cursor.

    `accepted` is None until the person stores; leaving stores nothing.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_in(PREVIEW)
    DEFAULT_CSS = """
    Preview {
        #summary { height: 1; padding: 0 1; text-style: bold; }
        LineList { height: 1fr; }
        #about { height: 11; border-top: solid $foreground 30%; padding: 0 1; }
        #said { height: auto; max-height: 2; padding: 0 1; text-style: bold; }
    }
    """

    def __init__(self, candidates: Candidates, summary: str) -> None:
        super().__init__()
        self._candidates, self._summary = candidates, summary
        self._asked = False
        self.accepted: list[Article] | None = None

    def compose(self) -> ComposeResult:
        """The count, the list, and what is known of one."""
        yield Static(id="summary")
        yield LineList(self._line)
        with VerticalScroll(id="about", can_focus=False):
            yield Static(id="fields")
        yield Static(id="said")
        yield KeyLine(commands_in(PREVIEW))

    def on_mount(self) -> None:
        """Begin at the first."""
        self._list.show(len(self._candidates))
        self._list.focus()
        self._count()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Show what is known of the article."""
        self._show(event.index)

    def on_line_list_chosen(self) -> None:
        """Enter opens the article."""
        self.action_open()

    def action_open(self) -> None:
        """Show the article's paragraphs, to correct them."""
        if self._candidates:
            screen = PreviewArticle(self._candidates, self._list.cursor)
            self.app.push_screen(screen, lambda index: self._back_at(index or 0))

    def action_fields(self) -> None:
        """Correct title, author, source, date, address."""
        if self._candidates:
            screen = PreviewFields(self._candidates, self._list.cursor)
            self.app.push_screen(screen, lambda _: self._redraw())

    def action_leave_out(self) -> None:
        """Leave the article out, or take it in again, and go on to the next."""
        if self._candidates:
            self._candidates.toggle(self._list.cursor)
            self._list.action_move(1)
            self._redraw()

    def action_doubtful(self) -> None:
        """Leave out all articles marked with `!`."""
        left_out = self._candidates.leave_out_doubtful()
        self._redraw()
        self._say(f"{left_out:,} marked with ! left out")

    def action_undo(self) -> None:
        """Take back the newest change."""
        index = self._candidates.undo()
        if index is None:
            self._say("There is nothing to take back.")
        else:
            self._back_at(index)

    def action_store(self) -> None:
        """Store what is accepted."""
        accepted = self._candidates.accepted
        if not accepted:
            self._say("Every article is left out. Esc leaves and stores nothing.")
            return
        self.accepted = accepted
        self.app.exit()

    def action_leave(self) -> None:
        """Store nothing; where work would be lost, only when asked a second time."""
        if self._candidates.n_changes and not self._asked:
            self._asked = True
            self._say("Esc again forgets your changes and adds nothing. F10 adds the articles.")
        else:
            self.app.exit()

    def action_help(self) -> None:
        """Show the keys of this place."""
        self.app.push_screen(HelpScreen(PREVIEW, commands_in(PREVIEW)))

    @property
    def _list(self) -> LineList:
        return self.query_one(LineList)

    def _line(self, index: int) -> Content:
        return candidate_line(self._candidates[index], index + 1, len(str(len(self._candidates))))

    def _show(self, index: int) -> None:
        if index < len(self._candidates):
            lines = Content("\n").join(about(self._candidates[index]))
            self.query_one("#fields", Static).update(lines)
            self.query_one("#about", VerticalScroll).scroll_home(animate=False)

    def _back_at(self, index: int) -> None:
        self._list.cursor = index
        self._redraw()

    def _redraw(self) -> None:
        self._asked = False
        self._list.refresh()
        self._show(self._list.cursor)
        self._count()
        self._say("")

    def _count(self) -> None:
        accepted = len(self._candidates.accepted)
        counted = f"{accepted:,} of {len(self._candidates):,} will be added"
        self.query_one("#summary", Static).update(content(f"{counted}.  {self._summary}"))

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(Content(words))
