"""What stands behind a row of the agreement table, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.agreement import Coefficient
from annotator.agreement.intervals import Interval
from annotator.reports.intervals import (
    ARTICLES_GIVEN,
    FEWEST_CLUSTERS,
    takes_articles_as_given,
)
from annotator.reports.row import MATCHED, Row
from annotator.tui.agreement.figures import Figures
from annotator.tui.agreement.words import (
    bounds_of,
    coefficient_name,
    is_judged,
    threshold_words,
    value_of,
)

_BASIS = {"clustered": "articles", "paragraph": "paragraphs"}


def details(row: Row, found: Figures) -> Iterator[str]:
    """How its interval was made, every coefficient, why there is none, and the remarks."""
    figure = row.leading
    if figure.value is None:
        yield f"{coefficient_name(figure)} is undefined: {figure.reason}."
    else:
        yield from _on_interval(row, row.ci.get(figure.name), found)
    there = [c for c in row.coefficients if c.value is not None]
    if values := "; ".join(f"{coefficient_name(c)} {value_of(c)}" for c in there):
        yield f"{values}. Level of measurement: {row.heading.level}. Coders: {row.n_coders}."
    for other in row.coefficients:
        if other.value is None and other is not figure and not _is_never_defined(row, other):
            yield f"{coefficient_name(other)} is undefined: {other.reason}."
    yield from (f"! {remark}." for remark in row.remarks)
    for remark in found.remarks:
        why, _, names = remark.partition(": ")
        yield f"Not in the table ({why}): {names}."


def _on_interval(row: Row, interval: Interval | None, found: Figures) -> Iterator[str]:
    if interval is None:
        if found.doing:
            yield "Its interval is being computed."
    elif interval.low is None:
        yield f"No interval: {interval.reason}."
    else:
        drawn = f", {interval.replicates:,} replicates, seed {interval.seed}"
        made = f"{interval.method}{drawn if interval.replicates else ''}"
        rests = f"{interval.n:,} {_BASIS.get(interval.method.split()[0], 'units')}"
        risk = _risk(row, "of the replicates" if interval.replicates else "of samples")
        yield f"{interval.level:.0%} interval {bounds_of(interval)} ({made}, {rests}).{risk}"
        if made.startswith("clustered bootstrap") and interval.n < FEWEST_CLUSTERS:
            yield f"! Fewer than {FEWEST_CLUSTERS} articles: the interval is too narrow."
        if takes_articles_as_given(row, interval):
            yield f"! {ARTICLES_GIVEN}"


def _is_never_defined(row: Row, figure: Coefficient) -> bool:
    """Two coders have the values of matched statements, so that all of three never agree."""
    return row.heading.view in MATCHED and figure.name == "percent_all_agree"


def _risk(row: Row, of_what: str) -> str:
    """In how many replicates, or of samples, the figure is not reliable."""
    below = row.below.get(row.leading.name)
    if below is None or below.share is None or not is_judged(row):
        return ""
    return f" Below {threshold_words(below.threshold)} in {below.share:.0%} {of_what}."
