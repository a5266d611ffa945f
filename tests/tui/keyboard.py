"""A keyboard without a screen: keys go to the entry logic, verbs to a unit in memory."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from annotator.codebook_file import load
from annotator.model.article import Article, Kind, Paragraph
from annotator.model.codebook import Codebook
from annotator.model.coding import UnitWork
from annotator.tui.commands import ENTRY, Command
from annotator.tui.entry import Cursor, Outcome, Situation, focus_of, press
from annotator.tui.entry.verbs import after

CODEBOOKS = Path(__file__).parents[2] / "codebooks"

KEYS: dict[str, Command] = {
    **{command.shown_keys.split(", ")[0]: command for command in ENTRY},
    ",": next(command for command in ENTRY if command.name == "another"),
}


@cache
def hanoi() -> Codebook:
    return load((CODEBOOKS / "hanoi.yaml").read_text("utf-8"), name="hanoi.yaml")


def codebook(source: str) -> Codebook:
    return load(f"codebook: test\nversion: '1'\ntitle: Test\n{source}", name="test.yaml")


def article(*kinds: Kind, source: str = "", date: str = "") -> Article:
    """An article of short paragraphs of these kinds."""
    paragraphs = tuple(
        Paragraph(number, start=10 * number - 10, end=10 * number - 1, kind=kind)
        for number, kind in enumerate(kinds, 1)
    )
    text = "\n".join("abcdefgh." for _ in kinds)
    return Article("a1", "first", text, paragraphs, source=source, date=date)


class Keyboard:
    """Types into one unit."""

    def __init__(self, book: Codebook, kind: Kind = Kind.BODY, paragraph: int = 1) -> None:
        whole = article(kind, source="Our Paper", date="2019-03-01")
        self.situation = Situation(book, whole, paragraph)
        self.cursor = Cursor()
        self.outcome = Outcome(self.cursor)
        self.history: list[UnitWork] = []

    def type(self, keys: str) -> "Keyboard":
        """Press keys named as people read them, with spaces between: `u 3 s r Enter`."""
        for key in keys.split():
            self.press(KEYS[key].name if key in KEYS else key)
        return self

    def press(self, key: str) -> None:
        self.take(press(self.situation, self.cursor, key))

    def take(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.cursor = outcome.cursor
        if outcome.verbs:
            self.history.append(self.situation.unit)
        unit = after(self.situation.unit, outcome.verbs)
        self.situation = replace(self.situation, unit=unit)

    @property
    def unit(self) -> UnitWork:
        return self.situation.unit

    @property
    def statements(self) -> list[dict[str, str]]:
        return [{k: str(v) for k, v in s.answers.items()} for s in self.unit.statements]

    @property
    def answers(self) -> dict[str, str]:
        return {k: str(v) for k, v in self.unit.answers.items()}

    @property
    def open(self) -> str:
        """The variable of the open field, with the number of its statements: `lever 2`."""
        focus = focus_of(self.situation, self.cursor)
        return f"{focus.variable.id} {len(focus.statements)}" if focus else ""
