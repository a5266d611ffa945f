"""In which round a coder goes on who names none: work must not land in another by oversight."""

from __future__ import annotations

from typing import NamedTuple

from annotator.model.coding import MAIN_ROUND
from annotator.model.place import Progress
from annotator.store import own_rounds, team
from annotator.study.coding import Coding


class Beginning(NamedTuple):
    """The round to go on in, how far the coder is in it, and what there is beside it.

    `also` are other rounds in which units are left for the coder; `last` is the round they coded in
    last, "" where they never coded.
    """

    round: str
    progress: Progress
    also: tuple[str, ...]
    last: str


class GoingOn(Coding):
    """A study whose coder may have work in several rounds."""

    def beginning(self) -> Beginning:
        """Where this coder goes on, whatever round the study was opened in.

        Of the rounds in which they have units left of those they were given, it is the one they
        coded in last, else the one made first; with none left, they stay where they coded last.
        Whoever was given nothing is put before everything, in every round: they stay where they
        coded last until all of it is done, and begin in the main round.
        """
        last = own_rounds.coded_last(self._database, self.coder)
        given = self._rounds_given()
        rounds = given or [last or MAIN_ROUND, MAIN_ROUND]
        progress = {name: self.progress_in(name) for name in dict.fromkeys(rounds)}
        left = [name for name, units in progress.items() if units.done < units.total]
        if left:
            chosen = last if last in left else left[0]
        else:
            chosen = last if given and last else next(iter(given), MAIN_ROUND)
        also = tuple(name for name in left if name != chosen)
        return Beginning(chosen, progress.get(chosen) or self.progress_in(chosen), also, last)

    def _rounds_given(self) -> list[str]:
        """In the order in which they were made; the main round, which was always there, is last."""
        made = [described.name for described in team.rounds(self._database)]
        given = own_rounds.given(self._database, self.coder)
        return sorted(given, key=lambda name: made.index(name) if name in made else len(made))
