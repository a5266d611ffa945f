"""What coders wrote -> values of a level of measurement, or a refusal that names the rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from math import isfinite, nan

from annotator.agreement import ReliabilityData
from annotator.model.coding import SEPARATOR
from annotator.model.problem import Problem
from annotator.reports.grid import NUMBER, refusal
from annotator.reports.ratings import Ratings

_WHOLE = re.compile(r"([+-]?\d+)([.,]0+)?", re.ASCII)
_WITH_COMMA = re.compile(r"[+-]?\d*,\d+", re.ASCII)
_LOOKS_LIKE_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}", re.ASCII)
_LOOK_MISSING = frozenset({"*", "-", "?", "nan", "none", "null", "n/a", "na", "missing", "#n/a"})


def reliability_data(
    ratings: Ratings, level: str, order: Sequence[str] = ()
) -> tuple[ReliabilityData, tuple[str, ...]]:
    """The ratings as values of a level of measurement, with remarks on how they were read.

    Numbers are needed above the nominal level, unless `order` lists the ordinal values from low
    to high. Raises DataError that names every unfit value with its first line.
    """
    notes = _look_missing(ratings)
    if order:
        _refuse(ratings, lambda cell: "" if cell in order else "is not in the order given")
        return ReliabilityData.of(_table(ratings), order=order), notes
    if level == "nominal":
        return _nominal(ratings, notes)
    ratings, told = _with_points(ratings)
    notes += told
    _refuse(ratings, lambda cell: _unfit(cell, level), hint=_hint(level))
    numbers = [[nan if cell is None else float(cell) for cell in row] for row in ratings.cells]
    return ReliabilityData.of(numbers), notes


def set_data(ratings: Ratings) -> tuple[ReliabilityData, tuple[str, ...]]:
    """The ratings as sets of codes separated by `|`; a lone `|` is the empty set."""
    data = ReliabilityData.of(_table(ratings))
    return data.recoded(_as_set), _look_missing(ratings)


def _as_set(cell: str) -> frozenset[str]:
    return frozenset(filter(None, map(str.strip, cell.split(SEPARATOR))))


def _nominal(ratings: Ratings, notes: tuple[str, ...]) -> tuple[ReliabilityData, tuple[str, ...]]:
    """Codes are text; but whole numbers of which a program wrote some with .0 are one code each."""
    data = ReliabilityData.of(_table(ratings))
    whole = [_WHOLE.fullmatch(value) for value in data.values]
    if not all(whole) or not any(match and match[2] for match in whole):
        return data, notes
    plain = data.recoded(lambda value: re.split("[.,]", value)[0])
    if len(plain.values) == len(data.values):
        return data, notes
    return plain, (*notes, "1 and 1.0 count as the same code.")


def _with_points(ratings: Ratings) -> tuple[Ratings, tuple[str, ...]]:
    """Decimal commas as points, where commas can mean nothing else."""
    cells = {cell for cell in chain.from_iterable(ratings.cells) if cell}
    commas = {cell for cell in cells if _WITH_COMMA.fullmatch(cell)}
    if not commas or any("." in cell for cell in cells):
        return ratings, ()
    if all(map(_LOOKS_LIKE_THOUSANDS.fullmatch, commas)):
        return ratings, ()
    rows = [[cell and cell.replace(",", ".") for cell in row] for row in ratings.cells]
    return replace(ratings, cells=rows), ("Commas are read as decimal points.",)


def _table(ratings: Ratings) -> list[list[str | None]]:
    return [list(row) for row in ratings.cells]


def _look_missing(ratings: Ratings) -> tuple[str, ...]:
    found = {c for c in chain.from_iterable(ratings.cells) if c and c.lower() in _LOOK_MISSING}
    return tuple(
        f"“{cell}” counts as a value; what is missing is empty, . or NA." for cell in sorted(found)
    )


def _unfit(cell: str, level: str) -> str:
    if not NUMBER.fullmatch(cell):
        return "is not a number"
    if not isfinite(float(cell)):
        return "is too large"
    if level == "ratio" and float(cell) < 0:
        return "is negative, and ratio data have a true zero"
    return ""


def _hint(level: str) -> str:
    if level == "ordinal":
        return "Texts need their order: `--order low,middle,high`."
    return (
        "Decimals have a point, or all of them a comma. For codes that are names: --level nominal."
    )


def _refuse(ratings: Ratings, why_not: Callable[[str], str], hint: str = "") -> None:
    """Raise DataError for values that do not fit, each distinct one with where it stands first."""
    counts = Counter(cell for cell in chain.from_iterable(ratings.cells) if cell)
    unfit = {cell: reason for cell in counts if (reason := why_not(cell))}
    if not unfit:
        return
    lines: dict[str, int] = {}
    for coder, row in enumerate(ratings.cells):
        for unit, cell in enumerate(row):
            if cell in unfit:
                line = ratings.line(coder, unit)
                lines[cell] = min(line, lines.get(cell, line))
    problems = [
        Problem(f"“{cell}” {reason}{_times(counts[cell])}", ratings.where, lines[cell])
        for cell, reason in unfit.items()
    ]
    raise refusal(ratings.where, sorted(problems, key=lambda p: p.line), hint=hint)


def _times(count: int) -> str:
    return "" if count == 1 else f" ({count:,} times, first here)"
