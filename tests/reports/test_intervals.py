"""Intervals beside the figures of rows: each method, clusters, and why there may be none."""

import numpy as np
import pytest

from annotator.agreement import ReliabilityData, form_of, unit_bootstrap
from annotator.agreement.intervals import compared
from annotator.reports.figures import as_json
from annotator.reports.intervals import METHODS, Wish, takes_articles_as_given, with_intervals
from annotator.reports.row import Heading, Row, set_row, value_row

TABLE = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
]


def in_articles(number: int) -> list[tuple[str, int]]:
    """The twelve units as paragraphs of so many articles."""
    return [(f"article {unit % number}", unit + 1) for unit in range(12)]


def row(level: str = "nominal", *, articles: int = 0) -> Row:
    units = in_articles(articles) if articles else ()
    data = ReliabilityData.of(TABLE)
    return value_row(Heading("x", "value", level=level), "abcd", data, units=units)


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
    (clustered,) = with_intervals([row(articles=4)], Wish(replicates=500))
    interval = clustered.ci["krippendorff_alpha"]
    assert (interval.method, interval.n) == ("clustered bootstrap, percentile", 4)
    assert not takes_articles_as_given(clustered, interval)
    (single,) = with_intervals([row(articles=4)], Wish(replicates=500, clustered=False))
    assert single.ci["krippendorff_alpha"].n == 11
    assert takes_articles_as_given(single, single.ci["krippendorff_alpha"])


@pytest.mark.parametrize(
    ("method", "articles", "made", "n"),
    [
        ("bootstrap", 4, "clustered bootstrap, percentile", 4),
        ("bootstrap", 3, "unit bootstrap, percentile", 11),
        ("jackknife", 2, "clustered jackknife, t", 2),
        ("jackknife", 1, "jackknife, t", 11),
    ],
)
def test_articles_are_drawn_where_there_are_enough(
    method: str, articles: int, made: str, n: int
) -> None:
    (found,) = with_intervals([row(articles=articles)], Wish(method, replicates=500))
    interval = found.ci["krippendorff_alpha"]
    assert (interval.method, interval.n) == (made, n)
    assert takes_articles_as_given(found, interval) is (n == 11)


def test_too_few_articles_have_no_interval_where_articles_are_asked_for() -> None:
    (found,) = with_intervals([row(articles=3)], Wish(replicates=500, clustered=True))
    reason = "a bootstrap interval needs four or more articles; here are three"
    assert (one(found)["reason"], one(found)["share_below"]) == (reason, None)


def test_articles_that_one_coder_alone_finished_do_not_count() -> None:
    units = in_articles(4)
    data = ReliabilityData.of([TABLE[1], [v if n % 4 else None for n, v in enumerate(TABLE[3])]])
    made = value_row(Heading("x", "value"), "ab", data, units=units)
    (found,) = with_intervals([made], Wish(replicates=500))
    assert one(found)["method"] == "unit bootstrap, percentile"


def test_questions_on_articles_draw_articles_one_by_one() -> None:
    units = [(f"article {number}", 0) for number in range(12)]
    made = value_row(Heading("x", "value"), "abcd", ReliabilityData.of(TABLE), units=units)
    (found,) = with_intervals([made], Wish("analytic"))
    assert not takes_articles_as_given(found, found.ci["krippendorff_alpha"])


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
    (found,) = with_intervals([made], Wish(replicates=500, clustered=True))
    assert one(found)["reason"] == "an interval needs two or more articles; here is one"
    (found,) = with_intervals([made], Wish(replicates=500))
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
