"""Any table of units by coders -> reliability data, without a study."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from annotator.model.problem import Problem
from annotator.reports.grid import MISSING, Grid, refusal
from annotator.reports.guess import has_header, has_unit_column, names_coders


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
    assumed = (_what_was_found(len(units), list(coders)),)
    return Ratings(grid.where, tuple(coders), len(units), cells, lambda c, u: lines[c, u], assumed)


def of_coders(ratings: Ratings, wanted: Collection[str]) -> Ratings:
    """The same without the other coders, or columns that are none.

    Raises KeyError for a coder who is not there.
    """
    places = [ratings.coders.index(name) for name in ratings.coders if name in wanted]
    if absent := sorted(set(wanted).difference(ratings.coders)):
        raise KeyError(absent[0])
    named = tuple(ratings.coders[place] for place in places)
    return replace(
        ratings,
        coders=named,
        cells=[ratings.cells[place] for place in places],
        line=lambda coder, unit: ratings.line(places[coder], unit),
        assumed=(_what_was_found(ratings.n_units, named), *ratings.assumed[1:2]),
    )


def _columns(grid: Grid, names: Sequence[str]) -> list[int]:
    head = list(grid.rows[0])
    if absent := [name for name in names if name not in head]:
        have, line = ", ".join(head), grid.line(0, 0)
        raise refusal(
            grid.where,
            [Problem(f"no column “{n}”; there are: {have}", grid.where, line) for n in absent],
        )
    return [head.index(name) for name in names]


def _fault(unit: str, coder: str, earlier: int | None) -> str:
    if unit in MISSING or coder in MISSING:
        return "a row without a unit or without a coder"
    return f"{coder} coded {unit} on line {earlier} already" if earlier else ""


def _given(cell: str) -> str | None:
    return None if cell in MISSING else cell


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


def _what_was_found(n_units: int, coders: Sequence[str]) -> str:
    units = "unit" if n_units == 1 else "units"
    named = "coder" if len(coders) == 1 else "coders"
    return f"{n_units:,} {units}, {len(coders)} {named}: {', '.join(coders)}."


def _how_wide_was_read(
    grid: Grid, coders: Sequence[str], n_units: int, *, header: bool, unit_column: bool
) -> tuple[str, ...]:
    row, column = ("column", "row") if grid.is_transposed else ("row", "column")
    names = "holds names" if header else "holds values, no names"
    unit = "names the units" if unit_column else "is a coder and does not name the units"
    first = f"The first {row} {names} (else: --{'no-' * header}header)"
    second = f"the first {column} {unit} (else: --{'no-' * unit_column}unit-column)"
    said = [_what_was_found(n_units, coders), f"{first}; {second}."]
    in_rows = header and unit_column and not grid.is_transposed and names_coders(grid.rows[0][0])
    if len(coders) > n_units or in_rows:
        said.append("If coders stand in rows and units in columns, add --transpose.")
    if len(coders) < 2:
        said.append("Is the delimiter right (--delimiter)? One value per row needs --long.")
    return tuple(said)
