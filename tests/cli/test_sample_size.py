"""`annotator sample-size`."""

from pathlib import Path

import pytest

from annotator.cli.sample_size_words import decimal, percent
from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK, SECOND

QUICK = ("--prevalence", ".25", "--true-alpha", ".95")
ARTICLES_ONLY = """\
codebook: whole
version: 1.0.0
article:
  valence: {label: Valence, codes: {bad: Bad, good: Good}}
"""


@pytest.fixture(autouse=True)
def no_study_near(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ANNOTATOR_STUDY", raising=False)


def test_figures_of_the_sources() -> None:
    found = run("sample-size", "--units", "365", "--json", *QUICK, "--prevalence", "1/6").json()
    assert found["lacy_riffe"]["units"] == 103
    quarter, sixth = found["by_prevalence"]
    assert (quarter["bloch_kraemer"]["units"], sixth["bloch_kraemer"]["units"]) == (139, 189)
    assert quarter["alpha_of_expected"] == pytest.approx(0.6)
    assert quarter["true_agreement"] == pytest.approx(1 - 0.05 * 0.375)
    assert 50 < quarter["simulation"]["units"] < 139
    assert found["assumed"]["population"] == 365


def test_every_figure_stands_with_its_source_and_what_it_assumes() -> None:
    finished = run("sample-size", "--units", "1000", *QUICK)
    assert finished.exit_code == 0
    assert finished.err == ""
    assert "For the share of agreement: 125" in finished.out
    assert "25 %" in finished.out
    for source in ("Lacy and Riffe (1996)", "Bloch and Kraemer (1989, p. 276)", "Simulation:"):
        assert source in finished.out
    assert finished.out.count("assumes") == 3
    assert max(map(len, finished.out.splitlines())) <= 80


def test_without_options_several_prevalences_and_a_true_alpha_halfway() -> None:
    found = run("sample-size", "--json").json()
    rows = found["by_prevalence"]
    assert [row["prevalence"] for row in rows] == [0.5, 0.25, 0.1, 0.05]
    assert {row["true_alpha"] for row in rows} == {0.9}
    formula = [row["bloch_kraemer"]["units"] for row in rows]
    simulated = [row["simulation"]["units"] for row in rows]
    assert formula == sorted(formula)
    assert simulated == sorted(simulated)
    assert rows[3]["alpha_of_expected"] is None


def test_units_come_from_the_study(two_coders: Path) -> None:
    found = run("sample-size", "--json", *QUICK, study=two_coders)
    with Study.open(two_coders) as study:
        assert found.json()["assumed"]["population"] == study.progress().total
    assert "5 (codable paragraphs" in run("sample-size", *QUICK, study=two_coders).out
    assert "Where the number is above 5" in run("sample-size", *QUICK, study=two_coders).out


def test_articles_where_only_they_are_asked_about(tmp_path: Path) -> None:
    with Study.create(tmp_path / "whole.db", ARTICLES_ONLY) as study:
        study.add_articles([SECOND])
    assert "Units in all: 1 (articles" in run("sample-size", *QUICK).out


def test_without_a_study_for_any_number_of_units() -> None:
    finished = run("sample-size", *QUICK)
    assert finished.exit_code == 0
    assert "Units in all: any number" in finished.out
    assert "For the share of agreement: 143" in finished.out
    assert "--units N" in finished.err


def test_an_empty_study_counts_as_none(tmp_path: Path) -> None:
    with Study.create(tmp_path / "new.db", CODEBOOK):
        pass
    finished = run("sample-size", *QUICK)
    assert "Units in all: any number" in finished.out
    assert "no codable paragraphs" in finished.err


def test_a_study_that_is_named_must_be_there(tmp_path: Path) -> None:
    assert run("sample-size", study=tmp_path / "none.db").exit_code == 2


def test_the_expected_share_starts_the_simulation_when_given() -> None:
    found = run("sample-size", "--expected", ".98", "--prevalence", ".5", "--json").json()
    (row,) = found["by_prevalence"]
    assert row["true_alpha"] == pytest.approx(0.96)
    assert "true agreement is 98 %" in found["explanations"]["simulation"]


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (("--expected", ".85", "--prevalence", ".25"), "is alpha .60, and no number of units"),
        (("--expected", ".85", "--prevalence", ".05"), "cannot agree as rarely as in 85 %"),
        (("--true-alpha", ".7", "--prevalence", ".5"), "the true alpha is .70, and no number"),
    ],
)
def test_no_number_of_units_will_do(options: tuple[str, ...], reason: str) -> None:
    found = run("sample-size", "--units", "500", "--json", *options).json()
    assert found["by_prevalence"][0]["simulation"]["units"] is None
    assert reason in found["remarks"][0]
    printed = run("sample-size", "--units", "500", *options).out
    assert "Simulation: with so many units" not in printed


@pytest.mark.parametrize(
    "options",
    [
        ("--expected", "85"), ("--se", "0"), ("--alpha", "nan"), ("--prevalence", "1/0"),
        ("--level", "x"), ("--power", "1"), ("--units", "0"), ("--seed", "-1"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(options: tuple[str, ...]) -> None:
    finished = run("sample-size", *options)
    assert finished.exit_code == 2
    assert options[0] in finished.err


def test_words() -> None:
    assert [decimal(value) for value in (0.8, 0.667, -0.13, 0.0005)] == [
        ".80", ".667", "-.13", ".0005",
    ]  # fmt: skip
    assert [percent(share) for share in (0.85, 1 / 6, 0.975)] == ["85 %", "16.7 %", "97.5 %"]
