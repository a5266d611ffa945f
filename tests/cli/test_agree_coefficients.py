"""Coefficients that are asked for by name."""

from pathlib import Path

import pytest

from annotator.agreement import brennan_prediger, fleiss_kappa, gwet_ac1, icc_A_1
from annotator.cli import demo
from tests.cli.run import run

TABLE = [[1, 2, 3, 3, 2, 1, 4, 1], [1, 2, 3, 3, 2, 2, 4, 1], [2, 2, 3, 3, 2, 3, 4, 2]]


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    demo.make(path)
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "ratings.csv"
    lines = [",".join(map(str, unit)) for unit in zip(*TABLE, strict=True)]
    path.write_text("ann,bob,cat\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def figures(row: dict[str, object]) -> dict[str, dict[str, object]]:
    listed = row["coefficients"]
    assert isinstance(listed, list)
    return {c["name"]: c for c in listed}


def test_named_ones_are_added_with_their_source(table: Path) -> None:
    options = ("--data", table, "--level", "nominal", "--coefficients", "fleiss_kappa,gwet_ac1")
    found = figures(run("agree", *options, "--json").json()["rows"][0])
    assert found["fleiss_kappa"]["value"] == pytest.approx(fleiss_kappa(TABLE).value)
    assert found["gwet_ac1"]["value"] == pytest.approx(gwet_ac1(TABLE).value)
    assert found["gwet_ac1"]["note"] == "q = 4, the categories found"
    out = run("agree", *options).out
    assert "Fleiss: Fleiss' kappa." in out
    assert "(Fleiss 1971, pp. 378-382" in out.replace("\n  ", " ")
    assert "gwet_ac1" in run("agree", *options, "--csv").out


def test_all_are_those_meant_for_level_and_coders(table: Path) -> None:
    options = ("--data", table, "--coefficients", "all", "--json")
    nominal = figures(run("agree", *options, "--level", "nominal").json()["rows"][0])
    assert {"fleiss_kappa", "conger_kappa", "brennan_prediger", "holsti"} <= set(nominal)
    assert not {"cohen_kappa", "icc_A_1", "alpha_dice"} & set(nominal)
    interval = figures(run("agree", *options, "--level", "interval").json()["rows"][0])
    assert interval["icc_A_1"]["value"] == pytest.approx(icc_A_1(TABLE).value)
    assert "fleiss_kappa" not in interval


def test_one_that_fits_no_row_is_told(table: Path) -> None:
    finished = run("agree", "--data", table, "--level", "nominal", "--coefficients", "lin_ccc")
    assert finished.exit_code == 0
    assert "Not meant for any row, by its level or number of coders: lin_ccc." in finished.err


def test_an_unknown_one_is_named_with_the_nearest(table: Path) -> None:
    finished = run("agree", "--data", table, "--level", "nominal", "--coefficients", "fleis_kappa")
    assert finished.exit_code == 2
    assert "There is no coefficient “fleis_kappa”.\nKnown: fleiss_kappa." in finished.err


def test_categories_are_those_of_the_codebook(study: Path) -> None:
    options = ("outcome_eval", "--coefficients", "brennan_prediger", "--json")
    rows = run("agree", *options, study=study).json()["rows"]
    found = figures(next(row for row in rows if row["level"] == "nominal"))["brennan_prediger"]
    assert found["note"] == "q = 4, the categories given"
    agreed = next(row for row in rows if row["level"] == "nominal")["percent_agreement"]
    assert found["value"] == pytest.approx((agreed - 1 / 4) / (1 - 1 / 4))
    assert brennan_prediger([[1, 2, 1], [1, 2, 2]]).note == "q = 2, the categories found"


def test_ac1_stands_beside_alpha_where_one_value_prevails(study: Path) -> None:
    rows = run("agree", "actor", "--json", study=study).json()["rows"]
    for row in (row for row in rows if row["view"] == "presence"):
        skewed = any("of the values are" in remark for remark in row["remarks"])
        assert ("gwet_ac1" in figures(row)) == skewed
    assert any("gwet_ac1" in figures(row) for row in rows)


def test_everything_fits_the_terminal(study: Path) -> None:
    out = run("agree", "--coefficients", "all", "--codes", study=study).out
    assert [line for line in out.splitlines() if len(line) > 80] == []


def test_in_a_study_one_that_fits_some_rows_is_not_complained_about(study: Path) -> None:
    finished = run("agree", "--coefficients", "alpha_dice,fleiss_kappa", study=study)
    assert "Not meant" not in finished.err
    assert "Dice" in finished.out
