"""How the intervals of a report were made, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.agreement.intervals import REMARK, Interval
from annotator.model.wording import counted
from annotator.reports.intervals import (
    ARTICLES_GIVEN,
    FEWEST_CLUSTERS,
    OF_PARAGRAPHS,
    takes_articles_as_given,
)
from annotator.reports.row import Row
from annotator.reports.written.figures import interval_of
from annotator.reports.written.words import plain


def interval_methods(rows: Sequence[Row]) -> Iterator[str]:
    """Each method that was used, with replicates and seed, and what must be known of it."""
    made = _made(rows)
    for alike in _by_method(made):
        method = plain(alike[0].method)
        yield f"Confidence intervals of {alike[0].level:.0%}: {method}{_drawn(alike[0])}."
        if method.startswith("clustered"):
            yield _clustered(min(interval.n for interval in alike))
        if method.startswith("paragraph"):
            yield OF_PARAGRAPHS
        if "pair bootstrap" in method:
            yield f"{REMARK}."
    if any(takes_articles_as_given(row, interval) for row, interval in made):
        yield ARTICLES_GIVEN


def interval_notes(rows: Sequence[Row]) -> Iterator[str]:
    """The same for below a table, in short."""
    for alike in _by_method(_made(rows)):
        first, fewest = alike[0], min(interval.n for interval in alike)
        few = first.method.startswith("clustered") and fewest < FEWEST_CLUSTERS
        yield (
            f"[ ]: {first.level:.0%} confidence interval, {plain(first.method)}{_drawn(first)}"
            + (f"; it rests on {counted(fewest, 'article')} and is too narrow." if few else ".")
        )


def _made(rows: Sequence[Row]) -> list[tuple[Row, Interval]]:
    """The rows whose first figure has an interval."""
    found = [(row, interval_of(row, row.leading)) for row in rows]
    return [(row, one) for row, one in found if one is not None and one.low is not None]


def _by_method(made: Sequence[tuple[Row, Interval]]) -> Iterator[list[Interval]]:
    for method in dict.fromkeys(interval.method for _, interval in made):
        yield [interval for _, interval in made if interval.method == method]


def _drawn(interval: Interval) -> str:
    if not interval.replicates:
        return ""
    return f", {interval.replicates:,} replicates, seed {interval.seed}"


def _clustered(fewest: int) -> str:
    why = "Whole articles are resampled, since paragraphs of one article resemble each other"
    if fewest >= FEWEST_CLUSTERS:
        return f"{why}."
    return (
        f"{why}; some figures rest on {counted(fewest, 'article')} only, and with fewer than "
        f"{FEWEST_CLUSTERS} such intervals are too narrow: they must not be read as if 95 of 100 "
        "of them held the true value."
    )
