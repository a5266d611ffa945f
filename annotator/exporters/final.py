"""One final value for each unit: decided, else agreed, else by majority, else the lead coder's.

What stays open has no value, and its unit is not done. Only finished work counts, free text is not
compared, and the order of a selection's codes does not matter. The final data look like those of
one more coder, so every format can carry them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple, TypeVar

from annotator.exporters.coded import CodedUnit, coded_units
from annotator.exporters.job import Final, Source
from annotator.model.codebook import Level
from annotator.model.coding import SEPARATOR, CodingRow, StatementRow, UnitRow
from annotator.model.decision import NO_STATEMENT, DecisionRow

FINAL_CODER = "final"
"""The name under which final data stand where coders do."""

Value = TypeVar("Value", bound=Hashable)
Answer = tuple[str, str]  # value, state
Answers = tuple[tuple[str, Answer], ...]  # by variable, in order
Statements = tuple[Answers, ...]  # in order of their content
Decided = Mapping[tuple[str, str, int], Sequence[DecisionRow]]


class Settled(NamedTuple):
    """The final answers of a unit and its statements; `whole` where nothing stayed open."""

    answers: Mapping[str, Answer]
    statements: Statements
    whole: bool


def final(source: Source, rule: Final, lead: str = "") -> Source:
    """The source with one coder, `final`, whose values follow the rule; `lead` names the lead."""
    made = _Finals(source, rule, lead)
    return replace(
        source,
        codings=lambda: (row for unit in made for row in unit.codings),
        units=lambda: (unit.unit for unit in made if unit.unit),
        statements=lambda: (row for unit in made for row in unit.statements),
    )


class _Finals:
    """The final units, in the order of the articles; made anew for each pass."""

    def __init__(self, source: Source, rule: Final, lead: str) -> None:
        self._source, self._lead = source, lead
        variables = source.codebook.variables
        self._selections = {v.id for v in variables if v.multiple}
        self._free = {v.id for v in variables if not v.is_compared}
        self._has_statements = bool(source.codebook.at(Level.STATEMENT))
        self._why_none = {v.id for v in variables if v.ask_if_no_statement}
        steps = tuple(Final)
        self._steps = steps[: steps.index(rule) + 1]

    def __iter__(self) -> Iterator[CodedUnit]:
        decided = _by_unit(self._source.decisions())
        for (article, paragraph), units in groupby(
            coded_units(self._source), lambda unit: (unit.article, unit.paragraph)
        ):
            by_round: defaultdict[str, list[CodedUnit]] = defaultdict(list)
            for unit in units:
                if unit.done:
                    by_round[unit.round].append(unit)
            for round_ in sorted(by_round):
                decisions = decided.get((round_, article.id, paragraph), ())
                settled = self._settle(by_round[round_], decisions)
                yield _as_unit(by_round[round_], settled, _versions(by_round[round_], decisions))

    def _settle(self, units: Sequence[CodedUnit], decisions: Sequence[DecisionRow]) -> Settled:
        own = {unit.coder: self._answers(unit, "") for unit in units}
        told = {row.variable: _answer(row) for row in decisions if _is_on_unit(row)}
        statements = self._settled_statements(units, _decided_statements(decisions))
        answers: dict[str, Answer] = {}
        whole = statements is not None
        for variable in sorted({v for found in own.values() for v, _ in found} | set(told)):
            given = {
                c: dict(found)[variable] for c, found in own.items() if variable in dict(found)
            }
            if statements and variable in self._why_none:
                continue  # there are statements: why there are none is no question any more
            settled = self._one(given, told.get(variable))
            whole = whole and (settled is not None or variable in self._free)
            if settled is not None:
                answers[variable] = settled
        return Settled(answers, statements or (), whole)

    def _settled_statements(
        self, units: Sequence[CodedUnit], decided: Statements | None
    ) -> Statements | None:
        """Compared without free text; which is kept where all who made these wrote the same."""
        whole = {unit.coder: self._statements(unit) for unit in units}
        compared = {coder: self._without_texts(made) for coder, made in whole.items()}
        if decided is None and not (units[0].paragraph and self._has_statements):
            return ()
        settled = self._one(compared, decided)
        makers = [coder for coder, made in compared.items() if made == settled]
        if decided is None and len({whole[coder] for coder in makers}) == 1:
            return whole[makers[0]]
        return settled

    def _without_texts(self, statements: Statements) -> Statements:
        return tuple(
            sorted(
                tuple(pair for pair in answers if pair[0] not in self._free)
                for answers in statements
            )
        )

    def _statements(self, unit: CodedUnit) -> Statements:
        return tuple(sorted(self._answers(unit, made.statement) for made in unit.statements))

    def _answers(self, unit: CodedUnit, statement: str) -> Answers:
        """By variable, in order; so are the codes of a selection."""
        found = [(c.variable, self._answer(c)) for c in unit.codings if c.statement == statement]
        return tuple(sorted(found))

    def _answer(self, row: CodingRow) -> Answer:
        if row.variable not in self._selections:
            return _answer(row)
        return SEPARATOR.join(sorted(row.value.split(SEPARATOR))), row.state

    def _one(self, given: Mapping[str, Value], decided: Value | None) -> Value | None:
        """The value that the first step which settles it gives; None where none does."""
        for step in self._steps:
            found = decided
            if step is Final.AGREED:
                found = _held_by_more_than(given, len(given) - 1)
            elif step is Final.MAJORITY:
                found = _held_by_more_than(given, len(given) / 2)
            elif step is Final.LEAD:
                found = given.get(self._lead)
            if found is not None:
                return found
        return None


def _held_by_more_than(given: Mapping[str, Value], number: float) -> Value | None:
    """The value that more than so many coders gave."""
    counted = Counter(given.values()).most_common(1)
    return counted[0][0] if counted and counted[0][1] > number else None


def _by_unit(decisions: Iterable[DecisionRow]) -> Decided:
    found: defaultdict[tuple[str, str, int], list[DecisionRow]] = defaultdict(list)
    for row in decisions:
        found[row.round, row.article, row.paragraph].append(row)
    return found


def _answer(row: CodingRow | DecisionRow) -> Answer:
    return row.value, row.state


def _is_on_unit(row: DecisionRow) -> bool:
    return not row.statement and row.variable != NO_STATEMENT


def _decided_statements(decisions: Sequence[DecisionRow]) -> Statements | None:
    """The statements that were decided; None where the unit's statements were not."""
    about = [row for row in decisions if not _is_on_unit(row)]
    if not about:
        return None
    found: defaultdict[str, list[tuple[str, Answer]]] = defaultdict(list)
    for row in about:
        if row.statement:
            found[row.statement].append((row.variable, _answer(row)))
    return tuple(sorted(tuple(sorted(answers)) for answers in found.values()))


def _versions(units: Sequence[CodedUnit], decisions: Sequence[DecisionRow]) -> dict[str, str]:
    """The codebook version of each variable's values: of the decision, else of the first coder."""
    coded = {c.variable: c.codebook for unit in reversed(units) for c in unit.codings}
    return coded | {row.variable: row.codebook for row in decisions}


def _as_unit(
    units: Sequence[CodedUnit], settled: Settled, versions: Mapping[str, str]
) -> CodedUnit:
    """The settled values as the work of one coder."""
    first = units[0]
    at = max((unit.unit.at for unit in units if unit.unit), default=0)
    where = (FINAL_CODER, first.round, first.article.id, first.paragraph)
    made = CodedUnit(first.article, first.paragraph, FINAL_CODER, first.round)
    made.unit = UnitRow(*where, settled.whole, False, "", at)
    numbered = [(f"{n:06d}", answers) for n, answers in enumerate(settled.statements, start=1)]
    made.statements = [StatementRow(*where, number, False, "", at) for number, _ in numbered]
    for statement, answers in [("", tuple(settled.answers.items())), *numbered]:
        for variable, (value, state) in answers:
            row = CodingRow(*where, statement, variable, value, state, at, versions[variable])
            made.codings.append(row)
    return made
