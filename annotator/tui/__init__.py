"""The screens: the only part of annotator that knows Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.study import Study

_ESCAPE_DELAY = "30"  # milliseconds Textual waits to tell Esc from a sequence; 100 by itself


def run(study: Study, *, agreement: bool = False) -> None:
    """Open the coding screen where the study's coder left off; returns when they leave.

    `agreement` lets one key show how far coders agree, which coders who work blind must not see.
    Raises DataError where there is nothing to code, and whatever ended the screens.
    """
    import os

    os.environ.setdefault("ESCDELAY", _ESCAPE_DELAY)
    from annotator.errors import DataError

    place = study.place()
    if place is None:
        raise DataError("The study has no article yet.", hint="annotator add FILE...")
    from annotator.tui.app import Annotator
    from annotator.tui.screens.coding import CodingScreen
    from annotator.tui.session import Session

    app = Annotator(CodingScreen(Session(study, place, agreement=agreement)))
    app.run()
    if app.failure is not None:
        raise app.failure
