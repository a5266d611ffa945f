"""An agreement figure for newcomers: what it means, where it comes from, what made it so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annotator.reports.diagnosis import Diagnosis, distance_of
from annotator.reports.names import Names
from annotator.reports.row import MATCHED, SET_VIEWS
from annotator.reports.verdict import reasons

Floats = NDArray[np.float64]

MOST_VALUES = 7
"""More values than that stand together as "others" in the matrix, so that it fits a terminal."""

_OTHERS = "others"
_DISTANCES = {
    "nominal": "two values are either the same (distance 0) or not (1)",
    "ordinal": "two values are the further apart, the more of all values lie between them",
    "interval": "the distance of two values is their squared difference, 1 for the outermost",
    "ratio": "the distance of two values is the square of their difference divided by their sum",
    "jaccard": "the distance of two sets is 1 less the codes they share divided by all their codes",
    "tree": "the distance of two codes is the number of steps from each up to the nearest code"
    " above both, divided by the steps from each up to the root of the tree; a set counts with all"
    " codes above its own",
    "statements": "the distance of two coders' statements is the cost of their best matching (a"
    " statement without a partner costs 1, one with a partner the share of variables on which the"
    " two differ), divided by the number of statements of the coder who has more",
}


@dataclass(frozen=True, slots=True)
class Explanation:
    """Sentences, then the coincidence matrix as rows of cells (its head first), then reasons."""

    verdict: str
    meaning: tuple[str, ...]
    matrix: tuple[tuple[str, ...], ...]
    reasons: tuple[str, ...]


def explain(found: Diagnosis, names: Names) -> Explanation:
    """Tell a newcomer what the figure is, how it was computed, and what weighs in it."""
    return Explanation(
        verdict=found.thresholds.sentence(found.coefficient) + ".",
        meaning=tuple(_meaning(found)),
        matrix=tuple(_matrix(found, names)),
        reasons=tuple(f"{reason}." for reason in reasons(found, names)),
    )


def _meaning(found: Diagnosis) -> Iterator[str]:
    figure, parts = found.coefficient, found.disagreement
    basis = "units that two or more of {} coders coded"
    if found.heading.view in MATCHED:
        basis = "matched statements of each two of {} coders"
    yield (
        f"It rests on {figure.n_units:,} {basis.format(figure.n_coders)}, "
        f"with {figure.n_pairable:,} values to compare; {_DISTANCES[distance_of(found.heading)]}."
    )
    if parts.observed is None or parts.expected is None:
        return
    yield (
        f"Observed disagreement: two values of one unit differ by {parts.observed:.4f} on average."
    )
    yield (
        "Expected disagreement: two values drawn from all units together would differ by"
        f" {parts.expected:.4f} on average, as if coders drew lots."
    )
    if figure.value is not None:
        yield (
            f"alpha = 1 - observed / expected = 1 - {parts.observed:.4f} / {parts.expected:.4f} ="
            f" {figure.value:.4f}. 1 is perfect agreement; 0 is what chance gives; below 0 coders"
            " disagree more often than by chance."
        )


def _matrix(found: Diagnosis, names: Names) -> Iterator[tuple[str, ...]]:
    """The most frequent values in the order of the data, the rest as one."""
    data = found.sample.data
    used = np.flatnonzero(data.totals)
    frequent = used[np.argsort(-data.totals[used], kind="stable")[:MOST_VALUES]]
    if distance_of(found.heading) == "statements":
        return  # hardly any set of statements recurs
    shown, n_others = np.sort(frequent).tolist(), len(used) - len(frequent)
    if not shown:
        return
    labels = [names.value(found.heading, data.values[place]) for place in shown]
    labels += [f"{_OTHERS} ({n_others})"] if n_others else []
    cells, totals = _lumped(found, shown)
    yield ("", "Value", *map(str, range(1, len(labels) + 1)), "all")
    for number, label in enumerate(labels):
        counts = map(_count, cells[number, : len(labels)].tolist())
        yield (str(number + 1), label, *counts, str(totals[number]))


def _lumped(found: Diagnosis, shown: list[int]) -> tuple[Floats, NDArray[np.int64]]:
    """The coincidence matrix with all values but the shown ones as the last; and its margins."""
    data, pairs, size = found.sample.data, found.pairs, len(shown) + 1
    place = np.full(len(data.values), size - 1)
    place[shown] = np.arange(size - 1)
    totals = np.zeros(size, np.int64)
    np.add.at(totals, place, data.totals)
    cells = np.zeros((size, size))
    np.add.at(cells, (place[pairs.left], place[pairs.right]), pairs.weight / 2)
    cells += cells.T
    np.fill_diagonal(cells, 0)
    np.fill_diagonal(cells, totals - cells.sum(axis=1))
    return cells, totals


def _count(coincidences: float) -> str:
    return f"{coincidences:.2f}".removesuffix(".00")


def how_to_read(found: Diagnosis) -> str:
    """What the matrix shows."""
    what = "Sets" if found.heading.view in SET_VIEWS else "Values"
    few = np.count_nonzero(found.sample.data.totals) <= MOST_VALUES
    return (
        f"{what} that met in a unit (coincidence matrix). On the diagonal: the same, agreement; off"
        " it: what was confused with what. A unit with m values counts each pair 1 / (m - 1)."
    ) + ("" if few else f" Rare ones stand together as “{_OTHERS}”, confused or not.")
