"""`annotator assign`: a plan is shown, carried out, listed and taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.agreement.sample_size import lacy_riffe
from annotator.cli.assign_words import half_width
from annotator.model.team import Assigned, Purpose, Round
from annotator.study import Study
from tests.cli.run import Finished, run
from tests.small import CODEBOOK, make_article


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Twelve articles of four paragraphs from two outlets; two coders were described."""
    articles = [
        replace(
            make_article(f"a{n}", f"Title {n}", f"One {n}.", f"Two {n}.", f"Three {n}."),
            source="Daily" if n % 3 else "Weekly", date=f"2019-0{1 + n // 6}-01",
        )
        for n in range(12)
    ]  # fmt: skip
    with Study.create(tmp_path / "s.db", CODEBOOK) as study:
        study.add_articles(articles)
    for name in ("ana", "ben"):
        run("coder", "add", name, study=tmp_path / "s.db")
    return tmp_path / "s.db"


def assign(path: Path, *arguments: str) -> Finished:
    return run("assign", *arguments, study=path)


def given(path: Path, coder: str, round_: str = "main") -> list[tuple[str, int]]:
    with Study.open(path, read_only=True) as study:
        return [(row.article, row.paragraph) for row in study.assignments(coder, round_)]


def test_a_plan_is_shown_and_carried_out(path: Path) -> None:
    finished = assign(path, "--sample", "4", "--by", "source", "--seed", "7", "--yes")
    assert finished.exit_code == 0
    assert "Round main, seed 7" in finished.out
    assert "Sample: 4 of 12 articles (33.3 %)" in finished.out
    assert "  Daily: 3 of 8" in finished.out
    assert "  Weekly: 1 of 4" in finished.out
    assert "16 units are coded by two coders or more" in finished.out
    own = {coder: given(path, coder) for coder in ("ana", "ben")}
    assert [len(units) for units in own.values()] == [8, 8]
    assert len(set(own["ana"]) & set(own["ben"])) == 4
    with Study.open(path, coder="ana") as study:
        place = study.place()
        assert place is not None
        assert place.article == own["ana"][0][0]
        assert study.progress().total == 32


def test_a_dry_run_writes_nothing_and_a_seed_is_drawn(path: Path) -> None:
    finished = assign(path, "--sample", "25%", "--dry-run")
    assert "Sample: 3 of 12" in finished.out
    assert "seed " in finished.out
    assert given(path, "ana") == []


def test_without_a_terminal_nobody_is_asked_and_nothing_is_written(path: Path) -> None:
    finished = assign(path, "--sample", "4")
    assert finished.exit_code == 2
    assert "--yes" in finished.err
    assert given(path, "ana") == []


def test_the_same_seed_gives_the_same_plan(path: Path) -> None:
    first = assign(path, "--sample", "4", "--seed", "x", "--dry-run", "--json").json()
    again = assign(
        path, "--sample", "4", "--seed", "x", "--coder", "ben", "--coder", "ana", "--dry-run",
        "--json",
    ).json()  # fmt: skip
    assert first == again
    other = assign(path, "--sample", "4", "--seed", "y", "--dry-run", "--json").json()
    assert other["sample"] != first["sample"]


def test_json_holds_every_unit(path: Path) -> None:
    told = assign(
        path, "--unit", "paragraph", "--sample", "1/4", "--rest-coders", "0", "--dry-run", "--json"
    ).json()
    assert len(told["sample"]) == 12
    assert told["left"] == 36
    assert sorted(told["coders"]["ana"]["order"]) == sorted(told["sample"])
    assert told["shared"] == [["ana", "ben", 12]]


def test_what_is_not_covered_is_said(path: Path) -> None:
    alone = assign(path, "--dry-run").out
    assert "no agreement can be computed" in alone
    few = assign(path, "--sample", "2", "--rest-coders", "0", "--dry-run").out
    assert "Given to nobody: 10 of 12 articles." in few
    run("coder", "add", "cho", study=path)
    apart = assign(path, "--sample", "1", "--sample-coders", "2", "--dry-run").out
    assert "cannot be compared" in apart.replace("\n  ", " ")


def test_what_was_given_is_not_given_again(path: Path) -> None:
    assign(path, "--sample", "2", "--rest-coders", "0", "--seed", "1", "--yes")
    more = assign(path, "--seed", "2", "--yes")
    assert "given in this round before: 2." in more.out
    assert len(set(given(path, "ana")) | set(given(path, "ben"))) == 12
    nothing = assign(path, "--yes")
    assert nothing.exit_code == 2
    assert "Everything was given" in nothing.err


