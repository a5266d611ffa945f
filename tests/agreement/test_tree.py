"""Alpha along a tree of codes: by hand, by its definition, and by laws that must hold."""

import random
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.agreement import (
    alpha_dice,
    alpha_given,
    alpha_tree,
    disagreement,
    krippendorff_alpha,
    unit_bootstrap,
)
from annotator.agreement.data import ReliabilityData
from annotator.agreement.intervals import alpha_form_with
from annotator.agreement.intervals.forms import estimate
from annotator.agreement.tree import tree_metric
from tests.agreement.tables import tables

# Three levels, with leaves at the second and at the third.
PATHS: dict[Any, tuple[str, ...]] = {
    "us": ("us",),
    "congress": ("us", "congress"),
    "house": ("us", "congress", "house"),
    "senate": ("us", "congress", "senate"),
    "president": ("us", "president"),
    "dprk": ("dprk",),
    "kim": ("dprk", "kim"),
}
codes = st.sampled_from([*PATHS, "not_applicable"])
deep = st.sampled_from([f"{a}{b}{c}" for a in "xyz" for b in "pq" for c in "mn"])


def steps(one: str, other: str) -> float:
    """The definition, word by word: steps up to the nearest common ancestor, and to the root."""
    left, right = (("root", *PATHS.get(code, (code,))) for code in (one, other))
    common = max(n for n in range(1, 5) if left[:n] == right[:n] and len(left[:n]) == n)
    return (len(left) + len(right) - 2 * common) / (len(left) + len(right) - 2)


def same(one: float | None, other: float | None) -> bool:
    return one is other is None or one == pytest.approx(other, abs=1e-9)


def test_distances_by_hand() -> None:
    data = ReliabilityData.of([["house", "house", "house", "us"], ["senate", "us", "kim", "dprk"]])
    found = tree_metric(PATHS, data).between(data.codes[0], data.codes[1])
    # two of six steps apart; two of four; all five; both of two
    assert found.tolist() == pytest.approx([2 / 6, 2 / 4, 1, 1])


def test_alpha_by_hand() -> None:
    # One near miss in two units: D_o = (1/3) / 2; of the 4 values drawn in pairs, two of the six
    # pairs are 1/3 apart ... each pair of house, senate, kim, kim: 1/3, 1, 1, 1, 1, 0.
    found = alpha_tree([["house", "kim"], ["senate", "kim"]], paths=PATHS)
    assert found.value == pytest.approx(1 - (1 / 6) / ((1 / 3 + 4) / 6))
    assert (found.name, found.level, found.n_units) == ("alpha_tree", "tree", 2)


@given(tables(codes))
def test_it_is_what_its_definition_says(table: Any) -> None:
    assert same(alpha_tree(table, paths=PATHS).value, alpha_given(table, steps).value)


@given(tables(codes))
def test_without_a_tree_it_is_nominal_alpha(table: Any) -> None:
    expected = krippendorff_alpha(table, level="nominal").value
    assert same(alpha_tree(table).value, expected)
    assert same(alpha_tree(table, paths={code: (code,) for code in PATHS}).value, expected)


@given(tables(deep))
def test_with_leaves_of_one_depth_it_pools_the_levels(table: Any) -> None:
    paths = {code: (code[:1], code[:2], code) for row in table for code in row if code}
    found = alpha_tree(table, paths=paths)
    levels = [
        disagreement([[cell and cell[:depth] for cell in row] for row in table])
        for depth in (1, 2, 3)
    ]
    assume(found.value is not None)
    observed = sum(level.observed or 0 for level in levels)
    expected = sum(level.expected or 0 for level in levels)
    assert found.value == pytest.approx(1 - observed / expected, abs=1e-9)


@given(tables(codes), st.randoms(use_true_random=False))
def test_neither_order_nor_names_matter(table: Any, order: random.Random) -> None:
    value = alpha_tree(table, paths=PATHS).value
    turned = order.sample(table, len(table))
    units = order.sample(range(len(table[0])), len(table[0]))
    assert same(alpha_tree([[row[u] for u in units] for row in turned], paths=PATHS).value, value)
    renamed = {f"{code}!": tuple(f"{step}!" for step in path) for code, path in PATHS.items()}
    named = [[cell and f"{cell}!" for cell in row] for row in table]
    assert same(alpha_tree(named, paths=renamed).value, value)


@given(tables(codes))
def test_a_set_of_one_code_is_the_code(table: Any) -> None:
    sets = [[cell and frozenset([cell]) for cell in row] for row in table]
    assert same(alpha_tree(sets, paths=PATHS).value, alpha_tree(table, paths=PATHS).value)


@given(tables(st.frozensets(codes, max_size=3)))
def test_sets_count_with_all_ancestors(table: Any) -> None:
    def grown(cell: Any) -> Any:
        known = cell is not None
        return frozenset(s for c in cell for s in PATHS.get(c, (c,))) if known else None

    found = alpha_tree(table, paths=PATHS)
    expected = alpha_dice([[grown(cell) for cell in row] for row in table])
    assert same(found.value, expected.value)


def test_a_near_miss_costs_less_than_a_far_one() -> None:
    rest = ["us", "dprk", "kim", "president", "house"]
    near, far = (
        alpha_tree([[*rest, "house"], [*rest, miss]], paths=PATHS).value or 0
        for miss in ("senate", "kim")
    )
    assert near > far


def test_undefined() -> None:
    assert "no variation" in alpha_tree([["us"], ["us"]], paths=PATHS).reason
    assert alpha_tree([["us"], [None]], paths=PATHS).reason == "there is only one coder"
    both, one = frozenset({"us", "congress"}), frozenset({"congress"})
    found = alpha_tree([[both], [one]], paths=PATHS)
    assert found.value is None
    assert found.reason.startswith("no variation: all sets that occur are the same")


def test_it_can_be_resampled() -> None:
    rows = [["house", "kim", "us", "president"] * 10, ["senate", "kim", "dprk", "us"] * 10]
    data = ReliabilityData.of(rows)
    form = alpha_form_with(tree_metric(PATHS, data), data)
    assert estimate(form) == pytest.approx(alpha_tree(rows, paths=PATHS).value)
    interval = unit_bootstrap(form, seed=1, replicates=500).interval()
    assert interval.low is not None
    assert interval.high is not None
    assert interval.low < estimate(form) < interval.high
