"""The statements of a study as ties; what cannot be one is counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product

from annotator.exporters.cells import typed_number
from annotator.exporters.coded import CodedUnit, chosen_units
from annotator.exporters.job import Choice, Report, Source
from annotator.exporters.networks.wanted import Wanted, levels
from annotator.model.codebook import Variable
from annotator.model.coding import SEPARATOR, CodingRow, State
from annotator.networks.counts import Qualifier, Scale
from annotator.networks.ties import Level, Tie, without_repeated

_UNDATED = "statements in articles without a full date (YYYY-MM-DD): they belong to no --window"


@dataclass(slots=True)
class Gathered:
    """The ties, whose work they are, and the levels of the qualifier.

    `n_units` and `n_statements` are those looked at, with or without ties in them.
    """

    qualifier: Qualifier
    ties: list[Tie] = field(default_factory=list)
    n_units: int = 0
    n_statements: int = 0
    coders: tuple[str, ...] = ()
    rounds: tuple[str, ...] = ()


def gathered(source: Source, choice: Choice, wanted: Wanted, report: Report) -> Gathered:
    """Every statement that has a value of each variable of the network."""
    found = Gathered(levels(wanted.qualifier))
    who: set[tuple[str, str]] = set()
    ties: list[Tie] = []
    for unit in chosen_units(source, choice, report):
        made = list(_ties(unit, wanted, found.qualifier, report))
        ties += made
        found.n_units += 1
        found.n_statements += len(unit.statements)
        who |= {(unit.coder, unit.round)} if made else set()
    found.ties = list(without_repeated(ties, wanted.network.duplicates))
    found.coders = tuple(sorted({coder for coder, _ in who}))
    found.rounds = tuple(sorted({round_ for _, round_ in who}))
    if not found.qualifier.levels and found.qualifier.scale is Scale.NUMBERS:
        said = sorted({float(t.qualifier) for t in ties if t.qualifier is not None})
        found.qualifier = replace(found.qualifier, levels=tuple(said))
    _tell(found, len(ties), wanted, report)
    return found


def _tell(found: Gathered, n_before: int, wanted: Wanted, report: Report) -> None:
    network = wanted.network
    reason = f"statements that repeat another (--duplicates {network.duplicates})"
    report.left_out[reason] += n_before - len(found.ties)
    if network.window:
        report.left_out[_UNDATED] += sum(tie.day is None for tie in found.ties)
    if len(found.coders) > 1:
        report.notes[
            "coders are counted together: what two of them found counts twice; --coder or --final "
            "gives the network of one"
        ] = len(found.coders)
    if len(found.rounds) > 1:
        report.notes["rounds are counted together; --round gives the network of one"] = len(
            found.rounds
        )


def _ties(unit: CodedUnit, wanted: Wanted, qualifier: Qualifier, report: Report) -> Iterator[Tie]:
    by_statement: dict[str, dict[str, CodingRow]] = {row.statement: {} for row in unit.statements}
    for coding in unit.codings:
        if coding.statement in by_statement:
            by_statement[coding.statement][coding.variable] = coding
    day = as_day(unit.article.date)
    for codings in by_statement.values():
        said = _said(codings, wanted, qualifier, report)
        if said is not None:
            for actor, concept, level in product(*said):
                yield Tie(unit.article.id, day, str(actor), str(concept), level)


def _said(
    codings: Mapping[str, CodingRow], wanted: Wanted, qualifier: Qualifier, report: Report
) -> list[list[Level | None]] | None:
    """The actors, concepts and levels of a statement; several where several were chosen."""
    found: list[list[Level | None]] = []
    for variable in wanted.variables:
        coding = codings.get(variable.id)
        reason, values = _values(variable, coding)
        if variable is wanted.qualifier and values:
            reason, values = _as_levels(variable, values, qualifier)
        if not values:
            report.left_out[f"statements {reason}"] += 1
            return None
        found.append(values)
    if any(len(values) > 1 for values in found):
        report.notes["statements with several codes stand as one tie for each of them"] += 1
    return found if wanted.qualifier else [*found, [None]]


def _values(variable: Variable, coding: CodingRow | None) -> tuple[str, list[Level | None]]:
    if coding is None or coding.state != State.CODED:
        return f"whose {variable.id} is not coded, not applicable or cannot be told", []
    if variable.is_typed:
        return "", [coding.value]
    known: list[Level | None] = [
        one for one in coding.value.split(SEPARATOR) if variable.code(one) is not None
    ]
    return f"with a code of {variable.id} that the codebook no longer has", known


def _as_levels(
    variable: Variable, values: list[Level | None], qualifier: Qualifier
) -> tuple[str, list[Level | None]]:
    if qualifier.scale is Scale.CATEGORIES:
        return "", values
    numbers = [_number(variable, str(value)) for value in values]
    return (f"whose {variable.id} is off the scale or stands for no number",
            [number for number in numbers if number is not None])  # fmt: skip


def _number(variable: Variable, value: str) -> float | None:
    code = variable.code(value)
    if code is not None:
        return code.value
    typed = typed_number(value)
    return None if isinstance(typed, str) else float(typed)


def as_day(text: str) -> date | None:
    """The day of a date such as 2019-03-05; None for a year, a month, or anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
