"""What stands beside a figure: where its disagreement comes from, and who and what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from annotator.agreement import (
    Coefficient,
    Confusion,
    DifferingPairs,
    Disagreement,
    ReliabilityData,
    Skew,
    alpha_by_category,
    alpha_jaccard,
    between_coders,
    bias_index,
    confusions,
    differing_pairs,
    disagreement,
    gwet_ac1,
    krippendorff_alpha,
    prevalence_index,
    skew,
    unit_shares,
    without_each_coder,
)
from annotator.agreement.alpha import alpha_with
from annotator.agreement.coincidence import differing_units
from annotator.agreement.pairs import Floats
from annotator.reports import views
from annotator.reports.row import NOMINAL, SET_VIEWS, TREE_VIEWS, Heading, Row, Sample
from annotator.reports.units import Unit
from annotator.reports.verdict import Thresholds


@dataclass(frozen=True, slots=True)
class UnitShare:
    """A unit (column of the sample), and its share of the observed disagreement."""

    column: int
    share: float


@dataclass(frozen=True, eq=False)
class Diagnosis:
    """One row of the report, taken apart.

    `coefficient` is the row's first alpha; `verdict` one word for it, by `thresholds`. `units`
    are those with any disagreement, the most costly first, as are `confusions`. `categories` are
    the alphas of each value against all others (of sets: of each code's presence). `ac1` stands
    beside nominal figures of single values, with the `n_codes` of the codebook where they are
    known. `used_once` are values (of sets: codes) that occur once among those compared. `pairs` are
    the coincidences off the diagonal. `prevalence` and `bias` are defined for two coders and two
    values.
    """

    heading: Heading
    sample: Sample
    coefficient: Coefficient
    thresholds: Thresholds
    verdict: str
    disagreement: Disagreement
    pairs: DifferingPairs
    skew: Skew
    used_once: tuple[Any, ...]
    ac1: Coefficient | None
    n_codes: int | None
    prevalence: Coefficient
    bias: Coefficient
    categories: Mapping[Any, Coefficient]
    without_coder: Mapping[str, Coefficient]
    between_coders: Mapping[tuple[str, str], Coefficient]
    confusions: tuple[Confusion, ...]
    units: tuple[UnitShare, ...]


def diagnose(row: Row, thresholds: Thresholds = Thresholds()) -> Diagnosis:  # noqa: B008 (frozen)
    """Take a row apart: everything that explains its first alpha."""
    sample, data = row.sample, row.sample.data
    distance = row.metric or distance_of(row.heading)
    figure, leading = figure_of(row), row.leading
    between = coder_matrix(sample, figure)
    return Diagnosis(
        heading=row.heading,
        sample=sample,
        coefficient=leading,
        thresholds=thresholds,
        verdict=thresholds.verdict(leading),
        disagreement=disagreement(data, distance=distance),
        pairs=differing_pairs(data),
        skew=skew(data),
        used_once=_used_once(row.heading, data),
        ac1=gwet_ac1(data, categories=row.categories) if distance == NOMINAL else None,
        n_codes=row.categories,
        prevalence=prevalence_index(data),
        bias=bias_index(data),
        categories=_categories(row.heading, data),
        without_coder=_without_coder(sample, figure, between),
        between_coders=between,
        confusions=confusions(data, distance=distance),
        units=_ranked(_of_units(sample, unit_shares(data, distance=distance))),
    )


def distance_of(heading: Heading) -> str:
    """The distance on which the row's first alpha rests."""
    if heading.view == "statement_alpha":
        return "statements"
    if heading.view in TREE_VIEWS:
        return "tree"
    return "jaccard" if heading.view in SET_VIEWS else heading.level


def figure_of(row: Row) -> Callable[[ReliabilityData], Coefficient]:
    """The row's first alpha, as a function of data."""
    if row.metric is not None:
        name, level = row.leading.name, row.leading.level
        return partial(alpha_with, row.metric, name=name, level=level)
    if row.heading.view in SET_VIEWS:
        return alpha_jaccard
    return partial(krippendorff_alpha, level=row.heading.level)


def coder_matrix(
    sample: Sample, figure: Callable[[ReliabilityData], Coefficient]
) -> dict[tuple[str, str], Coefficient]:
    """Any coefficient of each two coders, by their names."""
    return {
        (sample.coders[one], sample.coders[other]): found
        for (one, other), found in between_coders(figure, sample.data).items()
    }


def _without_coder(
    sample: Sample,
    figure: Callable[[ReliabilityData], Coefficient],
    between: Mapping[tuple[str, str], Coefficient],
) -> dict[str, Coefficient]:
    """The figure without each coder; of three coders it is that of the other two, and at hand."""
    coders = sample.coders
    if len(set(coders)) != 3:
        return dict(zip(coders, without_each_coder(figure, sample.data), strict=True))
    first, second, third = coders
    return {
        first: between[second, third],
        second: between[first, third],
        third: between[first, second],
    }


def places_of(sample: Sample) -> dict[tuple[Any, Any], list[int]]:
    """The units in which each two values met, the earlier value first.

    A unit is told by its first column: matched statements of one paragraph have a column each.
    """
    first = _first_columns(sample)
    found: dict[tuple[Any, Any], set[int]] = {}
    values = sample.data.values
    for units, one, other in differing_units(sample.data.codes):
        pairs = np.sort(np.stack((one, other)), axis=0).T.tolist()
        for unit, (left, right) in zip(units.tolist(), pairs, strict=True):
            found.setdefault((values[left], values[right]), set()).add(first[unit])
    return {pair: sorted(columns) for pair, columns in found.items()}


def _used_once(heading: Heading, data: ReliabilityData) -> tuple[Any, ...]:
    if distance_of(heading) == "statements":
        return ()  # hardly any set of statements recurs
    if heading.view not in SET_VIEWS:
        return skew(data).once
    used: Counter[Any] = Counter()
    for value, times in zip(data.values, data.totals.tolist(), strict=True):
        used.update(dict.fromkeys(value, times))
    return tuple(sorted(code for code, times in used.items() if times == 1))


def _categories(heading: Heading, data: ReliabilityData) -> Mapping[Any, Coefficient]:
    if heading.view in SET_VIEWS:
        codes = sorted({code for value in data.values for code in value})
        return {
            code: krippendorff_alpha(views.presence(data, code), level=NOMINAL) for code in codes
        }
    return alpha_by_category(data) if distance_of(heading) == NOMINAL else {}


def _first_columns(sample: Sample) -> list[int]:
    """For each column the first one of its unit."""
    if not sample.units:
        return list(range(sample.data.codes.shape[1]))
    met: dict[Unit, int] = {}
    return [met.setdefault(unit, column) for column, unit in enumerate(sample.units)]


def _of_units(sample: Sample, shares: Floats) -> Floats:
    """The shares of columns summed by unit, at its first column."""
    size = len(shares)
    return np.asarray(np.bincount(_first_columns(sample), weights=shares, minlength=size), float)


def _ranked(shares: Floats) -> tuple[UnitShare, ...]:
    order = np.argsort(-shares, kind="stable")
    disputed = order[: np.count_nonzero(shares)]
    return tuple(UnitShare(int(column), float(shares[column])) for column in disputed)
