"""Sentences on the coefficients: which they are, their intervals, what they came to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.agreement.intervals import Interval
from annotator.reports.document import Gap
from annotator.reports.intervals import FEWEST_CLUSTERS
from annotator.reports.row import SET_VIEWS, Row
from annotator.reports.verdict import (
    FEW_UNITS,
    RELIABLE,
    TENTATIVE,
    UNDEFINED,
    UNRELIABLE,
    Thresholds,
)
from annotator.reports.written.facts import StudyFacts
from annotator.reports.written.figures import interval_cell, interval_of, leading
from annotator.reports.written.tables import RELIABILITY
from annotator.reports.written.words import Reasons, figure, listed, plain, row_label, small

_BESIDE = {"cohen_kappa": "Cohen's kappa", "gwet_ac1": "Gwet's AC1 (Gwet 2008)"}
_RELIABLE = ".800, from which on Krippendorff (2004, p. 241) calls data reliable"


def measures(rows: Sequence[Row]) -> Iterator[str]:
    """Which coefficients were computed and why, and how their intervals were made."""
    yield (
        "Agreement was measured with Krippendorff's alpha, which takes any number of coders, "
        "missing values, and the level of measurement of each variable into account "
        "(Krippendorff 2011)."
    )
    if any(row.heading.view in SET_VIEWS for row in rows):
        yield (
            "Where a unit holds a set of codes, alpha was computed with Jaccard's distance between "
            "sets, and with the MASI distance beside it (Passonneau 2006)."
        )
    names = {c.name for row in rows for c in row.coefficients}
    beside = [text for name, text in _BESIDE.items() if name in names]
    yield (
        f"{listed(['The share of agreeing pairs of coders', *beside])} "
        f"stand{'' if beside else 's'} beside alpha; the share is not corrected for chance "
        "(Lombard, Snyder-Duch and Bracken 2002)."
    )
    yield from _interval_methods(rows)


def _interval_methods(rows: Sequence[Row]) -> Iterator[str]:
    intervals = [found for row in rows if (found := interval_of(row, leading(row)))]
    made = [interval for interval in intervals if interval.low is not None]
    for method in dict.fromkeys(interval.method for interval in made):
        alike = [interval for interval in made if interval.method == method]
        yield f"Intervals of {alike[0].level:.0%}: {plain(method)}{_drawn(alike[0])}."
        fewest = min(interval.n for interval in alike)
        if method.startswith("clustered"):
            yield _clustered(fewest)


def _drawn(interval: Interval) -> str:
    if not interval.replicates:
        return ""
    return f", {interval.replicates:,} replicates, seed {interval.seed}"


def _clustered(fewest: int) -> str:
    why = "Whole articles are resampled, since paragraphs of one article resemble each other"
    if fewest >= FEWEST_CLUSTERS:
        return f"{why}."
    return (
        f"{why}; some figures rest on {fewest} articles only, and with fewer than "
        f"{FEWEST_CLUSTERS} such intervals are too narrow."
    )


def results(facts: StudyFacts, rows: Sequence[Row]) -> Iterator[str | Gap]:
    """Every alpha, how many reach the customary thresholds, and how many rest on few units."""
    if not rows:
        yield "Nothing was coded that could be compared."
        return
    yield f"Table {RELIABILITY} gives every figure."
    yield from _alphas(facts, rows)
    yield _verdicts(rows)
    yield from _few_units(rows)
    if any(Thresholds().verdict(leading(row)) != RELIABLE for row in rows):
        yield Gap("State what follows for variables below the threshold that you hold to")


def _alphas(facts: StudyFacts, rows: Sequence[Row]) -> Iterator[str]:
    """Every alpha with its interval; those that are undefined by the reason why."""
    undefined: dict[str, list[str]] = {}
    defined = []
    for row in rows:
        alpha, name = leading(row), row_label(facts.codebook, row)
        if alpha.value is None:
            undefined.setdefault(plain(alpha.reason), []).append(name)
        else:
            defined.append(f"{name} {figure(alpha.value)}{_interval(row)}")
    if defined:
        yield f"Krippendorff's alpha: {'; '.join(defined)}."
    for reason, names in undefined.items():
        which = "every variable" if len(names) == len(rows) else "; ".join(names)
        yield f"Alpha is undefined ({reason}) for {which}."


def _interval(row: Row) -> str:
    found = interval_of(row, leading(row))
    return f" {interval_cell(found, Reasons())}" if found and found.low is not None else ""


def _verdicts(rows: Sequence[Row]) -> str:
    verdicts = [Thresholds().verdict(leading(row)) for row in rows]
    clauses = {
        RELIABLE: ("reaches", "reach", _RELIABLE),
        TENTATIVE: ("lies", "lie", "between .667 and .800, where he allows tentative conclusions"),
        UNRELIABLE: ("lies", "lie", "below .667"),
        UNDEFINED: ("is", "are", "undefined"),
    }
    told = [
        f"{small(count) if count else 'none'} {many if count > 1 else one} {what}"
        for verdict, (one, many, what) in clauses.items()
        if (count := verdicts.count(verdict)) or verdict == RELIABLE
    ]
    noun = "alpha" if len(rows) == 1 else "alphas"
    return f"Of {small(len(rows))} {noun}, {'; '.join(told)}."


def _few_units(rows: Sequence[Row]) -> Iterator[str]:
    few = sum(0 < row.n_units < FEW_UNITS for row in rows)
    if few:
        which = "all of them" if few == len(rows) else f"{small(few)} of them"
        yield (
            f"Fewer than {FEW_UNITS} units, which say little (Lombard, Snyder-Duch and Bracken "
            f"2002), underlie {which}."
        )
