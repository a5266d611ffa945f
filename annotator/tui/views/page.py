"""One moment of the coding screen: all that the views need, and nothing they may change."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from annotator.model.article import Article
from annotator.model.coding import ArticleWork
from annotator.tui.entry import Cursor, Focus, Situation, focus_of
from annotator.tui.views.wrap import Wrapped


class ArticleText:
    """The text of an article with the line breaks found so far; paragraph 0 is all of it."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._wrapped: dict[tuple[int, int], Wrapped] = {}

    def lines(self, paragraph: int, width: int) -> Wrapped:
        """A paragraph in lines of that width."""
        key = (paragraph, width)
        if key not in self._wrapped:
            self._wrapped[key] = Wrapped(self.article.text, *self._range(paragraph), width)
        return self._wrapped[key]

    def tail(self, paragraph: int, width: int, most: int) -> list[str]:
        """The last lines of a paragraph, at most so many; a long one is not broken from its top."""
        start, end = self._range(paragraph)
        near = max(start, end - (most + 2) * width)
        if near == start:
            wrapped = self.lines(paragraph, width)
        else:
            wrapped = Wrapped(self.article.text, near, end, width)
        count = wrapped.count(2 * most + 8)
        lines = [wrapped.line(index) or "" for index in range(count)]
        return lines[-most:]

    def _range(self, paragraph: int) -> tuple[int, int]:
        if not paragraph:
            return 0, len(self.article.text)
        found = self.article.paragraph(paragraph)
        return found.start, found.end


@dataclass(frozen=True, slots=True)
class Status:
    """What the status lines say besides the place."""

    coder: str = ""
    round: str = ""
    done: int = 0
    total: int = 0
    pace: str = ""
    hidden: int = 0
    saved: str = ""
    failed: bool = False
    agreement: bool = False


@dataclass(frozen=True)
class Page:
    """One moment of the coding screen."""

    situation: Situation
    text: ArticleText
    work: ArticleWork
    cursor: Cursor = field(default_factory=Cursor)
    status: Status = field(default_factory=Status)
    scroll: int = 0
    note: str = ""

    @cached_property
    def focus(self) -> Focus | None:
        """The open field."""
        return focus_of(self.situation, self.cursor)

    @property
    def article(self) -> Article:
        """The article on the screen."""
        return self.text.article

    @property
    def paragraph(self) -> int:
        """The paragraph in focus; 0 for the article as a whole."""
        return self.situation.paragraph
