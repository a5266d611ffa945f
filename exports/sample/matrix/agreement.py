"""Recomputes the agreement figures from the matrices beside this script.

    python3 agreement.py

Needs Python 3.9 or later and nothing else. Each line shows a figure as computed here and as
annotator computed it (figures.csv); the exit code is 1 where any two differ.

Krippendorff's alpha: Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability. For
sets: Jaccard's distance, and MASI (Passonneau, R. (2006), Proceedings of LREC, pp. 831-836).
Kappa: Cohen, J. (1960), Educational and Psychological Measurement 20(1), pp. 37-46.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PLACE_COLUMNS = 3  # article_id, article, paragraph; the coders follow
KEY = ("round", "variable", "view", "code", "level", "depth")
TOLERANCE = 1e-9

Unit = Sequence[Any]  # the values of one unit, None where a coder gave none
Distance = Callable[[Any, Any], float]


def read(name: str) -> list[list[str]]:
    """The rows of a table, the header first."""
    csv.field_size_limit(2**31 - 1)
    with (HERE / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def records(name: str) -> list[dict[str, str]]:
    """The rows of a table by the names of its columns."""
    header, *rows = read(name)
    return [dict(zip(header, row)) for row in rows]  # noqa: B905  strict= came with Python 3.10


def units_of(matrix: dict[str, str]) -> list[Unit]:
    """The values of each unit, as what they are at the level of the matrix."""
    _, *rows = read(matrix["file"])
    meanings: dict[str, Callable[[str], Any]] = {"nominal": str, "sets": as_set}
    meaning = meanings.get(matrix["level"], float)
    return [[meaning(cell) if cell else None for cell in row[PLACE_COLUMNS:]] for row in rows]


def as_set(cell: str) -> frozenset[str]:
    """`{a|b}` as a set; `{}` is the empty one."""
    return frozenset(cell[1:-1].split("|")) if cell != "{}" else frozenset()


def given(unit: Unit) -> list[Any]:
    """The values that are there."""
    return [value for value in unit if value is not None]


def pairable(units: Sequence[Unit]) -> list[list[Any]]:
    """The values of units that two or more coders coded."""
    return [values for values in map(given, units) if len(values) > 1]


def alpha(units: Sequence[Unit], distance: Distance) -> float | None:
    """Krippendorff's alpha; None where nothing can be compared or nothing varies."""
    kept = pairable(units)
    totals = Counter(value for values in kept for value in values)
    if len(totals) < 2:
        return None
    observed = sum(
        2 * sum(distance(one, other) for one, other in combinations(values, 2)) / (len(values) - 1)
        for values in kept
    )
    expected = 2 * sum(
        totals[one] * totals[other] * distance(one, other) for one, other in combinations(totals, 2)
    )
    return 1 - observed * (sum(totals.values()) - 1) / expected


def nominal(one: Any, other: Any) -> float:
    """0 for the same value, 1 for another."""
    return float(one != other)


def interval(one: float, other: float) -> float:
    """The squared difference."""
    return (one - other) ** 2


def ratio(one: float, other: float) -> float:
    """The squared difference by the squared sum; two zeros have the distance 0."""
    return ((one - other) / (one + other)) ** 2 if one + other else 0.0


def ordinal(units: Sequence[Unit]) -> Distance:
    """The squared difference of mid-ranks among the pairable values."""
    totals = Counter(value for values in pairable(units) for value in values)
    ranks, below = {}, 0
    for value in sorted(totals):
        ranks[value] = below + totals[value] / 2
        below += totals[value]
    return lambda one, other: float((ranks[one] - ranks[other]) ** 2)


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """1 less the share of codes that both sets hold."""
    union = one | other
    return 1 - len(one & other) / len(union) if union else 0.0


def masi(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard's similarity, weighted by whether the sets are equal, nested or overlapping."""
    shared = one & other
    weight = 1.0 if one == other else 2 / 3 if shared in (one, other) else 1 / 3 if shared else 0.0
    return 1 - (1 - jaccard(one, other)) * weight


def kappa(units: Sequence[Unit]) -> float | None:
    """Cohen's kappa; None for another number of coders than two, or where nothing varies."""
    coders = [column for column in zip(*units) if any(v is not None for v in column)]  # noqa: B905
    if len(coders) != 2:
        return None
    both = [pair for pair in zip(*coders) if None not in pair]  # noqa: B905
    margins = [Counter(one for one, _ in both), Counter(other for _, other in both)]
    if len(margins[0] + margins[1]) < 2:
        return None
    observed = sum(one == other for one, other in both) / len(both)
    expected = sum(margins[0][value] * margins[1][value] for value in margins[0]) / len(both) ** 2
    return float((observed - expected) / (1 - expected))


def percent_pooled(units: Sequence[Unit]) -> float | None:
    """The share of agreeing pairs among all pairs of all units."""
    pairs = [pair for values in pairable(units) for pair in combinations(values, 2)]
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else None


def percent_all(units: Sequence[Unit]) -> float | None:
    """The share of units on which all coders agree, among those that every coder coded."""
    coders = [column for column in zip(*units) if any(v is not None for v in column)]  # noqa: B905
    complete = [unit for unit in zip(*coders) if None not in unit] if len(coders) > 1 else []  # noqa: B905
    return sum(len(set(unit)) == 1 for unit in complete) / len(complete) if complete else None


def figures(units: Sequence[Unit], level: str) -> Iterator[tuple[str, float | None]]:
    """The coefficients of a matrix, by name."""
    if level == "sets":
        yield "alpha_jaccard", alpha(units, jaccard)
        yield "alpha_masi", alpha(units, masi)
    else:
        distances = {"nominal": nominal, "interval": interval, "ratio": ratio}
        yield "krippendorff_alpha", alpha(units, distances.get(level) or ordinal(units))
    if level == "nominal":
        yield "cohen_kappa", kappa(units)
    yield "percent_agreement_pooled", percent_pooled(units)
    yield "percent_all_agree", percent_all(units)


def differ(ours: float | None, theirs: str) -> bool:
    """Whether a figure is another than the one that annotator computed."""
    if ours is None or not theirs:
        return (ours is None) == bool(theirs)
    return abs(ours - float(theirs)) > TOLERANCE


def main() -> int:
    """Print every figure that annotator computed as well; 1 where one differs."""
    known = {
        (*(row[name] for name in KEY), row["coefficient"]): row["value"]
        for row in records("figures.csv")
    }
    n_differing = 0
    print("round\tvariable\tview\tcode\tlevel\tdepth\tcoefficient\there\tannotator")
    for matrix in records("matrices.csv"):
        key = tuple(matrix[name] for name in KEY)
        for name, value in figures(units_of(matrix), matrix["level"]):
            if (*key, name) in known:
                theirs = known[(*key, name)]
                n_differing += differ(value, theirs)
                print(*key, name, "" if value is None else value, theirs, sep="\t")
    print(f"{n_differing} figures differ" if n_differing else "All figures are the same.")
    return 1 if n_differing else 0


if __name__ == "__main__":
    sys.exit(main())
