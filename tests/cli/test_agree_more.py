"""`annotator agree` with what it can show beside its table."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.cli import demo
from annotator.model.coding import Answer, Target
from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK, FIRST, make_study

EVERYTHING = ("--explain", "--confusions", "--by", "pair")


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo: four articles, three coders."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    demo.make(path)
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "ratings.csv"
    path.write_text("unit,ann,bob,cat\n1,1,1,1\n2,2,2,3\n3,3,3,3\n4,3,1,3\n", encoding="utf-8")
    return path


def sections(text: str, head: str) -> Iterator[str]:
    return (part for part in text.split("\n\n") if part.startswith(head))


def test_nothing_is_added_unless_asked_for(study: Path) -> None:
    plain = run("agree", "--json", study=study).json()
    assert not {"by", "explain", "confusions", "against"}.intersection(plain)
    full = run("agree", "--json", *EVERYTHING, "--against", "ana", study=study).json()
    assert {key: full[key] for key in plain} == plain
    text = run("agree", study=study).out
    assert run("agree", *EVERYTHING, study=study).out.startswith(text)


def test_explained_for_newcomers(study: Path) -> None:
    out = run("agree", "outcome_eval", "--explain", study=study).out
    assert "outcome_eval, nominal: alpha 0.8513\n  Reliable: not below .80." in out
    assert "alpha = 1 - observed / expected = 1 - 0.0762 / 0.5123 = 0.8513." in out
    assert "  3  Not appraised     1  2  68   0   71\n" in out
    assert "Few units: it rests on 35 units" in out
    assert "  Not appraised     0.8708\n" in out
    assert "  ben      0.9413\n" in out
    assert "  ana  0.7801  0.9413\n" in out
    assert "  2  0 Mixed / balanced  0  9   1   10\n" in out


def test_figures_of_the_explanation_agree_with_the_table(study: Path) -> None:
    found = run("agree", "--json", "--explain", study=study).json()
    rows = {heading(row): row for row in found["rows"]}
    assert len(found["explain"]) > 10
    for told in found["explain"]:
        row = rows[heading(told)]
        assert told["coefficient"]["value"] == row["coefficients"][0]["value"]
        if told["coefficient"]["name"] == "matched_f1":
            assert sum(one["n"] for one in told["unmatched"]) == n_unmatched(row)
            continue
        n = sum(c["n"] * (1 if len(set(c["values"])) == 1 else 2) for c in told["coincidences"])
        assert n == pytest.approx(row["n_pairable"])


def n_unmatched(row: dict[str, Any]) -> int:
    return sum(sum(pair["n_unmatched"]) for pair in row["matches"])


def test_whole_statements_are_explained_with_their_counts(study: Path) -> None:
    out = run("agree", "statement", "--explain", "--confusions", "--by", "pair", study=study).out
    assert "F1 = 2 x 288 / (2 x 288 + 104) = 0.8471." in out
    assert "a statement without a partner costs 1" in out.replace("\n  ", " ")
    assert "\n  Times  actor " in out
    assert "Confused: statement, whole, nominal" in out
    assert "Confused: statement, matched" not in out
    assert (
        "By pair: statement, matched, nominal\nPair           Units  Coders  Agree      F1" in out
    )
    assert [line for line in out.splitlines() if len(line) > 80] == []


def heading(row: dict[str, Any]) -> tuple[str, ...]:
    return tuple(row[name] for name in ("variable", "view", "code", "level"))


def test_confusions_lead_to_units(study: Path) -> None:
    out = run("agree", "outcome_eval", "actor", "--confusions", study=study).out
    values, ordinal, sets, *_ = sections(out, "Confused: ")
    assert " 50%      4  Negative          Not appraised  scheldt_observer 12 +1" in values
    assert " 25%  southgate_review 8" in values
    assert "0 Mixed / balanced  1 Positive" in ordinal
    assert "Shared  Only in one" in sets
    assert "and 14 more confusions (--json has all)" in sets
    found = run("agree", "actor", "--confusions", "--json", study=study).json()["confusions"]
    for row in found:
        assert sum(one["share"] for one in row["confusions"]) == pytest.approx(1)
        assert sum(unit["share"] for unit in row["units"]) == pytest.approx(1)
        assert all(one["units"] for one in row["confusions"])


def test_a_tree_is_compared_along_its_branches(study: Path) -> None:
    finished = run("agree", "actor", "--explain", "--coefficients", "alpha_tree", study=study)
    assert finished.exit_code == 0, finished.err
    table, _, explained = finished.out.partition("actor, set, tree, nominal: alpha tree 0.7216")
    assert "actor, set, first level" in table
    assert "actor, set, tree         nominal     35      –  tree     0.7216" in table
    assert "the number of steps from each up to the" in explained
    found = run("agree", "actor", "--json", study=study).json()["rows"]
    depths = {row["view"]: row["depth"] for row in found}
    assert (depths["set"], depths["set_rolled_up"], depths["set_tree"]) == (0, 1, 0)


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("round", ["main"]),
        ("article", ["harbour_courier", "sagami_dispatch", "scheldt_observer", "southgate_review"]),
        ("pair", ["ana and ben", "ana and chris", "ben and chris"]),
        ("version", ["0.3.0"]),
        ("batch", ["1-20", "21-35"]),
    ],
)
def test_parts(study: Path, by: str, groups: list[str]) -> None:
    options = ("outcome_eval", "--by", by, *(("--batch-size", "20") if by == "batch" else ()))
    found = run("agree", *options, "--json", study=study).json()["by"]
    assert found["by"] == by
    assert [group["group"] for group in found["rows"][0]["groups"]] == groups
    out = run("agree", *options, study=study).out
    assert f"By {by}: outcome_eval, nominal\n{by.capitalize()}" in out
    assert all(f"\n{group}" in out for group in groups)


def test_parts_of_an_article_say_why_they_are_undefined(study: Path) -> None:
    out = run("agree", "outcome_eval", "--by", "article", study=study).out
    assert "harbour_courier; sagami_dispatch: no variation: all 6 pairable values are 1." in out
    week = run("agree", "outcome_eval", "--by", "week", study=study).out
    assert "Remark: all units were finished within a minute" in week


def test_rounds_are_compared_from_their_beginning(tmp_path: Path) -> None:
    path = make_study(tmp_path / "rounds.db")
    for coder, tone in (("ana", "bad"), ("ben", "good")):
        with Study.open(path, coder=coder, round="pilot") as study:
            study.assign(Target(FIRST.id, 1), "tone", Answer.of(tone))
            study.finish(FIRST.id, 1)
    found = run("agree", "tone", "--by", "round", "--json", study=path).json()["by"]["rows"]
    groups = {group["group"]: group["n_units"] for group in found[0]["groups"]}
    assert groups == {"main": 0, "pilot": 1}


def test_codebook_versions_are_told_apart(tmp_path: Path) -> None:
    path = make_study(tmp_path / "versions.db")
    with Study.open(path, coder="ben") as study:
        study.adopt_codebook(CODEBOOK.replace("1.0.0", "2.0.0"), name="small.yaml")
        study.assign(Target(FIRST.id, 1), "tone", Answer.of("good"))
    out = run("agree", "tone", "--by", "version", study=path).out
    assert "\n1.0.0 and 2.0.0      1" in out
    assert "1.0.0 and 2.0.0: coded under 2 versions of the codebook: 1.0.0, 2.0.0." in out


def test_against_a_gold_coder(study: Path) -> None:
    out = run("agree", "outcome_eval", "--against", "ana", study=study).out
    assert "ben against ana: outcome_eval, 31 of 35 units the same\n" in out
    assert "Negative            3    5     3    100%        60%\n" in out
    assert "    2  Not appraised     Negative\n" in out
    assert out.count("against ana: outcome_eval") == 2
    found = run("agree", "actor", "--against", "ana", "--json", study=study).json()["against"]
    assert {one["coder"] for one in found} == {"ben", "chris"}
    assert {one["view"] for one in found} == {"set", "set_rolled_up"}


def test_against_one_who_has_finished_nothing_is_said(two_coders: Path) -> None:
    with Study.open(two_coders, coder="gold") as study:
        study.assign(Target(FIRST.id, 1), "tone", Answer.of("bad"))
    finished = run("agree", "--against", "gold", study=two_coders)
    assert finished.exit_code == 0
    assert "Nobody coded a unit that gold coded, too." in finished.out


def test_all_that_needs_no_study_works_on_a_table(table: Path) -> None:
    options = ("--data", table, "--level", "ordinal", *EVERYTHING, "--against", "bob")
    finished = run("agree", *options)
    assert finished.exit_code == 0, finished.err
    assert "cat against bob: ratings, 2 of 4 units the same" in finished.out
    found = run("agree", *options, "--json").json()
    assert [c["values"] for c in found["confusions"][0]["confusions"]] == [["1", "3"], ["2", "3"]]
    assert found["confusions"][0]["units"][0]["unit"] == 4
    assert len(found["by"]["rows"][0]["groups"]) == 3


def test_every_line_fits_the_terminal(study: Path) -> None:
    for by in ("article", "pair", "version"):
        options = ("--explain", "--confusions", "--against", "ana", "--by", by, "--codes")
        out = run("agree", *options, study=study).out
        assert [line for line in out.splitlines() if len(line) > 80] == []


def test_names_cannot_drive_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "hostile.csv"
    path.write_text(
        "unit,a\x1b]52;c;x\x07,[/b]\n1,\x1b[31m,b\n2,b,b\n3,b,\x1b[2J\n", encoding="utf-8"
    )
    options = ("--data", path, "--level", "nominal", *EVERYTHING, "--against", "[/b]")
    for shape in ((), ("--json",)):
        finished = run("agree", *options, *shape)
        assert finished.exit_code == 0, finished.err
        assert "\x1b" not in finished.out + finished.err
    assert json.loads(run("agree", *options, "--json").out)["explain"]


def test_where_nobody_has_finished_anything(two_coders: Path) -> None:
    run("round", "set", "pilot", study=two_coders)
    finished = run("agree", "--round", "pilot", "--explain", "--confusions", study=two_coders)
    assert (finished.exit_code, finished.out) == (0, "")
    assert "Nobody has finished a unit in round pilot" in finished.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--data", "T", "--level", "nominal", "--by", "week"), "--by week is about a study"),
        (("--data", "T", "--level", "nominal", "--against", "x"), "There is no coder “x”."),
        (("--batch-size", "9"), "--batch-size needs --by batch."),
        (("--explain", "--csv"), "--csv holds the table only, without --explain."),
        (("--by", "round", "--round", "main"), "--by round compares all rounds"),
    ],
)
def test_options_that_cannot_be_meant(table: Path, options: tuple[str, ...], message: str) -> None:
    finished = run("agree", *(str(table) if part == "T" else part for part in options))
    assert finished.exit_code == 2
    assert message in finished.err
