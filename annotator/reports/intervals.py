"""Intervals beside the figures of a report: how sure each figure of a row is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from annotator.agreement import COEFFICIENTS, Coefficient
from annotator.agreement.intervals import (
    ANALYTIC,
    FEWEST_DRAWN,
    NAMES,
    REPLICATES,
    Interval,
    Replicates,
    StandardError,
    UnitForm,
    analytic,
    form_of,
    jackknife,
    pair_bootstrap,
    recomputed,
    unit_bootstrap,
)
from annotator.agreement.intervals.compared import MOST_ITEMS, MOST_VALUES, Compared
from annotator.agreement.intervals.forms import Recomputed
from annotator.agreement.intervals.interval import ITSELF_UNDEFINED
from annotator.agreement.intervals.of_unitizing import Unitizing
from annotator.model.codebook import Codebook
from annotator.reports.row import SPANS, Below, Row
from annotator.reports.verdict import thresholds_of

METHODS = ("bootstrap", "jackknife", "pairs", "analytic", "none")
"""How intervals can be made; `pairs` is Krippendorff's bootstrap of pairs of values."""

SEED = 1
"""Where draws start if nothing else is said, so that a figure can be made again."""

FEWEST_CLUSTERS = 20
"""Below so many articles the clustered bootstrap is too narrow (docs/statistics.md)."""

ARTICLES_GIVEN = "Articles are taken as given: the interval says nothing of other articles."
"""What must be known of an interval that `takes_articles_as_given`."""

OF_PARAGRAPHS = "That is for matched statements: those of one paragraph are taken together."
"""What is meant by an interval of paragraphs, beside one of units."""

_ALPHA = "krippendorff_alpha"
_OF_ANY_NUMBER = (  # of distinct values, however many
    *(_ALPHA, "alpha_jaccard", "alpha_masi", "alpha_dice", "alpha_passonneau_2004"),
    *("alpha_tree", "statement_alpha"),
)
_FEWEST_REPLICATES, _MOST_SPANS = 1_000, 30_000_000  # over all replicates: some ten seconds
_MOST_RECOMPUTED = 500  # units or articles, each left out once
_MOST_VALUES = 2_048  # which are held as a matrix, each by each

_Spread = Replicates | StandardError


@dataclass(frozen=True, slots=True)
class Wish:
    """How intervals are to be made, and the threshold that replicates are held against.

    Without a threshold it is the one from which on the codebook calls a variable reliable.
    `clustered` draws or leaves out whole articles, where the rows are those of a study; None does
    so where there are enough of them for an interval.
    """

    method: str = "bootstrap"
    replicates: int = REPLICATES
    seed: int = SEED
    level: float = 0.95
    threshold: float | None = None
    clustered: bool | None = None


def with_intervals(rows: Iterable[Row], wish: Wish, codebook: Codebook | None = None) -> list[Row]:
    """The rows with an interval for each coefficient, or the reason why it has none."""
    return [row if wish.method == "none" else _with(row, wish, codebook) for row in rows]


def _with(row: Row, wish: Wish, codebook: Codebook | None) -> Row:
    demanded = thresholds_of(codebook, row.heading.variable).reliable
    threshold = demanded if wish.threshold is None else wish.threshold
    found: dict[str, Interval] = {}
    below: dict[str, Below] = {}
    for c in row.coefficients:
        spread = _spread(row, c, wish)
        if isinstance(spread, str):
            found[c.name] = Interval(None, None, wish.level, wish.method, reason=spread)
        else:
            article = _of_articles(row, wish) or row.level_of_values == SPANS
            found[c.name] = _in_words(spread.interval(wish.level), of_articles=article)
            below[c.name] = Below(threshold, spread.share_below(threshold))
    return replace(row, ci=found, below=below)


def _spread(row: Row, c: Coefficient, wish: Wish) -> _Spread | str:
    """Replicates or a standard error of the coefficient; a reason where neither can be had."""
    if c.value is None:
        return ITSELF_UNDEFINED
    if row.level_of_values == SPANS:
        return _of_spans(row, c, wish)
    if len(row.sample.data.values) > _MOST_VALUES and (
        c.name not in _OF_ANY_NUMBER or wish.method == "analytic"
    ):
        return f"more than {_MOST_VALUES:,} distinct values"
    if wish.method in ("pairs", "analytic"):
        return _of_table(row, c.name, wish)
    clusters = _clusters(row, wish)
    form = row.form() if row.form else _form(row, c.name)
    if reason := _why_slow(form, clusters, wish):
        return reason
    if wish.method == "jackknife":
        return jackknife(form, clusters=clusters)
    return unit_bootstrap(form, seed=wish.seed, replicates=wish.replicates, clusters=clusters)


