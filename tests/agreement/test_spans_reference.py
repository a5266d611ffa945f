"""Spans of the literature and of the reference collection."""

import json
from typing import Any

import pytest

from annotator.agreement.spans import (
    SpanData,
    alpha_U,
    alpha_U_by_label,
    bar_u_alpha,
    cu_alpha,
    cu_coverage,
    ku_alpha,
    ku_coverage,
    span_f1_exact,
    span_f1_overlap,
    u_alpha,
)
from tests.agreement.spans_data import one_text
from tests.shared import SHARED, needs_shared


def marked(*spans: tuple[int, int], label: str = "x") -> list[tuple[int, int, str]]:
    return [(start, end, label) for start, end in spans]


# Krippendorff (1995), p. 57: four pairs of coders, 24 units of length each.
BERTHA_AND_BILL = [marked((2, 10), (14, 20)), marked((4, 8), (15, 17))]
JOHN_AND_JILL = [
    marked((0, 18)),
    marked((0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 9), (9, 10)),
]
GERRET_AND_GILL = [
    marked((2, 8), (10, 12), (14, 18), (20, 22)),
    marked((0, 2), (4, 8), (10, 14), (16, 18), (20, 22)),
]
HEATHER_AND_HILL = [
    marked((0, 2), (2, 10), (10, 14), (14, 20), (20, 24)),
    marked((0, 4), (4, 8), (8, 15), (15, 17), (17, 24)),
]


@pytest.mark.parametrize(
    ("coders", "printed", "limit"),
    [
        (BERTHA_AND_BILL, 0.553, 0.553),
        (JOHN_AND_JILL, -0.926, -0.928),
        (GERRET_AND_GILL, 0.679, 0.693),
        (HEATHER_AND_HILL, 0.066, 0.066),
    ],
)
def test_krippendorff_1995(coders: Any, printed: float, limit: float) -> None:
    """The limits for ever finer units; the book of 2004 corrects a misprint in the paper's D_e."""
    found = alpha_U(one_text(coders, 24, times=50_000)).value
    assert found == pytest.approx(printed, abs=0.02)
    assert found == pytest.approx(limit, abs=5e-4)


def test_krippendorff_2004_overlapping_codes() -> None:
    """Content Analysis (2nd ed.), p. 254: .8591 there, of rounded parts."""
    data = one_text(
        [
            marked((75, 145), (220, 250), label="c") + marked((30, 90), (150, 200), label="k"),
            marked((70, 150), (205, 225), (250, 270), label="c")
            + marked((30, 90), (150, 200), label="k"),
        ],
        300,
    )
    assert alpha_U(data).value == pytest.approx(0.8591, abs=5e-4)
    by_label = {label: found.value for label, found in alpha_U_by_label(data).items()}
    assert by_label == {"c": pytest.approx(0.7286, abs=5e-5), "k": 1.0}
    assert u_alpha(data).value is None
    assert u_alpha(data.with_label("k")).value == 1


def test_krippendorff_2019_three_coders() -> None:
    """Content Analysis (4th ed.), p. 340, fig. 12.11, as in the tests of the R package quallmer.

    .510, .413 and .724 are printed there. quallmer's own cu-alpha is .728.
    """
    alex = [
        *((0, 7, "1"), (7, 13, "2"), (30, 32, "5")),
        *((32, 37, "6"), (37, 44, "6"), (44, 60, "7")),
    ]
    paul = [(0, 7, "1"), (7, 13, "3"), (13, 21, "5"), (32, 44, "6")]
    suzan = [
        *((0, 7, "1"), (7, 13, "4"), (13, 21, "5")),
        *((32, 37, "6"), (37, 41, "6"), (41, 44, "6")),
    ]
    data = one_text([alex, paul, suzan], 60)
    assert u_alpha(data).value == pytest.approx(0.510, abs=5e-4)
    assert bar_u_alpha(data).value == pytest.approx(0.413, abs=1e-3)
    assert cu_alpha(data).value == pytest.approx(0.724, abs=2e-3)
    of_codes = {code: found.value for code, found in ku_alpha(data).items()}
    assert of_codes.pop("7") is None
    assert of_codes == pytest.approx({"1": 1, "2": 0, "3": 0, "4": 0, "5": 1, "6": 1}, abs=1e-12)
    assert (ku_coverage(data)["5"], ku_coverage(data)["7"]) == (pytest.approx(8 / 18), 0)


def test_the_same_spans_with_codes_swapped() -> None:
    data = one_text([[(5, 20, "a"), (40, 60, "b")], [(5, 20, "b"), (40, 60, "a")]], 100)
    assert bar_u_alpha(data).value == pytest.approx(1)
    assert u_alpha(data).value == pytest.approx(0.345424, abs=1e-6)
    assert cu_alpha(data).value == pytest.approx(-0.489796, abs=1e-6)


def test_three_coders() -> None:
    """Values of lindanna/unitized_alpha for its example, run; quallmer has cu-alpha .469 here."""
    data = one_text([[(2, 5, "1")], [(2, 5, "1"), (10, 20, "2")], [(2, 5, "2"), (15, 20, "2")]], 60)
    assert u_alpha(data).value == pytest.approx(0.398, abs=5e-4)
    assert bar_u_alpha(data).value == pytest.approx(0.524, abs=5e-4)
    assert cu_alpha(data).value == pytest.approx(0.357143, abs=1e-6)


def figures(data: SpanData, stretched: SpanData) -> dict[str, float | None]:
    """Every figure of a reference case under the name it has there."""
    alpha = alpha_U(stretched).value
    found = {"u_alpha": u_alpha(data).value, "bar_u_alpha": bar_u_alpha(data).value}
    found |= {"cu_alpha": cu_alpha(data).value, "cu_coverage": cu_coverage(data)}
    found |= {"span_f1_exact": span_f1_exact(data).value}
    found |= {"span_f1_overlap": span_f1_overlap(data).value}
    found |= {"alpha_U_1995_2004": alpha, "alpha_U_1995_2004_limit": alpha}
    by_label = alpha_U_by_label(stretched).items()
    found |= {f"alpha_U_category[{label}]": figure.value for label, figure in by_label}
    found |= {f"ku_alpha[{label}]": figure.value for label, figure in ku_alpha(data).items()}
    return found | {f"ku_coverage[{label}]": share for label, share in ku_coverage(data).items()}


@needs_shared
def test_all_cases() -> None:
    path = SHARED / "reference" / "agreement_cases.json"
    cases = [case for case in json.loads(path.read_text("utf-8")) if case["kind"] == "spans"]
    assert cases
    for case in cases:
        coders, length = case["data"], case["continuum"]
        times = 50_000 if "stretched x50000" in case["name"] else 1
        found = figures(one_text(coders, length), one_text(coders, length, times=times))
        for source, tolerance in (("expected", "tolerance_expected"), ("published", "tolerance")):
            for name, value in case[source].items():
                wanted = None if value is None else pytest.approx(value, abs=case[tolerance])
                assert found[name] == wanted, (case["name"], source, name)
