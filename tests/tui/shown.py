"""The smallest app that shows one screen, and what can be read on it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from annotator.model.codebook import Code, Codebook, Guidance, Level, Measurement, Stop, Variable

HOSTILE = (
    "[sic] [/ [@click=app.quit]x[/] \x1b]0;evil\x07\x9b31m\x00\u202egnol\u200b\ud800 "
    + "x" * 10_000
)
SIZES = [(120, 40), (80, 24), (40, 12), (20, 5)]


class Shown(App[None]):
    """Pushes a screen and keeps what it was dismissed with."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, shown: Screen[Any]) -> None:
        super().__init__()
        self._shown = shown
        self.results: list[Any] = []

    def on_mount(self) -> None:
        self.push_screen(self._shown, callback=self.results.append)

    @property
    def text(self) -> str:
        """Everything on the terminal, line by line."""
        strips = self.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def at_cursor(self) -> str:
        """The line with the mark."""
        return next(line for line in self.text.splitlines() if line.startswith("> "))


@asynccontextmanager
async def showing(
    screen: Screen[Any], size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Shown, Pilot[None]]]:
    """The app with the screen, settled."""
    app = Shown(screen)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield app, pilot


def is_harmless(text: str) -> bool:
    """Whether nothing in the text is a control, bidi or zero-width character."""
    return all(character.isprintable() or character == "\n" for character in text)


def book(words: str = "Sanctions") -> Codebook:
    """A codebook of two variables, with `words` wherever a person may write."""
    guidance = Guidance(words, (words,), (words,), (words,), (words,), (words,))
    relief = Code("relief", f"Relief {words}", "r", value=-1.0, guidance=guidance)
    pressure = Code("pressure", "Pressure", "p", guidance=Guidance("Enforcement", ("lifting",)))
    group = Code("sanctions", words, "s", codes=(relief, pressure), guidance=guidance)
    old = Code("old", "Old lever", "o", deprecated=True, merged_into="relief")
    us, rok = Code("us", "United States", "u"), Code("rok", "South Korea", "k")
    return Codebook(
        "small",
        words,
        "1",
        "en",
        (
            Variable("actor", Level.STATEMENT, "Actor", Measurement.NOMINAL, codes=(us, rok)),
            Variable(
                "lever", Level.STATEMENT, "Lever", Measurement.NOMINAL, words, guidance,
                (group, old), Stop.LEAF,
            ),
            Variable("note", Level.STATEMENT, words, Measurement.TEXT, words, guidance),
        ),
    )  # fmt: skip
