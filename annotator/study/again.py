"""Units to look at again, since the codebook changed, that the coder was not given."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from annotator.model.place import Place
from annotator.model.team import WHOLE_ARTICLE
from annotator.model.units import units_of
from annotator.store import affected, assigned
from annotator.study.texts import Texts


class Again(Texts):
    """A study whose coder meets units of their worklist that are not among those they were given.

    They coded these before anything was given out, or under a plan that was taken back. Nothing
    else that they were not given is put before them.
    """

    def units_again(self) -> list[Place]:
        """These units of this round: reopened, and not finished when the study was opened.

        One that was finished since stays in reach until the study is closed, to be corrected.
        """
        return [Place(article, n) for article, numbers in self._again.items() for n in numbers]

    @cached_property
    def _again(self) -> Mapping[str, tuple[int, ...]]:
        """The same by article, in the order of the articles and the text."""
        return self._again_in(self.round)

    def _again_in(self, round: str) -> Mapping[str, tuple[int, ...]]:
        if not assigned.has_any(self._database, self.coder, round):
            return {}  # everything is theirs
        if not affected.last_adoption(self._database):
            return {}  # known at once, in a large study, too
        reopened: dict[str, set[int]] = {}
        for unit in affected.reopened(self._database, self.coder, round):
            reopened.setdefault(unit[2], set()).add(unit[3])
        found = {name: self._not_given(name, round, units) for name, units in reopened.items()}
        return {article: numbers for article, numbers in found.items() if numbers}

    def _not_given(self, article: str, round: str, among: set[int]) -> tuple[int, ...]:
        given = assigned.given(self._database, article, self.coder, round)
        if WHOLE_ARTICLE in given:
            return ()
        asked = units_of(self.codebook, self.article(article))
        return tuple(number for number in asked if number in among and number not in given)
