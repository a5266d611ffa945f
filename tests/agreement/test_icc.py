"""The intraclass correlations and their intervals."""

import pytest

from annotator.agreement import icc
from annotator.agreement.f_distribution import f_below, f_quantile
from annotator.agreement.icc_interval import icc_interval

# Shrout and Fleiss (1979), table 2: six subjects, four judges
JUDGES = [
    [9, 6, 8, 7, 10, 6],
    [2, 1, 4, 1, 5, 2],
    [5, 3, 6, 2, 6, 4],
    [8, 2, 8, 6, 9, 7],
]
# Values: table 4 of the paper; intervals: `ICC` of the R package psych for the same data
PUBLISHED = {
    "icc_1_1": (0.17, -0.133, 0.723),
    "icc_A_1": (0.29, 0.019, 0.761),
    "icc_C_1": (0.71, 0.342, 0.946),
    "icc_1_k": (0.44, -0.884, 0.912),
    "icc_A_k": (0.62, 0.071, 0.927),
    "icc_C_k": (0.91, 0.676, 0.986),
}


@pytest.mark.parametrize("form", icc.FORMS)
def test_shrout_and_fleiss_1979(form: str) -> None:
    value, low, high = PUBLISHED[form]
    found = getattr(icc, form)(JUDGES)
    assert found.value == pytest.approx(value, abs=0.006)
    assert (found.level, found.note) == ("interval", "6 units that all 4 coders coded")
    interval = icc_interval(JUDGES, form)
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=0.0006)
    assert (interval.level, interval.n, interval.reason) == (0.95, 6, "")
    narrower = icc_interval(JUDGES, form, level=0.8)
    assert low < (narrower.low or 0) < found.value < (narrower.high or 0) < high


def test_units_with_a_gap_are_left_out() -> None:
    gap = [[*row, None if coder == 1 else 5] for coder, row in enumerate(JUDGES)]
    assert icc.icc_A_1(gap).value == pytest.approx(icc.icc_A_1(JUDGES).value)
    assert icc.icc_A_1(gap).note == "6 units that all 4 coders coded"
    assert icc_interval(gap, "icc_A_1").low == pytest.approx(icc_interval(JUDGES, "icc_A_1").low)


def test_consistency_forgives_a_shift_and_absolute_agreement_does_not() -> None:
    shifted = [[1, 2, 3, 4], [3, 4, 5, 6]]
    assert icc.icc_C_1(shifted).value == pytest.approx(1)
    assert (icc.icc_A_1(shifted).value or 1) < 0.5
    assert (icc.icc_1_1(shifted).value or 1) < 0.5


@pytest.mark.parametrize("form", icc.FORMS)
def test_undefined(form: str) -> None:
    figure = getattr(icc, form)
    one_unit = figure([[1, 2, None], [3, None, None], [5, None, 1]])
    assert one_unit.reason == "fewer than two units were coded by every coder"
    assert figure([[1], [2]]).reason == "fewer than two units were coded by every coder"
    interval = icc_interval([[1], [2]], form)
    assert (interval.low, interval.high) == (None, None)
    assert interval.reason == "the coefficient itself is undefined"
    perfect = icc_interval([[1, 2, 3], [1, 2, 3]], form)
    assert perfect.reason == "nothing is left to chance: coders or units do not differ"


def test_units_that_do_not_differ() -> None:
    levels = [[0.1, 0.1, 0.1], [0.4, 0.4, 0.4], [0.7, 0.7, 0.7]]
    for form in ("icc_C_1", "icc_C_k", "icc_1_k"):
        assert getattr(icc, form)(levels).reason.startswith("the units that every coder coded do")
    assert icc.icc_A_k([[0, 1], [1, 0]]).value is None


def test_what_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown form 'icc_2_1'"):
        icc_interval(JUDGES, "icc_2_1")
    with pytest.raises(ValueError, match="between 0 and 1"):
        icc_interval(JUDGES, "icc_A_1", level=95)


@pytest.mark.parametrize(
    ("share", "numerator", "denominator", "tabled"),
    [
        (0.95, 5, 10, 3.3258),
        (0.975, 1, 1, 647.789),
        (0.975, 3, 2.5, 22.21412),
        (0.99, 10, 120, 2.4721),
        (0.5, 7, 7, 1.0),
    ],
)
def test_quantiles_of_f(share: float, numerator: float, denominator: float, tabled: float) -> None:
    found = f_quantile(share, numerator, denominator)
    assert found == pytest.approx(tabled, rel=2e-5)
    assert f_below(found, numerator, denominator) == pytest.approx(share, abs=1e-12)
