"""Random sets of statements for Hypothesis, and distances by trying every matching."""

from collections.abc import Callable, Sequence
from itertools import combinations, permutations
from typing import Any

from hypothesis import strategies as st

from annotator.agreement.statements import Statement
from tests.agreement.tables import tables

VARIABLES = ("actor", "lever", "stance")
spans = st.tuples(st.integers(0, 9), st.integers(1, 5)).map(lambda s: (s[0], s[0] + s[1]))
codes = st.tuples(
    st.sampled_from(["us", "dprk"]), st.sampled_from([1, 2, 3]), st.sampled_from([None, "for"])
)
with_spans = st.builds(Statement, codes, st.lists(spans, max_size=2).map(tuple))
few = st.lists(codes, max_size=4).map(tuple)


def statement_tables(cell: Any = few, **kind: Any) -> Any:
    return tables(cell, **kind)


def matchings(one: Sequence[Any], other: Sequence[Any]) -> list[list[tuple[Any, Any]]]:
    """Every way to pair some statements of the one with some of the other."""
    return [
        list(zip(chosen, partners, strict=True))
        for size in range(min(len(one), len(other)) + 1)
        for chosen in combinations(one, size)
        for partners in permutations(other, size)
    ]


def difference(one: Sequence[Any], other: Sequence[Any], weights: Sequence[float]) -> float:
    unlike = (w for w, a, b in zip(weights, one, other, strict=True) if a != b)
    return sum(unlike) / sum(weights)


def distance_with(weights: Sequence[float]) -> Callable[[Any, Any], float]:
    """Unmatched statements cost 1 each, but two of them, one of each coder, only 1 together."""

    def distance(one: Sequence[Any], other: Sequence[Any]) -> float:
        larger = max(len(one), len(other))
        costs = (
            sum(difference(a, b, weights) for a, b in pairs) + larger - len(pairs)
            for pairs in matchings(one, other)
        )
        return min(costs) / larger if larger else 0.0

    return distance
