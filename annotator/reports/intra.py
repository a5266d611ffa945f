"""One coder's work in several rounds as that of several coders, for intra-coder agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from annotator.model.coding import CodingRow, StatementRow, UnitRow

RowT = TypeVar("RowT", CodingRow, UnitRow, StatementRow)


class Work(Protocol):
    """One coder's work in one round."""

    def codings(self) -> Iterator[CodingRow]:
        """Their codings."""

    def units(self) -> Iterator[UnitRow]:
        """The units that they finished, flagged or wrote a memo on."""

    def statements(self) -> Iterator[StatementRow]:
        """Their statements."""


@dataclass(frozen=True)
class OverRounds:
    """The rows of all rounds, each under the name of its round, of units finished in all."""

    works: Sequence[Work]
    finished: frozenset[tuple[str, int]]

    def codings(self) -> Iterator[CodingRow]:
        """Their codings."""
        for work in self.works:
            yield from self._renamed(work.codings())

    def units(self) -> Iterator[UnitRow]:
        """The units."""
        for work in self.works:
            yield from self._renamed(work.units())

    def statements(self) -> Iterator[StatementRow]:
        """Their statements."""
        for work in self.works:
            yield from self._renamed(work.statements())

    def _renamed(self, rows: Iterator[RowT]) -> Iterator[RowT]:
        for row in rows:
            if (row.article, row.paragraph) in self.finished:
                yield row._replace(coder=row.round)


def over_rounds(works: Sequence[Work]) -> OverRounds:
    """The work of one coder in these rounds, as that of one coder to a round."""
    done = [{(row.article, row.paragraph) for row in work.units() if row.done} for work in works]
    return OverRounds(works, frozenset(set.intersection(*done)))
