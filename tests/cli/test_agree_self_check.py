"""`annotator agree --self-check`."""

from dataclasses import replace

import pytest

from annotator.agreement import LEVELS, by_category, fleiss_kappa, icc, published
from tests.cli.run import run

TOLD = len(list(published.examples()))
MAIN = {
    *("percent_agreement", "scott_pi", "cohen_kappa", "kappa_max", "weighted_kappa"),
    *("fleiss_kappa", "conger_kappa", "brennan_prediger", "gwet_ac1", "gwet_ac2"),
    *("krippendorff_alpha", "lin_ccc", *icc.FORMS, "alpha_U"),
    *("alpha_multivalued", "alpha_passonneau_2004"),
}


def test_the_main_coefficients_are_among_them() -> None:
    found = list(published.examples())
    assert {one.coefficient for one in found} == MAIN
    levels = {one.options["level"] for one in found if one.coefficient == "krippendorff_alpha"}
    assert levels == set(LEVELS)


def test_every_published_figure_is_met() -> None:
    finished = run("agree", "--self-check")
    assert finished.exit_code == 0, finished.out
    assert f"{TOLD} of {TOLD} figures are as published" in finished.out
    assert "differs" not in finished.out
    assert all(len(line) <= 80 for line in finished.out.splitlines())
    found = run("agree", "--self-check", "--json").json()["examples"]
    assert {one["same"] for one in found} == {True}
    assert found[0]["published"] == 0.095


def test_one_that_differs_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = [replace(next(published.examples()), printed=0.096)]
    monkeypatch.setattr(published, "examples", lambda: iter(wrong))
    finished = run("agree", "--self-check")
    assert finished.exit_code == 1
    assert "differs" in finished.out
    assert "1 of 1 figures differ from those published." in finished.err


def test_the_diagnoses_of_fleiss_1971_are_transcribed_as_printed() -> None:
    """Totals and the kappa of each category are printed in the paper, too."""
    (table,) = [one.table for one in published.examples() if one.source.startswith("Fleiss 1971")]
    values = [value for row in table for value in row]
    assert [values.count(category) for category in range(5)] == [26, 26, 30, 55, 43]
    kappas = [found.value for found in by_category(fleiss_kappa, table).values()]
    assert kappas == pytest.approx([0.245, 0.245, 0.520, 0.471, 0.566], abs=5e-4)
