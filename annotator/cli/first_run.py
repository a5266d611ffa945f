"""`annotator` alone, in a terminal, where there is no study yet: ask what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.cli.context import has_screen, say, study_path
from annotator.errors import StudyNotFound

if TYPE_CHECKING:
    from pathlib import Path

    import click


def offer(context: click.Context) -> bool:
    """Show the first screen if this is the place for it; tells whether it was shown."""
    if not has_screen() or _study_near(context):
        return False
    _ask()
    return True


def mention_study(context: click.Context) -> None:
    """Below the help, which is longer than many a screen: how to go on with the study here."""
    path = _study_near(context)
    if path is not None and path.is_file():
        say()
        say(f"The study here is {path}. `annotator code` goes on where you left off.")


def _study_near(context: click.Context) -> Path | None:
    try:
        return study_path(context)
    except StudyNotFound:
        return None


def _ask() -> None:
    from annotator.cli.group import run
    from annotator.tui.screens.first_run import DEMO, OPEN, STARTING, ask_first_run

    chosen = ask_first_run()
    if chosen is None:
        return
    if chosen.what == DEMO:
        run(["demo"])
    elif chosen.what == OPEN:
        run(["-s", str(chosen.path), "code"])
    else:
        for line in STARTING.splitlines():
            say(line)
