"""Where the coder of the line mode is, and how the two talk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.cli.plain.questions import Unit
from annotator.cli.plain.words import article_lines, question_lines, unit_lines, work_lines
from annotator.model.article import Article
from annotator.model.codebook import Variable
from annotator.model.coding import Target
from annotator.model.place import Place
from annotator.terminal import visible, visible_block

if TYPE_CHECKING:
    from annotator.study import Study

ReadLine = Callable[[str], str]
Write = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer just given: the variable, and the statement or "" for the unit itself."""

    variable: Variable
    statement: str


class Desk:
    """The study, the place in it, and what was said since the coder came here.

    `no_more`: no further statement stands here. `answered`: the last answer, to which `,` adds.
    `memo_for`: what a code with `needs_memo` was just given to.
    """

    def __init__(self, study: Study, read_line: ReadLine, write: Write) -> None:
        self.study = study
        self.open = True
        self.place: Place | None = None
        self.no_more = False
        self.answered: Answered | None = None
        self.memo_for: Target | None = None
        self._read_line = read_line
        self._write = write
        self._read_out: set[str] = set()
        self._article: Article | None = None

    def say(self, lines: str | Iterable[str]) -> None:
        """Print, made harmless."""
        for text in [lines] if isinstance(lines, str) else lines:
            for line in visible_block(text).split("\n"):
                self._write(line)

    def ask(self, prompt: str) -> str:
        """One line from the coder."""
        return self._read_line(f"{visible(prompt)}: ")

    def read_out(self, variable: Variable) -> None:
        """Say a question with its codes, the first time it comes up."""
        if variable.id not in self._read_out:
            self._read_out.add(variable.id)
            self.say(question_lines(variable))

    @property
    def unit(self) -> Unit:
        """The unit as it stands in the study now."""
        place = self.here
        work = self.study.work(place.article).unit(place.paragraph)
        return Unit(self.study.codebook, self.article, place.paragraph, work)

    @property
    def here(self) -> Place:
        """The place; asked for only where there is one."""
        if self.place is None:
            raise LookupError("no place")
        return self.place

    @property
    def article(self) -> Article:
        """The article at this place."""
        if self._article is None or self._article.id != self.here.article:
            self._article = self.study.shown_article(self.here.article)
        return self._article

    def go(self, place: Place | None) -> None:
        """Go to a place and say what is there."""
        new_article = place is not None and (not self.place or place.article != self.place.article)
        self.place = place
        self.no_more = False
        self.answered, self.memo_for = None, None
        if place is None:
            self.say("Nothing is left to do. :go NUMBER goes to an article, :quit leaves.")
            return
        if new_article:
            self._say_article()
        self.say_unit()

    def say_unit(self) -> None:
        """Say the paragraph and what the coder has said about it."""
        unit = self.unit
        self.say(["", *unit_lines(unit, self.study.progress()), *work_lines(unit)])

    def _say_article(self) -> None:
        article = self.article
        position = self.study.own_header(article.id).position
        hidden = self.study.hidden_codings(article.id)
        self.say(["", *article_lines(article, position, self.study.n_own_articles(), hidden)])
