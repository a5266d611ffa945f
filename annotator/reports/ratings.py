"""Any table of units by coders -> reliability data, without a study."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import isfinite, nan

from annotator.agreement import ReliabilityData
from annotator.model.coding import SEPARATOR
from annotator.model.problem import Problem
from annotator.reports.grid import MISSING, NUMBER, Grid, refusal
from annotator.reports.guess import has_header, has_unit_column, names_coders

_WHOLE = re.compile(r"([+-]?\d+)(\.0+)?", re.ASCII)
_LOOK_MISSING = frozenset({"*", "-", "?", "nan", "none", "null", "n/a", "na", "missing", "#n/a"})


@dataclass(frozen=True, slots=True)
class Ratings:
    """What each coder (row) wrote for each unit (column); None is missing.

    `line` tells on which line of the file a cell stands; `assumed` says in words how the file was
    read.
    """

    where: str
    coders: tuple[str, ...]
    n_units: int
    cells: Sequence[Sequence[str | None]]
    line: Callable[[int, int], int]
    assumed: tuple[str, ...]


def wide(grid: Grid, *, header: bool | None = None, unit_column: bool | None = None) -> Ratings:
    """Units in rows, coders in columns. What is not said is found out, and told in `assumed`.

    Raises DataError where a unit or a coder stands twice.
    """
    names_first = has_header(grid.rows) if header is None else header
    names = grid.rows[0] if names_first else None
    body = grid.rows[1:] if names_first else grid.rows
    units_first = has_unit_column(names, body) if unit_column is None else unit_column
    first, top = int(units_first), int(names_first)
    n_coders = len(grid.rows[0]) - first
    columns = [[_given(row[first + coder]) for row in body] for coder in range(n_coders)]
    coders = _coder_names(grid, names[first:] if names else [""] * n_coders)
    if units_first:
        _refuse_repeated(grid, [row[0] for row in body], top)
    return Ratings(
        grid.where, coders, len(body), columns,
        lambda coder, unit: grid.line(unit + top, coder + first),
        _how_wide_was_read(
            grid, coders, len(body), header=names_first, unit_column=units_first
        ),
    )  # fmt: skip


def long(grid: Grid, unit: str, coder: str, value: str) -> Ratings:
    """One row per value: the three columns are named.

    Raises DataError for a column that is not there, for a row without unit or coder, and for a
    coder's second value on a unit.
    """
    places = _columns(grid, (unit, coder, value))
    body = [tuple(row[place] for place in places) for row in grid.rows[1:]]
    units = {name: number for number, name in enumerate(dict.fromkeys(row[0] for row in body))}
    coders = {name: number for number, name in enumerate(dict.fromkeys(row[1] for row in body))}
    cells: list[list[str | None]] = [[None] * len(units) for _ in coders]
    lines: dict[tuple[int, int], int] = {}
    problems = []
    for line, (unit_name, coder_name, cell) in zip(grid.lines[1:], body, strict=True):
        place = coders[coder_name], units[unit_name]
        if fault := _fault(unit_name, coder_name, lines.get(place)):
            problems.append(Problem(fault, grid.where, line))
        cells[place[0]][place[1]], lines[place] = _given(cell), line
    if problems:
        raise refusal(grid.where, problems)
    assumed = f"{len(units):,} units, {len(coders)} coders: {', '.join(coders)}."
    return Ratings(
        grid.where, tuple(coders), len(units), cells, lambda c, u: lines[c, u], (assumed,)
    )


def _columns(grid: Grid, names: Sequence[str]) -> list[int]:
    head = list(grid.rows[0])
    if absent := [name for name in names if name not in head]:
        have = ", ".join(head)
        raise refusal(
            grid.where,
            [Problem(f"no column “{n}”; there are: {have}", grid.where, 1) for n in absent],
        )
    return [head.index(name) for name in names]


def _fault(unit: str, coder: str, earlier: int | None) -> str:
    if unit in MISSING or coder in MISSING:
        return "a row without a unit or without a coder"
    return f"{coder} coded {unit} on line {earlier} already" if earlier else ""


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
    plain = data.recoded(lambda value: value.partition(".")[0])
    if len(plain.values) == len(data.values):
        return data, notes
    return plain, (*notes, "1 and 1.0 count as the same code.")


def _table(ratings: Ratings) -> list[list[str | None]]:
    return [list(row) for row in ratings.cells]


def _given(cell: str) -> str | None:
    return None if cell in MISSING else cell


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
    return "Decimals have a point. For codes that are names: `--level nominal`."


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


def _refuse_repeated(grid: Grid, units: Sequence[str], top: int) -> None:
    first: dict[str, int] = {}
    problems = []
    for number, unit in enumerate(units):
        line = grid.line(number + top, 0)
        if unit in first:
            message = f"the unit “{unit}” stands on line {first[unit]} already"
            problems.append(Problem(message, grid.where, line))
        first.setdefault(unit, line)
    if problems:
        hint = "Is the first column a coder (`--no-unit-column`), or each row one value (`--long`)?"
        raise refusal(grid.where, problems, hint=hint)


def _coder_names(grid: Grid, names: Sequence[str]) -> tuple[str, ...]:
    """The names, with a number for a coder without one."""
    full = tuple(name or f"coder {number}" for number, name in enumerate(names, 1))
    if twice := sorted({name for name in full if full.count(name) > 1}):
        line = grid.line(0, 0)
        raise refusal(
            grid.where,
            [Problem(f"the coder “{name}” stands there twice", grid.where, line) for name in twice],
        )
    return full


def _how_wide_was_read(
    grid: Grid, coders: Sequence[str], n_units: int, *, header: bool, unit_column: bool
) -> tuple[str, ...]:
    row, column = ("column", "row") if grid.is_transposed else ("row", "column")
    names = "holds names" if header else "holds values, no names"
    unit = "names the units" if unit_column else "is a coder and does not name the units"
    first = f"The first {row} {names} (else: --{'no-' * header}header)"
    second = f"the first {column} {unit} (else: --{'no-' * unit_column}unit-column)"
    said = [f"{n_units:,} units, {len(coders)} coders: {', '.join(coders)}.", f"{first}; {second}."]
    in_rows = header and unit_column and not grid.is_transposed and names_coders(grid.rows[0][0])
    if len(coders) > n_units or in_rows:
        said.append("If coders stand in rows and units in columns, add --transpose.")
    if len(coders) < 2:
        said.append("Is the delimiter right (--delimiter)? One value per row needs --long.")
    return tuple(said)
