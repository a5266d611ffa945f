"""Articles that were read and are not stored yet: what a person accepts, corrects or leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.model.article import Article
from annotator.tui.intake.candidate import Candidate
from annotator.tui.intake.candidates import Candidates

__all__ = ["Candidate", "Candidates", "preview"]


def preview(candidates: Sequence[Candidate], summary: str) -> list[Article] | None:
    """Show the articles before they are stored; those accepted as corrected, None: store nothing.

    `summary` is a line about all of them. Raises whatever ended the screens.
    """
    from annotator.tui import show
    from annotator.tui.screens.preview import Preview

    screen = Preview(Candidates(candidates), summary)
    show(screen)
    return screen.accepted
