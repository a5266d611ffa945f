"""`annotator adjudicate --plain`: disagreements settled line by line, for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from annotator.cli.context import show
from annotator.reports.dispute_words import letter, name_of
from annotator.terminal import visible_block
from annotator.tui.adjudication.composing import REASONS, Composition
from annotator.tui.adjudication.page import WHY
from annotator.tui.adjudication.points import point_lines
from annotator.tui.adjudication.reading import stages
from annotator.tui.adjudication.session import Adjudication
from annotator.tui.adjudication.words import before_in_words, begun_in_words, place_in_words

if TYPE_CHECKING:
    from annotator.study import Study

_WIDTH = 10_000  # cells: a line is read out whole
_HELP = """\
a, b, c: what that coder says at the answer marked with >. A, B, C: all that this coder says.
up, down: another answer. keep: every coder's statement of the row. 0: no statement.
1 slip, 2 unclear text, 3 gap in the codebook, 4 real difference: why they differed.
note TEXT, rule TEXT: a note; what the next version of the codebook should say.
Enter: store and go on. skip, next, previous. undo. text: read the paragraph again. quit: leave.
Several may stand in one line: a 1. Another answer than any coder's is given on the screen."""


def adjudicate_plainly(
    study: Study, variables: tuple[str, ...] = (), *, hidden: bool = False, by_cost: bool = True,
    read_line: Callable[[str], str] = input, write: Callable[[str], None] = show,
) -> None:  # fmt: skip
    """Settle disagreements until the person leaves or the input ends.

    `read_line` takes a prompt and returns a line, or raises EOFError; `write` prints one line.
    """
    session = Adjudication(study, variables, hidden=hidden, by_cost=by_cost)
    try:
        for found in stages(session.asked, lambda: False):
            session.show(found)
        write("help reads how this works.")
        _Lines(session, read_line, write).run()
    finally:
        session.close()
    if begun := begun_in_words(session.n_begun):
        write(begun)
    write("What was stored is stored. The next start goes on here.")


class _Lines:
    """Reads out a case, then acts on what is typed."""

    def __init__(
        self, session: Adjudication, read_line: Callable[[str], str], write: Callable[[str], None]
    ) -> None:
        self._session, self._read_line, self._write = session, read_line, write
        self._read_out: object = None

    def run(self) -> None:
        """Until nothing is left to be said."""
        self._say_note()
        while (composed := self._session.composition) is not None:
            part = composed.case.dispute.part
            if part != self._read_out:
                self._say(self._case(composed))
                self._read_out = part
            try:
                line = self._read_line("Decision: ").strip()
            except EOFError:
                return
            if line in ("quit", "q"):
                return
            self._act(line)
            self._say_note()
            self._say(self._chosen())
        self._write(self._session.note or "No two coders differ here.")

    def _say(self, texts: Iterator[str] | list[str]) -> None:
        for text in texts:
            for line in visible_block(text).split("\n"):
                self._write(line)

    def _case(self, composed: Composition) -> Iterator[str]:
        session = self._session
        article = session.article(composed.case)
        number = composed.case.unit.paragraph
        where = f"paragraph {number}" if number else "the article as a whole"
        what = name_of(session.study.codebook, composed.case.dispute.variable)
        yield f"Disagreement {place_in_words(session)}. {article.name}, {where}: {what}."
        yield self._text(composed)
        voices = [f"{letter(n)} is {v.name}" for n, v in enumerate(composed.case.voices)]
        yield "" if session.hidden else ", ".join(voices) + "."
        yield from self._points(composed)
        for voice in composed.case.voices:
            memos = [voice.work.memo, *(one.memo for one in voice.work.statements)]
            yield from (f"{voice.name}, memo: {memo}" for memo in memos if memo)
        if before := before_in_words(session):
            yield f"Decided before: {before}"
        if composed.begun:
            yield from _beside(composed)

    def _text(self, composed: Composition) -> str:
        article, number = self._session.article(composed.case), composed.case.unit.paragraph
        if not number:
            return article.title or article.name
        paragraph = article.paragraph(number)
        return article.text[paragraph.start : paragraph.end]

    def _points(self, composed: Composition) -> Iterator[str]:
        lines, _ = point_lines(composed, self._session.study.codebook, _WIDTH)
        for line in lines:
            yield "".join(piece.text for piece in line).rstrip()

    def _act(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        if word in ("note", "rule"):
            told = Composition.with_note if word == "note" else Composition.with_rule
            self._session.change(lambda now: told(now, rest.strip()))
        elif not line:
            self._session.store()
        else:
            for part in line.split():
                self._one(part)

    def _one(self, word: str) -> None:
        session = self._session
        if len(word) == 1 and word.lower() in "abcdefgh":
            voice = "abcdefgh".index(word.lower())
            (session.take if word.islower() else session.take_all)(voice)
        elif word in ("1", "2", "3", "4"):
            session.set_reason(REASONS[int(word) - 1])
        elif word in self._verbs:
            self._verbs[word]()
        elif word == "help":
            self._say([_HELP])
        elif word == "text" and session.composition:
            self._say([self._text(session.composition)])
        else:
            session.note = f"“{word}” means nothing here; help reads what does."

    @property
    def _verbs(self) -> dict[str, Callable[[], None]]:
        session = self._session
        return {
            "0": lambda: session.change(lambda now: now.none()),
            "keep": lambda: session.change(lambda now: now.keep_all()),
            "up": lambda: session.change(lambda now: now.move(-1)),
            "down": lambda: session.change(lambda now: now.move(1)),
            "skip": session.skip,
            "next": lambda: session.step(1),
            "previous": lambda: session.step(-1),
            "undo": session.undo,
        }

    def _say_note(self) -> None:
        self._say([self._session.note] if self._session.note else [])
        self._session.note = ""

    def _chosen(self) -> Iterator[str]:
        """What was chosen so far, where the case is still the same."""
        composed = self._session.composition
        if composed is None or composed.case.dispute.part != self._read_out or not composed.begun:
            return
        yield from self._points(composed)
        yield from _beside(composed)


def _beside(composed: Composition) -> Iterator[str]:
    """What is lacking or why it is decided so, and what was written."""
    why = WHY[REASONS.index(composed.reason)] if composed.reason in REASONS else ""
    yield composed.lacks or f"Why: {why}. Enter stores it."
    if composed.note:
        yield f"Note: {composed.note}"
    if composed.rule:
        yield f"Rule: {composed.rule}"
