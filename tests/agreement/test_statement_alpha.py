"""Statement alpha: by its definition, the laws of its distance, and what it turns into."""

import random
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from annotator.agreement import ReliabilityData, krippendorff_alpha
from annotator.agreement.alpha import alpha_with
from annotator.agreement.statements import (
    Statement,
    StatementData,
    any_statement,
    least_cost,
    metric,
    statement_alpha,
    statement_counts,
    statement_distance,
)
from annotator.agreement.statements.statement_alpha import statement_reliability
from tests.agreement import oracle
from tests.agreement.statement_sets import VARIABLES, codes, distance_with, few, statement_tables
from tests.agreement.tables import tables, texts
from tests.agreement.test_properties import same, shuffled_units

orders = st.randoms(use_true_random=False)
some_weights = st.sampled_from(
    [(1, 1, 1), (2, 1, 1), (0.3, 0.3, 0.15), (100_000, 1, 1), (1e-9, 3**0.5, 7)]
)


def alpha(table: Any, **options: Any) -> Any:
    return statement_alpha(table, VARIABLES, **options)


@given(few, few, some_weights)
def test_the_distance_is_that_of_the_best_of_all_matchings(
    one: Any, other: Any, weights: Any
) -> None:
    wanted = distance_with(weights)(one, other)
    assert statement_distance(one, other, weights=weights) == pytest.approx(wanted, abs=1e-9)


@settings(max_examples=50)
@given(statement_tables(), some_weights)
def test_alpha_by_its_definition(table: Any, weights: Any) -> None:
    table = [[cell if cell is None else tuple(sorted(cell, key=repr)) for cell in r] for r in table]
    found = alpha(table, weights=weights).value
    wanted = oracle.alpha(table, distance_with(weights))
    assert found is wanted if wanted is None else found == pytest.approx(wanted, abs=1e-9)


@given(few, few, few, some_weights)
def test_the_distance_is_a_metric(one: Any, two: Any, three: Any, weights: Any) -> None:
    def distance(left: Any, right: Any) -> float:
        return statement_distance(left, right, weights=weights)

    assert 0 <= distance(one, two) <= 1
    assert distance(one, two) == distance(two, one)
    assert distance(one, one[::-1]) == 0
    if sorted(map(repr, one)) != sorted(map(repr, two)):
        assert distance(one, two) > 0
    assert distance(one, three) <= distance(one, two) + distance(two, three) + 1e-12


def test_distances_by_hand() -> None:
    us, china = ("us", "relief", "for"), ("china", "relief", "against")
    assert statement_distance([], []) == 0
    assert statement_distance([], [us]) == 1
    assert statement_distance([us], [("rok", "aid", None)]) == 1
    assert statement_distance([us], [us, china]) == 1 / 2
    assert statement_distance([us], [china]) == pytest.approx(2 / 3)
    assert statement_distance([us], [china], weights=(2, 1, 1)) == 3 / 4
    assert statement_distance([us, us], [us]) == 1 / 2
    assert statement_distance([("us", None)], [("us", "aid")]) == 1 / 2


