"""Correct what is known about an article before it is stored."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from annotator.errors import UsageError
from annotator.tui.intake.candidate import FIELDS
from annotator.tui.intake.candidates import Candidates
from annotator.tui.places import PREVIEW_FIELDS, commands_in
from annotator.tui.safe import content
from annotator.tui.screens.place import PlaceModal, bindings_in
from annotator.tui.widgets.edit import LineField
from annotator.tui.widgets.key_line import KeyLine

_LABELS = {"title": "Title", "author": "Author", "source": "Source (newspaper, station, site)",
           "date": "Date (2019-03-01)", "url": "Address (URL)"}  # fmt: skip


class PreviewFields(PlaceModal[None]):
    """A field for each; leaving keeps what was typed, and one key drops it."""

    place = PREVIEW_FIELDS
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(PREVIEW_FIELDS)
    DEFAULT_CSS = """
    PreviewFields {
        align: center bottom;
        background: $background 30%;
        & > Vertical { height: auto; background: $surface; border-top: solid $primary; }
        Static { padding: 0 1; }
        #fault { color: $text-error; height: 1; }
        KeyLine { dock: none; }
    }
    """

    def __init__(self, candidates: Candidates, index: int) -> None:
        super().__init__()
        self._candidates, self._index = candidates, index

    def compose(self) -> ComposeResult:
        """The fields, each below its name."""
        article = self._candidates[self._index].article
        with Vertical():
            for field in FIELDS:
                yield Static(content(_LABELS[field], "dim"))
                yield LineField(getattr(article, field), id=field)
            yield Static(id="fault")
            yield KeyLine(commands_in(PREVIEW_FIELDS))

    def on_input_submitted(self) -> None:
        """Enter goes to the next field, and from the last one back."""
        if self.focused is self.query_one(f"#{FIELDS[-1]}"):
            self.action_leave()
        else:
            self.focus_next()

    def action_leave(self) -> None:
        """Keep what was typed."""
        try:
            typed = {field: self.query_one(f"#{field}", LineField).value for field in FIELDS}
            self._candidates.set_fields(self._index, **typed)
        except UsageError as error:
            self.query_one("#fault", Static).update(content(f"! {error}"))
        else:
            self.dismiss(None)

    def action_discard(self) -> None:
        """Leave everything as it was."""
        self.dismiss(None)

    def on_mount(self) -> None:
        """Begin at the title."""
        self.query_one(f"#{FIELDS[0]}").focus()
        self.query_one("#fault", Static).update(Content(""))
