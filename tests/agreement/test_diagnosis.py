"""What stands beside a coefficient: against the definitions, added up cell by cell."""

from collections import Counter
from itertools import combinations, permutations
from typing import Any

import numpy as np
import pytest

from annotator.agreement import (
    DISTANCES,
    ReliabilityData,
    against_gold,
    alpha_jaccard,
    between_coders,
    bias_index,
    cohen_kappa,
    coincidence_matrix,
    confusions,
    disagreement,
    krippendorff_alpha,
    prevalence_index,
    skew,
    unit_shares,
    without_each_coder,
)
from annotator.agreement.coincidence import differing_pairs
from annotator.agreement.disagreement import metric_of

# Krippendorff (2011), example C: 4 coders, 12 units, missing values
EXAMPLE = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
A, B, AB, NONE = frozenset("a"), frozenset("b"), frozenset("ab"), frozenset[str]()
SETS = [[A, AB, NONE, B], [A, A, NONE, A], [AB, A, B, None]]


def random_table(seed: int, n_values: int = 4) -> list[list[Any]]:
    random = np.random.default_rng(seed)
    table = random.integers(1, n_values + 1, (3, 40)).astype(object)
    table[random.random(table.shape) < 0.2] = None
    return table.tolist()


def coincidences_one_by_one(table: list[list[Any]]) -> Counter[tuple[Any, Any]]:
    found: Counter[tuple[Any, Any]] = Counter()
    for unit in zip(*table, strict=True):
        given = [value for value in unit if value is not None]
        for pair in permutations(given, 2):
            found[pair] += 1 / (len(given) - 1)  # type: ignore[assignment]
    return found


def test_the_coincidence_matrix_that_krippendorff_prints() -> None:
    found = coincidence_matrix(EXAMPLE)
    assert found.values == (1, 2, 3, 4, 5)
    expected = [
        [7, 4 / 3, 1 / 3, 1 / 3, 0],
        [4 / 3, 10, 4 / 3, 1 / 3, 0],
        [1 / 3, 4 / 3, 8, 1 / 3, 0],
        [1 / 3, 1 / 3, 1 / 3, 4, 0],
        [0, 0, 0, 0, 3],
    ]
    assert np.allclose(found.matrix, expected)
    assert found.totals.tolist() == [9, 13, 10, 5, 3]


@pytest.mark.parametrize("n_values", [2, 5, 90])
def test_the_coincidence_matrix_is_the_sum_of_pairs(n_values: int) -> None:
    table = random_table(n_values, n_values)
    found = coincidence_matrix(table)
    one_by_one = coincidences_one_by_one(table)
    for row, c in enumerate(found.values):
        for column, k in enumerate(found.values):
            assert found.matrix[row, column] == pytest.approx(one_by_one[c, k])
    assert np.allclose(found.matrix.sum(axis=1), found.totals)


@pytest.mark.parametrize("distance", DISTANCES)
def test_parts_of_the_disagreement_add_up_to_alpha(distance: str) -> None:
    of_sets = distance not in ("nominal", "ordinal", "interval", "ratio")
    table: list[list[Any]] = SETS if of_sets else random_table(5)
    data = ReliabilityData.of(table)
    found = disagreement(data, distance=distance)
    assert found.observed is not None
    assert found.expected is not None
    pairs, metric = differing_pairs(data), metric_of(distance, data)
    observed = float(pairs.weight @ metric.between(pairs.left, pairs.right)) / data.n_pairable
    assert found.observed == pytest.approx(observed)
    assert sum(c.share for c in confusions(data, distance=distance)) == pytest.approx(1)
    assert unit_shares(data, distance=distance).sum() == pytest.approx(1)
    if not of_sets:
        alpha = krippendorff_alpha(data, level=distance).value
        assert alpha == pytest.approx(1 - found.observed / found.expected)
    if distance == "jaccard":
        assert alpha_jaccard(data).value == pytest.approx(1 - found.observed / found.expected)


def test_the_share_of_a_unit_is_what_alpha_gains_without_its_pairs() -> None:
    shares = unit_shares(EXAMPLE)
    assert shares.nonzero()[0].tolist() == [1, 5, 7]
    # unit 6 has four different values, 12 ordered pairs times 1/3; units 2 and 8 six times 1/3
    assert shares[[1, 5, 7]].tolist() == pytest.approx([0.25, 0.5, 0.25])


def test_confusions_are_ranked_by_what_they_cost_at_that_level() -> None:
    nominal = confusions(EXAMPLE)
    assert [(c.one, c.other, c.n_pairs) for c in nominal[:2]] == [(1, 2, 4), (2, 3, 4)]
    assert nominal[0].share == pytest.approx(1 / 3)
    interval = confusions(EXAMPLE, distance="interval")
    assert (interval[0].one, interval[0].other, interval[0].n_pairs) == (1, 4, 1)
    assert interval[0].distance == pytest.approx((3 / 4) ** 2)


