"""Go to an article, by moving through all of them or by typing a number or words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from annotator.model.article import ArticleHeader
from annotator.model.place import Place
from annotator.model.units import split_place
from annotator.model.wording import counted
from annotator.tui.header_pages import HeaderPages
from annotator.tui.places import ARTICLES, commands_in
from annotator.tui.safe import content
from annotator.tui.screens.place import ListModal, bindings_in
from annotator.tui.widgets.edit import LineField
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from annotator.study import Study

_MOST_FOUND = 200
_KEPT = 1_000
_NAME_WIDTH = 18
_PROGRESS_WIDTH = 7
_LEGEND = "   units done/all, ! flagged"


class ArticleList(ListModal[Place | None]):
    """All articles of a coder; the result is the place to go to, or None.

    `3` moves to article 3, `3 12` means paragraph 12 of it, anything else is sought in names,
    titles, authors and sources. `here` is the id of the article the coder is in.
    """

    place = ARTICLES
    BINDINGS: ClassVar[list[BindingType]] = bindings_in(ARTICLES)
    DEFAULT_CSS = """
    ArticleList {
        background: $background;
        #title { height: 1; padding: 0 1; text-style: bold; }
    }
    """

    def __init__(self, study: Study, here: str = "") -> None:
        super().__init__()
        self._study = study
        self._here = here
        self._all = HeaderPages(study)
        self._found: list[ArticleHeader] | None = None  # None: all are shown
        self._paragraph: int | None = None
        # Nothing changes while the list is open, and every move draws its lines anew.
        self._progress = lru_cache(_KEPT)(self._read_progress)

    def compose(self) -> ComposeResult:
        """The field and the articles."""
        yield Static(id="title")
        yield LineField(placeholder="number, number and paragraph (3 12), or words of the title")
        yield LineList(self._line, focusable=False)
        yield KeyLine(commands_in(ARTICLES))

    def on_mount(self) -> None:
        """Show all, at the article the coder is in."""
        self._say(self._how_many())
        cursor = max(0, self._study.own_header(self._here).position - 1) if self._here else 0
        self.line_list.show(len(self._all), cursor)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Move to the number, or show what holds the words."""
        name, self._paragraph = split_place(event.value)
        if not name or (name.isdecimal() and int(name) <= len(self._all)):
            self._found = None
            self._say(self._how_many())
            self.line_list.show(len(self._all), int(name or 1) - 1)
        else:
            self._search(event.value, name)

    def on_input_submitted(self) -> None:
        """Enter goes to the article at the cursor."""
        self.action_take()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Go to the paragraph asked for, else to the first that is left to do."""
        article = self._header(event.index).id
        units = self._study.asked_units(self._study.shown_article(article))
        if self._paragraph is not None and self._paragraph not in units:
            self._say(f"Paragraph {self._paragraph} of this article is not put before coders.")
        elif units:
            self.dismiss(Place(article, self._target(article, units)))
        else:
            self._say("No paragraph of this article is put before coders.")

    def _target(self, article: str, units: tuple[int, ...]) -> int:
        if self._paragraph is not None:
            return self._paragraph
        work = self._study.work(article)
        return next((number for number in units if not work.unit(number).done), units[0])

    def _search(self, words: str, name: str) -> None:
        """Words with a number at the end may name a paragraph, if they name nothing as they are."""
        found = self._study.search_own_headers(words, _MOST_FOUND)
        if found:
            self._paragraph = None
        else:
            found = self._study.search_own_headers(name, _MOST_FOUND)
        self._found = found
        more = "the first " if len(found) == _MOST_FOUND else ""
        self._say(f"{more}{len(found)} of {len(self._all):,} articles")
        self.line_list.show(len(found))

    def _header(self, index: int) -> ArticleHeader:
        return self._all[index] if self._found is None else self._found[index]

    def _line(self, index: int) -> Content:
        header = self._header(index)
        digits = len(str(len(self._all)))
        name = content(header.name).truncate(_NAME_WIDTH, ellipsis=True, pad=True)
        number = Content.styled(f"{header.position:>{digits}}  ", "bold")
        progress = Content(f"  {self._progress(header.id)}  ")
        title = content(header.title or "(no title)")
        about = ", ".join(filter(None, (header.source, header.date)))
        return number + name + progress + title + content(f"   {about}", "dim")

    def _read_progress(self, article: str) -> str:
        """`  8/15 !`: units this coder has finished, out of those put before them, and flags."""
        units = self._study.asked_units(self._study.shown_article(article))
        work = self._study.work(article)
        done = sum(work.unit(number).done for number in units)
        flagged = any(
            unit.flagged or any(statement.flagged for statement in unit.statements)
            for unit in work.units.values()
        )
        return f"{f'{done}/{len(units)}':>{_PROGRESS_WIDTH}} {'!' if flagged else ' '}"

    def _how_many(self) -> str:
        n = len(self._all)
        return f"{counted(n, 'article')}{_LEGEND if n else ''}"

    def _say(self, words: str) -> None:
        self.query_one("#title", Static).update(Content(words))
