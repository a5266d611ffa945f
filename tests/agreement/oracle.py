"""Alpha by its definition, value by value: slow, and therefore easy to see right.

Krippendorff (2011): 1 - D_o / D_e, where D_o averages the distances of all ordered pairs of values
within units, each pair of a unit with m values weighing 1 / (m - 1), and D_e those of all ordered
pairs of pairable values, whatever their unit.
"""

from collections.abc import Callable, Sequence
from itertools import permutations
from typing import Any

Distance = Callable[[Any, Any], float]
Table = Sequence[Sequence[Any]]


def alpha(table: Table, distance: Distance) -> float | None:
    units = pairable_units(table)
    values = [value for unit in units for value in unit]
    n = len(values)
    if n == 0 or all(value == values[0] for value in values):
        return None
    observed = sum(
        distance(c, k) / (len(unit) - 1) for unit in units for c, k in permutations(unit, 2)
    )
    expected = sum(distance(c, k) for c, k in permutations(values, 2)) / (n - 1)
    return 1 - observed / expected


def pairable_units(table: Table) -> list[list[Any]]:
    units = [[value for value in unit if value is not None] for unit in zip(*table, strict=True)]
    return [unit for unit in units if len(unit) > 1]


def nominal(c: Any, k: Any) -> float:
    return float(c != k)


def interval(c: float, k: float) -> float:
    return (c - k) ** 2


def ratio(c: float, k: float) -> float:
    return ((c - k) / (c + k)) ** 2 if c + k else 0.0


def ordinal(table: Table) -> Distance:
    """Krippendorff's metric, summed up over the values from c to k as it is printed."""
    values = [value for unit in pairable_units(table) for value in unit]

    def distance(c: float, k: float) -> float:
        low, high = min(c, k), max(c, k)
        between = sum(low <= value <= high for value in values)
        ends = sum(value == low for value in values) + sum(value == high for value in values)
        return (between - ends / 2) ** 2 if low != high else 0.0

    return distance


def jaccard(a: frozenset[Any], b: frozenset[Any]) -> float:
    return 1 - len(a & b) / len(a | b) if a | b else 0.0


def masi(a: frozenset[Any], b: frozenset[Any]) -> float:
    if a == b:
        return 0.0
    monotonicity = 2 / 3 if a < b or b < a else 1 / 3 if a & b else 0.0
    return 1 - len(a & b) / len(a | b) * monotonicity


def distance_at(level: str, table: Table) -> Distance:
    return {"nominal": nominal, "interval": interval, "ratio": ratio}.get(level) or ordinal(table)
