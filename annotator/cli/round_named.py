"""Rounds that were typed: each must be known, or the nearest right one is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.errors import UsageError
from annotator.model.coding import MAIN_ROUND

if TYPE_CHECKING:
    from annotator.study import Study


def known_rounds(study: Study) -> list[str]:
    """Every round that was described, that units were given in or that anything was coded in."""
    described = [described.name for described in study.described_rounds()]
    given = [plan.round for plan in reversed(study.plans())]
    return list(dict.fromkeys([MAIN_ROUND, *described, *given, *study.rounds()]))


def check_round(study: Study, name: str) -> None:
    """Raise UsageError for a round that nobody made and nobody coded in."""
    if name == MAIN_ROUND or any(told.name == name for told in study.described_rounds()):
        return  # the rest takes long in a large study
    known = known_rounds(study)
    if name in known:
        return
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=2) or known
    hint = f"Known: {', '.join(near)}. `annotator round set {name}` makes a new one."
    raise UsageError(f"There is no round “{name}”.", hint=hint)
