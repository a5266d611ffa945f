"""Every case of the reference collection that other implementations agree on."""

import json
from typing import Any

import pytest

from annotator.agreement import (
    LEVELS,
    alpha_jaccard,
    alpha_masi,
    cohen_kappa,
    krippendorff_alpha,
    percent_agreement,
    percent_all_agree,
)
from tests.shared import SHARED, needs_shared

FIGURES: dict[str, Any] = {
    "alpha_nominal_sets": lambda table: krippendorff_alpha(table, level="nominal"),
    "alpha_jaccard": alpha_jaccard,
    "alpha_masi": alpha_masi,
    "cohen_kappa": cohen_kappa,
    "percent_agreement": percent_agreement,
    "all_agree": percent_all_agree,
}


def cases() -> list[Any]:
    path = SHARED / "reference" / "agreement_cases.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []


def table_of(case: Any) -> Any:
    if case["kind"] != "sets":
        return case["data"]
    return [[None if cell is None else frozenset(cell) for cell in row] for row in case["data"]]


def figure(name: str, table: Any) -> float | None:
    level = name.removeprefix("alpha_")
    if level in LEVELS:
        return krippendorff_alpha(table, level=level).value
    return FIGURES[name](table).value


@needs_shared
def test_all_cases() -> None:
    checked = 0
    for case in cases():
        if case["kind"] == "spans":
            continue
        table = table_of(case)
        for name, expected in case["expected"].items():
            if name not in FIGURES and name.removeprefix("alpha_") not in LEVELS:
                continue
            found = figure(name, table)
            wanted = pytest.approx(expected, abs=case["tolerance_expected"])
            assert found is expected if expected is None else found == wanted, (case["name"], name)
            checked += 1
    assert checked >= 150
