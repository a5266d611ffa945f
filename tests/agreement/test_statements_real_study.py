"""The real study: every figure on whole statements, as docs/statistics.md prints it."""

import csv
from collections.abc import Sequence
from typing import Any

import pytest

from annotator.agreement import alpha_jaccard, alpha_masi, krippendorff_alpha
from annotator.agreement.intervals import alpha_form_with, unit_bootstrap
from annotator.agreement.statements import (
    StatementData,
    any_statement,
    matched_statements,
    statement_alpha,
    statement_counts,
    statement_reliability,
)
from tests.shared import SHARED, needs_shared

pytestmark = needs_shared

VARIABLES = ("actor", "lever", "stance", "attribution")
KEYS = VARIABLES[:2]
CODABLE = {"headline", "standfirst", "body"}


def table(n_variables: int, *, everything: bool = False) -> Any:
    """The three coders' statements in the 27 codable blocks, or in all 38 (the others empty)."""
    cells: dict[tuple[str, str, int], list[Any]] = {}
    codable = set()
    for coder in "abc":
        path = SHARED / "study" / f"codings_{coder}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                unit = row["article"], int(row["unit"])
                cell = cells.setdefault((coder, *unit), [])
                if row["unit_type"] in CODABLE:
                    codable.add(unit)
                if row["record"]:
                    cell.append(tuple(row[name] or None for name in VARIABLES[:n_variables]))
    units = sorted({(article, unit) for _, article, unit in cells} if everything else codable)
    return [[cells[coder, *unit] for unit in units] for coder in "abc"]


def sets(n_variables: int, chosen: Sequence[int]) -> Any:
    return [
        [frozenset("|".join(s[n] for n in chosen) for s in cell) for cell in row]
        for row in table(n_variables)
    ]


def four(value: float | None) -> float:
    assert value is not None
    return round(value, 4)


@pytest.mark.parametrize(
    ("n_variables", "codable", "all_blocks"),
    [(1, 0.8453, 0.8769), (2, 0.8495, 0.8794), (3, 0.8384, 0.8735), (4, 0.8395, 0.8746)],
)
def test_statement_alpha(n_variables: int, codable: float, all_blocks: float) -> None:
    names = VARIABLES[:n_variables]
    assert four(statement_alpha(table(n_variables), names).value) == codable
    everything = table(n_variables, everything=True)
    assert four(statement_alpha(everything, names).value) == all_blocks


def test_what_it_stands_beside() -> None:
    data = StatementData.of(table(4), VARIABLES)
    assert [sum(len(data.sets[cell]) for cell in row) for row in data.cells] == [71, 76, 66]
    assert four(krippendorff_alpha(any_statement(data), level="nominal").value) == 0.9265
    counts = statement_counts(data)
    assert four(krippendorff_alpha(counts, level="interval").value) == 0.9317
    assert four(krippendorff_alpha(counts, level="ratio").value) == 0.8971
    assert four(alpha_jaccard(sets(4, [0])).value) == 0.8851
    assert four(alpha_jaccard(sets(4, [0, 1])).value) == 0.8447
    assert four(alpha_masi(sets(4, [0, 1])).value) == 0.7843
    assert four(alpha_jaccard(sets(4, [0, 1, 2])).value) == 0.8366


@pytest.mark.parametrize(
    ("at_least", "f1", "shares"),
    [
        (2, 0.8967, [(64, 7, 12), (61, 10, 5), (66, 10, 0)]),
        (1, 0.9202, [(66, 5, 10), (64, 7, 2), (66, 10, 0)]),
    ],
)
def test_matched_statements(at_least: int, f1: float, shares: list[Any]) -> None:
    found = matched_statements(table(4), VARIABLES, keys=KEYS, at_least=at_least)
    assert [(s.matched, s.unmatched_one, s.unmatched_other) for s in found.shares] == shares
    assert four(found.f1) == f1


def test_variables_of_matched_statements() -> None:
    found = matched_statements(table(4), VARIABLES, keys=KEYS)
    stance = krippendorff_alpha(found.reliability("stance"), level="nominal")
    assert (four(stance.value), stance.n_units) == (0.9786, 191)
    loose = matched_statements(table(4), VARIABLES, keys=KEYS, at_least=1)
    alphas = [krippendorff_alpha(loose.reliability(v), level="nominal") for v in VARIABLES]
    assert [four(alpha.value) for alpha in alphas] == [0.9823, 0.9887, 0.9489, 0.9919]


def test_exact_statements() -> None:
    found = matched_statements(table(4), VARIABLES)
    shares = [(four(s.precision), four(s.recall), four(s.f1)) for s in found.shares]
    assert shares == [(0.8873, 0.8289, 0.8571), (0.8592, 0.9242, 0.8905), (0.8553, 0.9848, 0.9155)]
    assert four(found.f1) == 0.8873


def test_pairs_of_coders() -> None:
    rows = table(4)
    found = [statement_alpha([rows[i], rows[j]], VARIABLES) for i, j in ((0, 1), (0, 2), (1, 2))]
    assert [four(alpha.value) for alpha in found] == [0.7874, 0.8804, 0.8531]


def test_its_interval() -> None:
    data, metric = statement_reliability(table(4), VARIABLES)
    replicates = unit_bootstrap(alpha_form_with(metric, data), seed=1, replicates=2_000)
    found = replicates.interval(0.95)
    assert (found.low, found.high) == pytest.approx((0.744, 0.913), abs=0.01)
