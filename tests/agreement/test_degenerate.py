"""Where nothing can be said: None with a reason in words; never 0, 1, NaN, a warning, an error."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from annotator.agreement import (
    Coefficient,
    ReliabilityData,
    alpha_jaccard,
    alpha_masi,
    cohen_kappa,
    krippendorff_alpha,
    percent_agreement,
    percent_agreement_pooled,
    percent_all_agree,
)
from tests.agreement.tables import LEVELS

nan = float("nan")
ALPHAS: list[Callable[[Any], Coefficient]] = [
    *(lambda table, level=level: krippendorff_alpha(table, level=level) for level in LEVELS),
]
SHARES = [percent_agreement, percent_agreement_pooled, percent_all_agree]
NO_VARIATION = "no variation: all 6 pairable values are 1"

UNPAIRABLE = {
    "empty": ([], "there are no values"),
    "coders without units": ([[], []], "there are no values"),
    "all missing": ([[nan, nan], [nan, nan]], "there are no values"),
    "one coder": ([[1.0, 2.0, 3.0]], "there is only one coder"),
    "one coder with values": ([[1.0, 2.0], [nan, nan]], "there is only one coder"),
    "no overlap": ([[1.0, nan], [nan, 2.0]], "no unit was coded by two or more coders"),
}


@pytest.mark.parametrize("case", UNPAIRABLE)
def test_nothing_to_compare(case: str) -> None:
    table, reason = UNPAIRABLE[case]
    for figure in (*ALPHAS, *SHARES, cohen_kappa):
        found = figure(table)
        assert (found.value, found.reason) == (None, reason), figure
        assert (found.n_units, found.n_pairable) == (0, 0)


@pytest.mark.parametrize("figure", ALPHAS)
def test_constant_data_are_undefined_although_the_share_of_agreement_is_one(
    figure: Callable[[Any], Coefficient],
) -> None:
    table = [[1, 1, 1], [1, 1, 1]]
    assert (figure(table).value, figure(table).reason) == (None, NO_VARIATION)
    assert [share(table).value for share in SHARES] == [1, 1, 1]


def test_kappa_of_constant_data() -> None:
    assert cohen_kappa([[1, 1, 1], [1, 1, 1]]).reason == NO_VARIATION
    assert cohen_kappa([[1, 1, 1], [2, 2, 2]]).value == 0
    assert cohen_kappa([["a", "a"], ["a", "b"]]).value == 0


@pytest.mark.parametrize("figure", ALPHAS)
def test_variation_only_in_units_coded_once_is_no_variation(
    figure: Callable[[Any], Coefficient],
) -> None:
    found = figure([[1, 1, 1, 7, None], [1, 1, 1, None, 9]])
    assert (found.value, found.reason) == (None, NO_VARIATION)


def test_kappa_looks_at_units_that_both_coded() -> None:
    assert cohen_kappa([[1, 1, 2, None], [1, 1, None, 2]]).reason.startswith("no variation")


@pytest.mark.parametrize("figure", ALPHAS)
def test_a_single_unit_with_a_disagreement_is_zero(
    figure: Callable[[Any], Coefficient],
) -> None:
    assert figure([[1], [2]]).value == pytest.approx(0, abs=1e-12)


def test_two_units_swapped() -> None:
    for figure in ALPHAS:
        assert figure([[1, 2], [2, 1]]).value == pytest.approx(-0.5)
    assert cohen_kappa([[1, 2], [2, 1]]).value == pytest.approx(-1)


def test_kappa_is_for_two_coders() -> None:
    found = cohen_kappa([[1, 2], [1, 2], [1, 1]])
    assert (found.value, found.reason) == (None, "Cohen's kappa is for two coders; here are 3")


def test_all_agree_needs_a_complete_unit() -> None:
    found = percent_all_agree([[1, None, 1], [1, 2, None], [None, 2, 1]])
    assert (found.value, found.reason) == (None, "no unit was coded by every coder")


def test_empty_sets_are_values() -> None:
    empty, us = frozenset[str](), frozenset({"us"})
    assert alpha_masi([[empty, us], [empty, us]]).value == 1
    assert alpha_masi([[empty, us], [us, empty]]).value == pytest.approx(-0.5)
    constant = alpha_jaccard([[empty, empty], [empty, empty]])
    assert constant.value is None
    assert constant.reason == "no variation: all 4 pairable values are the empty set"
    assert alpha_masi([[us, us], [us, us]]).reason.endswith("{us}")


@pytest.mark.parametrize(
    "values", [(0.0, 1e-300), (-1e308, 1e308), (5e-324, 1.0), (1e15, 1e15 + 1)]
)
def test_extreme_numbers(values: tuple[float, float]) -> None:
    for figure in ALPHAS[:3]:
        assert figure([list(values)] * 2).value == 1
        assert figure([list(values), list(values[::-1])]).value == pytest.approx(-0.5)


def test_zeros_in_ratio_data() -> None:
    found = krippendorff_alpha([[0, 0, 2], [0, 2, 2]], level="ratio")
    assert found.value == krippendorff_alpha([[0, 0, 2], [0, 2, 2]], level="nominal").value


@pytest.mark.parametrize(
    ("table", "level", "message"),
    [
        ([[-1, 2], [1, 2]], "ratio", "negative"),
        ([["a", "b"], ["a", "b"]], "interval", "must be numbers"),
        ([["1", "2"], ["1", "2"]], "ratio", "must be numbers"),
        ([["a", "b"], ["a", "b"]], "ordinal", "order"),
        ([[1, 2], [1, 2]], "metric", "unknown level"),
        ([[1.0, float("inf")], [1, 2]], "interval", "infinite"),
        ([[1.0, -float("inf")], [1, 2]], "nominal", "infinite"),
        ([[None, float("inf")], [1, 2]], "interval", "infinite"),
        ([1, 2, 3], "nominal", "coders"),
    ],
)
def test_data_that_are_not_of_the_level_are_refused(table: Any, level: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        krippendorff_alpha(table, level=level)


def test_a_value_outside_the_order_is_named() -> None:
    with pytest.raises(ValueError, match="'huge'"):
        krippendorff_alpha(
            [["low", "huge"], ["low", "high"]], level="ordinal", order=["low", "high"]
        )


def test_a_level_must_be_given() -> None:
    with pytest.raises(TypeError):
        krippendorff_alpha([[1, 2], [1, 2]])  # type: ignore[call-arg]


def test_data_of_every_type() -> None:
    expected = krippendorff_alpha([[1, 2, None, 1], [1, 2, 2, 2]], level="nominal")
    for table in (
        np.array([[1, 2, nan, 1], [1, 2, 2, 2]], np.float32),
        [["a", "b", None, "a"], ["a", "b", "b", "b"]],
        [["a", "b", nan, "a"], ["a", "b", "b", "b"]],
        np.array([["a", "b", "", "a"], ["a", "b", "b", "b"]]),
        [[True, False, None, True], [True, False, False, False]],
        [[10**12, 5, nan, 10**12], [10**12, 5, 5, 5]],
        [[0.5, 0.25, nan, 0.5], [0.5, 0.25, 0.25, 0.25]],
        ReliabilityData.of([["a", "b", "", "a"], ["a", "b", "b", "b"]]),
    ):
        assert krippendorff_alpha(table, level="nominal") == expected
    assert krippendorff_alpha(np.array([[1, 2], [1, 2]], np.uint8), level="ordinal").value == 1


def test_margins_and_recoding() -> None:
    data = ReliabilityData.of([["low", "high", None], ["low", "low", "off"]])
    assert list(data.values) == ["high", "low", "off"]
    assert data.margins.tolist() == [[1, 1, 0], [0, 2, 1]]
    numbers = data.recoded({"low": 1.0, "high": 2.0}.get)
    assert list(numbers.values) == [1.0, 2.0]
    assert (numbers.n_pairable, data.n_pairable, numbers.n_coders) == (4, 4, 2)
