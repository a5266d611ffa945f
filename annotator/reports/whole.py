"""A coder's statements in a unit, as one value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class WholeSet:
    """Statements by their codes, each in the order of `variables`; None: not answered."""

    variables: tuple[str, ...]
    statements: tuple[tuple[str | None, ...], ...]

    @classmethod
    def of(cls, variables: Sequence[str], found: Any) -> WholeSet:
        """From what `statement_reliability` calls a coded set."""
        return cls(tuple(variables), found.statements)

    def __str__(self) -> str:
        return "; ".join(" + ".join(code or "-" for code in one) for one in self.statements)

    def __len__(self) -> int:
        return len(self.statements)


SETS = (frozenset, WholeSet)
"""The types of values that are sets: of codes, or of statements."""


def only_in(one: Any, other: Any) -> Any:
    """The codes or statements of one set that the other has not (or has less often)."""
    if isinstance(one, frozenset):
        return one - other
    rest = Counter(one.statements) - Counter(other.statements)
    return WholeSet(one.variables, tuple(rest.elements()))
