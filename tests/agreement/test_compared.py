"""Intervals where values are too many for a table: the same as with one, draw for draw."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import (
    ReliabilityData,
    alpha_jaccard,
    jackknife,
    statement_alpha,
    statement_reliability,
    unit_bootstrap,
)
from annotator.agreement.intervals import alpha_form_with, compared, held, of_alpha
from annotator.agreement.intervals.compared import Compared
from annotator.agreement.intervals.forms import Additive, estimate
from annotator.agreement.metrics import Metric
from annotator.agreement.sets import SET_DISTANCES, set_metric
from tests.agreement.tables import sets, tables

Form = Additive | Compared


def both(metric: Metric, data: ReliabilityData, patch: pytest.MonkeyPatch) -> tuple[Form, Form]:
    """The form with a table of distances, and the one without."""
    with patch.context() as few:
        few.setattr(of_alpha, "_MOST_VALUES", -1)
        few.setattr(compared, "_CELLS", 7)  # a row or two at a time
        few.setattr(held, "_PAIRS", 7)
        without = alpha_form_with(metric, data)
        assert isinstance(without, Compared)
        estimate(without)
        without.without_one()  # both tables are made while few cells fit
    return alpha_form_with(metric, data), without


def same(one: Any, other: Any) -> None:
    assert np.allclose(one, other, equal_nan=True, atol=1e-9)


def statements(n_units: int, seed: int) -> list[list[Any]]:
    chance = np.random.default_rng(seed)
    truth = [
        [tuple(chance.integers(0, 4, 3)) for _ in range(chance.integers(0, 4))]
        for _ in range(n_units)
    ]

    def coded(cell: Any) -> Any:
        if chance.random() < 0.1:
            return None
        return [
            tuple(int(c) if chance.random() < 0.8 else int(chance.integers(0, 4)) for c in one)
            for one in cell
            if chance.random() < 0.9
        ]

    return [[coded(cell) for cell in truth] for _ in range(3)]


@given(tables(sets), st.data())
def test_sets_draw_for_draw(table: Any, data: Any) -> None:
    found = ReliabilityData.of(table)
    labels = data.draw(st.lists(st.integers(0, 2), min_size=len(table[0]), max_size=len(table[0])))
    with pytest.MonkeyPatch.context() as patch:
        for distance in SET_DISTANCES:
            form, again = both(set_metric(distance, found), found, patch)
            same_draws(form, again)
            same_draws(form.clustered(labels), again.clustered(labels))


def same_draws(form: Form, again: Form) -> None:
    drawn = np.random.default_rng(1).integers(0, 3, (4, len(form.multiplicity)))
    same(form.at(drawn.astype(np.float64)), again.at(drawn.astype(np.float64)))
    same(form.without_one(), again.without_one())
    assert np.array_equal(form.multiplicity, again.multiplicity)


@pytest.mark.parametrize("clusters", [None, [place // 7 for place in range(60)]])
def test_statements_give_the_same_intervals(
    clusters: list[int] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = statements(60, 5)
    data, metric = statement_reliability(table, ["a", "b", "c"])
    form, again = both(metric, data, monkeypatch)
    assert estimate(again) == pytest.approx(statement_alpha(table, ["a", "b", "c"]).value)
    methods: tuple[Callable[[Form], Any], ...] = (
        lambda one: unit_bootstrap(one, seed=3, replicates=300, clusters=clusters),
        lambda one: jackknife(one, clusters=clusters),
    )
    for method in methods:
        one, other = method(form).interval(), method(again).interval()
        assert (one.method, one.n) == (other.method, other.n)
        assert (one.low, one.high, one.se) == pytest.approx((other.low, other.high, other.se))


def test_so_many_items_that_pairs_cannot_be_held(monkeypatch: pytest.MonkeyPatch) -> None:
    table = statements(40, 6)
    data, metric = statement_reliability(table, ["a", "b", "c"])
    form, again = both(metric, data, monkeypatch)
    assert isinstance(again, Compared)
    assert not again.has_too_many_items
    monkeypatch.setattr(compared, "MOST_ITEMS", 5)
    assert not again.has_too_many_items  # the values are few
    assert estimate(again) == pytest.approx(estimate(form))
    monkeypatch.setattr(compared, "_FEW_VALUES", 5)
    assert again.has_too_many_items
    assert estimate(again) == pytest.approx(estimate(form))
    assert jackknife(again).se == pytest.approx(jackknife(form).se)


def test_thousands_of_distinct_sets_have_an_interval() -> None:
    chance = np.random.default_rng(2)
    codes = [f"c{number}" for number in range(40)]

    def some() -> frozenset[str]:
        return frozenset(chance.choice(codes, 5, replace=False).tolist())

    truth = [some() for _ in range(3_000)]
    table = [[one if chance.random() < 0.7 else some() for one in truth] for _ in range(2)]
    data = ReliabilityData.of(table)
    assert len(data.values) > 4_000
    form = alpha_form_with(set_metric("jaccard", data), data)
    value = alpha_jaccard(data).value
    assert estimate(form.clustered([place // 10 for place in range(3_000)])) == pytest.approx(value)
    drawn = unit_bootstrap(
        form, seed=1, replicates=1_000, clusters=[place // 10 for place in range(3_000)]
    ).interval()
    assert drawn.low is not None
    assert drawn.high is not None
    assert value is not None
    assert drawn.low < value < drawn.high
    assert drawn.high - drawn.low < 0.08
