"""Who takes part, in which phases, and who codes what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a coder is."""

    PERSON = "person"
    LEAD = "lead"  # also adjudicates
    MACHINE = "machine"
    CROWD = "crowd"
    GOLD = "gold"  # the right answers of a training round


class Purpose(StrEnum):
    """What a round is for."""

    TRAINING = "training"  # with feedback; never enters the figures
    PILOT = "pilot"
    RELIABILITY = "reliability"
    MAIN = "main"
    DRIFT = "drift"


PACE = "pace"
"""Stands among what a round hides: the time that the rest will take."""


@dataclass(frozen=True, slots=True)
class Coder:
    """A coder as the lead describes them."""

    name: str
    role: Role = Role.PERSON
    note: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """A phase of coding.

    `counts`: its units enter the figures of agreement. `masked` are fields of articles that coders
    do not see, and `pace`, where they are not told how long the rest will take. `gold` is the coder
    whose codings are shown as feedback, "" for none.
    """

    name: str
    purpose: Purpose = Purpose.MAIN
    counts: bool = True
    masked: tuple[str, ...] = ()
    gold: str = ""

    @property
    def masked_fields(self) -> tuple[str, ...]:
        """The fields of articles among what is hidden."""
        return tuple(name for name in self.masked if name != PACE)

    @property
    def hides_pace(self) -> bool:
        """Whether coders are not told how long the rest will take them."""
        return PACE in self.masked


WHOLE_ARTICLE = -1
"""Stands as the paragraph of an assignment of all units of an article."""


class Assigned(NamedTuple):
    """One unit given to a coder. `shared`: others code it, too; no coder is shown this."""

    article: str
    paragraph: int
    shared: bool = False


class AssignmentRow(NamedTuple):
    """One unit given to a coder, at its place (from 1) in their order."""

    coder: str
    round: str
    position: int
    article: str
    paragraph: int
    shared: bool


class PlanRow(NamedTuple):
    """One plan of assignments that was carried out: `given` says how many blocks to each coder.

    A block is an article or a paragraph. `at` is in milliseconds since 1970, for display only.
    """

    batch: str
    at: int
    round: str
    seed: str
    given: dict[str, int]
