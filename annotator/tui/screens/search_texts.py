"""Go to a paragraph by the words of its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from annotator.errors import AnnotatorError
from annotator.model.excerpt import excerpt
from annotator.model.masking import MASKED
from annotator.model.place import Place
from annotator.model.sought import Sought
from annotator.model.wording import counted
from annotator.study import Study
from annotator.study.searching import FoundParagraph
from annotator.tui.agreement.background import Stopped, found_by
from annotator.tui.places import SEARCH, commands_in
from annotator.tui.safe import content
from annotator.tui.screens.place import ListModal, bindings_in
from annotator.tui.widgets.edit import LineField
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.line_list import LineList

MOST_SHOWN = 200
_NAME_WIDTH = 18
_NARROW = 60  # columns: below this the name stands under the list only
_PARAGRAPH_DIGITS = 3
_LINES_ABOUT = 3
_GROUP = "search"


class SearchTexts(ListModal[FoundParagraph | None]):
    """Type words, choose among the paragraphs; the result is the one to go to, or None.

    Searched is only what the study's coder is to code in its round, as they are shown it. `here` is
    where the coder is, `sought` what is sought to begin with and, in the end, what was typed.
    """

    place = SEARCH
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(SEARCH)
    DEFAULT_CSS = """
    SearchTexts {
        background: $background;
        #title { height: 1; padding: 0 1; text-style: bold; }
        #about { height: 5; max-height: 30%; padding: 0 1; border-top: solid $foreground 30%; }
    }
    """

    def __init__(self, study: Study, here: Place, sought: str = "") -> None:
        super().__init__()
        self._study, self._here = study, here
        self.sought = sought
        self._hits: list[FoundParagraph] = []
        self._digits = len(str(study.n_own_articles()))

    def compose(self) -> ComposeResult:
        """The field, the paragraphs, and more of the one at the cursor."""
        yield Static(id="title")
        yield LineField(self.sought, placeholder='words, or "words that follow each other"')
        yield LineList(self._line, focusable=False)
        yield Static(id="about")
        yield KeyLine(commands_in(SEARCH))

    def on_mount(self) -> None:
        """Offer the last search again; what is typed takes its place."""
        self.query_one(LineField).action_select_all()
        self._begin(self.sought)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search at every key."""
        if event.value != self.sought:
            self._begin(event.value)

    def on_input_submitted(self) -> None:
        """Enter goes to the paragraph at the cursor."""
        self.action_take()

    def on_line_list_moved(self) -> None:
        """Show more of the paragraph at the cursor."""
        self._tell_about()

    def on_resize(self) -> None:
        """The terminal has another size."""
        self._tell_about()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Go to the paragraph."""
        self.dismiss(self._hits[event.index])

    # --- looking

    def _begin(self, typed: str) -> None:
        """Search for this, instead of what is being searched for."""
        self.sought = typed
        self.workers.cancel_group(self, _GROUP)
        self._hits = []
        self.line_list.show(0)
        sought = Sought.typed(typed)
        if sought:
            self._say("Searching ...")
            self.run_worker(self._look(sought), group=_GROUP)
        else:
            self._say("Search the texts that are yours to code")

    async def _look(self, sought: Sought) -> None:
        """Show hits as they are found, beside the screen and from a connection of its own."""
        try:
            async for hits in found_by(partial(self._found, sought), is_large=False):
                self._add(hits)
        except AnnotatorError as error:
            self._say(f"The texts cannot be searched: {error}")
        else:
            self._say(self._how_many())

    def _found(self, sought: Sought, stopped: Stopped) -> Iterator[list[FoundParagraph]]:
        """The hits by article; until nobody waits for them, or there are too many to be read."""
        path, coder, round_ = self._study.path, self._study.coder, self._study.round
        n = 0
        with Study.open(path, coder=coder, round=round_, read_only=True) as study:
            for hits in study.search(sought):
                if hits:
                    yield hits
                n += len(hits)
                if n > MOST_SHOWN or stopped():
                    return

    def _add(self, hits: Sequence[FoundParagraph]) -> None:
        """More hits; the cursor stands on the paragraph the coder is at until it is moved."""
        before = len(self._hits)
        self._hits += hits
        self._say(f"{self._how_many()} so far ...")
        count = min(len(self._hits), MOST_SHOWN)
        here = [n for n in range(before, count) if self._hits[n].place == self._here]
        if not before or (here and not self.line_list.cursor):
            self.line_list.show(count, here[0] if here else 0)
        else:
            self.line_list.extend(count)

    # --- showing

    def _how_many(self) -> str:
        n = len(self._hits)
        if n > MOST_SHOWN:
            return f"More than {MOST_SHOWN} paragraphs, the first are shown; more words find fewer"
        return counted(n, "paragraph") if n else "Nothing was found"

    def _line(self, index: int) -> Content:
        hit = self._hits[index]
        line = content(
            f"{hit.position:>{self._digits}}:{hit.paragraph:<{_PARAGRAPH_DIGITS}} ", "bold"
        )
        if self.app.size.width >= _NARROW:
            line += content(hit.article.name, "dim").truncate(_NAME_WIDTH, ellipsis=True, pad=True)
            line += "  "
        return line + _marked(hit, self.app.size.width - line.cell_length)

    def _tell_about(self) -> None:
        about = Content("")
        if self._hits:
            hit = self._hits[self.line_list.cursor]
            article = hit.article
            told = (article.name, article.title, article.source, article.date)
            shown = [value for value in told if value not in ("", MASKED)]
            about = content(", ".join(shown), "dim").truncate(
                self.app.size.width - 2, ellipsis=True
            )
            about += "\n" + _marked(hit, _LINES_ABOUT * (self.app.size.width - 2))
        self.query_one("#about", Static).update(about, layout=False)

    def _say(self, words: str) -> None:
        self.query_one("#title", Static).update(content(words), layout=False)


def _marked(hit: FoundParagraph, room: int) -> Content:
    """The words in their surroundings, marked also where there are no colours."""
    pieces = excerpt(hit.text, hit.marks, room)
    return Content("").join(
        content(piece.text, "bold underline" if piece.is_marked else "") for piece in pieces
    )
