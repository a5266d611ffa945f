"""A coder against the one who counts as right: codes missed, and what was taken for what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np

from annotator.agreement.data import ReliabilityData, Table


@dataclass(frozen=True, slots=True)
class CodeAgainstGold:
    """One code: in how many units the gold coder gave it, the other coder gave it, both did."""

    code: Any
    n_gold: int
    n_coder: int
    n_both: int

    @property
    def recall(self) -> float | None:
        """The share of the gold coder's uses that the coder found; None where there are none.

        Van Rijsbergen, C. J. (1979): Information Retrieval (2nd ed.), ch. 7.
        """
        return self.n_both / self.n_gold if self.n_gold else None

    @property
    def precision(self) -> float | None:
        """The share of the coder's uses that are right; None where there are none.

        Van Rijsbergen, C. J. (1979): Information Retrieval (2nd ed.), ch. 7.
        """
        return self.n_both / self.n_coder if self.n_coder else None


@dataclass(frozen=True, slots=True)
class AgainstGold:
    """One coder against the gold coder, over the units that both coded.

    `n_same` units have the same value. `codes` stand in the order of the values (of sets: their
    members). `mistaken` are gold value, coder's value and how often, the most frequent first.
    """

    n_units: int
    n_same: int
    codes: tuple[CodeAgainstGold, ...]
    mistaken: tuple[tuple[Any, Any, int], ...]


def against_gold(table: Table, *, gold: int, coder: int) -> AgainstGold:
    """Compare the coder in row `coder` with the one in row `gold`; a set counts by its members.

    The table of confusions after Cohen, J. (1960), Educational and Psychological Measurement
    20(1), pp. 37-46, with the shares of van Rijsbergen (1979).
    """
    data = ReliabilityData.of(table)
    right, given = data.codes[gold], data.codes[coder]
    both = (right >= 0) & (given >= 0)
    met = Counter(zip(right[both].tolist(), given[both].tolist(), strict=True))
    values = [(data.values[one], data.values[other], n) for (one, other), n in met.items()]
    return AgainstGold(
        n_units=int(np.count_nonzero(both)),
        n_same=sum(n for (one, other), n in met.items() if one == other),
        codes=_codes(data, values),
        mistaken=_mistaken(values),
    )


def _codes(
    data: ReliabilityData, values: list[tuple[Any, Any, int]]
) -> tuple[CodeAgainstGold, ...]:
    gold: Counter[Any] = Counter()
    coder: Counter[Any] = Counter()
    same: Counter[Any] = Counter()
    for one, other, n in values:
        right, given = members(one), members(other)
        for found, in_units in ((gold, right), (coder, given), (same, right & given)):
            found.update(dict.fromkeys(in_units, n))
    known = dict.fromkeys(code for value in data.values for code in sorted(members(value)))
    return tuple(
        CodeAgainstGold(code, gold[code], coder[code], same[code])
        for code in known
        if gold[code] or coder[code]
    )


def _mistaken(values: list[tuple[Any, Any, int]]) -> tuple[tuple[Any, Any, int], ...]:
    wrong = [found for found in values if found[0] != found[1]]
    return tuple(sorted(wrong, key=lambda found: (-found[2], *map(_name, found[:2]))))


def _name(value: Any) -> list[str]:
    return sorted(map(str, members(value)))


def members(value: Any) -> frozenset[Any]:
    """The codes of a set; a single value is a set of one."""
    return value if isinstance(value, frozenset) else frozenset((value,))
