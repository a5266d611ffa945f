"""What stands beside a figure: rows taken apart, and rows in parts, against the bare alphas.

A diagnosis holds the alpha of the row, of each two coders, without each coder, and of each value;
its floor is these same alphas and nothing else, also of the maps and places of confusions. The
floor of a row in parts is the bare alpha of each part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations
from typing import NamedTuple

import numpy as np

from annotator.agreement import ReliabilityData, alpha_by_category
from annotator.agreement.coders import columns_of, rows_of
from annotator.agreement.statements import statement_reliability
from annotator.reports.confusion_matrix import confusion_matrix
from annotator.reports.diagnosis import diagnose, figure_of, places_of
from annotator.reports.row import NOMINAL, Heading, Row, Sample, set_row, value_row
from annotator.reports.splits import by_batch, by_week
from annotator.reports.statements import alpha_row
from benchmarks import statements
from benchmarks.measure import Result, paired, took

CODES, RIGHT = 7, 0.8
UNITS, OF_SETS, OF_STATEMENTS = 100_000, 20_000, 3_000
WEEK = 7 * 24 * 3600 * 1000
ROUNDS = 3


def benchmark() -> Iterator[Result]:
    """Diagnoses of values, of sets and of whole statements; then confusions, weeks, batches."""
    for n in (UNITS // 10, UNITS):
        yield _against(Case(f"diagnosis: {n:,} units x 5", values(n, 5), diagnose, alphas, 20))
    yield _against(Case(f"diagnosis of sets: {OF_SETS:,} x 3", sets(), diagnose, alphas, 4))
    what = f"diagnosis of statements: {OF_STATEMENTS:,} x 3"
    yield _against(Case(what, whole_statements(), diagnose, alphas, 4))
    row = values(UNITS, 5)
    times = {unit: place * WEEK // 2_000 for place, unit in enumerate(row.sample.units)}
    weeks = partial(by_week, times=times, versions={})
    batches = partial(by_batch, times=times, versions={})
    what = f"{UNITS:,} units x 5"
    yield _against(Case(f"map of confusions: {what}", row, confusion_matrix, alphas, 40))
    yield _against(Case(f"places of confusions: {what}", row, places, alphas, 50))
    yield _against(Case(f"50 weeks: {what}", row, weeks, partial(of_parts, size=2_000), 15))
    yield _against(Case(f"2,000 batches: {what}", row, batches, partial(of_parts, size=50), 10))


class Case(NamedTuple):
    """What is measured on a row, its floor, and how many times the floor it may take."""

    what: str
    row: Row
    measure: Callable[[Row], object]
    floor: Callable[[Row], object]
    limit: float


def _against(case: Case) -> Result:
    spent, ratio = paired(
        lambda: took(lambda: case.measure(_fresh(case.row))),
        lambda: took(lambda: case.floor(_fresh(case.row))),
        ROUNDS,
    )
    return Result(case.what, spent, "its alphas", ratio, case.limit)


def _fresh(row: Row) -> Row:
    """The row over data of which nothing is cached yet."""
    sample, data = row.sample, row.sample.data
    copied = ReliabilityData(data.codes, data.values, data.ordered)
    made = object.__new__(Row)
    for name in Row.__dataclass_fields__:
        object.__setattr__(made, name, getattr(row, name))
    object.__setattr__(made, "sample", Sample(copied, sample.coders, sample.units))
    return made


def places(row: Row) -> object:
    """Where each two values met."""
    return places_of(row.sample)


def of_parts(row: Row, size: int) -> None:
    """The bare alpha of so many units at a time."""
    figure, data = figure_of(row), row.sample.data
    for start in range(0, data.codes.shape[1], size):
        figure(columns_of(data, list(range(start, start + size))))


def alphas(row: Row) -> None:
    """The alphas that a diagnosis holds."""
    figure, data = figure_of(row), row.sample.data
    coders = range(len(data.codes))
    figure(data)
    for kept in (*combinations(coders, 2), *combinations(coders, len(coders) - 1)):
        figure(rows_of(data, list(kept)))
    if row.heading.view == "value":
        alpha_by_category(data)


def values(n_units: int, n_coders: int) -> Row:
    """Nominal values, four out of five right."""
    chance = np.random.default_rng(7)
    truth = chance.integers(0, CODES, n_units)
    guesses = chance.integers(0, CODES, (n_coders, n_units))
    table = np.where(chance.random(guesses.shape) < RIGHT, truth, guesses)
    data = ReliabilityData(table.astype(np.int64), [f"c{code}" for code in range(CODES)], False)
    return value_row(Heading("stance", "value"), _names(n_coders), data, units=_units(n_units))


def sets() -> Row:
    """Sets of three of thirty codes, of which each coder misses some."""
    chance = np.random.default_rng(8)
    truth = chance.integers(0, 30, (OF_SETS, 3))
    kept = chance.random((3, OF_SETS, 3)) < RIGHT
    cells = [
        [frozenset(f"c{code}" for code in codes[own]) for codes, own in zip(truth, of, strict=True)]
        for of in kept
    ]
    table = np.empty((3, OF_SETS), dtype=object)
    for place, line in enumerate(cells):
        table[place] = line
    return set_row(
        Heading("actor", "set"), _names(3), ReliabilityData.of(table), units=_units(OF_SETS)
    )


def whole_statements() -> Row:
    """The statements of the benchmark of matching."""
    data, metric = statement_reliability(statements.table(OF_STATEMENTS), statements.VARIABLES)
    sample = Sample(data, _names(3), _units(OF_STATEMENTS))
    return alpha_row(Heading("statement", "statement_alpha", level=NOMINAL), sample, metric, [])


def _names(n_coders: int) -> list[str]:
    return [f"coder {place}" for place in range(n_coders)]


def _units(n_units: int) -> list[tuple[str, int]]:
    return [(f"a{place // 20}", place % 20 + 1) for place in range(n_units)]