@pytest.mark.parametrize("sizes", [(13, 14), (13, 13), (14, 2)])
def test_large_sets_are_matched_exactly_too(sizes: tuple[int, int]) -> None:
    chance = np.random.default_rng(sizes)
    table = [
        [[tuple(c) for c in chance.integers(0, 5, (n, 3)).tolist()] for n in (size, size)]
        for size in sizes
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(least_cost, "_MOST_BY_SUBSETS", 20)
        by_subsets = alpha(table)
        patch.setattr(least_cost, "_MOST_BY_SUBSETS", 0)
        assert same(by_subsets, alpha(table))


@given(statement_tables(), st.integers(1, 3))
def test_blocks_of_any_size_give_the_same(table: Any, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        whole = alpha(table)
        patch.setattr(metric, "_CELLS", size)
        patch.setattr(metric, "_COLUMNS", size)
        assert same(whole, alpha(table))


@given(statement_tables(), orders)
def test_order_means_nothing(table: Any, order: random.Random) -> None:
    turned = shuffled_units(order.sample(table, len(table)), order)
    turned = [[c and order.sample(c, len(c)) for c in row] for row in turned]
    assert same(alpha(table), alpha(turned))


@given(statement_tables(), st.permutations([0, 1, 2]), some_weights)
def test_the_order_of_variables_means_nothing(table: Any, new: Any, weights: Any) -> None:
    turned = [[c and [tuple(s[n] for n in new) for s in c] for c in row] for row in table]
    ours = alpha(table, weights=weights)
    assert same(ours, alpha(turned, weights=[weights[n] for n in new]))


@given(statement_tables())
def test_names_of_codes_and_spans_mean_nothing(table: Any) -> None:
    def renamed(cell: Any) -> Any:
        return cell and [
            Statement((f"{a}!", -b, 0 if c is None else 1), ((3, b),)) for a, b, c in cell
        ]

    assert same(alpha(table), alpha([[renamed(cell) for cell in row] for row in table]))


@given(st.lists(few, min_size=2, max_size=6), st.integers(2, 4))
def test_perfect_agreement_with_variation_is_one(units: Any, coders: int) -> None:
    assume(len({tuple(sorted(unit, key=repr)) for unit in units}) > 1)
    assert alpha([units] * coders).value == 1


@given(statement_tables())
def test_doubling_the_units_changes_it_through_n_minus_one_only(table: Any) -> None:
    once, twice = alpha(table), alpha([row + row for row in table])
    if once.value is not None:
        n = once.n_pairable
        wanted = 1 - (1 - once.value) * (2 * n - 1) / (2 * (n - 1))
        assert twice.value == pytest.approx(wanted, abs=1e-9)


@given(statement_tables())
def test_a_coder_without_values_and_a_unit_coded_once_add_nothing(table: Any) -> None:
    assume(any(cell is not None for cell in table[0]))
    alone = [[*row, None] for row in table]
    alone[0][-1] = [("rok", 9, None)]
    assert same(alpha(table), alpha([*table, [None] * len(table[0])]))
    assert same(alpha(table), alpha(alone))


@given(tables(texts))
def test_with_one_statement_of_one_variable_it_is_nominal_alpha(table: Any) -> None:
    wrapped = [[cell and [(cell,)] for cell in row] for row in table]
    assert same(krippendorff_alpha(table, level="nominal"), statement_alpha(wrapped, ["actor"]))


@given(tables(st.integers(0, 1)))
def test_with_one_possible_statement_it_is_alpha_of_any_statement(table: Any) -> None:
    wrapped = [[None if c is None else [("us", 1, "for")] * c for c in row] for row in table]
    data = StatementData.of(wrapped, VARIABLES)
    assert same(krippendorff_alpha(any_statement(data), level="nominal"), alpha(data))


@given(tables(st.frozensets(st.sampled_from("abcd"))))
def test_of_one_variable_it_is_alpha_over_sets_with_the_larger_as_measure(table: Any) -> None:
    def braun_blanquet(one: Any, other: Any) -> float:
        larger = max(len(one), len(other))
        return 1 - len(one & other) / larger if larger else 0.0

    wrapped = [[None if c is None else [(code,) for code in c] for c in row] for row in table]
    found, wanted = statement_alpha(wrapped, ["a"]).value, oracle.alpha(table, braun_blanquet)
    assert found is wanted if wanted is None else found == pytest.approx(wanted)


@given(tables(st.integers(0, 4)))
def test_of_indistinguishable_statements_it_compares_numbers(table: Any) -> None:
    def relative(one: int, other: int) -> float:
        return abs(one - other) / max(one, other, 1)

    wrapped = [[None if c is None else [("x", 1, "for")] * c for c in row] for row in table]
    found, wanted = alpha(wrapped).value, oracle.alpha(table, relative)
    assert found is wanted if wanted is None else found == pytest.approx(wanted)


@given(tables(codes), some_weights)
def test_with_one_statement_a_unit_its_disagreements_are_means_over_variables(
    table: Any, weights: Any
) -> None:
    found = alpha([[cell and [cell] for cell in row] for row in table], weights=weights).value
    assume(found is not None)
    observed = expected = 0.0
    for place, weight in enumerate(weights):
        data = ReliabilityData.of([[c and str(c[place]) for c in row] for row in table])
        observed += weight * data.paired.observed(lambda a, b: np.asarray(a != b, float))
        n = data.totals.astype(float)
        expected += weight * (n.sum() ** 2 - n @ n) / (n.sum() - 1)
    assert found == pytest.approx(1 - observed / expected, abs=1e-9)


UNDEFINED = {
    "empty": ([], "there are no values"),
    "not finished": ([[None], [None]], "there are no values"),
    "one coder": ([[[("us", 1, 2)], []]], "there is only one coder"),
    "no overlap": ([[[], None], [None, []]], "no unit was coded by two or more coders"),
    "nothing found": ([[[], []]] * 2, "no variation: all 4 pairable values are “no statement”"),
    "one set": (
        [[[("us", 1, None)]] * 2] * 2,
        "no variation: all 4 pairable values are “us, 1, -”",
    ),
}


@pytest.mark.parametrize("case", UNDEFINED)
def test_undefined_with_a_reason(case: str) -> None:
    table, reason = UNDEFINED[case]
    assert (alpha(table).value, alpha(table).reason) == (None, reason)


def test_a_single_unit_and_two_units_swapped() -> None:
    us, china = [("us", 1, 2)], [("china", 3, 4)]
    assert alpha([[us], [china]]).value == pytest.approx(0)
    assert alpha([[us, china], [china, us]]).value == pytest.approx(-0.5)
    assert alpha([[us, []], [us, []]]).value == 1


@pytest.mark.parametrize(
    ("table", "variables", "weights", "message"),
    [
        ([[[("us",)]], [[]]], VARIABLES, None, "coder 1, unit 1: a statement has not one code"),
        ([[[]], [[], []]], VARIABLES, None, "a cell for every unit"),
        ([[[]], [[]]], [], None, "at least one variable"),
        ([[[]], [[]]], ["a", "a"], None, "named twice"),
        ([[[]], [[]]], VARIABLES, (1, 2), "one for each variable"),
        ([[[]], [[]]], VARIABLES, (1, 0, 2), "positive"),
        ([[[]], [[]]], VARIABLES, (1, float("inf"), 2), "positive"),
    ],
)
def test_what_does_not_fit_is_refused(
    table: Any, variables: Any, weights: Any, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        statement_alpha(table, variables, weights=weights)


def test_a_unit_that_was_not_finished_has_no_distance() -> None:
    with pytest.raises(ValueError, match="not finished"):
        statement_distance(None, [])


def test_counts() -> None:
    us = ("us", 1, 2)
    data = StatementData.of([[[us, us], [], None], [[us], [], [us]]], VARIABLES)
    assert krippendorff_alpha(statement_counts(data), level="ratio") == krippendorff_alpha(
        [[2, 0, None], [1, 0, 1]], level="ratio"
    )
    assert any_statement(data).codes.tolist() == [[1, 0, -1], [1, 0, 1]]
    nobody = StatementData.of([[None], [None]], VARIABLES)
    assert krippendorff_alpha(statement_counts(nobody), level="ratio").value is None


def test_reliability_data_and_metric_can_be_had() -> None:
    table = [[[("us", 1, 2)], []], [[("us", 1, 3)], []]]
    data, distance = statement_reliability(table, VARIABLES)
    found = alpha_with(distance, data, name="statement_alpha", level="nominal")
    assert found == alpha(table)
