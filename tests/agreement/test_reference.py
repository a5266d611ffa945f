"""Every case of the reference collection that other implementations agree on."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from annotator.agreement import (
    COEFFICIENTS,
    LEVELS,
    ReliabilityData,
    alpha_by_category,
    alpha_given,
    by_category,
    cohen_kappa,
    fleiss_kappa,
    krippendorff_alpha,
    weighted_kappa,
)
from annotator.agreement.weights import weights_between
from tests.agreement import oracle
from tests.shared import SHARED, needs_shared

Figure = Callable[[Any], float | None]

OTHER_NAMES = {
    "all_agree": "percent_all_agree",
    "alpha_mv_nominal": "alpha_multivalued",
    "alpha_passonneau2004": "alpha_passonneau_2004",
    "gwet_ac2_quadratic": "gwet_ac2",
    "holsti_cr": "holsti",
    "s_lotus": "lotus_standardized",
    "weighted_kappa_linear": "cohen_kappa_linear",
    "weighted_kappa_quadratic": "cohen_kappa_quadratic",
}
# Only tidycomm computes these; it answers NA where anything is missing, which is not "undefined".
REFUSED_WITH_GAPS = {"holsti_cr", "lotus", "s_lotus"}
# Definitions of one program that differ from the coefficient's author's (all coders must agree).
OF_TIDYCOMM_ALONE = {"fleiss_kappa(PO=all agree)", "brennan_prediger_vonEye"}


def cases() -> list[Any]:
    path = SHARED / "reference" / "agreement_cases.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []


def table_of(case: Any) -> Any:
    if case["kind"] != "sets":
        return case["data"]
    return [[None if cell is None else frozenset(cell) for cell in row] for row in case["data"]]


def custom_distance(c: int, k: int) -> float:
    """Artstein and Poesio (2008), p. 568: half a disagreement if one of the two says "Chck"."""
    return 0.0 if c == k else 0.5 if 2 in (c, k) else 1.0


def with_gwets_weights(table: Any) -> float | None:
    """Alpha with Gwet's ordinal weights, which irrCAC takes for ordinal; not Krippendorff's."""
    data = ReliabilityData.of(table)
    weight = weights_between("ordinal", data)
    codes = range(len(data.values))
    return alpha_given(data, [[1 - float(weight(c, k)) for k in codes] for c in codes]).value


def masi_of_dkpro(a: frozenset[Any], b: frozenset[Any]) -> float:
    """(1 - J)(1 - M) instead of 1 - J M."""
    monotonicity = 1.0 if a == b else 2 / 3 if a <= b or b <= a else 1 / 3 if a & b else 0.0
    return oracle.jaccard(a, b) * (1 - monotonicity)


SPECIAL: dict[str, Figure] = {
    "alpha_nominal_sets": lambda table: krippendorff_alpha(table, level="nominal").value,
    "alpha_custom": lambda table: alpha_given(table, custom_distance).value,
    "weighted_kappa_custom": lambda table: (
        weighted_kappa(table, lambda c, k: 1 - custom_distance(c, k)).value
    ),
    "alpha_ordinal(Gwet weights)": with_gwets_weights,
    "alpha_masi_dkpro_formula(1-J)(1-M)": lambda table: alpha_given(table, masi_of_dkpro).value,
}


def of_label(table: Any, code: str) -> float | None:
    data = ReliabilityData.of(table).recoded(lambda codes: code in codes)
    return krippendorff_alpha(data, level="nominal").value


OF_ONE: dict[str, Callable[[Any, str], float | None]] = {
    "alpha_category": lambda table, code: alpha_by_category(table)[int(code)].value,
    "fleiss_category": lambda table, code: by_category(fleiss_kappa, table)[int(code)].value,
    "cohen_kappa_category": lambda table, code: by_category(cohen_kappa, table)[int(code)].value,
    "alpha_binary_label": of_label,
}


def figure_of(name: str) -> Figure | None:
    """What computes a figure of the collection; None for what is not a coefficient of a table."""
    kind, _, code = name.rstrip("]").partition("[")
    if code and kind in OF_ONE:
        return partial(OF_ONE[kind], code=code)
    if name.removeprefix("alpha_") in LEVELS:
        level = name.removeprefix("alpha_")
        return lambda table: krippendorff_alpha(table, level=level).value
    if entry := COEFFICIENTS.get(OTHER_NAMES.get(name, name)):
        return lambda table: entry.compute(table).value
    return SPECIAL.get(name)


def has_gaps(table: Any) -> bool:
    return any(cell is None for row in table for cell in row)


@needs_shared
def test_all_cases() -> None:
    checked = 0
    for case in cases():
        if case["kind"] == "spans":
            continue
        table = table_of(case)
        for name, expected in case["expected"].items():
            figure = figure_of(name)
            if figure is None or (name in REFUSED_WITH_GAPS and has_gaps(table)):
                continue
            found = figure(table)
            wanted = pytest.approx(expected, abs=case["tolerance_expected"])
            assert found is expected if expected is None else found == wanted, (case["name"], name)
            checked += 1
    assert checked >= 580


@needs_shared
def test_no_figure_is_left_out_unseen() -> None:
    names = {name for case in cases() if case["kind"] != "spans" for name in case["expected"]}
    unknown = {name for name in names if figure_of(name) is None}
    assert unknown - OF_TIDYCOMM_ALONE == {
        *(name for name in unknown if name.endswith("_se")),  # standard errors: intervals
        *(name for name in unknown if name.startswith("ICC(")),  # the same under another name
    }


@needs_shared
def test_what_is_printed_in_the_literature() -> None:
    checked = 0
    for case in cases():
        if case["kind"] == "spans":
            continue
        for name, printed in case["published"].items():
            if figure := figure_of(name):
                rounded = 0.0035 if name.startswith("fleiss_category") else case["tolerance"]
                wanted = pytest.approx(printed, abs=rounded)  # Fleiss went on from rounded shares
                assert figure(table_of(case)) == wanted, (case["name"], name)
                checked += 1
    assert checked >= 60
