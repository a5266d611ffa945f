"""The command palette: every action of the place, found by any word of its name or description."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from annotator.tui.commands import APP, Command


class CommandProvider(Provider):
    """Offers what `commands` lists, with its keys."""

    async def discover(self) -> Hits:
        """All of it, before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(_shown(command), self._run(command), command.label, command.summary)

    async def search(self, query: str) -> Hits:
        """What matches."""
        matcher = self.matcher(query)
        for command in self._commands():
            text = f"{command.label}: {command.description}"
            if score := max(matcher.match(command.label), matcher.match(text) / 2):
                shown, run = _shown(command), self._run(command)
                yield Hit(score, shown, run, command.label, command.summary)

    def _commands(self) -> Iterator[Command]:
        here: list[Command] = getattr(self.screen, "commands", list(APP))
        yield from (command for command in here if command.name != "command_palette")

    def _run(self, command: Command) -> Callable[[], Awaitable[None]]:
        from annotator.tui.screens.coding import action_of

        return partial(self.screen.run_action, action_of(command))


def _shown(command: Command) -> Content:
    keys = f"   {command.shown_keys}" if command.keys else ""
    return Content(command.label) + Content.styled(keys, "dim")
