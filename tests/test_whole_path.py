"""The whole path as a researcher walks it, by commands alone: articles, codings, agreement, data.

The study is real (../shared/study): two op-eds as saved from the web and three independent codings.
The figures to expect are those of its README.
"""

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.shared import SHARED, needs_shared

CODEBOOK = Path(__file__).parents[1] / "codebooks" / "hanoi.yaml"
STUDY = SHARED / "study"

EXPECTED = {  # variable, view, coefficient: over the codable paragraphs, over all
    ("unit_type", "value", "krippendorff_alpha"): (1.0, 1.0),
    ("outcome_eval", "value", "krippendorff_alpha"): (0.9227, None),
    ("statement", "any_statement", "krippendorff_alpha"): (0.9265, 0.9647),
    ("actor", "set", "alpha_jaccard"): (0.8851, 0.9094),
    ("actor", "set", "alpha_masi"): (0.8521, 0.8810),
    ("actor", "set_rolled_up", "alpha_jaccard"): (0.8997, 0.9247),
    ("actor", "set_rolled_up", "alpha_masi"): (0.8820, 0.9086),
    ("lever", "set", "alpha_jaccard"): (0.8986, 0.9189),
    ("lever", "set", "alpha_masi"): (0.8656, 0.8905),
    ("lever", "set_rolled_up", "alpha_jaccard"): (0.9137, None),
    ("lever", "set_rolled_up", "alpha_masi"): (0.8878, None),
    ("actor+lever", "pair", "alpha_jaccard"): (0.8447, None),
    ("actor+lever", "pair", "alpha_masi"): (0.7843, None),
    ("statement", "statement_alpha", "statement_alpha"): (0.8384, 0.8735),
    ("statement", "matched", "matched_f1"): (0.8967, 0.8967),
    ("stance", "matched", "krippendorff_alpha"): (0.9786, 0.9786),
}


def annotator(folder: Path, *words: str) -> str:
    """Run a command in a folder, as from a shell; returns what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "annotator", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the study in it: articles added, three codings imported."""
    folder = tmp_path_factory.mktemp("hanoi")
    annotator(folder, "init", "hanoi.db", "--codebook", str(CODEBOOK))
    annotator(folder, "add", str(STUDY / "articles"))
    for coder in "abc":
        annotator(folder, "import", str(STUDY / f"codings_{coder}.csv"))
    return folder


def figures(folder: Path, *options: str) -> dict[tuple[str, str, str], float]:
    report = json.loads(annotator(folder, "agree", "--json", *options))
    return {
        (row["variable"], row["view"], coefficient["name"]): coefficient["value"]
        for row in report["rows"]
        if row["level"] == "nominal" and row["view"] != "presence"
        for coefficient in row["coefficients"]
    }


@needs_shared
@pytest.mark.parametrize(("column", "options"), [(0, ()), (1, ("--all-paragraphs",))])
def test_agreement_is_what_the_studys_readme_says(
    folder: Path, column: int, options: tuple[str, ...]
) -> None:
    found = figures(folder, *options)
    expected = {key: values[column] for key, values in EXPECTED.items() if values[column]}
    assert {key: round(found[key], 4) for key in expected} == expected


@needs_shared
def test_whole_statements_are_what_docs_statistics_says(folder: Path) -> None:
    named = ("statement", "actor", "lever", "stance", "attribution")
    found = json.loads(annotator(folder, "agree", *named, "--no-clusters", "--json"))["rows"]
    rows = {(row["view"], row["level"]): row for row in found if row["variable"] == "statement"}
    numbers = [rows["n_statements", level]["coefficients"][0] for level in ("interval", "ratio")]
    assert [round(one["value"], 4) for one in numbers] == [0.9317, 0.8971]
    pairs = [
        (pair["coders"], pair["n_matched"], pair["n_unmatched"], round(pair["f1"], 4))
        for pair in rows["matched", "nominal"]["matches"]
    ]
    assert pairs == [
        (["a", "b"], 64, [7, 12], 0.8707),
        (["a", "c"], 61, [10, 5], 0.8905),
        (["b", "c"], 66, [10, 0], 0.9296),
    ]
    (whole,) = rows["statement_alpha", "nominal"]["coefficients"]
    assert round(whole["value"], 4) == 0.8395
    assert (whole["ci"]["low"], whole["ci"]["high"]) == pytest.approx((0.744, 0.913), abs=5e-4)
    assert (whole["ci"]["replicates"], whole["ci"]["seed"]) == (10_000, 1)


@needs_shared
def test_all_38_blocks_have_the_kind_the_coders_gave_them(folder: Path) -> None:
    annotator(folder, "export", "-f", "csv", "-o", "kinds")
    with (folder / "kinds" / "paragraphs.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["paragraph"] != "0"]
    assert len(rows) == 3 * 38
    assert [row for row in rows if row["kind"] != row["unit_type"]] == []


@needs_shared
def test_what_is_exported_can_be_coded_on_elsewhere(folder: Path, tmp_path: Path) -> None:
    annotator(folder, "export", "-f", "csv", "-o", str(tmp_path / "out"))
    annotator(tmp_path, "init", "other.db", "--codebook", str(CODEBOOK))
    annotator(tmp_path, "add", str(STUDY / "articles"))
    annotator(tmp_path, "import", str(tmp_path / "out" / "long.csv"))
    assert figures(tmp_path) == figures(folder)


@needs_shared
def test_importing_twice_changes_nothing_and_the_study_stays_whole(folder: Path) -> None:
    before: Any = json.loads(annotator(folder, "status", "--json"))
    for coder in "abc":
        annotator(folder, "import", str(STUDY / f"codings_{coder}.csv"))
    annotator(folder, "add", str(STUDY / "articles"))
    assert json.loads(annotator(folder, "status", "--json")) == before
    assert "whole" in annotator(folder, "doctor")
