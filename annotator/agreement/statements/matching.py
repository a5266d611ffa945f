"""The best one-to-one matching of two coders' statements in a unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import eq

from annotator.agreement.statements.assignment import assign
from annotator.agreement.statements.data import Statement, StatementData, StatementSet

_MILLION = 10**6

Matches = tuple[tuple[int, int], ...]
"""Numbers of statements, the one coder's and the other's."""


@dataclass(frozen=True)
class Matcher:
    """Matches sets of statements; what was found for a pair of sets is kept.

    Two statements may be matched if `at_least` of the variables in `keys` agree. The best matching
    has the most pairs that agree on all of them, then the most that agree on all but one, and so
    on; then the most agreements on the other variables; then the most overlap of spans. What is
    still a tie is decided by agreement on the first variable, then on the second, and so on, at
    last by the names of the codes. Some best matching holds all identical statements, since
    differences obey the triangle inequality: these are matched first.
    """

    data: StatementData
    keys: Sequence[int]
    at_least: int
    _found: dict[tuple[int, int], Matches] = field(default_factory=dict)

    def match(self, one: int, other: int) -> Matches:
        """The matched statements of two sets, given by their places in `data.sets`."""
        if (one, other) not in self._found:
            found = self._match(self.data.sets[one], self.data.sets[other])
            self._found[one, other] = found
            self._found[other, one] = tuple((right, left) for left, right in found)
        return self._found[one, other]

    def _match(self, one: StatementSet, other: StatementSet) -> Matches:
        if one > other:  # else a tie could be decided otherwise when the coders change places
            return tuple((right, left) for left, right in self._match(other, one))
        same = Counter(one) & Counter(other)
        left, right = Counter(one) - same, Counter(other) - same
        rest = self._best(sorted(left.elements()), sorted(right.elements()))
        return tuple(sorted([*((each, each) for each in same.elements()), *rest]))

    def _best(self, one: list[int], other: list[int]) -> Iterator[tuple[int, int]]:
        for rows, columns in _connected(self._likely(one, other)):
            left, right = [one[row] for row in rows], [other[column] for column in columns]
            if len(left) > len(right):
                yield from ((j, i) for i, j in self._assigned(right, left))
            else:
                yield from self._assigned(left, right)

    def _likely(self, one: list[int], other: list[int]) -> list[tuple[int, int]]:
        """Places of the pairs that may be matched."""
        sides = [[self.data.statements[each].codes for each in side] for side in (one, other)]
        keyed = [[[codes[key] for key in self.keys] for codes in side] for side in sides]
        return [
            (row, column)
            for row, left in enumerate(keyed[0])
            for column, right in enumerate(keyed[1])
            if sum(map(eq, left, right)) >= self.at_least
        ]

    def _assigned(self, one: list[int], other: list[int]) -> list[tuple[int, int]]:
        if len(other) == 1:
            return [(one[0], other[0])]
        statements = self.data.statements
        costs = [[-self._alike(statements[i], statements[j]) for j in other] for i in one]
        found = enumerate(assign(costs))
        return [(one[row], other[column]) for row, column in found if costs[row][column]]

    def _alike(self, one: Statement, other: Statement) -> int:
        """One whole number that ranks pairs; 0 where they may not be matched.

        Each criterion is a digit, in a base that no sum over a matching reaches.
        """
        agree = [left == right for left, right in zip(one.codes, other.codes, strict=True)]
        keys = sum(agree[key] for key in self.keys)
        if keys < self.at_least:
            return 0
        tiers = [keys == tier for tier in range(len(self.keys), self.at_least - 1, -1)]
        number = 0
        for digit in (*tiers, sum(agree) - keys, overlap(one.spans, other.spans), *agree):
            number = number * self._base + digit
        return number

    @cached_property
    def _base(self) -> int:
        largest = max(map(len, self.data.sets))
        highest = _MILLION if any(one.spans for one in self.data.statements) else 0
        return 1 + largest * max(highest, len(self.data.variables))


def _connected(pairs: list[tuple[int, int]]) -> list[tuple[list[int], list[int]]]:
    """Rows and columns that hang together through pairs: each such group is matched on its own."""
    groups: list[tuple[set[int], set[int]]] = []
    for row, column in pairs:
        apart, rows, columns = [], {row}, {column}
        for group in groups:
            if row in group[0] or column in group[1]:
                rows |= group[0]
                columns |= group[1]
            else:
                apart.append(group)
        groups = [*apart, (rows, columns)]
    return [(sorted(rows), sorted(columns)) for rows, columns in groups]


def overlap(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> int:
    """Characters in both as a share of the characters in either, in millionths; 0 without spans."""
    both, either = _length([*one, *other]), _length(one) + _length(other)
    return (either - both) * _MILLION // both if both else 0


def _length(spans: Sequence[tuple[int, int]]) -> int:
    """Characters covered, each counted once."""
    ordered = sorted(spans)
    covered, end = 0, 0
    for start, stop in ordered:
        covered += max(0, stop - max(start, end))
        end = max(end, stop)
    return covered
