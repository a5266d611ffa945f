"""Laws that hold for agreement coefficients whatever the data."""

import random
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotator.agreement import (
    COEFFICIENTS,
    Coefficient,
    alpha_dice,
    alpha_jaccard,
    alpha_masi,
    alpha_multivalued,
    alpha_passonneau_2004,
    cohen_kappa,
    krippendorff_alpha,
    percent_agreement,
    percent_agreement_pooled,
    percent_all_agree,
)
from tests.agreement.tables import LEVELS, sets, tables, texts

Figure = Callable[[Any], Coefficient]


def alpha_at(level: str) -> Figure:
    return lambda table: krippendorff_alpha(table, level=level)


SHARES: dict[str, Figure] = {
    "percent_agreement": percent_agreement,
    "percent_agreement_pooled": percent_agreement_pooled,
    "percent_all_agree": percent_all_agree,
}
OF_NUMBERS: dict[str, Figure] = {f"alpha {level}": alpha_at(level) for level in LEVELS} | SHARES
OF_SETS: dict[str, Figure] = {
    "jaccard": alpha_jaccard,
    "masi": alpha_masi,
    "dice": alpha_dice,
    "passonneau 2004": alpha_passonneau_2004,
    "multivalued": alpha_multivalued,
    **SHARES,
}
# Every other coefficient of the list; with more coders than it is for it must be undefined.
OTHERS: dict[str, Figure] = {
    name: entry.compute
    for name, entry in COEFFICIENTS.items()
    if entry.levels != ("sets",) and name not in SHARES and name != "krippendorff_alpha"
} | {
    f"AC2 {weights}": partial(COEFFICIENTS["gwet_ac2"].compute, weights=weights)
    for weights in ("linear", "ordinal")
}
CORRECTED = {name: figure for name, figure in OF_NUMBERS.items() if name not in SHARES}
two_coders = tables(coders=st.just(2))
orders = st.randoms(use_true_random=False)


def same(one: Coefficient, other: Coefficient) -> bool:
    assert (one.value is None) == (other.value is None)
    assert one.value is None or one.value == pytest.approx(other.value, abs=1e-9)
    return (one.n_units, one.n_pairable, one.n_coders) == (
        other.n_units,
        other.n_pairable,
        other.n_coders,
    )


def shuffled_units(table: Any, order: random.Random) -> Any:
    units = list(zip(*table, strict=True))
    order.shuffle(units)
    return [list(row) for row in zip(*units, strict=True)]


@given(tables(), orders)
def test_the_order_of_coders_and_units_means_nothing(table: Any, order: random.Random) -> None:
    turned = shuffled_units(order.sample(table, len(table)), order)
    assert all(same(figure(table), figure(turned)) for figure in OF_NUMBERS.values())


@given(tables(sets), orders)
def test_nor_does_it_for_sets(table: Any, order: random.Random) -> None:
    turned = shuffled_units(order.sample(table, len(table)), order)
    assert all(same(figure(table), figure(turned)) for figure in OF_SETS.values())


@given(two_coders, orders)
def test_nor_does_it_for_kappa(table: Any, order: random.Random) -> None:
    assert same(cohen_kappa(table), cohen_kappa(shuffled_units(table[::-1], order)))


@given(tables(texts), st.permutations(["us", "dprk", "rok", "japan"]))
def test_names_of_nominal_codes_mean_nothing(table: Any, names: list[str]) -> None:
    new = dict(zip(["us", "dprk", "rok", "japan"], names, strict=True))
    renamed = [[cell and new[cell] for cell in row] for row in table]
    for figure in (alpha_at("nominal"), cohen_kappa, *SHARES.values()):
        assert same(figure(table), figure(renamed))


@given(tables(sets), st.permutations("abcde"))
def test_names_of_codes_in_sets_mean_nothing(table: Any, names: list[str]) -> None:
    new = dict(zip("abcde", names, strict=True))
    renamed = [[c and frozenset(new[m] for m in c) for c in row] for row in table]
    assert all(same(figure(table), figure(renamed)) for figure in OF_SETS.values())


@pytest.mark.parametrize("seed", range(5))
def test_figures_of_sets_do_not_hang_on_the_order_in_which_python_keeps_them(seed: int) -> None:
    """Texts have another order in every run; so have these numbers, turned round."""
    some = random.Random(seed)
    table = [[{*some.sample(range(7), some.randint(1, 5))} for _ in range(40)] for _ in range(3)]
    kept = [[frozenset(cell) for cell in row] for row in table]
    turned = [[frozenset(7 - member for member in cell) for cell in row] for row in table]
    for name, figure in OF_SETS.items():
        assert figure(kept).value == figure(turned).value, name


