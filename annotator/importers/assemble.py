"""Claims put together to units; rows that contradict or repeat each other are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from annotator.importers.claims import Claim, Told
from annotator.importers.parsed import ReadUnit, UnitKey, statement_id
from annotator.importers.places import Fault
from annotator.model.codebook import Codebook
from annotator.model.coding import Answer, Statement, UnitWork


@dataclass(slots=True)
class _Target:
    """What the rows have said so far of one unit or statement."""

    line: int
    answers: dict[str, tuple[Answer, int]] = field(default_factory=dict)
    in_conflict: set[str] = field(default_factory=set)
    memos: dict[str, None] = field(default_factory=dict)  # in order, each once
    flagged: bool = False
    broken: bool = False
    row: int = 0  # line of the row that is about this target; 0: none yet


@dataclass(slots=True)
class _Unit(_Target):
    done: bool = True
    n_statements: int | None = None
    statements: dict[int, _Target] = field(default_factory=dict)


class Assembly:
    """Gathers claims. `one_row_each`: a target has one row, not one for each of its values."""

    def __init__(self, codebook: Codebook, told: Told, *, one_row_each: bool) -> None:
        self._rank = {variable.id: rank for rank, variable in enumerate(codebook.variables)}
        self._most = codebook.max_statements
        self._told = told
        self._one_row_each = one_row_each
        self._units: dict[UnitKey, _Unit] = {}

    def gather(self, claims: Iterable[Claim]) -> None:
        """Take in all claims."""
        for claim in claims:
            unit = self._units.setdefault(claim.key, _Unit(claim.line))
            unit.done &= claim.done
            if claim.n_statements is not None:
                unit.n_statements = claim.n_statements
            target: _Target = unit
            if claim.number:
                target = unit.statements.setdefault(claim.number, _Target(claim.line))
            self._check_row(claim, target)
            self._merge(claim, target)

    def _check_row(self, claim: Claim, target: _Target) -> None:
        if not (self._one_row_each and claim.main):
            return
        if target.row:
            what = f"statement {claim.number} of this paragraph" if claim.number else "this unit"
            self._wrong(claim, target, f"{what} stands in line {target.row} already")
        target.row = target.row or claim.line

    def _merge(self, claim: Claim, target: _Target) -> None:
        target.broken |= claim.broken
        target.flagged |= claim.flagged
        if claim.memo:
            target.memos[claim.memo] = None
        for variable, answer in claim.answers.items():
            known, line = target.answers.setdefault(variable, (answer, claim.line))
            if known != answer:
                target.in_conflict.add(variable)
                message = f'{variable} is "{answer}" here, but "{known}" in line {line}'
                self._wrong(claim, target, message)
            elif line != claim.line and not self._one_row_each:
                self._wrong(claim, target, f"{variable} stands in line {line} already")

    def _wrong(self, claim: Claim, target: _Target, message: str) -> None:
        target.broken = True
        self._told.wrong(claim.line, Fault(message))

    def units(self, *, finish: bool) -> Iterator[tuple[UnitKey, ReadUnit, tuple[str, ...]]]:
        """Every unit with what could be taken, and the names of what could not."""
        for key, unit in self._units.items():
            self._check_statements(unit)
            missing = tuple(_missing(unit))
            if self._most and len(unit.statements) > self._most:
                message = f"{len(unit.statements)} statements; the codebook allows {self._most}"
                self._told.wrong(unit.line, Fault(message))
                continue
            work = UnitWork(
                self._answers(unit),
                tuple(self._statements(key, unit)),
                done=finish and unit.done and not missing,
                memo="\n".join(unit.memos),
                flagged=unit.flagged,
            )
            yield key, ReadUnit(unit.line, work, unit.n_statements), missing

    def _check_statements(self, unit: _Unit) -> None:
        if self._one_row_each and unit.row and unit.statements:
            first = min(statement.line for statement in unit.statements.values())
            message = f"this row is about a paragraph without a statement, but line {first} has one"
            self._told.wrong(unit.row, Fault(message))
            unit.broken = True

    def _answers(self, target: _Target) -> dict[str, Answer]:
        return {
            variable: target.answers[variable][0]
            for variable in sorted(target.answers, key=self._rank.__getitem__)
            if variable not in target.in_conflict
        }

    def _statements(self, key: UnitKey, unit: _Unit) -> Iterator[Statement]:
        for number in sorted(unit.statements):
            target = unit.statements[number]
            if not target.broken:
                memo = "\n".join(target.memos)
                identifier = statement_id(key, number)
                yield Statement(identifier, self._answers(target), memo, target.flagged)


def _missing(unit: _Unit) -> Iterator[str]:
    if unit.broken:
        yield "values of the unit itself"
    for number in sorted(unit.statements):
        if unit.statements[number].broken:
            yield f"statement {number}"
