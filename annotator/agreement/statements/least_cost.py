"""The cost of the cheapest matching of two sets, for very many pairs of sets at once.

Statement after statement of the larger set is matched with one of the smaller set or with none;
for each subset of the smaller set the least cost of having matched just these is kept, as an array
with an entry for each pair of sets. That takes subsets of the smaller set times size of the larger
set array operations, and no loop over pairs of sets.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from annotator.agreement.statements.assignment import assign
from annotator.agreement.statements.differences import Costs

_MOST_BY_SUBSETS = 12


def least_costs(costs: Sequence[Sequence[Costs]]) -> Costs:
    """The least total cost of matching every statement of the smaller set, for each pair of sets.

    `costs[i][j]` holds, for each pair of sets, the cost of matching the i-th statement of the
    smaller with the j-th of the larger. The type of the arrays must hold the totals.
    """
    if len(costs) > _MOST_BY_SUBSETS:
        return _one_by_one(costs)
    small, large = len(costs), len(costs[0])
    best = {0: np.zeros_like(costs[0][0])}
    for place in range(large):
        to_come = large - place - 1
        best = _with_one_more(best, [row[place] for row in costs], fewest=small - to_come)
    return best[2**small - 1]


def _with_one_more(best: dict[int, Costs], column: list[Costs], fewest: int) -> dict[int, Costs]:
    """The subsets matched after one more statement; fewer than `fewest` could not be completed."""
    found = {done: cost for done, cost in best.items() if done.bit_count() >= fewest}
    for done, so_far in best.items():
        if done.bit_count() + 1 < fewest:
            continue
        for place, cost in enumerate(column):
            if done >> place & 1:
                continue
            total, now = so_far + cost, done | 1 << place
            found[now] = np.minimum(found[now], total, out=total) if now in found else total
    return found


def _one_by_one(costs: Sequence[Sequence[Costs]]) -> Costs:
    table: Costs = np.array(costs)
    least = np.empty_like(costs[0][0])
    for pair in np.ndindex(least.shape):
        rows = table[(..., *pair)].tolist()
        least[pair] = sum(row[column] for row, column in zip(rows, assign(rows), strict=True))
    return least
