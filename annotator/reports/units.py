"""Rows of a study -> who finished which unit, and what each coder said there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.model.article import Kind
from annotator.model.codebook import Codebook
from annotator.model.coding import Answer, CodingRow, State, Statement, StatementRow, UnitRow
from annotator.model.coding import UnitWork as Work

Unit = tuple[str, int]
"""An article's id and a paragraph's number; 0 is the article as a whole."""

Kinds = Mapping[str, Sequence[Kind]]
"""The kinds of an article's paragraphs, in their order, by the article's id."""

SPECIAL = (State.NOT_APPLICABLE.value, State.CANNOT_TELL.value)
"""What stands in a cell for the states that are values without a code."""

Cells = Mapping[tuple[str, str], Mapping[Unit, str]]
"""By variable and coder: the value of each unit as stored, or the name of its state."""

TiedCells = Mapping[tuple[str, str], Mapping[Unit, Mapping[str, str]]]
"""The same by statement within the unit."""

_A_STATEMENT = (Statement(""),)


@dataclass(frozen=True)
class Coded:
    """The codings of one round.

    `units` are those that anybody finished, in the order of the rows; `finished` says where each
    coder finished, `stated` where each made which statements; `versions` names the codebook
    versions under which each variable was coded.
    """

    coders: tuple[str, ...]
    units: tuple[Unit, ...]
    finished: Mapping[str, set[Unit]]
    stated: Mapping[str, Mapping[Unit, Sequence[str]]]
    cells: Cells
    tied: TiedCells
    versions: Mapping[str, set[str]]

    def cell(self, variable: str, coder: str, unit: Unit) -> str | None:
        """What the coder answered on a unit as a whole; None: nothing."""
        return self.cells.get((variable, coder), {}).get(unit)

    def work(self, codebook: Codebook, coder: str, unit: Unit) -> Work:
        """What the coder said about the unit, as the rules of the questionnaire read it."""
        answers = {
            variable.id: Answer.parse(cell, multiple=variable.multiple)
            for variable in codebook.variables
            if (cell := self.cell(variable.id, coder, unit)) is not None
        }
        return Work(answers, _A_STATEMENT if unit in self.stated.get(coder, {}) else ())


def collect(
    codings: Iterable[CodingRow], units: Iterable[UnitRow], statements: Iterable[StatementRow]
) -> Coded:
    """Sort the rows of one round by who said what where."""
    finished: defaultdict[str, set[Unit]] = defaultdict(set)
    order: dict[Unit, None] = {}
    for row in units:
        if row.done:
            order[row.article, row.paragraph] = None
            finished[row.coder].add((row.article, row.paragraph))
    stated: defaultdict[str, dict[Unit, list[str]]] = defaultdict(dict)
    for made in statements:
        unit = made.article, made.paragraph
        stated[made.coder].setdefault(unit, []).append(made.statement)
    cells, tied, versions = _sorted_codings(codings)
    return Coded(tuple(sorted(finished)), tuple(order), finished, stated, cells, tied, versions)


def _sorted_codings(
    codings: Iterable[CodingRow],
) -> tuple[Cells, TiedCells, Mapping[str, set[str]]]:
    cells: defaultdict[tuple[str, str], dict[Unit, str]] = defaultdict(dict)
    tied: defaultdict[tuple[str, str], defaultdict[Unit, dict[str, str]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    made_under: set[tuple[str, str]] = set()
    is_coded = State.CODED.value
    for coder, _, article, paragraph, statement, variable, value, state, _, version in codings:
        cell = value if state == is_coded else state
        made_under.add((variable, version))
        if statement:
            tied[variable, coder][article, paragraph][statement] = cell
        else:
            cells[variable, coder][article, paragraph] = cell
    versions: defaultdict[str, set[str]] = defaultdict(set)
    for variable, version in made_under:
        versions[variable].add(version)
    return cells, tied, versions


def on_versions(coded: Coded, variables: Iterable[str]) -> list[str]:
    """A remark where variables were coded under several codebook versions, so that it is known."""
    versions = sorted({v for name in variables for v in coded.versions.get(name, ())})
    if len(versions) < 2:
        return []
    return [f"coded under {len(versions)} versions of the codebook: {', '.join(versions)}"]
