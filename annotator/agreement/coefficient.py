"""What every statistic returns: a number, or the reason in words why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.agreement.data import ReliabilityData


@dataclass(frozen=True, slots=True)
class Coefficient:
    """One figure with what it rests on.

    `value` is None where the figure is undefined, and `reason` then says why. `level` is the level
    of measurement it was computed at. `n_units` counts the units it rests on, `n_coders` the
    coders with at least one value, `n_pairable` the values in units that two or more coders coded.
    `note` names what else the figure depends on, such as the number of categories.
    """

    name: str
    value: float | None
    level: str
    n_units: int
    n_coders: int
    n_pairable: int
    reason: str = ""
    note: str = ""


def defined(
    name: str, value: float, data: ReliabilityData, *, level: str = "nominal", note: str = ""
) -> Coefficient:
    """A coefficient with a value, resting on the pairable values of `data`."""
    counts = data.n_units, data.n_coders, data.n_pairable
    return Coefficient(name, float(value), level, *counts, note=note)


def undefined(
    name: str, reason: str, data: ReliabilityData, *, level: str = "nominal"
) -> Coefficient:
    """A coefficient without a value: never 0, 1 or NaN in its place."""
    return Coefficient(name, None, level, data.n_units, data.n_coders, data.n_pairable, reason)


def why_not_pairable(data: ReliabilityData) -> str:
    """Why no two values can be compared; empty where some can."""
    if data.n_units:
        return ""
    if not data.n_coders:
        return "there are no values"
    if data.n_coders == 1:
        return "there is only one coder"
    return "no unit was coded by two or more coders"


def why_no_variation(data: ReliabilityData) -> str:
    """Why chance cannot be told from agreement: all pairable values are the same. Empty otherwise.

    Units coded once are left out before the test, since they take no part in the coefficient.
    """
    used = data.totals.nonzero()[0]
    if len(used) != 1:
        return ""
    only = _in_words(data.values[used[0]])
    return f"no variation: all {data.n_pairable} pairable values are {only}"


def _in_words(value: object) -> str:
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(map(str, value))) + "}" if value else "the empty set"
    return f"{value:g}" if isinstance(value, (int, float)) else f"“{value}”"
