"""Small answers the study gives to screens and commands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a coder is: a paragraph of an article (0: the questions on the article as a whole)."""

    article: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Progress:
    """Units finished by one coder, out of all units that are put before coders."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo changed: how it reads in a sentence, and where to look."""

    description: str
    place: Place | None
