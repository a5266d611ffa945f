"""`compared: false`: coders may differ in it, and that is no disagreement anywhere."""

import csv
import io
import sys
from pathlib import Path

import pytest

from annotator.codebook_file import load
from annotator.model.codebook_changes import Effect, changes
from annotator.model.coding import Answer, Target
from annotator.model.team import Purpose, Round
from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK, FIRST

SURE = """
    label: Sure?
    measurement: ordinal
    required: {required}
    compared: false
    codes: {{low: Guess, high: Sure}}
"""
ON_PARAGRAPHS = "  how_sure:" + SURE.format(required="false")
ON_STATEMENTS = "  sure:" + SURE.format(required="true")
SELF_REPORTS = CODEBOOK.replace("statement:\n", f"{ON_PARAGRAPHS}statement:\n") + ON_STATEMENTS
SAID = {"actor": Answer.of("us"), "stance": Answer.of("pro"), "lever": Answer.of("talks")}


def make(path: Path, *rounds: Round, stances: tuple[str, str] = ("pro", "pro")) -> Path:
    """Ana and Ben say the same, and are not equally sure of it."""
    with Study.create(path, SELF_REPORTS, name="small.yaml") as study:
        study.add_articles([FIRST])
        for told in rounds:
            study.describe_round(told)
    for coder, sure, stance in zip(("ana", "ben"), ("low", "high"), stances, strict=True):
        with Study.open(path, coder=coder, round=rounds[0].name if rounds else "main") as study:
            study.assign(Target(FIRST.id, 1), "tone", Answer.of("bad"))
            study.assign(Target(FIRST.id, 1), "how_sure", Answer.of(sure))
            answers = SAID | {"stance": Answer.of(stance), "sure": Answer.of(sure)}
            study.add_statement(FIRST.id, 2, answers)
            for paragraph in (1, 2):
                study.finish(FIRST.id, paragraph)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make(tmp_path / "study.db")


def test_it_is_no_disagreement(path: Path) -> None:
    assert run("disagreements", study=path).err == "No two coders differ here.\n"


@pytest.mark.parametrize("command", [["disagreements"], ["adjudicate", "--coder", "lea"]])
def test_whoever_asks_for_its_disagreements_is_not_told_that_nobody_differs(
    path: Path, command: list[str]
) -> None:
    refused = run(*command, "how_sure", study=path)
    assert refused.exit_code == 2
    assert refused.err.startswith("“how_sure” has `compared: false` in the codebook: ")


def test_beside_a_disagreement_it_is_not_in_dispute(tmp_path: Path) -> None:
    path = make(tmp_path / "study.db", stances=("pro", "con"))
    (only,) = run("disagreements", "--json", study=path).json()
    assert only["differ"] == "stance"


def test_it_has_no_figure_and_that_is_said(path: Path) -> None:
    told = run("agree", "--json", study=path).json()
    assert not {"how_sure", "sure"} & {figure["variable"] for figure in told["rows"]}
    assert "not compared, as the codebook says: how_sure, sure" in told["remarks"]


def test_final_values_hang_on_it_as_little_as_on_free_text(path: Path, tmp_path: Path) -> None:
    done = run("export", "--final", "agreed", "-o", tmp_path / "out", study=path)
    assert "not settled" not in done.err
    with (tmp_path / "out" / "long.csv").open(encoding="utf-8", newline="") as file:
        values = {row["variable"]: row["value"] for row in csv.DictReader(file)}
    assert values["tone"] == "bad"
    assert values["stance"] == "pro"
    assert not {"how_sure", "sure"} & {name for name, value in values.items() if value}


def test_in_training_it_is_not_right_or_wrong(tmp_path: Path) -> None:
    path = make(tmp_path / "s.db", Round("training", Purpose.TRAINING, gold="ana"))
    with Study.open(path, coder="ben", round="training") as study:
        told = study.feedback(FIRST.id, 1)
    assert told is not None
    assert told.lines == ()


def test_a_preregistration_plans_no_figure_of_it(path: Path, tmp_path: Path) -> None:
    run("bundle", "--prereg", "-o", tmp_path / "plan", study=path)
    told = "\n".join(page.read_text("utf-8") for page in sorted((tmp_path / "plan").rglob("*.md")))
    assert "none: coders may differ, as the codebook says" in told


def test_codebooks_say_so(tmp_path: Path) -> None:
    codebook = load(SELF_REPORTS)
    assert [v.id for v in codebook.variables if not v.is_compared] == ["how_sure", "sure"]
    assert not codebook.by_id["sure"].tells_apart
    file = tmp_path / "book.yaml"
    file.write_text(SELF_REPORTS, encoding="utf-8")
    assert run("codebook", "show", file).out.count("not compared between coders") == 2


def test_saying_so_later_leaves_codings_as_they_are() -> None:
    before = load(SELF_REPORTS.replace("    compared: false\n", ""))
    now = load(SELF_REPORTS)
    told = [(change.variable, change.what, change.effect) for change in changes(before, now)]
    assert told == [(name, "no longer compared", Effect.NONE) for name in ("how_sure", "sure")]
    assert {change.what for change in changes(now, before)} == {"compared now"}


@pytest.mark.parametrize(
    ("ending", "is_lost"),
    [("csv", False), ("xlsx", False), ("qdc", False), ("rdf", False), ("xml", True)],
)
def test_formats_keep_it_or_say_that_they_do_not(
    tmp_path: Path, ending: str, is_lost: bool
) -> None:
    file, there = tmp_path / "book.yaml", tmp_path / f"book.{ending}"
    file.write_text(SELF_REPORTS, encoding="utf-8")
    done = run("codebook", "convert", file, there)
    assert ("what is not compared" in done.err) is is_lost
    run("codebook", "convert", there, tmp_path / "back.yaml")
    back = load((tmp_path / "back.yaml").read_text("utf-8"))
    assert [v.id for v in back.variables if not v.compared] == (
        [] if is_lost else ["how_sure", "sure"]
    )


def test_who_settles_a_disagreement_is_not_asked_about_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path / "study.db", stances=("pro", "con"))
    monkeypatch.setattr(sys, "stdin", io.StringIO("b 1\n\n"))
    said = run("adjudicate", "--plain", "--coder", "lea", study=path).out
    assert "Sure?" not in said.partition("Decision")[0]
    with Study.open(path, read_only=True) as study:
        decided = {row.variable: row.value for row in study.decisions() if row.statement}
    assert decided == {"actor": "us", "stance": "con", "lever": "talks", "sure": "high"}
