"""What the screens read from the study while somebody looks: texts, and what each coder did."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from annotator.model.article import Article
from annotator.model.coding import UnitWork
from annotator.study import Study
from annotator.tui.agreement.question import Question

_ARTICLES_KEPT = 200  # more than a screen has lines
_BEGINNING = 400  # characters: more than a line of any terminal


class Texts:
    """A study open for reading; `close` when done. Raises StudyDamaged, StudyBusy."""

    def __init__(self, question: Question) -> None:
        self._study = Study.open(question.path, round=question.round, read_only=True)
        self.article = lru_cache(_ARTICLES_KEPT)(self._article)

    def close(self) -> None:
        """Close the file."""
        self._study.close()

    def _article(self, article: str) -> Article:
        with self._study.reading():
            return self._study.article(article)

    def text(self, article: str, paragraph: int) -> str:
        """The text of a paragraph; of an article as a whole (0), all of it."""
        whole = self.article(article)
        if not paragraph:
            return whole.text
        at = whole.paragraph(paragraph)
        return whole.text[at.start : at.end]

    def beginning(self, article: str, paragraph: int) -> str:
        """How the text begins, in one line; of an article as a whole its title."""
        if not paragraph:
            return self.article(article).title or self.article(article).name
        return " ".join(self.text(article, paragraph)[:_BEGINNING].split())

    def works(self, article: str, paragraph: int, coders: Sequence[str]) -> dict[str, UnitWork]:
        """What each coder said there, with statements and memos; those who left no trace are not in
        it."""
        found: dict[str, UnitWork] = {}
        with self._study.reading():
            for coder in coders:
                self._study.coder = coder
                work = self._study.work(article).unit(paragraph)
                if work.touched:
                    found[coder] = work
        return found
