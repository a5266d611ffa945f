"""Which statements of several coders stand beside each other, for people to compare.

Not the matching that figures rest on: two statements here need to share one answer only.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence

Said = Mapping[str, Hashable]
"""A statement: variable -> answer."""

Aligned = tuple[int | None, ...]
"""One row: by coder, which of the coder's statements stands there; None where none does."""

_Likeness = tuple[bool, int, int]


def align(sets: Sequence[Sequence[Said]], keys: Collection[str]) -> list[Aligned]:
    """Rows of statements that are most alike; every statement stands in one row.

    `keys` are the variables that weigh most; two statements stand in one row only where they share
    the answer to one of them (without keys: any answer), or are the same throughout.
    """
    rows: list[list[int | None]] = []
    for coder, statements in enumerate(sets):
        placed = _placed(sets, rows, coder, keys)
        for number in range(len(statements)):
            if number not in placed:
                rows.append([None] * len(sets))
            row = rows[placed[number]] if number in placed else rows[-1]
            row[coder] = number
    return [tuple(row) for row in rows]


def _placed(
    sets: Sequence[Sequence[Said]], rows: Sequence[Sequence[int | None]], coder: int,
    keys: Collection[str],
) -> dict[int, int]:  # fmt: skip
    """Statement of the coder -> row that holds its like; the most alike are placed first."""
    found: list[tuple[_Likeness, int, int]] = []
    for row, members in enumerate(rows):
        there = [sets[who][n] for who, n in enumerate(members) if n is not None]
        for number, statement in enumerate(sets[coder]):
            likeness = max(_likeness(statement, other, keys) for other in there)
            if likeness > (False, 0, len(statement) if keys else 0):
                found.append((likeness, row, number))
    found.sort(key=lambda pair: ([-part for part in pair[0]], pair[1:]))
    placed: dict[int, int] = {}
    for _, row, number in found:
        if number not in placed and row not in placed.values():
            placed[number] = row
    return placed


def _likeness(one: Said, other: Said, keys: Collection[str]) -> _Likeness:
    shared = {variable for variable, answer in one.items() if other.get(variable) == answer}
    return one == other, len(shared.intersection(keys)), len(shared)


def differing(statements: Sequence[Said]) -> Iterator[str]:
    """The variables that these statements do not answer alike."""
    names = dict.fromkeys(name for statement in statements for name in statement)
    for name in names:
        if len({statement.get(name) for statement in statements}) > 1:
            yield name
