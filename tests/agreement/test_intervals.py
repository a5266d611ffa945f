"""Intervals against known values, against the slow way, and where there can be none."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from annotator.agreement import (
    COEFFICIENTS,
    LEVELS,
    ReliabilityData,
    alpha_jaccard,
    alpha_masi,
    krippendorff_alpha,
)
from annotator.agreement.intervals import (
    NAMES,
    alpha_form_given,
    alpha_form_with,
    analytic,
    form_of,
    jackknife,
    of_alpha,
    pair_bootstrap,
    recomputed,
    unit_bootstrap,
)
from annotator.agreement.intervals.forms import UnitForm, estimate
from annotator.agreement.intervals.student import t_below, t_quantile
from annotator.agreement.metrics import Nominal
from annotator.agreement.statements import statement_alpha
from annotator.agreement.statements.statement_alpha import statement_reliability
from tests.agreement import oracle
from tests.agreement.tables import sets, tables
from tests.shared import SHARED, needs_shared

# Krippendorff (2011), sections C-E
MISSING = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


def reference() -> list[Any]:
    path = SHARED / "reference" / "agreement_cases.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []


def hayes_krippendorff() -> Any:
    found = [c["data"] for c in reference() if c["name"].startswith("HayesKrippendorff2007")]
    return found[0]


@needs_shared
def test_the_data_of_hayes_and_krippendorff() -> None:
    """Bounds and spread as R icr and an independent prototype gave them, ordinal."""
    alpha = form_of("krippendorff_alpha", hayes_krippendorff(), level="ordinal")
    drawn = unit_bootstrap(alpha, seed=20070101)
    found = drawn.interval()
    assert found.low == pytest.approx(0.625, abs=0.012)
    assert found.high == pytest.approx(0.842, abs=0.005)
    assert found.se == pytest.approx(0.055, abs=0.002)
    assert drawn.share_below(0.7) == pytest.approx(0.19, abs=0.015)
    assert jackknife(alpha).se == pytest.approx(0.0540, abs=5e-5)


@needs_shared
def test_krippendorffs_bootstrap_of_the_same_data() -> None:
    drawn = pair_bootstrap(hayes_krippendorff(), level="ordinal", seed=20070101)
    found = drawn.interval()
    assert (found.low, found.high) == pytest.approx((0.715, 0.813), abs=0.003)
    assert found.se == pytest.approx(0.025, abs=0.001)
    assert drawn.values.mean() == pytest.approx(0.766, abs=0.001)
    assert drawn.share_below(0.7) == pytest.approx(0.006, abs=0.003)
    assert "understates" in found.method


@needs_shared
def test_analytic_standard_errors_of_all_cases() -> None:
    """Those of irrCAC; of kappa those of statsmodels, which divide by n and not by n - 1."""
    names = {"alpha_nominal": "krippendorff_alpha"}
    checked = 0
    for case in reference():
        for key, expected in case["expected"].items():
            if not key.endswith("_se"):
                continue
            name = key.removesuffix("_se")
            found = analytic(names.get(name, name), case["data"])
            assert found.se is not None
            scale = np.sqrt((found.n - 1) / found.n) if name == "cohen_kappa" else 1
            tolerance = case["tolerance_expected"]
            assert found.se * scale == pytest.approx(expected, abs=tolerance), (case["name"], key)
            assert found.estimate == pytest.approx(case["expected"][name], abs=tolerance)
            checked += 1
    assert checked == 135


def slow_jackknife(table: Any, figure: Any) -> float:
    """Leave out every unit that takes part, one by one."""
    columns = list(zip(*table, strict=True))
    left_out = [
        figure([list(row) for row in zip(*(columns[:u] + columns[u + 1 :]), strict=True)]).value
        for u in range(len(columns))
    ]
    n = len(left_out)
    return float(np.sqrt((n - 1) / n * np.sum((np.array(left_out) - np.mean(left_out)) ** 2)))


@pytest.mark.parametrize("level", LEVELS)
def test_the_jackknife_leaves_out_every_unit_once(level: str) -> None:
    table = [row[:11] for row in MISSING]  # the twelfth unit was coded once and takes no part
    expected = slow_jackknife(table, lambda t: krippendorff_alpha(t, level=level))
    found = jackknife(form_of("krippendorff_alpha", MISSING, level=level))
    assert found.se == pytest.approx(expected, abs=1e-12)
    assert found.estimate == pytest.approx(krippendorff_alpha(MISSING, level=level).value)
    assert found.n == 11


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("room", [0, 2**24])
def test_with_many_values_the_jackknife_is_the_same(
    level: str, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without room for a matrix alpha is computed anew, but for interval data."""
    monkeypatch.setattr(of_alpha, "_MOST_CELLS", room)
    chance = np.random.default_rng(3)
    truth = chance.random(40).round(3) * 900  # some 300 distinct values, ratio and ordinal too
    table = np.abs(truth + chance.normal(0, 30, (9, 40)).round(2))
    table[chance.random(table.shape) < 0.1] = np.nan
    expected = slow_jackknife(table.tolist(), lambda t: krippendorff_alpha(t, level=level))
    found = jackknife(form_of("krippendorff_alpha", table, level=level))
    assert found.se == pytest.approx(expected, abs=1e-9)