@given(tables(st.integers(-20, 20)))
def test_ordinal_looks_at_ranks_alone(table: Any) -> None:
    stretched = [[None if cell is None else 2 * cell**3 - 7 for cell in row] for row in table]
    assert same(alpha_at("ordinal")(table), alpha_at("ordinal")(stretched))


@given(tables(st.integers(-20, 20)), st.integers(1, 9), st.integers(-50, 50))
def test_interval_has_no_unit_and_no_zero(table: Any, unit: int, zero: int) -> None:
    moved = [[None if cell is None else unit * cell + zero for cell in row] for row in table]
    assert same(alpha_at("interval")(table), alpha_at("interval")(moved))


@given(tables(), st.sampled_from([0.25, 3.0, 1e6]))
def test_ratio_has_no_unit(table: Any, unit: float) -> None:
    scaled = [[None if cell is None else unit * cell for cell in row] for row in table]
    assert same(alpha_at("ratio")(table), alpha_at("ratio")(scaled))


@given(tables(st.booleans()))
def test_with_two_values_all_levels_are_one(table: Any) -> None:
    found = [figure(table).value for figure in CORRECTED.values()]
    assert all(value == pytest.approx(found[0], abs=1e-9) for value in found)


@given(tables(texts))
def test_single_codes_are_sets_of_one(table: Any) -> None:
    wrapped = [[cell and frozenset([cell]) for cell in row] for row in table]
    nominal = alpha_at("nominal")(table)
    for name, figure in OF_SETS.items():
        assert name in SHARES or same(nominal, figure(wrapped)), name


@given(tables())
def test_alpha_is_at_most_one_and_shares_lie_between_zero_and_one(table: Any) -> None:
    for figure in CORRECTED.values():
        value = figure(table).value
        assert value is None or value <= 1
    for figure in SHARES.values():
        value = figure(table).value
        assert value is None or 0 <= value <= 1


@given(st.lists(st.integers(0, 4), min_size=2, max_size=9), st.integers(2, 4))
def test_perfect_agreement_with_variation_is_one(units: list[int], coders: int) -> None:
    assume(len(set(units)) > 1)
    table = [units] * coders
    assert all(figure(table).value == 1 for figure in OF_NUMBERS.values())
    assert cohen_kappa(table[:2]).value == 1
    assert alpha_masi([[frozenset([u]) for u in row] for row in table]).value == 1


@given(tables())
def test_doubling_the_units_changes_alpha_through_n_minus_one_only(table: Any) -> None:
    doubled = [row + row for row in table]
    for figure in CORRECTED.values():
        once, twice = figure(table), figure(doubled)
        if once.value is None or figure is CORRECTED["alpha ordinal"]:
            continue
        n = once.n_pairable
        expected = 1 - (1 - once.value) * (2 * n - 1) / (2 * (n - 1))
        assert twice.value == pytest.approx(expected, abs=1e-9)
    assert same_value(cohen_kappa, table[:2], doubled[:2])
    assert all(same_value(figure, table, doubled) for figure in SHARES.values())


def same_value(figure: Figure, one: Any, other: Any) -> bool:
    value = figure(one).value
    return figure(other).value == (None if value is None else pytest.approx(value, abs=1e-9))


@given(tables(sets))
def test_nor_does_doubling_or_an_idle_coder_change_more_of_sets(table: Any) -> None:
    assume(any(cell is not None for cell in table[0]))
    alone = [[*row, None] for row in table]
    alone[0][-1] = frozenset("z")
    doubled = [row + row for row in table]
    for name, figure in OF_SETS.items():
        once = figure(table)
        assert same(once, figure([*table, [None] * len(table[0])])), name
        assert same(once, figure(alone)), name
        if once.value is None or name in SHARES or name == "multivalued":
            continue  # chance of multivalued alpha draws codes without putting them back
        n = once.n_pairable
        expected = 1 - (1 - once.value) * (2 * n - 1) / (2 * (n - 1))
        assert figure(doubled).value == pytest.approx(expected, abs=1e-9), name


@given(tables())
def test_a_coder_without_values_and_a_unit_coded_once_add_nothing(table: Any) -> None:
    empty = [None] * len(table[0])
    alone = [[*row, None] for row in table]
    alone[0][-1] = 3
    assume(any(cell is not None for cell in table[0]))
    for name, figure in OF_NUMBERS.items():
        assert same(figure(table), figure([*table, empty])), name
        assert same(figure(table), figure(alone)), name


@given(two_coders)
def test_kappa_never_exceeds_one(table: Any) -> None:
    value = cohen_kappa(table).value
    assert value is None or value <= 1 + 1e-12


small = st.integers(0, 5)
# Chance is taken from all values, those of units coded once included (Gwet 2014).
FROM_ALL_VALUES = {name for name in OTHERS if name.startswith(("fleiss", "conger", "gwet", "AC2"))}
# Variances are divided by degrees of freedom, alpha's expected disagreement by n - 1.
BY_FREEDOM = {name for name in OTHERS if name.startswith(("icc", "alpha"))}


