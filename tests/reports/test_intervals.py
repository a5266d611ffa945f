"""Intervals beside the figures of rows: each method, clusters, and why there may be none."""

import numpy as np
import pytest

from annotator.agreement import ReliabilityData, form_of, unit_bootstrap
from annotator.agreement.intervals import compared
from annotator.reports.figures import as_json
from annotator.reports.intervals import METHODS, Wish, with_intervals
from annotator.reports.row import Heading, Row, set_row, value_row

TABLE = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]
UNITS = [("one" if number < 6 else "two", number + 1) for number in range(12)]


def row(level: str = "nominal", *, of_study: bool = False) -> Row:
    data = ReliabilityData.of(TABLE)
    return value_row(
        Heading("x", "value", level=level), "abcd", data, units=UNITS if of_study else ()
    )


def one(made: Row, name: str = "krippendorff_alpha") -> dict[str, object]:
    figures = {c["name"]: c["ci"] for c in as_json(made)["coefficients"]}
    found: dict[str, object] = figures[name]
    return found


def test_the_default_is_the_bootstrap_over_units() -> None:
    (made,) = with_intervals([row("ordinal")], Wish())
    drawn = unit_bootstrap(form_of("krippendorff_alpha", made.sample.data, level="ordinal"), seed=1)
    found = one(made)
    assert (found["low"], found["high"]) == (drawn.interval().low, drawn.interval().high)
    assert (found["method"], found["replicates"], found["seed"], found["reason"]) == (
        *("unit bootstrap, percentile", 10_000, 1),
        "",
    )
    assert (found["threshold"], found["share_below"]) == (0.8, drawn.share_below(0.8))


@pytest.mark.parametrize("method", METHODS)
def test_every_method_holds_the_figure(method: str) -> None:
    (made,) = with_intervals([row()], Wish(method, replicates=500))
    if method == "none":
        assert one(made) is None
        return
    interval = made.ci["krippendorff_alpha"]
    assert interval.low is not None
    assert interval.high is not None
    assert interval.low < (made.coefficients[0].value or 0) < interval.high


def test_paragraphs_of_an_article_are_drawn_together() -> None:
    (clustered,) = with_intervals([row(of_study=True)], Wish(replicates=500))
    interval = clustered.ci["krippendorff_alpha"]
    assert (interval.method, interval.n) == ("clustered bootstrap, percentile", 2)
    (single,) = with_intervals([row(of_study=True)], Wish(replicates=500, clustered=False))
    assert single.ci["krippendorff_alpha"].n == 11


def test_sets_have_intervals_too() -> None:
    sets = [[frozenset(str(v)) if v else None for v in given] for given in TABLE]
    made = set_row(Heading("x", "set"), "abcd", ReliabilityData.of(sets))
    (drawn,) = with_intervals([made], Wish(replicates=500))
    assert drawn.ci["alpha_jaccard"].low is not None
    (errors,) = with_intervals([made], Wish("analytic"))
    assert errors.ci["alpha_jaccard"].reason == (
        "there is no analytic standard error of alpha_jaccard here"
    )


def test_without_an_interval_there_is_a_reason() -> None:
    data = ReliabilityData.of([[1, 2, 3, 1], [1, 2, 3, 1]])
    made = value_row(Heading("x", "value"), "ab", data, units=[("one", 1 + n) for n in range(4)])
    (found,) = with_intervals([made], Wish(replicates=500))
    assert one(found)["reason"] == "an interval needs two or more articles; here is one"
    (found,) = with_intervals([made], Wish(replicates=500, clustered=False))
    assert str(one(found)["reason"]).startswith("no disagreement in 4 units")
    empty = value_row(Heading("x", "value"), "ab", ReliabilityData.of([[1, 1], [1, 1]]))
    (undefined,) = with_intervals([empty], Wish())
    assert one(undefined)["reason"] == "the coefficient itself is undefined"


def test_very_many_values_are_not_held_as_a_matrix() -> None:
    numbers = [[float(n) for n in range(2_100)], [n + 0.5 for n in range(2_100)]]
    made = value_row(Heading("x", "value", level="interval"), "ab", ReliabilityData.of(numbers))
    (found,) = with_intervals([made], Wish(replicates=200))
    assert found.ci["krippendorff_alpha"].low is not None
    pooled = found.ci["percent_agreement_pooled"]
    assert pooled.reason == "more than 2,048 distinct values"


def sets_of(number: int) -> Row:
    """A row over so many units, in each of which nearly every set is another."""
    chance = np.random.default_rng(4)
    codes = [f"c{place}" for place in range(40)]
    truth = [frozenset(chance.choice(codes, 5, replace=False).tolist()) for _ in range(number)]
    table = [truth, [one if chance.random() < 0.7 else one - {min(one)} for one in truth]]
    units = [(f"article {place // 10}", place % 10 + 1) for place in range(number)]
    return set_row(Heading("x", "set"), "ab", ReliabilityData.of(table), (), units)


def test_thousands_of_distinct_sets_have_intervals_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = sets_of(2_000)
    assert len(made.sample.data.values) > 2_048
    (found,) = with_intervals([made], Wish(replicates=200))
    for c in made.alphas:
        interval = found.ci[c.name]
        assert interval.low is not None
        assert interval.high is not None
        assert interval.low < (c.value or 0) < interval.high
        assert (interval.n, interval.replicates) == (200, 200)
    monkeypatch.setattr(compared, "MOST_ITEMS", 100)
    (refused,) = with_intervals([made], Wish(replicates=200))
    assert "--ci jackknife gives an interval" in refused.ci["alpha_jaccard"].reason
    monkeypatch.setattr(compared, "MOST_VALUES", 100)
    (refused,) = with_intervals([made], Wish("jackknife"))
    assert "comparing every two would take too long" in refused.ci["alpha_masi"].reason