def test_the_order_of_ordinal_texts_is_the_given_one() -> None:
    table = [["low", "mid", "high", "low"], ["high", "mid", "mid", "low"]]
    order = ["low", "mid", "high"]
    first = confusions(table, distance="ordinal", order=order)[0]
    assert (first.one, first.other) == ("low", "high")
    assert unit_shares(table, distance="ordinal", order=order)[0] > 0.5
    assert coincidence_matrix(table, order=order).values == ("low", "mid", "high")


def test_without_each_coder_and_between_each_two() -> None:
    data = ReliabilityData.of(EXAMPLE)

    def alpha(part: ReliabilityData) -> Any:
        return krippendorff_alpha(part, level="nominal")

    for left_out, found in enumerate(without_each_coder(alpha, data)):
        others = [row for coder, row in enumerate(EXAMPLE) if coder != left_out]
        assert found.value == pytest.approx(krippendorff_alpha(others, level="nominal").value)
    matrix = between_coders(cohen_kappa, EXAMPLE)
    assert list(matrix) == list(combinations(range(4), 2))
    for (one, other), kappa in matrix.items():
        assert kappa.value == pytest.approx(cohen_kappa([EXAMPLE[one], EXAMPLE[other]]).value)
    only = without_each_coder(alpha, EXAMPLE[:2])
    assert [(c.value, c.reason) for c in only] == [(None, "there is only one coder")] * 2


def test_skew_names_values_used_once() -> None:
    found = skew([["a", "a", "a", "b"], ["a", "a", "a", "a"]])
    assert found.shares == (("a", 7 / 8), ("b", 1 / 8))
    assert found.once == ("b",)
    assert skew([["a", None], [None, "b"]]).shares == ()


def test_prevalence_and_bias_of_a_fourfold_table() -> None:
    # a = 4, b = 1, c = 3, d = 2 of 10 units
    one = ["y"] * 5 + ["n"] * 5
    other = ["y"] * 4 + ["n"] + ["y"] * 3 + ["n"] * 2
    assert prevalence_index([one, other]).value == pytest.approx(0.2)
    assert bias_index([one, other]).value == pytest.approx(0.2)
    three = prevalence_index([["a", "b", "c"], ["a", "b", "c"]])
    assert three.reason == "the prevalence index is for two values; here are 3"
    assert "for two coders" in bias_index(EXAMPLE).reason


@pytest.mark.parametrize("distance", ["nominal", "ordinal", "interval", "ratio"])
@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_coders_and_units_changes_nothing(distance: str, seed: int) -> None:
    table = np.array(random_table(seed), dtype=object)
    random = np.random.default_rng(seed)
    units = random.permutation(table.shape[1])
    shuffled = table[random.permutation(3)][:, units]
    costs = {(c.one, c.other): c.share for c in confusions(table, distance=distance)}
    again = {(c.one, c.other): c.share for c in confusions(shuffled, distance=distance)}
    assert again == pytest.approx(costs)
    shares = unit_shares(table, distance=distance)
    assert unit_shares(shuffled, distance=distance) == pytest.approx(shares[units])
    assert skew(shuffled).once == skew(table).once


@pytest.mark.parametrize("seed", range(5))
def test_the_indices_of_two_coders_do_not_hang_on_order_or_names(seed: int) -> None:
    table = np.random.default_rng(seed).integers(0, 2, (2, 30))
    for index in (prevalence_index, bias_index):
        value = index(table).value
        assert value is not None
        assert 0 <= value <= 1
        for changed in (table[::-1], table[:, ::-1], 1 - table, np.tile(table, 2)):
            assert index(changed).value == pytest.approx(value)


@pytest.mark.parametrize(
    "table", [[], [[1, 2]], [[1, None], [None, 1]], [[1, 1], [1, 1]], [[None], [None]]]
)
def test_where_nothing_differs_nothing_is_made_up(table: list[list[Any]]) -> None:
    assert confusions(table) == ()
    assert not unit_shares(table).any()
    found = disagreement(table)
    assert (found.observed is None) == bool(found.reason)
    assert coincidence_matrix(table).matrix.sum() == ReliabilityData.of(table).n_pairable


def test_a_coder_against_gold() -> None:
    table = [["a", "a", "b", "b", None], ["a", "b", "b", "c", "c"]]
    found = against_gold(table, gold=0, coder=1)
    assert (found.n_units, found.n_same) == (4, 2)
    figures = {c.code: (c.n_gold, c.n_coder, c.n_both, c.recall, c.precision) for c in found.codes}
    assert figures == {
        "a": (2, 1, 1, 0.5, 1.0),
        "b": (2, 2, 1, 0.5, 0.5),
        "c": (0, 1, 0, None, 0.0),
    }
    assert found.mistaken == (("a", "b", 1), ("b", "c", 1))


def test_sets_against_gold_count_by_their_members() -> None:
    found = against_gold(SETS, gold=0, coder=1)
    assert (found.n_units, found.n_same) == (4, 2)
    figures = {c.code: (c.n_gold, c.n_coder, c.n_both) for c in found.codes}
    assert figures == {"a": (2, 3, 2), "b": (2, 0, 0)}
    assert found.mistaken == ((AB, A, 1), (B, A, 1))
