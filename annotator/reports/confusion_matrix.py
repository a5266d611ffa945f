"""Which values met in a unit, as a matrix in the order of the codebook; of sets: which codes.

Values are those of the coincidence matrix: Krippendorff, K. (2011): Computing Krippendorff's
Alpha-Reliability. University of Pennsylvania, repository.upenn.edu/asc_papers/43, steps B and C.
Sets are too many to be told apart in a matrix, so their codes are: what both coders of a pair
have meets itself, what only one has meets each code that only the other has, or nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from annotator.agreement.coincidence import unit_weights
from annotator.model.codebook import Codebook
from annotator.reports.row import NOMINAL, SET_VIEWS, Heading, Row, as_text
from annotator.reports.units import SPECIAL
from annotator.reports.views import JOINT

NO_CODE = None
"""Stands for the other coder's set where it has no code of its own."""


class _AnyOther:
    """Whatever differs from a value."""


ANY_OTHER = _AnyOther()
"""Stands for all values that differ from one."""

Cell = tuple[Any, Any]
"""Two values or codes that met, the one that stands first in the matrix first."""

Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class ConfusionMatrix:
    """`cells[c, k]` says how often c and k met, for each two that did; the matrix is symmetric.

    For values it is the coincidence o_ck: each pair of a unit with m values counts 1 / (m - 1), on
    the diagonal twice; a row sums to how often its value occurs. For codes of sets it is `n_pairs`,
    the pairs of coders in whose sets they met so.
    """

    values: tuple[Any, ...]
    cells: Mapping[Cell, float]
    n_pairs: Mapping[Cell, int]
    of_codes: bool

    def cell(self, one: Any, other: Any) -> Cell:
        """The name of a cell, whichever of its two values is given first."""
        return (one, other) if (one, other) in self.cells else (other, one)

    @cached_property
    def highest(self) -> float:
        """The most that any cell off the diagonal holds; 0 where nothing was confused."""
        return max((n for (one, other), n in self.cells.items() if one != other), default=0.0)

    @cached_property
    def differing(self) -> Mapping[Any, tuple[float, int]]:
        """For each value that met another: how often in all cells, and in how many pairs."""
        found: dict[Any, tuple[float, int]] = {}
        for cell, n in self.cells.items():
            for value in cell if cell[0] != cell[1] else ():
                sum_of_cells, pairs = found.get(value, (0.0, 0))
                found[value] = (sum_of_cells + n, pairs + self.n_pairs[cell])
        return found


def confusion_matrix(row: Row, codebook: Codebook | None = None) -> ConfusionMatrix:
    """The matrix of a row's values (of a set's codes), as far as they could be compared."""
    of_codes = row.heading.view in SET_VIEWS
    met: Counter[Cell] = Counter()
    weights: Counter[Cell] = Counter()
    weight, values = unit_weights(row.sample.data.codes), row.sample.data.values
    for columns, one, other in _compared(row):
        keys, inverse, times = np.unique(
            _keys(one, other, len(values)), return_inverse=True, return_counts=True
        )
        heavy = np.bincount(inverse, weights=weight[columns], minlength=len(times))
        pairs = (divmod(key, len(values)) for key in keys.tolist())
        for (left, right), n, w in zip(pairs, times.tolist(), heavy.tolist(), strict=True):
            for cell in _cells(values[left], values[right], of_codes=of_codes):
                met[cell] += n
                weights[cell] += w
    return _in_order(row.heading, codebook, met, weights, of_codes=of_codes)


def columns_behind(row: Row, one: Any, other: Any) -> Integers:
    """The units (columns) in which two coders' values met so; of sets: their codes.

    `ANY_OTHER` in the place of `other` stands for whatever differs from `one`.
    """
    values, of_codes = row.sample.data.values, row.heading.view in SET_VIEWS
    found: list[Integers] = []
    for columns, left, right in _compared(row):
        keys, inverse = np.unique(_keys(left, right, len(values)), return_inverse=True)
        wanted = [
            any(is_in(cell, one, other) for cell in _cells(values[a], values[b], of_codes=of_codes))
            for a, b in (divmod(key, len(values)) for key in keys.tolist())
        ]
        found.append(columns[np.array(wanted, bool)[inverse]])
    return np.unique(np.concatenate([np.empty(0, np.int64), *found]))


def is_in(cell: Cell, one: Any, other: Any) -> bool:
    """Whether a cell is that of two values, or (`ANY_OTHER`) of one and what differs from it."""
    if other is ANY_OTHER:
        return one in cell and cell[0] != cell[1]
    return cell in ((one, other), (other, one))


def _keys(one: Integers, other: Integers, size: int) -> NDArray[Any]:
    """One number for each two values: pairs of numbers would be sorted far more slowly."""
    return one * size + other


def _compared(row: Row) -> Iterator[tuple[Integers, Integers, Integers]]:
    """For each pair of coders the units that both coded, and what each said, by number."""
    for one, other in combinations(row.sample.data.codes, 2):
        columns = ((one >= 0) & (other >= 0)).nonzero()[0]
        if len(columns):
            yield columns, one[columns].astype(np.int64), other[columns].astype(np.int64)


def _cells(one: Any, other: Any, *, of_codes: bool) -> Iterator[Cell]:
    """The cells in which the values of two coders stand."""
    if not of_codes:
        yield one, other
        return
    yield from ((code, code) for code in one & other)
    if one != other:
        yield from product(one - other or (NO_CODE,), other - one or (NO_CODE,))


def _in_order(
    heading: Heading,
    codebook: Codebook | None,
    met: Counter[Cell],
    weights: Counter[Cell],
    *,
    of_codes: bool,
) -> ConfusionMatrix:
    """Both halves of the matrix as one."""
    values = sorted({value for cell in met for value in cell}, key=_order(heading, codebook))
    place = {value: number for number, value in enumerate(values)}
    n_pairs: Counter[Cell] = Counter()
    cells: dict[Cell, float] = {}
    for (one, other), n in met.items():
        cell = (one, other) if place[one] <= place[other] else (other, one)
        n_pairs[cell] += n
        added = n if of_codes else weights[one, other] * (2 if one == other else 1)
        cells[cell] = cells.get(cell, 0.0) + added
    return ConfusionMatrix(tuple(values), cells, n_pairs, of_codes)


def _order(heading: Heading, codebook: Codebook | None) -> Any:
    """The order of the codebook, then the states and what it does not know; numbers by size."""
    if heading.level != NOMINAL:
        return float
    known = codebook.by_id if codebook else {}
    variables = [known.get(name) for name in heading.variable.split("+")]
    names = [(*(variable.paths if variable else ()), *SPECIAL) for variable in variables]
    places = [{name: number for number, name in enumerate(each)} for each in names]

    def key(value: Any) -> tuple[bool, list[int], str]:
        text = "" if value is NO_CODE else as_text(value)
        parts = zip(text.split(JOINT), places, strict=False)
        return value is NO_CODE, [own.get(part, len(own)) for part, own in parts], text

    return key
