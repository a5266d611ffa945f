"""Plans of assignments: those that were carried out, and taking one back."""

from __future__ import annotations

from annotator.model import facts
from annotator.model.team import PlanRow
from annotator.store import plans
from annotator.study.opened import Opened


class Assigning(Opened):
    """A study whose lead gives units to coders."""

    def plans(self) -> list[PlanRow]:
        """The plans that were carried out and stand, newest first."""
        return plans.plans(self._database)

    def take_back_plan(self, plan: PlanRow) -> None:
        """Take a plan back: its units are no longer given; what was coded of them stays."""
        self._state(facts.retracted(plans.events_of(self._database, plan.batch), coder=""))
