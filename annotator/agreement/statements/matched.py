"""Matched statements: how many two coders share, and the answers in those they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

import numpy as np

from annotator.agreement.data import ReliabilityData
from annotator.agreement.statements.data import Statement, StatementData, StatementTable
from annotator.agreement.statements.matching import Matcher


class MatchedPair(NamedTuple):
    """Two statements of one unit that count as the same; coders and units by row and column."""

    unit: int
    one: int
    other: int
    statement: Statement
    partner: Statement


class UnmatchedStatement(NamedTuple):
    """A statement of `coder` for which `other`, who finished the unit too, has no partner."""

    unit: int
    coder: int
    other: int
    statement: Statement


@dataclass(frozen=True, slots=True)
class MatchShare:
    """How many statements of two coders were matched, over the units that both finished.

    Undefined shares are None, and `reason` says why.
    """

    one: int
    other: int
    n_units: int
    matched: int
    unmatched_one: int
    unmatched_other: int

    @property
    def precision(self) -> float | None:
        """The share of the first coder's statements that the second has too."""
        return _share(self.matched, self.matched + self.unmatched_one)

    @property
    def recall(self) -> float | None:
        """The share of the second coder's statements that the first has too."""
        return _share(self.matched, self.matched + self.unmatched_other)

    @property
    def f1(self) -> float | None:
        """Twice the matched pairs by all statements of both; the coders' order means nothing.

        Dice, L. R. (1945): Measures of the amount of ecologic association between species.
        Ecology 26(3), pp. 297-302; as agreement between coders: Hripcsak, G. & Rothschild, A. S.
        (2005): Agreement, the F-measure, and reliability in information retrieval. Journal of the
        American Medical Informatics Association 12(3), pp. 296-298.
        """
        both = self.unmatched_one + self.unmatched_other
        return _share(2 * self.matched, 2 * self.matched + both)

    @property
    def reason(self) -> str:
        """Why a share is undefined; empty where all are defined."""
        if not self.n_units:
            return "no unit was coded by both coders"
        if not self.matched + min(self.unmatched_one, self.unmatched_other):
            both = not self.unmatched_one + self.unmatched_other
            return "neither coder has a statement" if both else "one coder has no statement"
        return ""


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


@dataclass(frozen=True, slots=True)
class MatchedStatements:
    """The matched and the unmatched statements of every pair of coders."""

    variables: tuple[str, ...]
    n_coders: int
    pairs: tuple[MatchedPair, ...]
    unmatched: tuple[UnmatchedStatement, ...]
    shares: tuple[MatchShare, ...]

    @property
    def f1(self) -> float | None:
        """F1 over all pairs of coders together; None where there is no statement to compare."""
        return _share(2 * len(self.pairs), 2 * len(self.pairs) + len(self.unmatched))

    def reliability(self, variable: str) -> ReliabilityData:
        """Coders by matched pairs: the two codes of each pair, for any coefficient.

        A code is missing where the variable was not asked. With more than two coders a statement
        stands in a column for each pair of coders that share it. Raises ValueError for an unknown
        variable.
        """
        if variable not in self.variables:
            raise ValueError(f"not a variable of the statements: {variable}")
        place = self.variables.index(variable)
        table = np.full((self.n_coders, len(self.pairs)), None, object)
        for column, pair in enumerate(self.pairs):
            table[pair.one, column] = pair.statement.codes[place]
            table[pair.other, column] = pair.partner.codes[place]
        return ReliabilityData.of(table)


def matched_statements(
    table: StatementTable,
    variables: Sequence[str],
    *,
    keys: Sequence[str] = (),
    at_least: int | None = None,
) -> MatchedStatements:
    """The best one-to-one matching of statements, for each pair of coders in each unit.

    Two statements may be matched if `at_least` of the variables `keys` have the same code (by
    default all of them); without keys all variables are keys. `Matcher` says which matching is
    best. Raises ValueError for unknown keys and for an `at_least` that no pair, or every, meets.
    """
    data = StatementData.of(table, variables)
    matcher = _matcher(data, keys or data.variables, at_least)
    pairs, unmatched, shares = [], [], []
    for one, other in combinations(range(len(data.cells)), 2):
        matched, alone = _compared(matcher, one, other)
        pairs += matched
        unmatched += alone
        both = (data.cells[one] >= 0) & (data.cells[other] >= 0)
        left = sum(statement.coder == one for statement in alone)
        shares.append(
            MatchShare(one, other, int(both.sum()), len(matched), left, len(alone) - left)
        )
    names, n_coders = data.variables, len(data.cells)
    return MatchedStatements(names, n_coders, tuple(pairs), tuple(unmatched), tuple(shares))


def _matcher(data: StatementData, keys: Sequence[str], at_least: int | None) -> Matcher:
    if unknown := [key for key in keys if key not in data.variables]:
        raise ValueError(f"not a variable of the statements: {', '.join(unknown)}")
    needed = len(set(keys)) if at_least is None else at_least
    if not 1 <= needed <= len(set(keys)):
        raise ValueError(f"at_least lies between 1 and the number of keys, {len(set(keys))}")
    return Matcher(data, sorted({data.variables.index(key) for key in keys}), needed)


def _compared(
    matcher: Matcher, one: int, other: int
) -> tuple[list[MatchedPair], list[UnmatchedStatement]]:
    """The statements of two coders in the units that both finished."""
    data = matcher.data
    pairs: list[MatchedPair] = []
    unmatched: list[UnmatchedStatement] = []
    cells = zip(data.cells[one].tolist(), data.cells[other].tolist(), strict=True)
    for unit, (left, right) in enumerate(cells):
        if min(left, right) < 0:
            continue
        found = matcher.match(left, right)
        named = ((data.statements[i], data.statements[j]) for i, j in found)
        pairs += [MatchedPair(unit, one, other, *pair) for pair in named]
        for coder, rival, cell, side in ((one, other, left, 0), (other, one, right, 1)):
            rest = _rest(data, cell, [pair[side] for pair in found])
            unmatched += [UnmatchedStatement(unit, coder, rival, each) for each in rest]
    return pairs, unmatched


def _rest(data: StatementData, cell: int, matched: list[int]) -> Iterator[Statement]:
    rest = Counter(data.sets[cell]) - Counter(matched)
    return (data.statements[each] for each in sorted(rest.elements()))
