"""The application: colours, palette, and leaving in good order whatever happens."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen, SystemModalScreen
from textual.theme import Theme

from annotator.terminal import visible
from annotator.tui.colours import chosen, keep
from annotator.tui.commands import APP

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.driver import Driver

HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ff8080",
    success="#00ff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#303030",
    text_alpha=1.0,
    variables={"foreground-muted": "#ffffff", "foreground-disabled": "#d0d0d0"},
)
_WARM_AFTER = 0.4  # seconds: the first keys come first
_BY_KEY = {key: command for command in APP for key in command.keys}
_LATER_MODULES = (
    *("annotator.tui.screens.find_code", "annotator.tui.screens.codebook_browser"),
    *("annotator.tui.screens.memo", "annotator.tui.screens.text_answer"),
    *("annotator.tui.screens.articles", "annotator.tui.palette"),
    "annotator.tui.screens.search_texts",
)


def _palette() -> type[Provider]:
    from annotator.tui.palette import CommandProvider

    return CommandProvider


class Annotator(App[None]):
    """The screens of annotator; `failure` is the error that ended them, if one did.

    `colours` is the file in which the colours that were chosen are kept, if they are to be.
    """

    TITLE = "annotator"
    CSS_PATH = "screens/coding.tcss"  # Textual does not load that of a default screen
    COMMANDS: ClassVar = {_palette}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(command.keys), command.name, command.label, show=False)
        for command in APP
        if command.keys
    ]

    def __init__(self, first: Screen[None], *, colours: Path | None = None) -> None:
        super().__init__(driver_class=_driver())
        self._first = first
        self._colours = colours
        self.register_theme(HIGH_CONTRAST)
        if (kept := chosen(colours)) in self.available_themes:
            self.theme = kept

    @property
    def failure(self) -> Exception | None:
        """The error that ended the app."""
        return self._exception

    def get_default_screen(self) -> Screen[None]:
        """The screen to begin with: no empty one is drawn before it."""
        return self._first

    def on_mount(self) -> None:
        """Leave in good order when told to; load what comes later once the first keys are in."""
        if sys.platform != "win32" and not self.is_headless:
            loop = asyncio.get_running_loop()
            # Textual installs no handler: the terminal would be left in raw mode.
            for number in (signal.SIGTERM, signal.SIGHUP):
                loop.add_signal_handler(number, self._leave)
        self.set_timer(_WARM_AFTER, _warm)
        self.theme_changed_signal.subscribe(self, self._keep_colours)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """What the colours of the terminal lack (ansi-dark, ansi-light) and our styles name."""
        return {"foreground-disabled": "ansi_default 50%"}

    def _keep_colours(self, theme: Theme) -> None:
        if self._colours:
            keep(self._colours, theme.name)

    def action_change_theme(self) -> None:
        """Choose the colours."""
        self.search_themes()

    async def on_key(self, event: events.Key) -> None:
        """The keys that work everywhere: over a window Textual looks at no binding of the app."""
        command = _BY_KEY.get(event.key)
        if command and self.screen.is_modal:
            event.prevent_default()
            await self.run_action(command.name)

    async def action_quit(self) -> None:
        """Leave, once what is being written is kept."""
        if self._keep_all():
            self.exit()

    def _leave(self) -> None:
        """Leave whatever happens; what is being written is kept if it can be."""
        self._keep_all()
        self.exit()

    def _keep_all(self) -> bool:
        """Have every open window keep what must not be lost; whether all of them could."""
        from annotator.tui.screens.place import PlaceModal

        windows = [screen for screen in self.screen_stack if isinstance(screen, PlaceModal)]
        kept = [window.keep() for window in windows]
        return all(kept)

    async def on_event(self, event: events.Event) -> None:
        """Make a paste into Textual's own palette harmless: it shows what it gets as it is."""
        if isinstance(event, events.Paste) and isinstance(self.screen, SystemModalScreen):
            event.text = visible(event.text)
        await super().on_event(event)

    def _fatal_error(self) -> None:
        # Textual prints the local variables, and with them the text of a confidential article.
        # `annotator.tui.run` raises the error for whoever started the screens.
        self._close_messages_no_wait()


def _driver() -> type[Driver] | None:
    if sys.platform == "win32":
        return None
    from annotator.tui.driver import LastingDriver

    return LastingDriver


def _warm() -> None:
    """What is loaded by now lives as long as the program: the collector need not look at it."""
    gc.collect()
    gc.freeze()
    Thread(target=_import_later_modules, daemon=True).start()


def _import_later_modules() -> None:
    for name in _LATER_MODULES:
        import_module(name)
