"""Categories: how many there are, and how reliable each of them is by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from operator import eq
from typing import Any

import numpy as np

from annotator.agreement.coefficient import (
    Coefficient,
    defined,
    undefined,
    why_no_variation,
    why_not_pairable,
)
from annotator.agreement.data import ReliabilityData, Table


def number_of_categories(data: ReliabilityData, categories: int | None) -> tuple[int, str]:
    """How many categories there are (never under 2), and a note that says who says so.

    Raises ValueError where more values were found than `categories`.
    """
    found = int(np.count_nonzero(data.margins.sum(axis=0)))
    if categories is None:
        return max(found, 2), f"q = {found}, the categories found"
    if categories < found:
        raise ValueError(f"{found} categories were found, so there cannot be {categories}")
    return max(categories, 2), f"q = {categories}, the categories given"


def alpha_by_category(table: Table) -> dict[Any, Coefficient]:
    """Nominal alpha of each value against all others together, by value.

    Krippendorff, K. (1980): Content Analysis. Sage, p. 139, with the worked example that the
    tests repeat.
    """
    data = ReliabilityData.of(table)
    return {_plain(value): _alpha(data, code) for code, value in enumerate(data.values)}


def by_category(
    figure: Callable[[ReliabilityData], Coefficient], table: Table
) -> dict[Any, Coefficient]:
    """Any nominal coefficient of each value against all others together, by value.

    Fleiss, J. L. (1971): Psychological Bulletin 76(5), pp. 378-382 (kappa of one category).
    """
    data = ReliabilityData.of(table)
    return {
        _plain(value): replace(figure(data.recoded(partial(eq, value))), note=_against(value))
        for value in data.values
    }


def _alpha(data: ReliabilityData, code: int) -> Coefficient:
    name, count = "krippendorff_alpha", int(data.totals[code])
    rest = data.n_pairable - count
    if reason := why_not_pairable(data) or why_no_variation(data) or _why_not_used(count):
        return undefined(name, reason, data)
    observed = data.paired.observed(
        lambda left, right: np.asarray((left == code) != (right == code), np.float64)
    )
    value = 1 - observed * (data.n_pairable - 1) / (2 * count * rest)
    return defined(name, value, data, note=_against(data.values[code]))


def _why_not_used(count: int) -> str:
    return "" if count else "the category was not used in units that two or more coders coded"


def _against(value: Any) -> str:
    return f"{_plain(value)} against all other values"


def _plain(value: Any) -> Any:
    """Numpy's numbers as Python's, whole ones without a fraction, so that 2 finds its alpha."""
    number = value.item() if isinstance(value, np.generic) else value
    return int(number) if isinstance(number, float) and number.is_integer() else number