def test_plans_are_listed_and_taken_back(path: Path) -> None:
    assign(path, "--sample", "2", "--rest-coders", "0", "--seed", "one", "--yes")
    assign(path, "--seed", "two", "--yes")
    with Study.open(path, coder="ana") as study:
        study.finish(given(path, "ana")[0][0], 1)
    listed = assign(path, "--list").out.splitlines()
    assert [line.split()[1] for line in listed[1:3]] == ["two", "one"]
    assert listed[1].endswith("ana 5, ben 5")
    assert listed[5].split() == ["ana", "main", "1", "of", "28"]
    found = assign(path, "--list", "--json").json()
    assert [plan["blocks"] for plan in found["plans"]] == [
        {"ana": 5, "ben": 5},
        {"ana": 2, "ben": 2},
    ]
    assert "seed two" in assign(path, "--undo").out
    assert len(given(path, "ana")) == 2
    assert "seed one" in assign(path, "--undo").out
    assert "No plan of round main" in assign(path, "--undo").err
    with Study.open(path, coder="ana") as study:
        assert study.progress().done == 1
        assert list(study.faults()) == []


def test_coding_again_is_of_ones_own_units_in_a_round_of_its_own(path: Path) -> None:
    assign(path, "--sample", "2", "--rest-coders", "1", "--seed", "1", "--yes")
    for coder in ("ana", "ben"):
        with Study.open(path, coder=coder) as study:
            for article, _ in given(path, coder)[:3]:
                for number in (1, 2, 3, 4):
                    study.finish(article, number)
    run("round", "set", "again", "--purpose", "drift", study=path)
    finished = assign(path, "--round", "again", "--recode", "2", "--seed", "1", "--yes")
    assert "their own articles of round main once more" in finished.out
    for coder in ("ana", "ben"):
        again = given(path, coder, "again")
        assert len(again) == 2
        assert set(again) <= set(given(path, coder)[:3])
    more = assign(path, "--round", "again", "--recode", "9", "--seed", "2", "--dry-run", "--json")
    assert {len(c["order"]) for c in more.json()["coders"].values()} == {1}
    same = assign(path, "--recode", "2")
    assert "round of its own" in same.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--coder", "anna"), "annotator coder add anna"),
        (("--coder", "Ana"), "Known: ana"),
        (("--by", "sorce"), "Known: source"),
        (("--round", "pilt"), "annotator round set pilt"),
        (("--sample", "13"), "cannot be drawn from 12"),
        (("--sample", "4%"), "4.0% of 12 is less than one."),
        (("--sample", "many"), "many"),
        (("--sample-coders", "3", "--sample", "2"), "there are 2 coders"),
        (("--recode", "2", "--from", "main", "--round", "main"), "round of its own"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_written(
    path: Path, arguments: tuple[str, ...], said: str
) -> None:
    finished = assign(path, *arguments, "--yes")
    assert finished.exit_code == 2
    assert said in finished.err
    assert given(path, "ana") == []


def test_without_coders_it_says_how_to_name_them(two_coders: Path) -> None:
    finished = run("assign", "--yes", study=two_coders)
    assert "annotator coder add NAME" in finished.err
    assert run("assign", "--coder", "ana", "--coder", "ben", "--yes", study=two_coders).out


def test_the_interval_expected_is_lacy_and_riffes_formula_turned_round() -> None:
    for population in (200, 1_000, 10_000):
        n = lacy_riffe(0.85, 0.03, population).units
        assert n is not None
        assert abs(half_width(n, population) / 1.96 - 0.03) < 0.0005
    assert half_width(50, 50) == 0


def test_a_plan_without_a_sample_says_so_in_words(path: Path) -> None:
    said = "No sample is drawn: each of the articles goes to as many coders as every other."
    assert said in assign(path, "--dry-run").out


@pytest.mark.parametrize(("unit", "number"), [("article", 2), ("paragraph", 3)])
def test_what_was_for_training_is_told_of(path: Path, unit: str, number: int) -> None:
    with Study.open(path, coder="ana", round="t1") as study:
        study.describe_round(Round("t1", Purpose.TRAINING))
        study.assign_units("t1", {"ana": [Assigned("id-a0", 1), Assigned("id-a0", 2)]})
        study.finish("id-a1", 2)
    size = {"article": "12", "paragraph": "48"}[unit]
    told = assign(path, "--sample", size, "--unit", unit, "--dry-run").out
    assert f"{number} of the {unit}s that several code are in a training round" in told
    for arguments in (("--round", "t1"), ("--sample-coders", "2", "--rest-coders", "1")):
        assert "training round" not in assign(path, *arguments, "--dry-run").out
