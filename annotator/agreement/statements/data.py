"""Which statements each coder found in each unit."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from annotator.agreement.encode import MISSING, Codes, code_type


class Statement(NamedTuple):
    """A code for each variable (None: not asked or not answered), and the spans it stands in."""

    codes: tuple[Hashable, ...]
    spans: tuple[tuple[int, int], ...] = ()


Cell = Collection[Statement | tuple[Hashable, ...]] | None
"""What one coder found in one unit: statements or bare tuples of codes; None: not finished."""

StatementSet = tuple[int, ...]
"""The numbers of a coder's statements in a unit, sorted; a number stands twice if coded twice."""


@dataclass(frozen=True, eq=False)
class StatementData:
    """Coders (rows) by units (columns), each distinct set of statements as a small integer.

    `cells` index `sets`, `sets` index `statements`; -1 is a unit that the coder did not finish.
    """

    variables: tuple[str, ...]
    statements: tuple[Statement, ...]
    sets: tuple[StatementSet, ...]
    cells: Codes

    @classmethod
    def of(cls, table: StatementTable, variables: Sequence[str]) -> StatementData:
        """From a coders-by-units table of collections of statements.

        Raises ValueError where there is no variable, one is named twice, rows differ in length, or
        a statement has not one code for each variable.
        """
        if isinstance(table, StatementData):
            return table
        _check_variables(variables)
        rows = [list(_cells(row, coder, len(variables))) for coder, row in enumerate(table)]
        if len({len(row) for row in rows}) > 1:
            raise ValueError("every coder needs a cell for every unit")
        found = {one for row in rows for cell in row if cell is not None for one in cell}
        # by name, not as met: ties between matchings must not hang on the order of the units
        statements = tuple(sorted(found, key=repr))
        number = {statement: place for place, statement in enumerate(statements)}
        sets: dict[StatementSet, int] = {}
        codes = [[_code(cell, number, sets) for cell in row] for row in rows]
        n_units = len(rows[0]) if rows else 0
        cells = np.array(codes, code_type(len(sets))).reshape(len(rows), n_units)
        return cls(tuple(variables), statements, tuple(sets), cells)


StatementTable = StatementData | Sequence[Sequence[Cell]]
"""Statement data, or a table of coders (rows) by units (columns) of statements."""


def _check_variables(variables: Sequence[str]) -> None:
    if not variables:
        raise ValueError("statements need at least one variable")
    if len(set(variables)) < len(variables):
        raise ValueError("a variable is named twice")


def _cells(row: Sequence[Cell], coder: int, n_codes: int) -> Iterator[list[Statement] | None]:
    for unit, cell in enumerate(row):
        statements = None if cell is None else [_statement(one) for one in cell]
        if statements and any(len(one.codes) != n_codes for one in statements):
            place = f"coder {coder + 1}, unit {unit + 1}"
            raise ValueError(f"{place}: a statement has not one code for each variable")
        yield statements


def _statement(one: Statement | tuple[Hashable, ...]) -> Statement:
    return one if isinstance(one, Statement) else Statement(tuple(one))


def _code(
    cell: list[Statement] | None, number: dict[Statement, int], sets: dict[StatementSet, int]
) -> int:
    if cell is None:
        return MISSING
    return sets.setdefault(tuple(sorted(number[one] for one in cell)), len(sets))
