"""Intervals as `annotator agree` prints them."""

import csv
import io
import re
from pathlib import Path

import pytest

from annotator.agreement import Interval
from annotator.cli import demo
from annotator.cli.agree_intervals import cell
from tests.cli.run import run


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo: four articles, three coders."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    demo.make(path)
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "ratings.csv"
    lines = [f"{n},{n % 3},{n % 3 if n % 5 else 1}" for n in range(40)]
    path.write_text("unit,ann,bob\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_an_interval_stands_beside_each_alpha(study: Path) -> None:
    out = run("agree", study=study).out
    assert re.search(r"actor, set +nominal +35 +58.1%  Jaccard  0.6952  \[.66, .72\]\n", out)
    assert "interval of 95%: clustered bootstrap, percentile, 10,000 replicates, seed" in out
    assert "Whole articles are drawn" in out
    assert "\nNo interval:\n" in out
    assert all(len(line) <= 80 for line in out.splitlines())


def test_paragraphs_are_taken_one_by_one_only_where_it_is_said(study: Path) -> None:
    said = "Articles are taken as given"
    assert said not in run("agree", study=study).out
    single = run("agree", "--no-clusters", study=study).out
    assert f"\n{said}" in single
    assert "interval of 95%: unit bootstrap, percentile" in single
    assert "interval of 95%: paragraph bootstrap, percentile" in single
    assert "\nThat is for matched statements" in single
    assert "Whole articles" not in single


def test_none_leaves_the_table_as_it_is_without(study: Path) -> None:
    out = run("agree", "--ci", "none", study=study).out
    assert "[" not in out
    assert "Coders" in out
    found = run("agree", "--ci", "none", "--json", study=study).json()
    assert {c["ci"] for row in found["rows"] for c in row["coefficients"]} == {None}


def test_json_and_csv_hold_the_interval(study: Path) -> None:
    options = ("agree", "lever", "--seed", "7", "--replicates", "500", "--fail-under", ".7")
    rows = run(*options, "--json", study=study).json()["rows"]
    found = rows[0]["coefficients"][0]["ci"]
    assert (found["replicates"], found["seed"], found["threshold"]) == (500, 7, 0.7)
    assert found["low"] < rows[0]["coefficients"][0]["value"] < found["high"]
    assert 0 < found["share_below"] < 1
    line = next(csv.DictReader(io.StringIO(run(*options, "--csv", study=study).out)))
    assert [float(line[name]) for name in ("low", "high", "share_below")] == [
        *(found["low"], found["high"]),
        found["share_below"],
    ]
    assert line["ci_method"] == "clustered bootstrap, percentile"
    assert [float(line[name]) for name in ("se", "ci_n", "undefined_replicates")] == [
        *(found["se"], found["n"], found["undefined"]),
    ]
    assert (found["n"], 0 < found["se"] < found["high"] - found["low"]) == (4, True)


def test_the_same_seed_gives_the_same_interval(table: Path) -> None:
    options = ("agree", "--data", table, "--level", "nominal", "--json")
    first, again = (run(*options, "--seed", "3").out for _ in range(2))
    assert first == again
    assert run(*options, "--seed", "4").out != first


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("jackknife", "jackknife, t."),
        ("analytic", "Gwet's analytic"),
        ("pairs", "understates uncertainty"),
    ],
)
def test_other_methods_are_named(table: Path, method: str, said: str) -> None:
    out = run("agree", "--data", table, "--level", "nominal", "--ci", method).out
    assert said in out.replace("\n  ", " ")
    assert re.search(r"alpha +0\.\d{4}  \[\.\d\d, \.\d\d\]\n", out)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--data", "T", "--level", "nominal", "--clusters"), "--clusters is about a study"),
        (("--ci", "pairs", "--no-clusters"), "--ci pairs knows no clusters."),
        (("--ci", "jackknife", "--seed", "1"), "--ci jackknife draws nothing: leave --seed out."),
        (("--replicates", "5"), "is not in the range"),
    ],
)
def test_options_that_cannot_be_meant(table: Path, options: tuple[str, ...], message: str) -> None:
    finished = run("agree", *(str(table) if part == "T" else part for part in options))
    assert finished.exit_code == 2
    assert message in finished.err


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (0.694, 0.941, "[.69, .94]"),
        (-0.12, 1.0, "[-.12, 1.00]"),
        (-0.001, 0.2, "[.00, .20]"),
        (0.6352, 0.6419, "[.635, .642]"),
        (None, None, ""),
    ],
)
def test_bounds_as_the_table_prints_them(low: float, high: float, shown: str) -> None:
    assert cell(Interval(low, high, 0.95, "jackknife, t")) == shown
