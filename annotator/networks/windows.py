"""Slices of time: one after the other, none of which overlaps another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from annotator.networks.ties import Tie


@dataclass(frozen=True, slots=True)
class Window:
    """The ties from the first to the last day, both included; without days it is all there is."""

    ties: Sequence[Tie]
    first: date | None = None
    last: date | None = None

    @property
    def name(self) -> str:
        """The first day, or "" for all there is."""
        return self.first.isoformat() if self.first else ""


def windows(ties: Sequence[Tie], days: int) -> list[Window]:
    """Slices of so many days from the first day on, up to the last; 0 days: one with all ties.

    Slices without a tie are among them. Ties without a day are in none.
    """
    if not days:
        return [Window(ties)]
    dated = [(tie.day, tie) for tie in ties if tie.day is not None]
    if not dated:
        return []
    first = min(day for day, _ in dated)
    n_slices = (max(day for day, _ in dated) - first).days // days + 1
    slices: list[list[Tie]] = [[] for _ in range(n_slices)]
    for day, tie in dated:
        slices[(day - first).days // days].append(tie)
    return [
        Window(found, start := first + timedelta(place * days), _last(start, days))
        for place, found in enumerate(slices)
    ]


def _last(start: date, days: int) -> date:
    """The last day of a slice, within what the calendar can name."""
    return start + timedelta(min(days - 1, (date.max - start).days))