def _of_spans(row: Row, c: Coefficient, wish: Wish) -> _Spread | str:
    """Spans of one article resemble each other, so that whole articles are drawn or left out."""
    if wish.method in ("pairs", "analytic"):
        return f"--ci {wish.method} is not for spans"
    form = row.forms[c.name]()
    articles = list(range(len(form.multiplicity)))
    if wish.method == "jackknife":
        return jackknife(form, clusters=articles)
    most = wish.replicates
    if isinstance(form, Unitizing):  # each replicate lays the articles end to end anew
        most = min(most, max(_FEWEST_REPLICATES, _MOST_SPANS // max(1, len(form.article))))
    return unit_bootstrap(form, seed=wish.seed, replicates=most, clusters=articles)


def _why_slow(form: UnitForm, clusters: list[str] | None, wish: Wish) -> str:
    """Why nobody would wait for the interval of a coefficient that must be computed anew."""
    if isinstance(form, Compared):
        return _why_slow_to_compare(form if clusters is None else form.clustered(clusters), wish)
    if not isinstance(form, Recomputed):
        return ""
    if wish.method == "bootstrap":
        return "each replicate would have to be computed anew; --ci jackknife may give an interval"
    items = len(form.multiplicity) if clusters is None else len(set(clusters))
    return "" if items <= _MOST_RECOMPUTED else "it would have to be computed anew for each unit"


def _why_slow_to_compare(form: Compared, wish: Wish) -> str:
    """Why too many different sets, or too many units that hold them, have no interval."""
    if form.has_too_many_values:
        return f"more than {MOST_VALUES:,} distinct sets: comparing every two would take too long"
    if form.has_too_many_items and wish.method == "bootstrap":
        return (
            f"more than {MOST_ITEMS:,} {form.item}s with thousands of distinct sets: each replicate"
            " would compare them all anew; --ci jackknife gives an interval"
        )
    return ""


def _of_table(row: Row, name: str, wish: Wish) -> _Spread | str:
    """The two methods that know nothing of clusters, for the coefficients that they know."""
    data, level = row.sample.data, row.heading.level
    if wish.method == "pairs":
        if name != _ALPHA:
            return "Krippendorff's pair bootstrap is for krippendorff_alpha only"
        return pair_bootstrap(data, level=level, seed=wish.seed, replicates=wish.replicates)
    if name not in ANALYTIC or row.level_of_values in ("sets", "statements"):
        return f"there is no analytic standard error of {name} here"
    return analytic(name, data, level=level, categories=row.categories)


def _form(row: Row, name: str) -> UnitForm:
    data, level = row.sample.data, row.heading.level
    if name in NAMES:
        return form_of(name, data, level=level, categories=row.categories)
    figure = partial(COEFFICIENTS[name].compute, level=level, categories=row.categories)
    return recomputed(figure, data)


def _clusters(row: Row, wish: Wish) -> list[str] | None:
    """The article of each unit; else its paragraph, where several of the units stand in one."""
    units = row.sample.units
    if _of_articles(row, wish):
        return [article for article, _ in units]
    if len(set(units)) < len(units):
        return [f"{number} {article}" for article, number in units]
    return None


def _of_articles(row: Row, wish: Wish) -> bool:
    """Whether whole articles are drawn or left out, rather than paragraphs."""
    if wish.clustered is not None:
        return wish.clustered and bool(row.sample.units)
    return len(set(_articles(row))) >= (2 if wish.method == "jackknife" else FEWEST_DRAWN)


def _articles(row: Row) -> list[str]:
    """The article of each unit that two or more coders coded; none where there is no study."""
    units, data = row.sample.units, row.sample.data
    compared = np.flatnonzero((data.codes >= 0).sum(axis=0) >= 2).tolist()
    return [units[column][0] for column in compared] if units else []


def takes_articles_as_given(row: Row, interval: Interval) -> bool:
    """Whether an interval tells of other paragraphs of the same articles, but not of others."""
    if interval.low is None or interval.method.startswith("clustered"):
        return False
    articles = _articles(row)
    return len(set(articles)) < len(articles)


def _in_words(interval: Interval, *, of_articles: bool) -> Interval:
    """In the words of a study, whose clusters are articles or paragraphs."""
    if of_articles:
        return replace(interval, reason=interval.reason.replace("cluster", "article"))
    method = interval.method.replace("clustered ", "paragraph ")
    return replace(interval, method=method, reason=interval.reason.replace("cluster", "paragraph"))
