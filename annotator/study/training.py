"""Training rounds: what a coder is told of a unit once they finished it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.model.coding import MAIN_ROUND, UnitWork
from annotator.model.team import Purpose
from annotator.store import work
from annotator.study import right_answers
from annotator.study.coding import Coding

if TYPE_CHECKING:
    from annotator.reports.feedback import Feedback


class Training(Coding):
    """A study as a coder in training works on it."""

    def feedback(self, article: str, paragraph: int) -> Feedback | None:
        """The own answers beside those of the round's gold coder.

        None outside training, before the unit is finished, and where the gold coder has not
        finished it: neither in this round nor in the main one. A package has what it was given.
        """
        told = self.described_round()
        if told.purpose is not Purpose.TRAINING:
            return None
        own = self.work(article).unit(paragraph)
        gold = self._right(told.gold, article, paragraph) if own.done else None
        if gold is None:
            return None
        from annotator.reports.feedback import feedback

        return feedback(self.codebook, paragraph, own, gold)

    def _right(self, coder: str, article: str, paragraph: int) -> UnitWork | None:
        if self.package:
            return right_answers.kept(self._database, self.round).get((article, paragraph))
        return self._gold(coder, article, paragraph) if coder not in ("", self.coder) else None

    def rounds_with_right_answers(self) -> list[str]:
        """Training rounds whose right answers this package holds."""
        return right_answers.rounds(self._database)

    def _gold(self, coder: str, article: str, paragraph: int) -> UnitWork | None:
        for round_ in (self.round, MAIN_ROUND):
            found = work.work(self._database, article, coder, round_, self._multiple)
            if found.unit(paragraph).done:
                return found.unit(paragraph)
        return None
