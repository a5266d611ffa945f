"""The coding screen: keys and clicks go to the session, its page comes back to the canvas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from annotator.model.place import Place
from annotator.tui.commands import CODING, ENTRY, EVERYWHERE, SCREEN, Command, commands_at
from annotator.tui.entry import Ask, Outcome
from annotator.tui.session import Session
from annotator.tui.views.layout import compose, text_size
from annotator.tui.views.line import Hit
from annotator.tui.views.text import following_scroll, scroll_to_see
from annotator.tui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from annotator.study.searching import FoundParagraph

HOW_TO_LEAVE = "Ctrl+Q leaves. Everything is stored already."
PASTE_IGNORED = "Pasted text is not taken for keys. F4 opens a memo, where it can be pasted."

_BY_NAME = {command.name: command for command in (*ENTRY, *SCREEN)}
_BY_KEY = {key: command for command in _BY_NAME.values() for key in command.keys}
_OF_ENTRY = {command.name for command in ENTRY}


def action_of(command: Command) -> str:
    """The Textual action that a command is."""
    return f"run('{command.name}')" if command.name in _BY_NAME else f"app.{command.name}"


class CodingScreen(Screen[None]):
    """One coder codes one study."""

    CSS_PATH = "coding.tcss"
    AUTO_FOCUS = None
    ALLOW_SELECT = False

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._sought = ""
        self._canvas = Canvas()

    def compose(self) -> ComposeResult:
        """One canvas for everything."""
        yield self._canvas

    def on_mount(self) -> None:
        """Show the page with the very first frame."""
        self.redraw()

    def redraw(self) -> None:
        """Show the session's page."""
        self._canvas.show(compose(self.session.page, *self.app.size))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  Textual's signature
        """Coders work blind: agreement is shown only where the screens were opened with it."""
        return action != "agreement" or self.session.page.status.agreement

    @property
    def commands(self) -> list[Command]:
        """What can be done here now."""
        here = dict.fromkeys((*commands_at(CODING), *commands_at(EVERYWHERE)))
        return [command for command in here if self.check_action(command.name, ())]

    # --- what comes in

    def on_key(self, event: events.Key) -> None:
        """A letter or digit is a code; every other key that is known is a command.

        Not by Textual's bindings: a bound key goes a longer way than a letter, so that Enter and
        a letter typed fast would change places, and the code would land in the wrong paragraph.
        """
        if not self.is_current:  # typed on while a window was opening: it is meant for that
            self.app.post_message(events.Key(event.key, event.character))
        elif command := _BY_KEY.get(event.key):
            self.action_run(command.name)
        elif event.character and event.character.isalnum():
            self._after(self.session.press(event.character))
        elif event.key == "ctrl+c":  # Textual's own answer would cover the codes
            self._say(HOW_TO_LEAVE)
        else:
            return
        event.stop()
        event.prevent_default()

    def action_run(self, name: str) -> None:
        """Run a command of this screen by its name."""
        if name in _OF_ENTRY:
            self._after(self.session.press(name))
        elif self.check_action(name, ()):
            getattr(self, f"action_{name}")()

    def on_paste(self, event: events.Paste) -> None:
        """A pasted text would press a key for each of its letters."""
        event.stop()
        self._say(PASTE_IGNORED)

    def _say(self, note: str) -> None:
        self.session.say(note)
        self.redraw()

    def on_canvas_resized(self) -> None:
        """The terminal has another size."""
        self.redraw()

    def on_canvas_scrolled(self, event: Canvas.Scrolled) -> None:
        """The wheel scrolls a long paragraph."""
        self._scroll(event.lines)

    def on_canvas_clicked(self, event: Canvas.Clicked) -> None:
        """A click does what the keys would do there."""
        self._take_hit(event.hit)
        self.redraw()

    def _take_hit(self, hit: Hit) -> None:
        session = self.session
        match hit.kind:
            case "command":
                self.action_run(hit.name)
            case "code" if session.page.focus:
                self._after(session.choose(session.page.focus.variable.id, hit.name))
            case "statement":
                session.select(hit.name)
            case "field":
                session.visit(hit.name)
            case "paragraph":
                session.go(Place(session.page.article.id, int(hit.name)))

    # --- answers

    def action_undo(self) -> None:
        """Take back the last action."""
        self.session.undo()
        self.redraw()

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.session.redo()
        self.redraw()

    def action_reopen(self) -> None:
        """Mark the unit as not done."""
        self.session.reopen()
        self.redraw()

    def _after(self, outcome: Outcome) -> None:
        """Show what came of it, and ask what has to be asked in a window."""
        self.redraw()
        if outcome.ask is Ask.MEMO:
            self._open_memo(outcome)
        elif outcome.ask is Ask.TEXT:
            self._ask_text(outcome)
        else:
            self._show_feedback()

    def _show_feedback(self) -> None:
        """In training: the right answers, before the next unit comes."""
        told = self.session.feedback
        if told is None:
            return
        from annotator.tui.screens.feedback import FeedbackScreen

        def read(_: None) -> None:
            self.session.feedback_read()
            self.redraw()

        self.app.push_screen(FeedbackScreen(told), read)

    def _ask_text(self, outcome: Outcome) -> None:
        from annotator.tui.screens.text_answer import TextAnswer

        focus = self.session.page.focus
        if focus is None:
            return
        text = outcome.typed or self.session.text_of(focus)

        def answered(answer: str | None) -> None:
            if answer is not None:
                self._after(self.session.answer_typed(answer))

        self.app.push_screen(TextAnswer(focus.variable, text), answered)

    def action_memo(self) -> None:
        """Write a memo on what is at the cursor."""
        self._open_memo(None)

    def _open_memo(self, outcome: Outcome | None) -> None:
        from annotator.tui.screens.memo import MemoEditor

        session = self.session
        target = session.target_of(outcome) if outcome else session.target_at_cursor()

        def closed(_: None) -> None:
            session.memo_closed(target, go_on=outcome is not None and outcome.go_on)
            self.redraw()
            self._show_feedback()

        def store(text: str) -> str:
            return session.set_memo(target, text)

        title, why = session.name_of(target), outcome.note if outcome else ""
        editor = MemoEditor(title, session.memo_of(target), store, why)
        self.app.push_screen(editor, closed)

    # --- moving

    def action_next_paragraph(self) -> None:
        """Go on without marking anything."""
        self.session.step(1)
        self.redraw()

    def action_previous_paragraph(self) -> None:
        """Go back without marking anything."""
        self.session.step(-1)
        self.redraw()

    def action_next_article(self) -> None:
        """Go to the article after this one."""
        self.session.step_article(1)
        self.redraw()

    def action_previous_article(self) -> None:
        """Go to the article before this one."""
        self.session.step_article(-1)
        self.redraw()

    def action_next_undone(self) -> None:
        """Go to the next unit that is left to do."""
        self.session.next_undone()
        self.redraw()

    def action_next_flagged(self) -> None:
        """Go to the next unit with a flag."""
        self.session.next_flagged()
        self.redraw()

    def action_scroll(self) -> None:
        """Read on, from the end back to the beginning."""
        page = self.session.page
        following = following_scroll(page, *text_size(page, *self.app.size))
        self.session.scroll_to(following or 0)
        self.redraw()

    def _scroll(self, lines: int) -> None:
        page = self.session.page
        following = following_scroll(page, *text_size(page, *self.app.size))
        if lines < 0 or following is not None:
            self.session.scroll_to(page.scroll + lines)
            self.redraw()

    def _scroll_to_see(self, offset: int) -> None:
        page = self.session.page
        line = scroll_to_see(page, *text_size(page, *self.app.size), offset)
        if line:
            self.session.scroll_to(line)
        self.redraw()

    # --- other screens, and leaving

    def action_quit(self) -> None:
        """Leave."""
        self.app.call_later(self.app.run_action, "quit")

    def action_find_code(self) -> None:
        """Find a code by any word."""
        from annotator.tui.screens.find_code import FindCode

        variables = self.session.coded_variables()
        if variables:
            self.app.push_screen(FindCode(variables), self._found)

    def action_codebook(self) -> None:
        """Read the codebook at the open question."""
        from annotator.tui.screens.codebook_browser import CodebookBrowser

        browser = CodebookBrowser(self.session.study.codebook, *self.session.code_at_cursor())
        self.app.push_screen(browser, self._found)

    def _found(self, found: tuple[str, str] | None) -> None:
        if found is not None:
            self._after(self.session.choose(*found))

    def action_articles(self) -> None:
        """Go to an article."""
        from annotator.tui.screens.articles import ArticleList

        def chosen(place: Place | None) -> None:
            if place is not None:
                self.session.go(place)
                self.redraw()

        here = self.session.place.article
        self.app.push_screen(ArticleList(self.session.study, here), chosen)

    def action_search_texts(self) -> None:
        """Go to a paragraph by its words; what was sought last is offered again."""
        from annotator.tui.screens.search_texts import SearchTexts

        search = SearchTexts(self.session.study, self.session.place, self._sought)

        def closed(found: FoundParagraph | None) -> None:
            self._sought = search.sought
            if found is not None:
                self.session.go(found.place)
                self._scroll_to_see(found.offset)

        self.app.push_screen(search, closed)

    def action_agreement(self) -> None:
        """Show how far coders agree."""
        from annotator.tui.agreement.question import Question
        from annotator.tui.screens.agreement import AgreementScreen

        study = self.session.study
        self.app.push_screen(AgreementScreen(Question(study.path, study.round)))

    def action_help(self) -> None:
        """Show the keys."""
        from annotator.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(CODING, self.commands))
