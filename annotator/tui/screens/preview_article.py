"""One article before it is stored: its paragraphs, their kinds and where they are cut."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from annotator.errors import UsageError
from annotator.model.article import Article, Kind
from annotator.tui.intake.candidates import Candidates
from annotator.tui.intake.lines import paragraph_line, paragraph_text
from annotator.tui.places import KINDS, PREVIEW_ARTICLE, commands_in
from annotator.tui.safe import content
from annotator.tui.screens.place import PlaceModal, bindings_in
from annotator.tui.screens.preview_split import PreviewSplit
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.line_list import LineList

_KIND_KEYS = Content("  ").join(
    Content.styled(key, "bold") + f" {short}" for key, _, short, _ in KINDS
)


class PreviewArticle(PlaceModal[int]):
    """The result is the index of the article that was looked at last."""

    place = PREVIEW_ARTICLE
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(PREVIEW_ARTICLE)
    DEFAULT_CSS = """
    PreviewArticle {
        background: $background;
        #title { height: 1; padding: 0 1; text-style: bold; }
        LineList { height: 1fr; }
        #whole { height: 40%; border-top: solid $foreground 30%; padding: 0 1; }
        #kinds { height: 1; padding: 0 1; }
        #said { height: auto; max-height: 2; padding: 0 1; text-style: bold; }
    }
    """

    def __init__(self, candidates: Candidates, index: int) -> None:
        super().__init__()
        self._candidates, self._index = candidates, index

    def compose(self) -> ComposeResult:
        """The paragraphs, and the one at the cursor in full."""
        yield Static(id="title")
        yield LineList(self._line)
        with VerticalScroll(id="whole", can_focus=False):
            yield Static(id="text")
        yield Static(id="said")
        yield Static(_KIND_KEYS, id="kinds")
        yield KeyLine(commands_in(PREVIEW_ARTICLE))

    def on_mount(self) -> None:
        """Begin at the first paragraph."""
        self._open(self._index)
        self._list.focus()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Show the paragraph in full."""
        if event.index < len(self._article.paragraphs):
            text = paragraph_text(self._article, event.index + 1)
            self.query_one("#text", Static).update(text)
            self.query_one("#whole", VerticalScroll).scroll_home(animate=False)

    def action_kind(self, kind: str) -> None:
        """Correct the kind of the paragraph and go on."""
        self._candidates.set_kind(self._index, self._number, Kind(kind))
        self._show(self._number)

    def action_join(self) -> None:
        """Make this paragraph and the next one one."""
        self._try(lambda: self._candidates.join(self._index, self._number))

    def action_split(self) -> None:
        """Make two of the paragraph, at a sentence or line."""
        split = PreviewSplit(self._article.paragraph_text(self._number))
        if split.n_parts > 1:
            self.app.push_screen(split, self._split)
        else:
            self._say(Content("The paragraph is one sentence: `annotator segment` can cut in it."))

    def action_undo(self) -> None:
        """Take back the newest change, whichever article it was in."""
        index = self._candidates.undo()
        if index is None:
            self._say(Content("There is nothing to take back."))
        elif index == self._index:
            self._show(self._list.cursor)
        else:
            self._open(index)

    def action_previous(self) -> None:
        """Go to the article before."""
        if self._index > 0:
            self._open(self._index - 1)

    def action_next(self) -> None:
        """Go to the next article."""
        if self._index + 1 < len(self._candidates):
            self._open(self._index + 1)

    def action_leave(self) -> None:
        """Back to the list."""
        self.dismiss(self._index)

    @property
    def _article(self) -> Article:
        return self._candidates[self._index].article

    @property
    def _list(self) -> LineList:
        return self.query_one(LineList)

    @property
    def _number(self) -> int:
        return self._list.cursor + 1

    def _line(self, index: int) -> Content:
        return paragraph_line(self._article, self._article.paragraphs[index])

    def _split(self, at: int | None) -> None:
        if at is not None:
            self._try(lambda: self._candidates.split(self._index, self._number, at))

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except UsageError as error:
            self._say(content(f"! {error}"))
        else:
            self._show(self._list.cursor)

    def _open(self, index: int) -> None:
        self._index = index
        title = f"{index + 1} of {len(self._candidates)}   {self._article.title}"
        self.query_one("#title", Static).update(content(title))
        self._show(0)

    def _show(self, cursor: int) -> None:
        self._list.show(len(self._article.paragraphs), cursor)
        self._say(Content(""))

    def _say(self, words: Content) -> None:
        self.query_one("#said", Static).update(words)
