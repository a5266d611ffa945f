"""What each coefficient says of data by hand: worked examples, arguments, and undefined figures."""

from itertools import combinations
from typing import Any

import pytest

from annotator.agreement import (
    COEFFICIENTS,
    ReliabilityData,
    alpha_bipolar,
    alpha_by_category,
    alpha_circular,
    alpha_given,
    alpha_multivalued,
    alpha_passonneau_2004,
    brennan_prediger,
    by_category,
    cohen_kappa,
    cohen_kappa_linear,
    cohen_kappa_quadratic,
    conger_kappa,
    fleiss_kappa,
    gwet_ac1,
    gwet_ac2,
    holsti,
    kappa_max,
    krippendorff_alpha,
    light_kappa,
    lin_ccc,
    lotus,
    lotus_standardized,
    scott_pi,
    weighted_kappa,
)
from annotator.agreement.registry import meant_for
from tests.agreement.test_published import MISSING, NOMINAL, crossed

ON_TABLES = {name: e for name, e in COEFFICIENTS.items() if e.levels != ("sets",)}
CORRECTED = [name for name, entry in ON_TABLES.items() if entry.corrected]
EMPTY = frozenset[str]()


def compute(name: str, table: Any) -> Any:
    return COEFFICIENTS[name].compute(table, level="nominal")


def test_cohen_1960_second_example() -> None:
    table = crossed([[88, 14, 18], [10, 40, 10], [2, 6, 12]])
    assert kappa_max(table).value == pytest.approx(0.831, abs=5e-4)
    assert gwet_ac1(table).value == pytest.approx(0.5760, abs=5e-5)
    assert scott_pi(table).value == pytest.approx(0.487179, abs=1e-6)


def test_gwet_on_the_example_of_krippendorff_2011() -> None:
    assert gwet_ac1(MISSING).value == pytest.approx(0.77544, abs=5e-6)
    assert fleiss_kappa(MISSING).value == pytest.approx(0.76117, abs=5e-6)
    assert conger_kappa(MISSING).value == pytest.approx(0.762067, abs=1e-6)
    assert brennan_prediger(MISSING).value == pytest.approx(0.772727, abs=1e-6)
    assert gwet_ac2(MISSING).value == pytest.approx(0.914001, abs=1e-6)
    assert alpha_circular(MISSING).value == pytest.approx(0.789980, abs=1e-6)
    assert alpha_bipolar(MISSING).value == pytest.approx(0.834991, abs=1e-6)


def test_the_number_of_categories_is_that_of_the_codebook_and_is_named() -> None:
    table = [[1, 1, 2, 2], [1, 2, 2, 2]]  # three of four agree
    assert brennan_prediger(table).value == pytest.approx((0.75 - 1 / 2) / (1 - 1 / 2))
    assert brennan_prediger(table).note == "q = 2, the categories found"
    assert brennan_prediger(table, categories=4).value == pytest.approx((0.75 - 1 / 4) / (3 / 4))
    assert brennan_prediger(table, categories=4).note == "q = 4, the categories given"
    assert gwet_ac1(table, categories=4).value == pytest.approx(
        (0.75 - (1 - (3 / 8) ** 2 - (5 / 8) ** 2) / 3) / (1 - (1 - (3 / 8) ** 2 - (5 / 8) ** 2) / 3)
    )
    assert lotus(table).value == pytest.approx(0.875)
    assert lotus_standardized(table, categories=4).value == pytest.approx(0.625 / 0.75)
    for figure in (brennan_prediger, gwet_ac1, lotus_standardized):
        with pytest.raises(ValueError, match="2 categories were found, so there cannot be 1"):
            figure(table, categories=1)


