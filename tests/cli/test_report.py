"""`annotator report`: where it goes, in which format, what is refused."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.model.coding import Answer, Target
from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK, FIRST

COMPLETE = "What stands in square brackets is yours to complete.\n"


def test_markdown_on_standard_output(two_coders: Path) -> None:
    finished = run("report", study=two_coders)
    assert finished.exit_code == 0
    assert finished.out.startswith("# Reliability report: Who says what\n")
    assert "Two coders (ana and ben) coded in the round “main”" in finished.out
    assert finished.err == COMPLETE


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("r.md", "# Reliability"), ("r.markdown", "# Reliability"), ("r.html", "<!DOCTYPE html>"),
        ("r.HTM", "<!DOCTYPE html>"), ("r.tex", "% In the preamble"), ("r.csv", "variable,view,"),
    ],
)  # fmt: skip
def test_the_ending_says_the_format(
    two_coders: Path, tmp_path: Path, name: str, begins: str
) -> None:
    finished = run("report", "-o", tmp_path / name, study=two_coders)
    text = (tmp_path / name).read_text(encoding="utf-8")
    assert text.startswith(begins)
    assert finished.out == ""
    assert finished.err == f"{tmp_path / name}: written.\n" + COMPLETE * (name != "r.csv")
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_the_option_goes_before_the_ending(two_coders: Path, tmp_path: Path) -> None:
    run("report", "-o", tmp_path / "notes.txt", "--format", "html", study=two_coders)
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("form", ["md", "html", "tex", "csv"])
def test_the_same_study_gives_the_same_bytes(two_coders: Path, form: str) -> None:
    first, second = (run("report", "--format", form, study=two_coders).out for _ in range(2))
    assert first == second


def test_only_some_coders(two_coders: Path) -> None:
    text = run("report", "--coder", "ana", study=two_coders).out
    assert "One coder (ana)" in text
    assert "there is only one coder" in text


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("-o", "report.docx"), 2, "the ending says none of the formats md, html, tex, csv."),
        (("-o", "report"), 2, "Name the file report.html, for example"),
        (("--coder", "anna"), 2, "There is no coder “anna”.\nKnown: ana."),
        (("--round", "pilot"), 2, "There is no round “pilot”.\nKnown: main."),
        (("--format", "pdf"), 2, "pdf"),
    ],
)
def test_wrong_use_is_told(
    two_coders: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    finished = run("report", *arguments, study=two_coders)
    assert (finished.exit_code, finished.out) == (code, "")
    assert words in finished.err


def test_the_study_is_not_written_over(two_coders: Path) -> None:
    before = two_coders.read_bytes()
    finished = run("report", "-o", two_coders, "--format", "md", study=two_coders)
    assert finished.exit_code == 2
    assert two_coders.read_bytes() == before


def test_a_link_is_not_written_through(two_coders: Path, tmp_path: Path) -> None:
    target = tmp_path / "precious.md"
    target.write_text("mine")
    (tmp_path / "r.md").symlink_to(target)
    assert run("report", "-o", tmp_path / "r.md", study=two_coders).exit_code == 1
    assert target.read_text() == "mine"


def test_standard_output_is_utf_8_whatever_the_terminal_is(two_coders: Path) -> None:
    command = [sys.executable, "-m", "annotator", "-s", str(two_coders), "report"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    finished = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert "round “main”" in finished.stdout.decode("utf-8")


def test_intervals_are_made_unless_not_wanted(two_coders: Path) -> None:
    text = run(
        "report", "--no-clusters", "--replicates", "200", "--seed", "7", study=two_coders
    ).out
    assert "| 95% interval |" in text
    without = run("report", "--ci", "none", study=two_coders).out
    assert "Confidence intervals" not in without
    assert "95% interval" not in without


def test_options_that_cannot_be_meant_together(two_coders: Path) -> None:
    finished = run("report", "--ci", "jackknife", "--seed", "7", study=two_coders)
    assert (finished.exit_code, finished.out) == (2, "")


def test_rounds_stand_side_by_side_and_an_import_has_no_weeks(two_coders: Path) -> None:
    for coder in ("ana", "ben"):
        with Study.open(two_coders, coder=coder, round="pilot") as study:
            study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
            study.finish(FIRST.id, 1)
    text = run("report", study=two_coders).out
    assert "Agreement by round of coding" in text
    assert "| pilot |" in text.replace("  ", "").replace("|  ", "| ")
    assert "How agreement went over time cannot be shown: units were finished all at once" in text


def test_versions_of_the_codebook_have_figures_of_their_own(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ben") as study:
        study.adopt_codebook(CODEBOOK.replace("1.0.0", "2.0.0"), name="small.yaml")
        study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
    text = run("report", study=two_coders).out
    assert "Agreement by codebook version" in text
    assert "coded under 2 versions of the codebook: 1.0.0, 2.0.0." in text
    assert "The study file records no decision on a disagreement" in text


def test_two_codebooks_of_one_version_are_told(two_coders: Path) -> None:
    with Study.open(two_coders, coder="ben") as study:
        study.adopt_codebook(CODEBOOK + "# changed\n", name="small.yaml")
    assert "in force under the same version (1.0.0)" in run("report", study=two_coders).out


def test_what_csv_counts_apart(two_coders: Path) -> None:
    text = run("report", "--format", "csv", study=two_coders).out
    assert ",n_pairs,n_missing,n_not_applicable,n_cannot_tell" in text.splitlines()[0]
    assert "statement,matched,,nominal," in text