def test_a_cluster_is_left_out_as_a_whole() -> None:
    articles = ["a", "a", "b", "b", "b", "c", "c", "d", "d", "d", "d", "e"]
    table = np.array(MISSING, np.float64)
    alpha = form_of("krippendorff_alpha", MISSING, level="ordinal")
    found = jackknife(alpha, clusters=articles)
    left_out = [
        krippendorff_alpha(table[:, np.array(articles) != out], level="ordinal").value
        for out in "abcd"  # e holds nothing but a unit coded once
    ]
    expected = np.sqrt(3 / 4 * np.sum((np.array(left_out) - np.mean(left_out)) ** 2))
    assert found.se == pytest.approx(expected)
    assert (found.n, found.item) == (4, "cluster")
    slow = recomputed(lambda data: krippendorff_alpha(data, level="ordinal"), pairable())
    assert jackknife(slow, clusters=articles).se == pytest.approx(expected)


def pairable() -> Any:
    return [[*row[:11], None] for row in MISSING]


OF_SETS = {"alpha_jaccard", "alpha_masi", "alpha_dice", "alpha_passonneau_2004"}


def every_form(table: Any) -> dict[str, tuple[UnitForm, Any]]:
    """Each form with the function whose value it must have."""
    found: dict[str, tuple[UnitForm, Any]] = {
        name: (form_of(name, table), COEFFICIENTS[name].function)
        for name in NAMES
        if name != "krippendorff_alpha" and name not in OF_SETS
    }
    for level in LEVELS:
        form = form_of("krippendorff_alpha", table, level=level)
        found[level] = form, lambda data, level=level: krippendorff_alpha(data, level=level)
    return found


def agrees(form: UnitForm, value: float | None) -> bool:
    found = estimate(form)
    return bool(np.isnan(found)) if value is None else found == pytest.approx(value, abs=1e-9)


@given(tables())
@settings(max_examples=60)
def test_a_form_has_the_value_of_its_coefficient(table: Any) -> None:
    for name, (form, figure) in every_form(table).items():
        assert agrees(form, figure(table).value), name


@given(tables(coders=None))
@settings(max_examples=40)
def test_weights_are_as_good_as_repeated_units(table: Any) -> None:
    """A weight of 3 is a unit that stands three times in the table."""
    for name, (form, figure) in every_form(table).items():
        if name in ("gwet_ac1", "brennan_prediger", "gwet_ac2") or not len(form.multiplicity):
            continue  # their number of categories is that of the data, whatever is drawn
        weights = np.arange(1, len(form.multiplicity) + 1) % 4
        times = np.where(form.of_unit >= 0, weights[form.of_unit], 0)
        first = np.unique(form.of_unit, return_index=True)[1]
        keep = np.isin(np.arange(len(times)), first)
        data = ReliabilityData.of(table)
        columns = np.repeat(np.arange(len(times)), times * keep)
        drawn = ReliabilityData(data.codes[:, columns], data.values, data.ordered)
        value = figure(drawn).value
        found = form.at(weights[np.newaxis].astype(float))[0]
        assert np.isnan(found) if value is None else found == pytest.approx(value, abs=1e-9), name


@given(tables(sets))
@settings(max_examples=40)
def test_alpha_over_sets_by_a_given_distance(table: Any) -> None:
    for name in OF_SETS:
        assert agrees(form_of(name, table), COEFFICIENTS[name].function(table).value)
    assert agrees(alpha_form_given(oracle.jaccard, table), alpha_jaccard(table).value)
    assert agrees(alpha_form_given(oracle.masi, table), alpha_masi(table).value)
    assert agrees(recomputed(alpha_masi, table), alpha_masi(table).value)


def test_the_quick_and_the_slow_form_draw_the_same_distribution() -> None:
    quick = unit_bootstrap(form_of("krippendorff_alpha", pairable(), level="interval"), seed=1)
    slow_form = recomputed(lambda data: krippendorff_alpha(data, level="interval"), pairable())
    slow = unit_bootstrap(slow_form, seed=2, replicates=3_000)
    ours, theirs = quick.interval(), slow.interval()
    assert ours.se == pytest.approx(theirs.se, rel=0.08)
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=0.05)
    assert quick.undefined / 10_000 == pytest.approx(slow.undefined / 3_000, abs=0.01)


def test_a_seed_gives_the_same_interval_again() -> None:
    alpha = form_of("krippendorff_alpha", MISSING)
    one, other = (unit_bootstrap(alpha, seed=7).interval() for _ in range(2))
    assert one == other
    assert one != unit_bootstrap(alpha, seed=8).interval()
    assert (one.seed, one.replicates, one.n, one.level) == (7, 10_000, 11, 0.95)
    assert one.method == "unit bootstrap, percentile"


