"""The screens: the only part of annotator that knows Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    from annotator.study import Study
    from annotator.tui.agreement.question import Question

_ESCAPE_DELAY = "30"  # milliseconds Textual waits to tell Esc from a sequence; 100 by itself


def run(study: Study, *, agreement: bool = False, note: str = "") -> None:
    """Open the coding screen where the study's coder left off; returns when they leave.

    `agreement` lets one key show how far coders agree, which coders who work blind must not see.
    `note` is said until the first key.
    Raises DataError where there is nothing to code, and whatever ended the screens.
    """
    from annotator.errors import DataError

    place = study.place()
    if place is None:
        raise DataError("The study has no article yet.", hint="annotator add FILE...")
    from annotator.tui.screens.coding import CodingScreen
    from annotator.tui.session import Session

    session = Session(study, place, agreement=agreement)
    session.say(note)
    show(CodingScreen(session))


def show_agreement(question: Question) -> None:
    """Open the agreement screen alone, without coding; returns when they leave."""
    from annotator.tui.screens.agreement import AgreementScreen

    show(AgreementScreen(question))


def show_adjudication(
    study: Study, variables: tuple[str, ...] = (), *, hidden: bool = False, by_cost: bool = True
) -> str:
    """Open the screen on which the study's coder settles disagreements; returns when they leave.

    What they chose and did not store is kept; the result says on how many, "" for none.
    """
    from annotator.tui.adjudication.session import Adjudication
    from annotator.tui.adjudication.words import begun_in_words
    from annotator.tui.screens.adjudication import AdjudicationScreen

    session = Adjudication(study, variables, hidden=hidden, by_cost=by_cost)
    show(AdjudicationScreen(session))
    return begun_in_words(session.n_begun)


def show(screen: Screen[None]) -> None:
    """The app with a first screen; returns when they leave. Raises whatever ended it."""
    import os

    os.environ.setdefault("ESCDELAY", _ESCAPE_DELAY)
    from annotator.tui.app import Annotator
    from annotator.tui.colours import file_of_choice

    app = Annotator(screen, colours=file_of_choice())
    app.run()
    if app.failure is not None:
        raise app.failure
