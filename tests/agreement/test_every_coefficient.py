"""What holds for each coefficient under its published name: it is there, sourced, never made up."""

import inspect
import re
from typing import Any

import pytest

from annotator import agreement
from annotator.agreement import COEFFICIENTS
from tests.agreement import test_properties
from tests.agreement.test_properties import OF_SETS, OTHERS, SHARES

ON_TABLES = (
    *("percent_agreement", "percent_agreement_pooled", "percent_all_agree", "holsti"),
    *("scott_pi", "cohen_kappa", "cohen_kappa_linear", "cohen_kappa_quadratic", "kappa_max"),
    *("fleiss_kappa", "conger_kappa", "light_kappa", "brennan_prediger", "gwet_ac1", "gwet_ac2"),
    *("krippendorff_alpha", "lin_ccc", "lotus", "lotus_standardized"),
    *("icc_1_1", "icc_A_1", "icc_C_1", "icc_1_k", "icc_A_k", "icc_C_k"),
    *("alpha_jaccard", "alpha_masi", "alpha_dice", "alpha_passonneau_2004", "alpha_multivalued"),
)
OF_STATEMENTS_AND_SPANS = (
    *("statement_alpha", "alpha_U", "u_alpha", "bar_u_alpha", "cu_alpha", "ku_alpha"),
)
A_SOURCE = re.compile(r"\(?(18|19|20)\d\d\)?.*?(pp?\. ?\d|ch\. ?\d|pp\. \d|\d\(\d)", re.DOTALL)
EMPTY, US, CHINA = frozenset[str](), frozenset(["us"]), frozenset(["china"])
SETS = [name for name, entry in COEFFICIENTS.items() if entry.levels == ("sets",)]


def test_all_names_are_there() -> None:
    assert not set(ON_TABLES) - set(COEFFICIENTS)
    assert all(callable(getattr(agreement, name)) for name in OF_STATEMENTS_AND_SPANS)


@pytest.mark.parametrize("name", [*ON_TABLES, *OF_STATEMENTS_AND_SPANS])
def test_its_source_is_named_with_author_year_and_place(name: str) -> None:
    entry = COEFFICIENTS.get(name)
    function = entry.function if entry else getattr(agreement, name)
    doc = inspect.getdoc(function) or ""
    if name == "percent_all_agree":
        assert "R package irr" in doc  # no paper defines it
    else:
        assert A_SOURCE.search(doc), doc
    assert entry is None or entry.source


def test_all_are_among_the_laws() -> None:
    """`test_properties` runs over these; a new coefficient must join one of the lists."""
    laws = {*OTHERS, *SHARES, "krippendorff_alpha"}
    of_sets = {f"alpha_{name.replace(' ', '_')}" for name in OF_SETS}
    missing = {
        name
        for name, entry in COEFFICIENTS.items()
        if name not in laws and name not in of_sets and entry.levels != ("tree",)
    }
    assert not missing, f"add to {test_properties.__name__}"


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ([], "there are no values"),
        ([[None], [None]], "there are no values"),
        ([[US, CHINA, EMPTY]], "there is only one coder"),
        ([[US, None], [None, CHINA]], "no unit was coded by two or more coders"),
        ([[EMPTY, EMPTY], [EMPTY, EMPTY]], "no variation: all 4 pairable values are the empty set"),
        ([[US, US, CHINA], [US, US, None]], "no variation: all 4 pairable values are {us}"),
    ],
)
def test_sets_of_which_nothing_can_be_said(name: str, table: Any, reason: str) -> None:
    found = COEFFICIENTS[name].compute(table)
    assert (found.value, found.reason) == (None, reason)


@pytest.mark.parametrize("name", SETS)
def test_sets_of_a_single_unit_and_of_two_units_swapped(name: str) -> None:
    figure = COEFFICIENTS[name].compute
    assert figure([[US, CHINA], [CHINA, US]]).value == pytest.approx(-0.5)
    assert figure([[US], [CHINA]]).value == pytest.approx(0, abs=1e-12)


@pytest.mark.parametrize(
    "name", ["alpha_circular", "alpha_bipolar", "krippendorff_alpha", *("cohen_kappa",)]
)
def test_a_single_unit_with_a_disagreement_is_zero(name: str) -> None:
    found = COEFFICIENTS[name].compute([[1], [2]], level="interval")
    assert found.value == pytest.approx(0, abs=1e-12)
