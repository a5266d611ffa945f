"""`annotator` alone, in a terminal, where there is no study yet: ask what to do."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from annotator.cli.context import say, study_path
from annotator.errors import StudyNotFound

if TYPE_CHECKING:
    import click


def offer(context: click.Context) -> bool:
    """Show the first screen if this is the place for it; tells whether it was shown."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or _study_is_near(context):
        return False
    _ask()
    return True


def _study_is_near(context: click.Context) -> bool:
    try:
        study_path(context)
    except StudyNotFound:
        return False
    return True


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
