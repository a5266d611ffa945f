"""What is shown where there is no study yet. Nothing is written before something is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from annotator.tui.places import FIRST_RUN, commands_in
from annotator.tui.safe import content
from annotator.tui.screens.help import HelpScreen
from annotator.tui.screens.place import bindings_in
from annotator.tui.widgets.edit import LineField
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.line_list import LineList

DEMO, START, OPEN = "demo", "start", "open"

STARTING = """\
annotator codebook new codebook.yaml               a codebook, to be changed
annotator init study.db --codebook codebook.yaml   an empty study
annotator add articles                             the texts
annotator code --coder NAME                        begin, and later go on
annotator agree                                    agreement between coders
annotator export -f csv                            the data"""
"""The commands from nothing to data; also printed when *start* was chosen."""

_LINES = (
    ("1", "Look round first: open the demo study"),
    ("2", "Start a study here with my own articles and codebook"),
    ("3", "Open a study that exists, or a package I was sent (a .db file)"),
)
_EXPLAINED = (
    "Four short articles, a codebook and the codings of three coders, to try everything on.",
    "Type these, one after the other:\n\n" + STARTING,
    "Type the name of the file:",
)
_DEMO_LINE, _START_LINE, _OPEN_LINE = range(3)


@dataclass(frozen=True, slots=True)
class FirstChoice:
    """What was chosen: *demo*, *start* or *open*, the last with the study's file."""

    what: str
    path: Path | None = None


class FirstRun(Screen[FirstChoice | None]):
    """The first screen; the result is what was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_in(FIRST_RUN)
    DEFAULT_CSS = """
    FirstRun {
        & > Static { padding: 0 1; }
        #where { border-bottom: solid $foreground 30%; margin-bottom: 1; }
        LineList { height: 3; }
        #explained { margin-top: 1; }
        LineField { display: none; margin: 0 1; }
        &.-asks-file LineField { display: block; }
        #fault { color: $text-error; }
    }
    """

    def compose(self) -> ComposeResult:
        """The choices, and what the one at the cursor means."""
        yield Static(content(f"There is no study here yet ({Path.cwd()})."), id="where")
        yield LineList(_line)
        yield Static(id="explained")
        yield LineField(placeholder="(a path, for example study.db)")
        yield Static(id="fault")
        yield KeyLine(commands_in(FIRST_RUN))

    def on_mount(self) -> None:
        """Begin at the demo."""
        self._list.show(len(_LINES))
        self._list.focus()

    def on_line_list_moved(self, event: LineList.Moved) -> None:
        """Say what the choice means."""
        self.query_one("#explained", Static).update(Content(_EXPLAINED[event.index]))
        self.query_one("#fault", Static).update(Content(""))
        self.set_class(event.index == _OPEN_LINE, "-asks-file")

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Do it."""
        self._do(event.index)

    def on_input_submitted(self) -> None:
        """Open the file named."""
        self._open()

    def action_choose(self, line: int) -> None:
        """Move to a choice and do it."""
        self._list.cursor = line
        self._do(line)

    def action_up(self) -> None:
        """Move up."""
        self._list.action_move(-1)
        self._list.focus()

    def action_down(self) -> None:
        """Move down."""
        self._list.action_move(1)
        self._list.focus()

    def action_take(self) -> None:
        """Do what the cursor is on."""
        self._do(self._list.cursor)

    def action_help(self) -> None:
        """Show the keys of this place."""
        self.app.push_screen(HelpScreen(FIRST_RUN, commands_in(FIRST_RUN)))

    def action_leave(self) -> None:
        """Leave; nothing was written."""
        self.dismiss(None)

    @property
    def _list(self) -> LineList:
        return self.query_one(LineList)

    def _do(self, line: int) -> None:
        if line == _OPEN_LINE:
            self.set_class(True, "-asks-file")
            self.query_one(LineField).focus()
        else:
            self.dismiss(FirstChoice(DEMO if line == _DEMO_LINE else START))

    def _open(self) -> None:
        typed = self.query_one(LineField).value.strip()
        if path := _file_named(typed):
            self.dismiss(FirstChoice(OPEN, path))
        else:
            self.query_one("#fault", Static).update(content(f"! There is no file “{typed}”."))


class _FirstRunApp(App[FirstChoice]):
    """Shows the first screen alone and ends with the choice."""

    ENABLE_COMMAND_PALETTE = False

    def on_mount(self) -> None:
        """Show it."""
        self.push_screen(FirstRun(), callback=self.exit)


def ask_first_run() -> FirstChoice | None:
    """Show the first screen in this terminal; what was chosen, or None."""
    return _FirstRunApp().run()


def _file_named(typed: str) -> Path | None:
    try:
        path = Path(typed).expanduser()
        return path if path.is_file() else None
    except (OSError, RuntimeError):  # too long a name; `~nobody`
        return None


def _line(index: int) -> Content:
    digit, words = _LINES[index]
    return Content.styled(f"{digit}  ", "bold") + words
