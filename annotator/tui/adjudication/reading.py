"""The disagreements of a round, found beside the screen from a connection of its own.

The first is handed over while the others are still looked for, and all of them before it is known
what each costs: in a study of a million codings the one takes seconds, the other longer.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

from annotator.model.coding import MAIN_ROUND, Target
from annotator.model.decision import Decided
from annotator.reports.agreed import agreed
from annotator.reports.disputes import (
    Comparing,
    Dispute,
    Part,
    SharedUnit,
    decided_parts,
    shared_units,
)
from annotator.study import Study

Row = TypeVar("Row")

_PATIENCE = 0.1  # seconds without a disagreement on the screen
_AT_ONCE = 20  # articles
_AT_ONCE = 20  # articles
_LOOKED_AT = 500  # units between two looks at the clock


@dataclass(frozen=True)
class Asked:
    """Which disagreements: of a study's round, about these variables (none named: all).

    Those that are `decided` do not come first; looking begins at the article `start` ("": the
    first) and comes round to those before it.
    """

    path: Path
    round: str = MAIN_ROUND
    variables: tuple[str, ...] = ()
    decided: Collection[Part] = ()
    start: str = ""


@dataclass(frozen=True)
class Found:
    """What was found so far, in the order of the articles.

    `complete`: these are all. `costs` are known once that was worked out. `agreed` are the units
    on which coders agree in anything, with what is in dispute there beside.
    """

    disputes: tuple[Dispute, ...]
    complete: bool = False
    costs: Mapping[Part, float] | None = None
    agreed: Mapping[tuple[str, int], frozenset[str]] = field(default_factory=dict)


def stages(asked: Asked, stopped: Callable[[], bool]) -> Iterator[Found]:
    """First some with an open one among them, then all, then all with their costs.

    In a small study all at once.
    """
    with Study.open(asked.path, round=asked.round, read_only=True) as study, study.reading():
        search, due = _Search(asked, study), time.monotonic() + _PATIENCE
        shown = False
        for number, unit in enumerate(units_of(study, asked.start)):
            search.look_at(unit)
            if search.is_open and not shown and time.monotonic() > due:
                yield Found(search.in_order())
                shown = True
            if number % _LOOKED_AT == 0 and stopped():
                return
        found = Found(search.in_order(), complete=True, agreed=search.agreed)
        if shown:  # else a small study, whose costs are known soon
            yield found
        yield replace(found, costs=costs_of(study))


class _Search:
    """What was found so far; `is_open` once something among it is not decided."""

    def __init__(self, asked: Asked, study: Study) -> None:
        self._asked, self._comparing = asked, Comparing(study.codebook)
        self._places = {name: place for place, name in enumerate(study.article_ids())}
        self.disputes: list[Dispute] = []
        self.agreed: dict[tuple[str, int], frozenset[str]] = {}
        self.is_open = False

    def in_order(self) -> tuple[Dispute, ...]:
        """The disagreements in the order of the articles."""
        return tuple(sorted(self.disputes, key=lambda dispute: self._places[dispute.article]))

    def look_at(self, unit: SharedUnit) -> None:
        found = list(self._comparing.disputes(unit))
        wanted = [one for one in found if one.is_about(self._asked.variables)]
        self.disputes += wanted
        self.is_open = self.is_open or any(one.part not in self._asked.decided for one in wanted)
        disputed = frozenset(one.variable for one in found)
        if not disputed or agreed(self._comparing, unit, disputed):
            self.agreed[unit.article, unit.paragraph] = disputed


def units_of(study: Study, start: str = "") -> Iterator[SharedUnit]:
    """The units of the study's round that two or more coders finished, article by article.

    They begin at the article `start`, if it is named, and come round to those before it.
    """
    return _shared(study, _parts(study, start))


def _shared(study: Study, parts: list[list[str]]) -> Iterator[SharedUnit]:
    return shared_units(
        chain.from_iterable(parts),
        _rows(study, parts, study.codings),
        _rows(study, parts, study.units),
        _rows(study, parts, study.statements),
    )


def costs_of(study: Study) -> dict[Part, float]:
    """What each disagreement of the study's round costs."""
    from annotator.reports.costs import costs
    from annotator.reports.reliability import reliability

    parts = _parts(study)
    found = reliability(
        study.codebook,
        study.kinds(),
        _rows(study, parts, study.codings),
        _rows(study, parts, study.units),
        _rows(study, parts, study.statements),
    )
    return costs(found)


def _parts(study: Study, start: str = "") -> list[list[str]]:
    """All articles from one on and round to it, a few at a time, each few in their order.

    Where the journal of the study file is one that readers block, a long reading would keep the
    decisions made meanwhile from being stored.
    """
    names = study.article_ids()
    first = names.index(start) if start in names else 0
    return [
        some[begin : begin + _AT_ONCE]
        for some in (names[first:], names[:first])
        for begin in range(0, len(some), _AT_ONCE)
    ]


def _rows(
    study: Study, parts: Iterable[list[str]], read: Callable[..., Iterable[Row]]
) -> Iterator[Row]:
    for some in parts:
        yield from list(read(round=study.round, articles=some))


def settle_agreed(asked: Asked, coder: str) -> int:
    """Decide what all agree on in every unit in which no disagreement is open; returns how many.

    What was decided otherwise stays. One action: whoever leaves before its end has decided none.
    """
    with Study.open(asked.path, coder=coder, round=asked.round) as study:
        decided: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        for article, paragraph, variable in decided_parts(study.decisions(round=asked.round)):
            decided[article, paragraph].add(variable)
        counted: Counter[str] = Counter()
        study.settle(_agreed(study, decided, counted))
        return counted.total()


def _agreed(
    study: Study, decided: Mapping[tuple[str, int], set[str]], counted: Counter[str]
) -> Iterator[Decided]:
    comparing = Comparing(study.codebook)
    for unit in units_of(study):
        told = _rest(comparing, unit, decided.get((unit.article, unit.paragraph), ()))
        if told is not None:
            counted["units"] += 1
            yield told


def agreed_rest(study: Study, unit: Target, decided: Collection[str]) -> Decided | None:
    """What all agree on in a unit, once these decisions leave nothing in dispute there; else None.

    So a unit whose disagreements are settled is settled as a whole.
    """
    shared = _shared(study, [[unit.article]])
    found = next((one for one in shared if one.paragraph == unit.paragraph), None)
    return None if found is None else _rest(Comparing(study.codebook), found, decided)


def _rest(comparing: Comparing, unit: SharedUnit, decided: Collection[str]) -> Decided | None:
    if all(dispute.variable in decided for dispute in comparing.disputes(unit)):
        return agreed(comparing, unit, decided)
    return None
