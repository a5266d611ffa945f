"""The two real op-eds, coded three times: what stands beside each figure holds together."""

import numpy as np
import pytest

from annotator.agreement import coincidence_matrix
from annotator.reports.diagnosis import Diagnosis, diagnose, places_of
from annotator.reports.explain import explain
from annotator.reports.names import Names
from annotator.reports.reliability import reliability
from annotator.reports.row import Row
from annotator.reports.splits import by_article, by_pair
from tests.reports import hanoi
from tests.shared import needs_shared

pytestmark = needs_shared


def rows_of(*coders: str) -> dict[tuple[str, ...], Row]:
    found = reliability(hanoi.codebook(), hanoi.kinds(), *hanoi.rows(*coders))
    return {
        (row.heading.variable, row.heading.view, row.heading.code, row.heading.level): row
        for row in found.rows
    }


@pytest.fixture(scope="module")
def diagnoses() -> list[Diagnosis]:
    return [diagnose(row) for row in rows_of("a", "b", "c").values()]


def test_shares_of_the_disagreement_add_up(diagnoses: list[Diagnosis]) -> None:
    assert len(diagnoses) == 62
    for found in diagnoses:
        if found.confusions:
            assert sum(one.share for one in found.confusions) == pytest.approx(1)
            assert sum(unit.share for unit in found.units) == pytest.approx(1)
            assert {p for ps in places_of(found.sample).values() for p in ps} == {
                unit.column for unit in found.units
            }
        else:
            assert found.coefficient.value in (1, None)


def test_alpha_follows_from_what_is_shown(diagnoses: list[Diagnosis]) -> None:
    for found in diagnoses:
        parts = found.disagreement
        if found.coefficient.value is not None:
            assert parts.observed is not None
            assert parts.expected is not None
            ratio = parts.observed / parts.expected
            assert found.coefficient.value == pytest.approx(1 - ratio)
        matrix = coincidence_matrix(found.sample.data).matrix
        shown = explain(found, Names(hanoi.codebook())).matrix
        diagonal = sum(float(line[2 + place]) for place, line in enumerate(shown[1:]))
        assert sum(float(line[-1]) for line in shown[1:]) == pytest.approx(matrix.sum())
        assert diagonal >= np.trace(matrix) - 0.05


def test_without_a_coder_is_the_report_of_the_others(diagnoses: list[Diagnosis]) -> None:
    others = rows_of("a", "c")
    for found in diagnoses:
        heading = found.heading
        row = others.get((heading.variable, heading.view, heading.code, heading.level))
        if row is not None:
            assert found.without_coder["b"].value == pytest.approx(row.alphas[0].value)
            assert found.between_coders["a", "c"].value == pytest.approx(row.alphas[0].value)


def test_what_a_reader_is_told_of_the_worst_variable(diagnoses: list[Diagnosis]) -> None:
    (found,) = [d for d in diagnoses if d.heading.variable == "confidence" and not d.heading.code]
    assert found.verdict == "unreliable"
    told = " ".join(explain(found, Names(hanoi.codebook())).reasons)
    assert "it rests on 27 units" in told
    assert "without b it would be 0.7371" in told


def test_parts_hold_all_units_and_pairs_all_coders() -> None:
    for row in rows_of("a", "b", "c").values():
        articles = by_article(row, {}, {}).groups
        assert sum(group.row.n_pairable for group in articles) == row.n_pairable
        pairs = {group.name: group.row for group in by_pair(row, {}).groups}
        assert list(pairs) == ["a and b", "a and c", "b and c"]
        assert all(part.n_coders <= 2 for part in pairs.values())
