"""Another answer than any coder gave, with the codebook's own keys, as on the coding screen."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult

from annotator.tui.adjudication.composing import Own
from annotator.tui.adjudication.draft import Draft
from annotator.tui.agreement.frame import keys_line, title_line
from annotator.tui.commands import ENTRY
from annotator.tui.entry import Ask, Outcome
from annotator.tui.places import OTHER_ANSWER, commands_in
from annotator.tui.screens.drawing import Drawing
from annotator.tui.screens.place import PlaceModal
from annotator.tui.views.layout import compose, text_size
from annotator.tui.views.line import Hit, Line
from annotator.tui.views.text import following_scroll
from annotator.tui.widgets.canvas import Canvas

_HERE = {key: command.name for command in commands_in(OTHER_ANSWER) for key in command.keys}
_ENTRY = {key: command.name for command in ENTRY for key in command.keys}
_TITLE = "ANOTHER ANSWER: Enter takes it, F9 leaves everything as it was"

_LOST = "Not taken yet: Enter takes it, when complete. Ctrl+Q again leaves without it."


class OtherAnswer(PlaceModal[Own | None]):
    """The result is the answer that was given, or None."""

    place = OTHER_ANSWER
    AUTO_FOCUS = None
    DEFAULT_CSS = "OtherAnswer { background: $background; color: $foreground; }"

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._canvas = Drawing()

    def compose(self) -> ComposeResult:
        """One canvas for everything."""
        yield self._canvas

    def on_mount(self) -> None:
        """Show the draft."""
        self.redraw()

    def redraw(self) -> None:
        """Show the draft as it is now, or close where it is complete."""
        if self._draft.result is not None:
            self.dismiss(self._draft.result)
        else:
            self._canvas.show(self._lines(*self.app.size))

    def _lines(self, width: int, height: int) -> list[Line]:
        """The coding screen between lines of our own."""
        page = self._draft.page
        lines = compose(page, width, height)
        if len(lines) > 1:
            lines[0] = title_line(_TITLE, "", width)
            lines[-1] = keys_line(commands_in(OTHER_ANSWER), width, page.note)
        return lines

    def on_key(self, event: events.Key) -> None:
        """A letter or digit is a code; see `CodingScreen.on_key`."""
        if not self.is_current:
            self.app.post_message(events.Key(event.key, event.character))
        elif name := _HERE.get(event.key):
            getattr(self, f"action_{name}")()
        elif name := _ENTRY.get(event.key):
            self._after(self._draft.press(name))
        elif event.character and event.character.isalnum():
            self._after(self._draft.press(event.character))
        elif event.key in ("space", "pagedown"):
            self._read_on()
        else:
            return
        event.stop()
        event.prevent_default()

    def on_canvas_resized(self) -> None:
        """The terminal has another size."""
        self.redraw()

    def on_canvas_clicked(self, event: Canvas.Clicked) -> None:
        """A click does what the keys would do there."""
        self._take_hit(event.hit)

    def _take_hit(self, hit: Hit) -> None:
        focus = self._draft.page.focus
        if hit.kind == "code" and focus:
            self._after(self._draft.choose(focus.variable.id, hit.name))
        elif hit.kind == "command" and hit.name in _HERE.values():
            getattr(self, f"action_{hit.name}")()

    def _read_on(self) -> None:
        page = self._draft.page
        following = following_scroll(page, *text_size(page, *self.app.size))
        self._draft.scroll_to(following or 0)
        self.redraw()

    def _after(self, outcome: Outcome) -> None:
        """Show what came of it; a typed answer has a window."""
        focus = self._draft.page.focus
        if outcome.ask is Ask.TEXT and focus is not None:
            from annotator.tui.screens.text_answer import TextAnswer

            self.app.push_screen(TextAnswer(focus.variable, outcome.typed), self._typed)
        self.redraw()

    def _typed(self, answer: str | None) -> None:
        if answer is not None:
            self._after(self._draft.answer_typed(answer))

    def keep(self) -> bool:
        """Half an answer cannot be kept: that it will be lost is said once."""
        lost = self._draft.is_changed and self._draft.page.note != _LOST
        if lost:
            self._draft.say(_LOST)
            self.redraw()
        return not lost

    # --- actions

    def action_finish(self) -> None:
        """Take what was put together."""
        self._after(self._draft.press("finish"))

    def action_undo(self) -> None:
        """Take back the last answer."""
        self._draft.undo()
        self.redraw()

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def action_find_code(self) -> None:
        """Find a code by any word."""
        from annotator.tui.screens.find_code import FindCode

        if self._draft.coded_variables():
            self.app.push_screen(FindCode(self._draft.coded_variables()), self._found)

    def action_codebook(self) -> None:
        """Read the codebook."""
        from annotator.tui.screens.codebook_browser import CodebookBrowser

        focus = self._draft.page.focus
        codebook = self._draft.page.situation.codebook
        variable = focus.variable.id if focus else ""
        self.app.push_screen(CodebookBrowser(codebook, variable, ""), self._found)

    def _found(self, found: tuple[str, str] | None) -> None:
        if found is not None:
            self._after(self._draft.choose(*found))