def test_codes_that_nobody_used_keep_their_place() -> None:
    texts = [["low", "high", "low", "high"], ["low", "low", "mid", "high"]]
    order = ["low", "mid", "high", "top"]
    numbers = [[order.index(cell) for cell in row] for row in texts]
    assert cohen_kappa_linear(texts, order=order).value == pytest.approx(
        cohen_kappa_linear(numbers).value or 0
    )
    used, all_codes = gwet_ac2(texts, order=order[:3]), gwet_ac2(texts, order=order)
    assert (used.note, all_codes.note) == ("q = 3; quadratic weights", "q = 4; quadratic weights")
    assert used.value != all_codes.value


def test_numbers_lie_as_far_apart_as_they_say() -> None:
    one, other = [1, 2, 10, 10, 1], [1, 1, 10, 2, 1]
    ranks = [{1: 1, 2: 2, 10: 3}[value] for value in other]
    wide = cohen_kappa_quadratic([one, other]).value
    assert wide != cohen_kappa_quadratic([[1, 2, 3, 3, 1], ranks]).value


def test_weights_can_be_given() -> None:
    table, ones = [[1, 2, 3, 1], [1, 3, 3, 2]], [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    assert weighted_kappa(table, ones).value == pytest.approx(cohen_kappa(table).value)
    linear = weighted_kappa(table, lambda c, k: 1 - abs(c - k) / 2)
    assert linear.value == pytest.approx(cohen_kappa_linear(table).value)
    assert gwet_ac2(table, weights=ones).value == pytest.approx(gwet_ac1(table).value)
    same = weighted_kappa(table, lambda _c, _k: 1)
    assert (same.value, same.reason) == (
        None,
        "by these weights all values that occur are the same",
    )
    assert gwet_ac2(table, weights=[[1, 1, 1]] * 3).value is None


@pytest.mark.parametrize(
    ("weights", "message"),
    [
        ("cubic", "unknown weights"),
        ([[1, 0], [0, 1]], "3 by 3"),
        ([[1, 0, 0], [0.5, 1, 0], [0, 0, 1]], "both ways"),
        ([[1, 0, 0], [0, 0.5, 0], [0, 0, 1]], "between 0 and 1"),
        ([[1, 2, 0], [2, 1, 0], [0, 0, 1]], "between 0 and 1"),
        (lambda c, k: float("nan"), "finite"),
    ],
)
def test_weights_that_are_none(weights: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        gwet_ac2([[1, 2, 3], [1, 2, 2]], weights=weights)


def test_names_need_an_order() -> None:
    for figure in (cohen_kappa_linear, cohen_kappa_quadratic, gwet_ac2):
        with pytest.raises(ValueError, match="order"):
            figure([["a", "b"], ["a", "a"]])
    for name in ("lin_ccc", "icc_A_1", "alpha_circular", "alpha_bipolar"):
        with pytest.raises(ValueError, match="must be numbers"):
            compute(name, [["a", "b"], ["a", "a"]])


def test_december_is_next_to_january() -> None:
    months = [[1, 6, 12, 3], [12, 6, 1, 3]]
    assert (alpha_circular(months, period=12).value or 0) > 0.8
    assert alpha_circular(months, period=12).note == "period 12, as given"
    assert alpha_circular(months).note == "period 12, as found"
    assert (krippendorff_alpha(months, level="interval").value or 0) < 0.1
    once_round = alpha_circular([[0, 12], [0, 12]], period=12)
    assert once_round.value == pytest.approx(1) or once_round.value is None
    with pytest.raises(ValueError, match="positive"):
        alpha_circular(months, period=-1)


def test_the_ends_of_a_bipolar_scale() -> None:
    table = [[2, 3, 4, 2], [2, 4, 4, 3]]
    assert alpha_bipolar(table, ends=(1, 7)).note == "ends 1 and 7, as given"
    assert alpha_bipolar(table, ends=(1, 7)).value != alpha_bipolar(table).value
    with pytest.raises(ValueError, match="outside the ends"):
        alpha_bipolar(table, ends=(3, 7))


def test_a_distance_can_be_given() -> None:
    assert alpha_given(NOMINAL, lambda c, k: c != k).value == pytest.approx(
        krippendorff_alpha(NOMINAL, level="nominal").value
    )
    same = alpha_given([[1, 2], [1, 2]], [[0, 0], [0, 0]])
    assert (same.value, same.reason) == (
        None,
        "no variation: the distance of all values that occur is 0",
    )
    for strange in ([[0, -1], [-1, 0]], [[1, 1], [1, 0]]):
        with pytest.raises(ValueError, match="distances are not negative"):
            alpha_given([[1, 2], [1, 2]], strange)


def test_reliability_of_each_category() -> None:
    k1980 = [[1, 2, 3, 2, 1, 2], [1, 2, 3, 3, 1, 2], [None, 2, 3, 3, 2, 2]]
    found = alpha_by_category(k1980)
    for value in (1, 2, 3):
        binary = ReliabilityData.of(k1980).recoded(lambda met, value=value: met == value)
        assert found[value].value == pytest.approx(
            krippendorff_alpha(binary, level="nominal").value
        )
    assert found[1].note == "1 against all other values"
    once = alpha_by_category([["a", "a", "b", "c"], ["a", "b", "b", None]])["c"]
    assert once.reason == "the category was not used in units that two or more coders coded"
    assert list(by_category(fleiss_kappa, [["a", "b"], ["a", "a"]])) == ["a", "b"]


def test_light_of_units_without_a_gap_or_pair_by_pair() -> None:
    table = [[1, 2, 1, 2, None], [1, 2, 2, 2, 1], [1, 2, 2, 1, 2]]
    complete = [row[:4] for row in table]
    mean = sum(cohen_kappa(pair).value or 0 for pair in combinations(complete, 2)) / 3
    assert light_kappa(table).value == pytest.approx(mean)
    assert light_kappa(table).note == "4 units without a gap"
    pairs = sum(cohen_kappa(pair).value or 0 for pair in combinations(table, 2)) / 3
    assert light_kappa(table, pairwise=True).value == pytest.approx(pairs)
    chain = [[1, 2, None, None], [1, 2, 1, 2], [None, None, 1, 2]]
    assert light_kappa(chain).reason == "no unit was coded by every coder"
    assert light_kappa(chain, pairwise=True).note == "1 of 3 pairs of coders share no unit"
    assert holsti(chain).note == "1 of 3 pairs of coders share no unit"
    constant = light_kappa([[1, 1], [1, 1], [1, 2]])
    assert constant.reason.startswith("kappa of coders 1 and 2 is undefined: no variation")


def test_lins_concordance_falls_with_a_shift() -> None:
    assert lin_ccc([[1, 2, 3], [2, 3, 4]]).value == pytest.approx(2 * (2 / 3) / (4 / 3 + 1))
    assert lin_ccc([[1, 1, 1], [2, 2, 2]]).value == 0


def multivalued_by_definition(table: Any) -> float:
    """Krippendorff and Craggs (2016), set by set over all sets that could be drawn."""
    units = [[cell for cell in unit if cell is not None] for unit in zip(*table, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    given = [cell for unit in units for cell in unit]
    codes = sorted({code for cell in given for code in cell})
    used = {code: sum(code in cell for cell in given) for code in codes}

    def distance(a: frozenset[str], b: frozenset[str]) -> float:
        return 1 - 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0

    def weight(a: frozenset[str], b: frozenset[str]) -> float:
        product = 1.0
        for code in a | b:
            product *= used[code] * (used[code] - 1) if code in a & b else used[code]
        return product

    def expected(one: int, other: int) -> float:
        pairs = [
            (frozenset(a), frozenset(b))
            for a in combinations(codes, one)
            for b in combinations(codes, other)
        ]
        total = sum(weight(a, b) for a, b in pairs)
        return sum(weight(a, b) * distance(a, b) for a, b in pairs) / total if total else 0.0

    observed = sum(
        2 * distance(a, b) / (len(unit) - 1) for unit in units for a, b in combinations(unit, 2)
    )
    chance = sum(expected(len(a), len(b)) for a in given for b in given) / len(given) ** 2
    return 1 - observed / len(given) / chance


def test_krippendorff_and_craggs_2016() -> None:
    """Table 3 of the paper; the package mvalpha gives .2865907."""
    table = [
        [frozenset("bd"), frozenset("abd"), EMPTY, frozenset("a")],
        [frozenset("d"), frozenset("b"), frozenset("a"), None],
        [None, frozenset("bd"), frozenset("a"), None],
    ]
    assert alpha_multivalued(table).value == pytest.approx(0.2865907, abs=1e-7)
    assert multivalued_by_definition(table) == pytest.approx(0.2865907, abs=1e-7)


def test_passonneau_2004_holds_an_empty_set_nested() -> None:
    us = frozenset(["us"])
    assert alpha_passonneau_2004([[EMPTY, us], [us, us]]).value == pytest.approx(0, abs=1e-12)
    assert alpha_passonneau_2004([[EMPTY, us], [EMPTY, us]]).value == 1


@pytest.mark.parametrize("name", ON_TABLES)
@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ([], "there are no values"),
        ([[1, 2, 3]], "there is only one coder"),
        ([[1, None], [None, 2]], "no unit was coded by two or more coders"),
    ],
)
def test_nothing_to_compare(name: str, table: Any, reason: str) -> None:
    found = compute(name, table)
    assert (found.value, found.reason) == (None, reason)


@pytest.mark.parametrize("name", CORRECTED)
@pytest.mark.parametrize("table", [[[1, 1, 1], [1, 1, 1]], [[1, 1, 1, 7], [1, 1, 1, None]]])
def test_no_variation(name: str, table: Any) -> None:
    found = compute(name, table)
    assert (found.value, found.reason) == (None, "no variation: all 6 pairable values are 1")


def test_no_variation_among_sets() -> None:
    for name, entry in COEFFICIENTS.items():
        if entry.levels == ("sets",):
            assert compute(name, [[EMPTY, EMPTY], [EMPTY, EMPTY]]).value is None


def test_constant_data_have_a_share_of_agreement_all_the_same() -> None:
    table = [[1, 1, 1], [1, 1, 1]]
    shares = [name for name, entry in ON_TABLES.items() if not entry.corrected]
    assert [compute(name, table).value for name in shares] == [1] * len(shares)


@pytest.mark.parametrize("name", [n for n, e in ON_TABLES.items() if e.two_coders_only])
def test_for_two_coders_only(name: str) -> None:
    found = compute(name, [[1, 2], [1, 2], [1, 1]])
    assert found.value is None
    assert found.reason.endswith("is for two coders; here are 3")
    assert not COEFFICIENTS[name].is_meant_for("nominal", 3)


def test_the_list_names_what_it_computes() -> None:
    for name, entry in COEFFICIENTS.items():
        table = [[frozenset("a")], [EMPTY]] if entry.levels == ("sets",) else [[1, 2], [1, 1]]
        found = compute(name, table)
        circle = name in ("alpha_circular", "alpha_bipolar")
        assert found.name == ("krippendorff_alpha" if circle else name)
        assert entry.label
        assert entry.source
        assert entry.definition.endswith(".")
        assert entry.levels


def test_what_is_offered_for_which_data() -> None:
    nominal = [entry.name for entry in meant_for("nominal", 3)]
    assert nominal[:1] == ["percent_agreement"]
    assert "krippendorff_alpha" in nominal
    assert not {"cohen_kappa", "lin_ccc", "alpha_masi"} & set(nominal)
    assert {"lin_ccc", "icc_C_k"} <= {entry.name for entry in meant_for("interval", 2)}
    assert {"alpha_masi", "alpha_multivalued"} <= {entry.name for entry in meant_for("sets", 2)}
