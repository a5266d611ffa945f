"""What each figure on statements can see: the table of docs/statistics.md, recomputed."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from annotator.agreement import alpha_jaccard, krippendorff_alpha
from annotator.agreement.statements import (
    StatementData,
    any_statement,
    matched_statements,
    statement_alpha,
    statement_counts,
)

VARIABLES = ("actor", "lever", "stance")
Paragraphs = list[list[tuple[str, ...]]]


def study() -> Paragraphs:
    """200 paragraphs with up to three statements on different pairs of actor and lever."""
    chance = random.Random(1)
    pairs = [(actor, lever) for actor in "ABCD" for lever in "efgh"]
    return [
        [(*pair, chance.choice("+-")) for pair in chance.sample(pairs, chance.randint(0, 3))]
        for _ in range(200)
    ]


def half(change: Callable[[list[Any]], list[Any]]) -> Paragraphs:
    return [change(cell) if place % 2 else cell for place, cell in enumerate(study())]


def crossed(cell: list[Any]) -> list[Any]:
    """The same actors, levers and stances, but each actor with the next one's lever."""
    levers = [lever for _, lever, _ in cell]
    levers = levers[1:] + levers[:1]
    return [(a, lever, s) for (a, _, s), lever in zip(cell, levers, strict=True)]


def shuffled() -> Paragraphs:
    cells = study()
    random.Random(2).shuffle(cells)
    return cells


CASES: dict[str, Callable[[], Paragraphs]] = {
    "the same": study,
    "half: last one not found": lambda: half(lambda cell: cell[:-1]),
    "half: last one twice": lambda: half(lambda cell: cell + cell[-1:]),
    "half: other stance": lambda: half(
        lambda cell: [(a, lv, "+" if s == "-" else "-") for a, lv, s in cell]
    ),
    "half: other actor": lambda: half(lambda cell: [(a.lower(), lv, s) for a, lv, s in cell]),
    "half: crossed": lambda: half(crossed),
    "other paragraphs": shuffled,
}


def figures(other: Paragraphs) -> list[float | None]:
    table = [study(), other]
    data = StatementData.of(table, VARIABLES)
    matched = matched_statements(data, VARIABLES, keys=VARIABLES[:2])
    found = [
        krippendorff_alpha(any_statement(data), level="nominal").value,
        krippendorff_alpha(statement_counts(data), level="ratio").value,
        alpha_jaccard([[frozenset(a for a, _, _ in c) for c in row] for row in table]).value,
        alpha_jaccard([[frozenset((a, v) for a, v, _ in c) for c in row] for row in table]).value,
        matched.f1,
        krippendorff_alpha(matched.reliability("stance"), level="nominal").value,
        statement_alpha(data, VARIABLES).value,
    ]
    return [None if value is None else round(value, 2) for value in found]


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("the same", [1, 1, 1, 1, 1, 1, 1]),
        ("half: last one not found", [0.78, 0.75, 0.75, 0.75, 0.86, 1, 0.71]),
        ("half: last one twice", [1, 0.95, 1, 1, 0.89, 1, 0.82]),
        ("half: other stance", [1, 1, 1, 1, 1, -0.04, 0.83]),
        ("half: other actor", [1, 1, 0.53, 0.57, 0.48, 1, 0.83]),
        ("half: crossed", [1, 1, 1, 0.81, 0.75, 0.82, 0.91]),
        ("other paragraphs", [-0.01, 0, 0, 0, 0.1, -0.12, 0.02]),
    ],
)
def test_what_each_figure_sees(case: str, expected: list[float | None]) -> None:
    assert figures(CASES[case]()) == expected
