"""Where there can be no interval: the reason in words, and never a number in its place."""

from typing import Any

import numpy as np
import pytest

from annotator.agreement.intervals import (
    Interval,
    analytic,
    form_of,
    jackknife,
    pair_bootstrap,
    unit_bootstrap,
)

TWO_DISAGREE = [[1] * 18 + [2, 2], [1] * 18 + [2, 1]]


def intervals(table: Any) -> dict[str, Interval]:
    alpha = form_of("krippendorff_alpha", table)
    return {
        "unit": unit_bootstrap(alpha, seed=1, replicates=2_000).interval(),
        "jackknife": jackknife(alpha).interval(),
        "pair": pair_bootstrap(table, level="nominal", seed=1, replicates=2_000).interval(),
        "analytic": analytic("krippendorff_alpha", table).interval(),
    }


@pytest.mark.parametrize("table", [[], [[]], [[1, 1], [1, 1]], [[1, None], [None, 2]], [[1, 2]]])
def test_undefined_coefficients_have_no_interval(table: Any) -> None:
    for name, found in intervals(table).items():
        assert (found.low, found.high, found.se) == (None, None, None), name
        assert found.reason == "the coefficient itself is undefined", name


def test_one_unit_has_no_interval() -> None:
    for name, found in intervals([[1, None], [2, 3]]).items():
        assert (found.low, found.high, found.se) == (None, None, None), name
        assert found.reason == "an interval needs two or more units; here is one", name


@pytest.mark.parametrize(("n", "said"), [(2, "two"), (3, "three")])
def test_draws_from_fewer_than_four_are_no_interval(n: int, said: str) -> None:
    """The percentiles would be the figures of single units."""
    table = [[1, 2, 3, 1], [1, 3, 3, 2], [2, 4, 1, 1]]
    drawn = unit_bootstrap(form_of("krippendorff_alpha", np.array(table)[:, :n]), seed=1)
    found = drawn.interval()
    assert found.reason == f"a bootstrap interval needs four or more units; here are {said}"
    assert (found.low, found.high, drawn.share_below(0.8)) == (None, None, None)
    assert unit_bootstrap(form_of("krippendorff_alpha", table), seed=1).interval().low is not None


def test_without_disagreement_an_interval_would_have_no_width() -> None:
    units = [1, 2, 3] * 10
    for name, found in intervals([units, units]).items():
        assert (found.low, found.high) == (None, None), name
        assert "no disagreement in 30 units" in found.reason
        assert "fewer than 9.5% of all units" in found.reason
    assert (
        unit_bootstrap(form_of("krippendorff_alpha", [units, units]), seed=1).share_below(0.8)
        is None
    )
    assert jackknife(form_of("krippendorff_alpha", [units, units])).share_below(0.8) is None


def test_undefined_replicates_are_counted() -> None:
    """A draw of 20 units misses both units with a 2 in (18 / 20)^20 = 12.2 % of replicates."""
    drawn = unit_bootstrap(form_of("krippendorff_alpha", TWO_DISAGREE), seed=1)
    found = drawn.interval()
    assert drawn.undefined == pytest.approx(1_216, abs=100)
    assert found.undefined == drawn.undefined
    assert (found.low, found.high) == (None, None)
    assert f"{drawn.undefined:,} of 10,000 replicates are undefined" in found.reason
    assert drawn.interval(0.5).low is not None
    assert drawn.share_below(-1) == drawn.undefined / 10_000  # an undefined one counts as below


def test_some_undefined_replicates_widen_the_interval() -> None:
    drawn = unit_bootstrap(form_of("krippendorff_alpha", TWO_DISAGREE), seed=1)
    found = drawn.interval(0.7)
    assert found.low is not None
    assert found.low < np.quantile(drawn.values[~np.isnan(drawn.values)], 0.15)


def test_the_jackknife_needs_more_than_one_deviating_unit() -> None:
    table = [[1] * 10, [1] * 9 + [2]]
    found = jackknife(form_of("krippendorff_alpha", table)).interval()
    assert found.reason == (
        "the coefficient rests on single units: it is undefined without one of them"
    )


def test_kappa_of_three_coders_has_no_interval() -> None:
    table = [[1, 2, 2], [1, 2, 1], [1, 1, 2]]
    for name in ("cohen_kappa", "scott_pi"):
        assert unit_bootstrap(form_of(name, table), seed=1).reason
        assert analytic(name, table).reason == "the coefficient itself is undefined"


def test_bounds_stay_where_the_coefficient_can_be() -> None:
    table = [[1, 2, 1, 2, 1, 2, 1, 2], [1, 2, 1, 2, 1, 2, 1, 1]]
    assert analytic("krippendorff_alpha", table).interval(0.999).high == 1
    almost_none = [[1, 2, 1, 2, 1, 2, 1, 2], [2, 1, 2, 1, 2, 1, 2, 2]]
    assert analytic("percent_agreement", almost_none).interval(0.999).low == 0
    assert jackknife(form_of("percent_agreement", almost_none)).interval(0.999).low == 0
