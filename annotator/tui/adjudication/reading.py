"""The disagreements of a round, found beside the screen from a connection of its own.

The first is handed over while the others are still looked for, and all of them before it is known
what each costs: in a study of a million codings the one takes seconds, the other longer.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotator.model.coding import MAIN_ROUND
from annotator.model.decision import Decided
from annotator.reports.agreed import agreed
from annotator.reports.disputes import Comparing, Dispute, Part, SharedUnit, shared_units
from annotator.study import Study

_PATIENCE = 0.3  # seconds without a disagreement on the screen
_LOOKED_AT = 500  # units between two looks at the clock


@dataclass(frozen=True)
class Asked:
    """Which disagreements: of a study's round, about these variables (none named: all)."""

    path: Path
    round: str = MAIN_ROUND
    variables: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """What was found so far, in the order of the articles.

    `complete`: these are all. `costs` are known once that was worked out. `agreed` are the units
    without any disagreement.
    """

    disputes: tuple[Dispute, ...]
    complete: bool = False
    costs: Mapping[Part, float] | None = None
    agreed: frozenset[tuple[str, int]] = field(default_factory=frozenset)


def stages(asked: Asked, stopped: Callable[[], bool]) -> Iterator[Found]:
    """First some, then all, then all with their costs; in a small study all at once."""
    with Study.open(asked.path, round=asked.round, read_only=True) as study, study.reading():
        due = time.monotonic() + _PATIENCE
        disputes: list[Dispute] = []
        alike: set[tuple[str, int]] = set()
        comparing, shown = Comparing(study.codebook), False
        for number, unit in enumerate(units_of(study)):
            found = list(comparing.disputes(unit))
            disputes += (one for one in found if one.is_about(asked.variables))
            if not found:
                alike.add((unit.article, unit.paragraph))
            if disputes and not shown and time.monotonic() > due:
                yield Found(tuple(disputes))
                shown = True
            if number % _LOOKED_AT == 0 and stopped():
                return
        found_all = Found(tuple(disputes), complete=True, agreed=frozenset(alike))
        if shown or time.monotonic() > due:
            yield found_all
        yield Found(found_all.disputes, True, costs_of(study), found_all.agreed)


def units_of(study: Study) -> Iterator[SharedUnit]:
    """The units of the study's round that two or more coders finished, article by article."""
    here = study.round
    return shared_units(
        study.article_ids(),
        study.codings(round=here),
        study.units(round=here),
        study.statements(round=here),
    )


def costs_of(study: Study) -> dict[Part, float]:
    """What each disagreement of the study's round costs."""
    from annotator.reports.costs import costs

    return costs(study.reliability())


def settle_agreed(asked: Asked, coder: str) -> int:
    """Decide every unit on which all agree and nothing is decided yet; returns how many.

    One action: whoever leaves before its end has decided none.
    """
    with Study.open(asked.path, coder=coder, round=asked.round) as study:
        decided = {(row.article, row.paragraph) for row in study.decisions(round=asked.round)}
        counted: Counter[str] = Counter()
        study.settle(_agreed(study, decided, counted))
        return counted.total()


def _agreed(
    study: Study, decided: set[tuple[str, int]], counted: Counter[str]
) -> Iterator[Decided]:
    comparing = Comparing(study.codebook)
    for unit in units_of(study):
        if (unit.article, unit.paragraph) in decided or any(comparing.disputes(unit)):
            continue
        counted["units"] += 1
        yield agreed(comparing, unit)
