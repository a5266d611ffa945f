"""Intervals in `annotator agree`: how they are asked for, and what stands below the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.options import together
from annotator.errors import UsageError

if TYPE_CHECKING:
    from annotator.agreement.intervals import Interval
    from annotator.model.codebook import Codebook
    from annotator.reports.intervals import Wish
    from annotator.reports.row import Row

_METHODS = ("bootstrap", "jackknife", "pairs", "analytic", "none")
_FEWEST, _MOST = 100, 1_000_000

options = together((
    click.option(
        "--ci", type=click.Choice(_METHODS), default="bootstrap", show_default=True,
        help="How the 95 % intervals are made: bootstrap of units, jackknife, Krippendorff's "
        "bootstrap of pairs (too narrow), Gwet's analytic standard errors; or none.",
    ),
    click.option(
        "--clusters/--no-clusters", default=None,
        help="Draw or leave out whole articles, or single paragraphs. [default: articles, where a "
        "figure rests on four or more (with --ci jackknife: two)]",
    ),
    click.option(
        "--replicates", type=click.IntRange(_FEWEST, _MOST), metavar="N",
        help="How many replicates are drawn. [default: 10,000]",
    ),
    click.option(
        "--seed", type=click.IntRange(min=0), metavar="N",
        help="Where draws start, so that an interval can be made again. [default: 1]",
    ),
))  # fmt: skip
"""The options that say how intervals are made."""


def check(wanted: dict[str, Any], *, of_table: bool) -> None:
    """Raise UsageError where the options cannot be meant together."""
    method = wanted["ci"]
    if of_table and wanted["clusters"]:
        raise UsageError("--clusters is about a study, not about --data.")
    if wanted["clusters"] is not None and method not in ("bootstrap", "jackknife"):
        raise UsageError(f"--ci {method} knows no clusters.")
    drawn = [name for name in ("replicates", "seed") if wanted[name] is not None]
    if drawn and method not in ("bootstrap", "pairs"):
        raise UsageError(f"--ci {method} draws nothing: leave --{drawn[0]} out.")


def with_intervals(
    rows: Sequence[Row], wanted: dict[str, Any], codebook: Codebook | None = None
) -> list[Row]:
    """The rows with the intervals that were asked for."""
    from annotator.reports.intervals import with_intervals as made

    return made(rows, wish(wanted), codebook)


def wish(wanted: dict[str, Any]) -> Wish:
    """The intervals that were asked for."""
    from annotator.reports.intervals import Wish

    given = {
        name: wanted[option]
        for name, option in (("replicates", "replicates"), ("seed", "seed"))
        if wanted[option] is not None
    }
    if wanted["fail_under"] is not None:
        given["threshold"] = wanted["fail_under"]
    return Wish(wanted["ci"], clustered=wanted["clusters"], **given)


def cell(interval: Interval | None) -> str:
    """`[.69, .94]`, with a third decimal where two would not tell them apart; else empty."""
    if interval is None or interval.low is None or interval.high is None:
        return ""
    low, high = (_bound(bound, 2) for bound in (interval.low, interval.high))
    if low == high:
        low, high = (_bound(bound, 3) for bound in (interval.low, interval.high))
    return f"[{low}, {high}]"


def _bound(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}".replace("0.", ".", 1)
    return text if text.strip("-.0") else text.lstrip("-")


def how_made(shown: Sequence[Interval]) -> Iterator[str]:
    """A sentence on each method that was used, and on what its draws rest."""
    from annotator.agreement.intervals import REMARK
    from annotator.reports.intervals import FEWEST_CLUSTERS, OF_PARAGRAPHS

    made = [interval for interval in shown if interval.low is not None]
    for method, drawn in dict.fromkeys((i.method, i.replicates) for i in made):
        alike = [i for i in made if (i.method, i.replicates) == (method, drawn)]
        yield f"[ ]: interval of {alike[0].level:.0%}: {method}{_drawn(alike[0])}."
        if method.startswith("paragraph"):
            yield OF_PARAGRAPHS
    clustered = [interval for interval in made if interval.method.startswith("clustered")]
    fewest = min((interval.n for interval in clustered), default=FEWEST_CLUSTERS)
    if fewest < FEWEST_CLUSTERS:
        yield _few_articles(fewest, clustered[0].method)
    if any("pair bootstrap" in interval.method for interval in made):
        yield f"{REMARK}."


def _drawn(interval: Interval) -> str:
    if not interval.replicates:
        return ""
    return f", {interval.replicates:,} replicates, seed {interval.seed}"


def _few_articles(number: int, method: str) -> str:
    what = f"Whole articles are drawn, since their paragraphs resemble each other: here {number}."
    if "bootstrap" not in method:
        return what.replace("drawn", "left out")
    return f"{what} With so few the interval is too narrow; --ci jackknife is more careful."