@given(tables(small), orders)
def test_the_order_means_nothing_to_the_others(table: Any, order: random.Random) -> None:
    turned = shuffled_units(order.sample(table, len(table)), order)
    for name, figure in OTHERS.items():
        assert same(figure(table), figure(turned)), name


@given(tables(texts, coders=st.integers(2, 3)), st.permutations(["us", "dprk", "rok", "japan"]))
def test_names_mean_nothing_to_nominal_coefficients(table: Any, names: list[str]) -> None:
    new = dict(zip(["us", "dprk", "rok", "japan"], names, strict=True))
    renamed = [[cell and new[cell] for cell in row] for row in table]
    for name, figure in OTHERS.items():
        if name in COEFFICIENTS and COEFFICIENTS[name].levels == ("nominal",):
            assert same(figure(table), figure(renamed)), name


@given(tables(small, coders=st.integers(2, 3)), st.integers(1, 9), st.integers(-50, 50))
def test_scales_have_no_unit_and_no_zero(table: Any, unit: int, zero: int) -> None:
    moved = [[None if cell is None else unit * cell + zero for cell in row] for row in table]
    for name, figure in OTHERS.items():
        assert name == "alpha_circular" or same(figure(table), figure(moved)), name


@given(tables(small, coders=st.integers(2, 3)))
def test_ordinal_weights_look_at_ranks_alone(table: Any) -> None:
    stretched = [[None if cell is None else 2 * cell**3 - 7 for cell in row] for row in table]
    assert same(OTHERS["AC2 ordinal"](table), OTHERS["AC2 ordinal"](stretched))


@given(st.lists(small, min_size=2, max_size=9), st.integers(2, 4))
def test_perfect_agreement_is_one_to_the_others(units: list[int], coders: int) -> None:
    assume(len(set(units)) > 1)
    for name, figure in OTHERS.items():
        only_two = name in COEFFICIENTS and COEFFICIENTS[name].two_coders_only
        found = figure([units] * (2 if only_two else coders))
        assert found.value == pytest.approx(1, abs=1e-12), name
    for name, figure in OF_SETS.items():
        assert figure([[frozenset([u]) for u in units]] * coders).value == 1, name


@given(tables(small, coders=st.integers(2, 3)))
def test_doubling_the_units_changes_only_what_has_degrees_of_freedom(table: Any) -> None:
    doubled = [row + row for row in table]
    for name, figure in OTHERS.items():
        assert name in BY_FREEDOM or same_value(figure, table, doubled), name


@given(tables(small))
def test_a_coder_without_values_adds_nothing_to_the_others(table: Any) -> None:
    empty = [None] * len(table[0])
    assume(any(cell is not None for cell in table[0]))
    for name, figure in OTHERS.items():
        assert same(figure(table), figure([*table, empty])), name


@given(tables(small))
def test_a_unit_coded_once_adds_nothing_where_chance_is_of_pairable_values(table: Any) -> None:
    assume(any(cell is not None for cell in table[0]))
    alone = [[*row, None] for row in table]
    alone[0][-1] = next(cell for cell in table[0] if cell is not None)
    for name, figure in OTHERS.items():
        assert name in FROM_ALL_VALUES or same(figure(table), figure(alone)), name


@given(tables(small))
def test_coefficients_are_at_most_one_and_shares_between_zero_and_one(table: Any) -> None:
    for name, figure in OTHERS.items():
        value = figure(table).value
        assert value is None or value <= 1 + 1e-9, name
        if name in ("holsti", "lotus"):
            assert value is None or value >= 0


@given(tables(small, coders=st.just(2), complete=True))
def test_with_two_coders_many_coefficients_are_one(table: Any) -> None:
    value = {name: figure(table).value for name, figure in OTHERS.items()}
    assert value["conger_kappa"] == close(value["cohen_kappa"])
    assert value["light_kappa"] == close(value["cohen_kappa"])
    assert value["fleiss_kappa"] == close(value["scott_pi"])
    assert value["cohen_kappa_quadratic"] == close(value["lin_ccc"])
    agreement = percent_agreement(table).value
    assert agreement is not None
    assert value["holsti"] == close(agreement)
    assert value["lotus"] == close((1 + agreement) / 2)


@given(tables(small, complete=True))
def test_alpha_is_fleiss_kappa_with_a_correction_for_small_samples(table: Any) -> None:
    alpha, kappa = alpha_at("nominal")(table), OTHERS["fleiss_kappa"](table)
    if kappa.value is not None:
        assert alpha.value == close(kappa.value + (1 - kappa.value) / alpha.n_pairable)


def close(value: float | None) -> Any:
    return None if value is None else pytest.approx(value, abs=1e-9)