def test_the_order_of_coders_and_units_changes_no_draw() -> None:
    order = np.random.default_rng(2).permutation(12)
    turned = np.array(MISSING, np.float64)[::-1, order]
    one, other = (unit_bootstrap(form_of("gwet_ac1", t), seed=7) for t in (MISSING, turned))
    assert one.interval() == other.interval()
    articles = np.array(list("aabbbccdddde"))
    one = unit_bootstrap(form_of("gwet_ac1", MISSING), seed=7, clusters=articles.tolist())
    other = unit_bootstrap(form_of("gwet_ac1", turned), seed=7, clusters=articles[order])
    assert one.interval().low == pytest.approx(other.interval().low)


def clustered_data(chance: np.random.Generator) -> tuple[Any, Any]:
    """Articles that are easy or hard as a whole, with ten paragraphs each."""
    articles = np.repeat(np.arange(40), 10)
    right = np.where(chance.random(40) < 0.5, 0.99, 0.5)[articles]
    truth = chance.integers(0, 3, len(articles))
    guesses = chance.integers(0, 3, (3, len(articles)))
    return np.where(chance.random(guesses.shape) < right, truth, guesses), articles


def test_paragraphs_of_an_article_are_not_independent() -> None:
    table, articles = clustered_data(np.random.default_rng(4))
    alpha = form_of("krippendorff_alpha", table)
    by_unit = unit_bootstrap(alpha, seed=1)
    by_article = unit_bootstrap(alpha, seed=1, clusters=articles)
    within = unit_bootstrap(alpha, seed=1, strata=articles)
    narrow, middle, wide = (drawn.interval().se or 0 for drawn in (within, by_unit, by_article))
    assert 0 < narrow < middle < 0.8 * wide
    assert by_article.se == pytest.approx(jackknife(alpha, clusters=articles).se, rel=0.1)
    assert by_article.interval().n == 40
    assert by_article.method.startswith("clustered bootstrap")
    assert within.method.startswith("stratified unit bootstrap")


def test_a_label_per_unit_is_needed() -> None:
    alpha = form_of("krippendorff_alpha", MISSING)
    with pytest.raises(ValueError, match="3 labels for 12 units"):
        unit_bootstrap(alpha, seed=1, clusters=["a", "b", "c"])
    with pytest.raises(ValueError, match="one is missing"):
        jackknife(alpha, clusters=["a"] * 11 + [None])
    with pytest.raises(ValueError, match="one is missing"):
        jackknife(alpha, clusters=["a"] * 11 + [""])
    with pytest.raises(ValueError, match="not both"):
        unit_bootstrap(alpha, seed=1, clusters=["a"] * 12, strata=["a"] * 12)


def test_a_metric_of_ones_own() -> None:
    assert agrees(
        alpha_form_with(Nominal(), MISSING), krippendorff_alpha(MISSING, level="nominal").value
    )
    far_apart = [list(range(2_100))] * 2
    assert agrees(alpha_form_with(Nominal(), far_apart), 1)
    with pytest.raises(ValueError, match="2,048 distinct values"):
        alpha_form_given(oracle.interval, far_apart)


def test_alpha_over_sets_of_statements() -> None:
    us, rok = ("us", "yes"), ("rok", "no")
    table = [[[us], [us, rok], [], [rok], [us]], [[us], [us], [], [rok], [rok]]]
    data, metric = statement_reliability(table, ["actor", "stance"])
    value = statement_alpha(table, ["actor", "stance"]).value
    assert agrees(alpha_form_with(metric, data), value)
    assert unit_bootstrap(alpha_form_with(metric, data), seed=1).interval().low is not None


def test_names_that_are_none() -> None:
    with pytest.raises(ValueError, match="no form of 'lotus'"):
        form_of("lotus", MISSING)
    with pytest.raises(ValueError, match="no analytic standard error of 'light_kappa'"):
        analytic("light_kappa", MISSING)
    with pytest.raises(ValueError, match="between 0 and 1"):
        jackknife(form_of("krippendorff_alpha", MISSING)).interval(95)


@pytest.mark.parametrize(
    ("share", "degrees", "expected"),
    [  # the usual tables of t
        (0.975, 1, 12.7062),
        (0.975, 10, 2.22814),
        (0.95, 5, 2.01505),
        (0.025, 39, -2.02269),
        (0.995, 1e6, 2.57583),
        (0.5, 3, 0.0),
    ],
)
def test_t(share: float, degrees: float, expected: float) -> None:
    assert t_quantile(share, degrees) == pytest.approx(expected, abs=1e-4)
    assert t_below(t_quantile(share, degrees), degrees) == pytest.approx(share, abs=1e-9)
    assert (t_below(float("inf"), degrees), t_below(float("-inf"), degrees)) == (1, 0)
