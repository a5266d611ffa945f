"""The adjudication screen: keys and clicks go to the session, its page comes back to the canvas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events

from annotator.errors import AnnotatorError
from annotator.tui.adjudication.composing import REASONS, Composition
from annotator.tui.adjudication.page import (
    AdjudicationPage,
    adjudication_lines,
    message_lines,
    text_room,
)
from annotator.tui.adjudication.reading import Found, settle_agreed, stages
from annotator.tui.adjudication.words import (
    before_in_words,
    begun_in_words,
    place_in_words,
    title_of,
)
from annotator.tui.agreement.background import Stopped, found_by
from annotator.tui.places import ADJUDICATION, commands_in
from annotator.tui.screens.drawing import DrawingScreen
from annotator.tui.views.page import ArticleText

if TYPE_CHECKING:
    from annotator.tui.adjudication.composing import Own
    from annotator.tui.adjudication.session import Adjudication
    from annotator.tui.views.line import Hit, Line

_BY_KEY = {key: command.name for command in commands_in(ADJUDICATION) for key in command.keys}
_VOICES = "abcdefgh"
_REASON_KEYS = ("1", "2", "3", "4")


class AdjudicationScreen(DrawingScreen):
    """One person settles the disagreements of a round."""

    place = ADJUDICATION

    def __init__(self, session: Adjudication) -> None:
        super().__init__()
        self.session = session
        self._text: ArticleText | None = None
        self._scroll = 0
        self._asked_for_agreed = self._busy = False
        self._why_none = "Looking for disagreements ..."

    # --- what is shown

    def lines(self, width: int, height: int) -> list[Line]:
        """The case, or why there is none."""
        session, title = self.session, title_of(self.session)
        page = self._page()
        if page is None:
            return message_lines(title, self._why_none, session.note, width, height)
        return adjudication_lines(page, width, height)

    def _page(self) -> AdjudicationPage | None:
        session, composed = self.session, self.session.composition
        text = self._text_of(composed)
        if composed is None or text is None:
            return None
        return AdjudicationPage(
            title_of(session), place_in_words(session), session.left, composed, text,
            session.study.codebook, before_in_words(session), self._scroll, session.note,
        )  # fmt: skip

    def _text_of(self, composed: Composition | None) -> ArticleText | None:
        """The article's text with its line breaks, kept from case to case of one article."""
        if composed is None:
            return None
        if self._text is None or self._text.article.id != composed.case.dispute.article:
            try:
                self._text = ArticleText(self.session.article(composed.case))
            except AnnotatorError as error:
                self._why_none = f"The text cannot be read: {error}"
                return None
        return self._text

    async def compute(self) -> None:
        """Find the disagreements; what is found first is shown while the rest is looked for."""
        try:
            async for found in found_by(self._stages):
                self._found(found)
        except AnnotatorError as error:
            self._why_none = f"The disagreements cannot be read: {error}"
            self.redraw()

    def _stages(self, stopped: Stopped) -> Iterator[Found]:
        return stages(self.session.asked, stopped)

    def _found(self, found: Found) -> None:
        self.session.show(found)
        if found.complete and not found.disputes:
            agreed = len(found.agreed)
            self._why_none = (
                f"No two coders differ in round {self.session.study.round}: "
                f"{agreed:,} units were finished by two or more. y decides what they agree on."
            )
        self.redraw()

    def on_unmount(self) -> None:
        """Let the study go."""
        self.session.close()

    # --- what comes in

    def on_key(self, event: events.Key) -> None:
        """Not by Textual's bindings: Enter and a letter typed fast would change places."""
        if not self.is_current:  # typed on while a window was opening: it is meant for that
            self.app.post_message(events.Key(event.key, event.character))
        elif event.character and event.character.lower() in _VOICES:
            self._do(lambda: self._take(event.character or ""))
        elif event.key in _REASON_KEYS:
            self._do(lambda: self.session.set_reason(REASONS[int(event.key) - 1]))
        elif name := _BY_KEY.get(event.key):
            self._run(name)
        else:
            return
        event.stop()
        event.prevent_default()

    def _run(self, name: str) -> None:
        self._asked_for_agreed = self._asked_for_agreed and name == "agreed"
        getattr(self, f"action_{name}")()

    def _take(self, key: str) -> None:
        voice = _VOICES.index(key.lower())
        if key.islower():
            self.session.take(voice)
        else:
            self.session.take_all(voice)

    def _do(self, action: Callable[[], object]) -> None:
        """Change something and show it; another case begins at the top of its text."""
        if self._busy:
            self._say("What all agree on is being decided; a moment.")
            return
        before = self._part()
        self._asked_for_agreed = False
        self.session.note = ""
        action()
        if self._part() != before:
            self._scroll = 0
        self.redraw()

    def _part(self) -> object:
        composed = self.session.composition
        return composed.case.dispute.part if composed else None

    def clicked(self, hit: Hit) -> None:
        """A click takes what stands there."""
        match hit.kind:
            case "voice":
                self._do(lambda: self.session.take(int(hit.name)))
            case "reason":
                self._do(lambda: self.session.set_reason(REASONS[int(hit.name) - 1]))
            case "choice":
                point, voice = map(int, hit.name.split())
                self._do(lambda: self._take_at(point, voice))

    def _take_at(self, point: int, voice: int) -> None:
        self.session.change(lambda now: replace(now, cursor=point))
        self.session.take(voice)

    def move(self, lines: int) -> None:
        """To another answer in dispute."""
        self._do(lambda: self.session.change(lambda now: now.move(lines)))

    # --- actions

    def action_take(self) -> None:
        """Take what the first coder says."""
        self._do(lambda: self.session.take(0))

    def action_why(self) -> None:
        """The first reason."""
        self._do(lambda: self.session.set_reason(REASONS[0]))

    def action_take_all(self) -> None:
        """Take all that the first coder says."""
        self._do(lambda: self.session.take_all(0))

    def action_keep_all(self) -> None:
        """Keep every coder's statement of the row."""
        self._do(lambda: self.session.change(lambda now: now.keep_all()))

    def action_none(self) -> None:
        """No statement."""
        self._do(lambda: self.session.change(lambda now: now.none()))

    def action_store(self) -> None:
        """Store the decision."""
        self._do(self.session.store)

    def action_undo(self) -> None:
        """Take back."""
        self._do(self.session.undo)

    def action_skip(self) -> None:
        """Leave it open."""
        self._do(self.session.skip)

    def action_flag(self) -> None:
        """Flag the unit."""
        self._do(self.session.flag)

    def action_previous(self) -> None:
        """The one before."""
        self._do(lambda: self.session.step(-1))

    def action_next(self) -> None:
        """The next one."""
        self._do(lambda: self.session.step(1))

    def action_order(self) -> None:
        """By cost, or by article."""
        self._do(self.session.turn_order)

    def action_read_on(self) -> None:
        """Read on; from the end, back to the beginning."""
        page = self._page()
        if page is None:
            return
        width, height = self.app.size
        room = text_room(page, width, height)
        wrapped = page.text.lines(page.composed.case.unit.paragraph, width - 2)
        self._scroll = self._scroll + room if wrapped.has(self._scroll + room) else 0
        self.redraw()

    def action_read_back(self) -> None:
        """Read back."""
        page = self._page()
        if page is not None:
            self._scroll = max(0, self._scroll - text_room(page, *self.app.size))
            self.redraw()

    def _say(self, note: str) -> None:
        self.session.note = note
        self.redraw()

    # --- windows

    def action_another(self) -> None:
        """Give another answer."""
        from annotator.tui.adjudication.draft import Draft
        from annotator.tui.screens.other_answer import OtherAnswer

        composed = self.session.composition
        text = self._text_of(composed)
        if composed is None or text is None:
            return

        def given(own: Own | None) -> None:
            if own is not None:
                self._do(lambda: self.session.set_own(own))

        draft = Draft(composed, self.session.study.codebook, text.article)
        self.app.push_screen(OtherAnswer(draft), given)

    def action_write_note(self) -> None:
        """Write a note on the decision."""
        composed = self.session.composition
        if composed is not None:
            self._write("Note on the decision", composed.note, Composition.with_note)

    def action_write_rule(self) -> None:
        """Propose a rule for the codebook."""
        composed = self.session.composition
        if composed is not None:
            title = "What the next version of the codebook should say"
            self._write(title, composed.rule, Composition.with_rule)

    def _write(
        self, title: str, text: str, told: Callable[[Composition, str], Composition]
    ) -> None:
        from annotator.tui.screens.memo import MemoEditor

        def store(written: str) -> str:
            self.session.change(lambda now: told(now, written))
            return ""

        def closed(_: None) -> None:
            self.redraw()

        self.app.push_screen(MemoEditor(title, text, store), closed)

    def action_codebook(self) -> None:
        """Read the codebook at the answer at the cursor."""
        from annotator.tui.screens.codebook_browser import CodebookBrowser

        composed = self.session.composition
        point = composed.case.points[composed.cursor] if composed else None
        codes = [v for answer in point.answers if answer for v in answer.values] if point else []
        variable = point.variable if point else ""
        browser = CodebookBrowser(self.session.study.codebook, variable, codes[0] if codes else "")
        self.app.push_screen(browser)

    # --- agreed units

    def action_agreed(self) -> None:
        """Say in how many units nothing is in dispute; the second time, decide these."""
        found, number = self.session.found, self.session.n_agreed()
        if self._busy or found is None or found.costs is None:
            self._say("The study is still being read; a moment.")
        elif not number:
            self._say("Nothing that all agree on is left to decide.")
        elif self._asked_for_agreed:
            self._asked_for_agreed, self._busy = False, True
            self._say(f"Deciding {number:,} units ...")
            self.run_worker(self._settle_agreed(), group="agreed")
        else:
            self._asked_for_agreed = True
            self._say(
                f"Nothing is in dispute in {number:,} units: y again decides them all at once."
            )

    async def _settle_agreed(self) -> None:
        session = self.session

        def work(_: Stopped) -> Iterator[int]:
            yield settle_agreed(session.asked, session.study.coder)

        try:
            async for number in found_by(work):
                session.agreed_settled(number)
        except AnnotatorError as error:
            session.note = f"NOT SAVED: {error}"
        self._busy = False
        self.redraw()

    def action_leave(self) -> None:
        """Leave; that something was chosen and not stored is said once."""
        begun = begun_in_words(self.session.n_begun)
        said = f"{begun} Esc again leaves."
        if begun and self.session.note != said:
            self._say(said)
        else:
            super().action_leave()
