"""Disagreements for tests, made from what coders said in one line each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from annotator.codebook_file import load
from annotator.model.codebook import Codebook
from annotator.model.coding import Answer, CodingRow, Statement, StatementRow, UnitRow, UnitWork
from annotator.reports.disputes import Comparing, Dispute, shared_units
from annotator.tui.adjudication.case import Case, case_of
from tests.small import CODEBOOK

Statements = Sequence[Mapping[str, str]]


@cache
def book() -> Codebook:
    return load(CODEBOOK, name="small.yaml")


def dispute_of(tones: Mapping[str, str], sets: Mapping[str, Statements]) -> list[Dispute]:
    """What is in dispute in a paragraph that these coders finished."""
    codings, units, statements = [], [], []
    for coder in sorted({*tones, *sets}):
        where = (coder, "main", "one", 2)
        units.append(UnitRow(*where, True, False, f"memo of {coder}", 0))
        if tones.get(coder):
            codings.append(CodingRow(*where, "", "tone", tones[coder], "coded", 0, "1"))
        for number, answers in enumerate(sets.get(coder, ())):
            statements.append(StatementRow(*where, f"{number}", False, "", 0))
            codings += (
                CodingRow(*where, f"{number}", name, value, "coded", 0, "1")
                for name, value in answers.items()
            )
    found = shared_units(["one"], codings, units, statements)
    return [dispute for unit in found for dispute in Comparing(book()).disputes(unit)]


def work(statements: Statements, tone: str = "") -> UnitWork:
    """A coder's work with these statements."""
    made = tuple(
        Statement(f"{number}", {name: answer(value) for name, value in answers.items()})
        for number, answers in enumerate(statements)
    )
    return UnitWork({"tone": Answer.of(tone)} if tone else {}, made, done=True)


def answer(value: str) -> Answer:
    return Answer.parse(value, multiple=True)


def statements_case(sets: Mapping[str, Statements], *, hidden: bool = False) -> Case:
    """The case about these statements."""
    (dispute,) = dispute_of({}, sets)
    works = {coder: work(statements) for coder, statements in sets.items()}
    return case_of(dispute, works, book(), hidden=hidden)


def tone_case(tones: Mapping[str, str]) -> Case:
    """The case about the tone of a paragraph."""
    (dispute,) = dispute_of(tones, {})
    return case_of(dispute, {coder: work((), tone) for coder, tone in tones.items()}, book())
