"""Every coefficient of the list against its definition in fractions, on odd tables of all kinds."""

import math
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import COEFFICIENTS, alpha_circular, krippendorff_alpha
from tests.agreement import definitions
from tests.agreement.definitions import NOMINAL, OF_NUMBERS, OF_SETS, Figure
from tests.agreement.tables import sets, tables, texts

ELSEWHERE = {"krippendorff_alpha", "alpha_circular"}  # the tests of alpha below

ABSURD = -1e6  # an ICC so far below 0 is a division by rounding: None says more

whole = st.integers(-3, 3)
numbers = (
    whole
    | st.floats(-1, 1, width=16)
    | st.integers(10**9, 10**9 + 3)
    | st.sampled_from([-0.1, 0.1, 0.2, 0.3, 1e15, 1e15 + 1])
)
extreme = st.sampled_from([0.0, 1.0, -1.0, 5e-324, 1e-300, 1e300, -1e300, 1.7e308, 1e15, 1e15 + 1])
one_to_six = st.integers(1, 6)


def is_same(ours: float | None, exact: Any) -> bool:
    if exact is None or exact < ABSURD:
        return ours is None or exact is not None
    return ours == pytest.approx(float(exact), rel=1e-9, abs=1e-9)


def check(figures: dict[str, Figure], table: Any) -> None:
    for name, by_definition in figures.items():
        ours, exact = COEFFICIENTS[name].compute(table).value, by_definition(table)
        assert is_same(ours, exact), (name, ours, exact)


def test_every_coefficient_of_the_list_is_checked() -> None:
    assert {*NOMINAL, *OF_NUMBERS, *OF_SETS, *ELSEWHERE} == {
        name for name, entry in COEFFICIENTS.items() if entry.levels != ("tree",)
    }


@given(tables(texts, coders=one_to_six))
def test_names(table: Any) -> None:
    check(NOMINAL, table)


@given(tables(whole, coders=one_to_six))
def test_whole_numbers(table: Any) -> None:
    check(NOMINAL | OF_NUMBERS, table)


@given(tables(numbers, coders=st.integers(1, 3)))
def test_numbers_of_every_size(table: Any) -> None:
    check(NOMINAL | {n: OF_NUMBERS[n] for n in OF_NUMBERS if not n.endswith("_k")}, table)


@given(tables(numbers, coders=st.integers(1, 3), complete=True))
def test_numbers_without_gaps(table: Any) -> None:
    """Without a gap the figures of a mean of coders have no value that is much too large."""
    for name in ("icc_1_1", "icc_A_1", "icc_C_1", "lin_ccc", "gwet_ac2"):
        check({name: OF_NUMBERS[name]}, table)


@given(tables(sets, coders=one_to_six))
def test_sets(table: Any) -> None:
    check(OF_SETS, table)


@given(tables(whole, coders=one_to_six))
def test_ac2_with_other_weights(table: Any) -> None:
    schemes: dict[str, Callable[[Any], definitions.Weight]] = {
        "linear": definitions.linear,
        "ordinal": definitions.ordinal_weights,
    }
    for name, scheme in schemes.items():
        ours = COEFFICIENTS["gwet_ac2"].compute(table, weights=name).value
        assert is_same(ours, definitions.gwet_ac2(table, scheme)), name


@given(tables(numbers, coders=one_to_six))
def test_alpha(table: Any) -> None:
    negative = any(cell is not None and cell < 0 for row in table for cell in row)
    distances = {
        "nominal": definitions.nominal,
        "ordinal": definitions.ordinal(table),
        "interval": definitions.interval,
        **({} if negative else {"ratio": definitions.ratio}),
    }
    for level, distance in distances.items():
        ours = krippendorff_alpha(table, level=level).value
        assert is_same(ours, definitions.alpha(table, distance)), level


@given(tables(whole, coders=one_to_six), st.sampled_from([None, 4, 7.5, 12]))
def test_alpha_on_a_circle(table: Any, period: float | None) -> None:
    found = definitions.categories(table)
    around = period or (found[-1] - found[0] + 1 if found else 1)

    def distance(c: int, k: int) -> Any:
        return definitions.Fraction(round(math.sin(math.pi * (c - k) / around), 15)) ** 2

    ours = alpha_circular(table, period=period).value
    assert is_same(ours, definitions.alpha(table, distance))


@given(tables(extreme, coders=st.integers(1, 4)))
def test_extreme_numbers_give_a_number_or_a_reason(table: Any) -> None:
    """Warnings are errors here, so nothing overflows and nothing is divided by nothing."""
    for name in [*NOMINAL, *OF_NUMBERS, "alpha_circular"]:
        found = COEFFICIENTS[name].compute(table)
        assert (found.value is None) == bool(found.reason), name
        assert found.value is None or math.isfinite(found.value), name
    for level in ("nominal", "ordinal", "interval"):
        found = krippendorff_alpha(table, level=level)
        assert is_same(found.value, definitions.alpha(table, distance_at(level, table))), level


def distance_at(level: str, table: Any) -> Any:
    known = {"nominal": definitions.nominal, "interval": definitions.interval}
    return known.get(level) or definitions.ordinal(table)


def test_a_huge_value_coded_once_does_not_hide_the_differences_of_the_others() -> None:
    table = [[1e-300, 2e-300, 1e-300, 1e300], [1e-300, 2e-300, 2e-300, None]]
    plain = [[1, 2, 1, None], [1, 2, 2, None]]
    for level in ("interval", "ratio"):
        expected = krippendorff_alpha(plain, level=level).value
        assert krippendorff_alpha(table, level=level).value == pytest.approx(expected, abs=1e-12)
    for name in ("lin_ccc", "icc_A_1"):
        expected = COEFFICIENTS[name].compute(plain).value
        assert COEFFICIENTS[name].compute(table).value == pytest.approx(expected, abs=1e-12)
