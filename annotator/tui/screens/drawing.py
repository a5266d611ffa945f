"""What the agreement screens share: one canvas, their keys, and leaving."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from annotator.tui.places import commands_in
from annotator.tui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from annotator.tui.views.line import Hit, Line

SHADES = 4
"""How many steps of shading a heat map has."""

_SHADED = (
    *("same", "same_mark"),
    *(f"heat{step}" for step in range(1, SHADES + 1)),
    *(f"heat{step}_mark" for step in range(1, SHADES + 1)),
)
_STYLES = (
    *("interval", "point", "threshold", *_SHADED),
    *("verdict_reliable", "verdict_tentative", "verdict_unreliable", "verdict_undefined"),
)


class Drawing(Canvas):
    """A canvas with the styles of figures.

    The steps of shading are one colour (orange, ColorBrewer) that gets darker, agreement is blue:
    told apart by everybody. Marks beside the numbers say the same; they show without colours only.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"canvas--{name}" for name in _STYLES}
    DEFAULT_CSS = """
    Drawing {
        width: 100%;
        height: 100%;
        & > .canvas--interval { color: $primary; }
        & > .canvas--point { color: $foreground; text-style: bold; }
        & > .canvas--threshold { color: $foreground-muted; }
        & > .canvas--verdict_reliable { color: $foreground; }
        & > .canvas--verdict_tentative { color: $warning; }
        & > .canvas--verdict_unreliable { color: $warning; text-style: bold; }
        & > .canvas--verdict_undefined { color: $foreground-muted; }
        & > .canvas--same { background: #c6dbef; color: #000000; }
        & > .canvas--same_mark { background: #c6dbef; color: #c6dbef; }
        & > .canvas--heat1 { background: #fee6ce; color: #000000; }
        & > .canvas--heat1_mark { background: #fee6ce; color: #fee6ce; }
        & > .canvas--heat2 { background: #fdae6b; color: #000000; }
        & > .canvas--heat2_mark { background: #fdae6b; color: #fdae6b; }
        & > .canvas--heat3 { background: #e6550d; color: #000000; }
        & > .canvas--heat3_mark { background: #e6550d; color: #e6550d; }
        & > .canvas--heat4 { background: #8c2d04; color: #ffffff; }
        & > .canvas--heat4_mark { background: #8c2d04; color: #8c2d04; }
    }
    """ + "".join(
        f"Drawing:nocolor > .canvas--{name} {{ background: $background; color: $foreground; }}"
        for name in _SHADED
    )


class DrawingScreen(Screen[None]):
    """A screen of lines that pure functions make anew after each key."""

    place: ClassVar[str]
    AUTO_FOCUS = None
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._canvas = Drawing()
        self.note = ""

    def compose(self) -> ComposeResult:
        """One canvas for everything."""
        yield self._canvas

    def on_mount(self) -> None:
        """Show what there is, and begin to compute the rest."""
        self.redraw()
        self.begin()

    def begin(self) -> None:
        """Begin to compute, instead of what is being computed."""
        self.run_worker(self.compute(), exclusive=True)

    async def compute(self) -> None:
        """Compute what this screen shows, if it has to be computed."""

    def lines(self, width: int, height: int) -> list[Line]:
        """What is to be shown, in so many lines of that width."""
        raise NotImplementedError

    def redraw(self) -> None:
        """Show everything as it is now."""
        if self.is_attached:
            self._canvas.show(self.lines(*self.app.size))

    def say(self, note: str) -> None:
        """Say something in the last line, until the next key."""
        self.note = note
        self.redraw()

    def on_canvas_resized(self) -> None:
        """The terminal has another size."""
        self.redraw()

    async def on_canvas_clicked(self, event: Canvas.Clicked) -> None:
        """A click on a key in the last line presses it; any other means what the screen says."""
        if event.hit.kind == "command":
            await self.run_action(event.hit.name)
        else:
            self.clicked(event.hit)

    def clicked(self, hit: Hit) -> None:
        """What was clicked, other than a key."""

    def on_canvas_scrolled(self, event: Canvas.Scrolled) -> None:
        """The wheel moves the cursor."""
        self.move(event.lines)

    def move(self, lines: int) -> None:
        """Move the cursor by so many lines."""

    def page_size(self) -> int:
        """How many lines a page has."""
        return max(1, self.app.size.height - 8)

    def action_up(self) -> None:
        """Move up."""
        self.move(-1)

    def action_down(self) -> None:
        """Move down."""
        self.move(1)

    def action_page_up(self) -> None:
        """Move up by a page."""
        self.move(-self.page_size())

    def action_page_down(self) -> None:
        """Move down by a page."""
        self.move(self.page_size())

    def action_first(self) -> None:
        """Move to the beginning."""
        self.move(-sys.maxsize)

    def action_last(self) -> None:
        """Move to the end."""
        self.move(sys.maxsize)

    def action_help(self) -> None:
        """Show the keys of this place."""
        from annotator.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.place, commands_in(self.place)))

    def action_leave(self) -> None:
        """Back; from the first screen of the program, out of it."""
        if self.app.screen_stack[0] is self:
            self.app.exit()
        else:
            self.dismiss(None)


class ListScreen(DrawingScreen):
    """A list with a cursor on one of its lines, which can be opened."""

    def __init__(self) -> None:
        super().__init__()
        self._cursor = self._first = 0

    def clicked(self, hit: Hit) -> None:
        """The first click moves the cursor, a click on the line at the cursor opens it."""
        if int(hit.name) == self._cursor:
            self.action_open()
        else:
            self.move(int(hit.name) - self._cursor)

    def action_open(self) -> None:
        """Open the line at the cursor."""
        raise NotImplementedError


def step(cursor: int, by: int, count: int) -> int:
    """The cursor moved by so many, as far as there is anything."""
    return max(0, min(cursor + by, count - 1))
