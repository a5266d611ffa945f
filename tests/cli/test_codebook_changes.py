"""A new version of the codebook in the middle: told first, then carried out, taken back whole."""

import sqlite3
from pathlib import Path

import pytest

from annotator.codebook_file import load
from annotator.model.codebook_changes import Change, Effect, changes
from annotator.model.coding import Answer, Target
from annotator.store.overview import overview
from annotator.study import Study
from tests.cli.run import Finished, run
from tests.small import CODEBOOK, FIRST

NEW = (
    CODEBOOK.replace("1.0.0", "2.0.0")
    .replace("{pro: Supports, con: Opposes}", "{pro: In favour, con: Opposes, none: No side}")
    .replace(
        "{sanctions: Sanctions, talks: Talks}",
        "{sanctions: Sanctions, talks: {label: Talks, merged_into: summit}, summit: Summits}",
    )
    .replace("{us: United States, dprk: North Korea}", "{us: United States, dprk: {label: North "
             "Korea, deprecated: true}, kju: The leader, people: The people}")
)  # fmt: skip


@pytest.fixture
def new(tmp_path: Path) -> Path:
    file = tmp_path / "new.yaml"
    file.write_text(NEW, encoding="utf-8")
    return file


def values(path: Path, coder: str, variable: str) -> list[str]:
    with Study.open(path, read_only=True) as study:
        assert study.codebook
        return [row.value for row in study.codings(coders=[coder], variables=[variable])]


def apply(path: Path, new: Path, *options: str) -> Finished:
    return run("codebook", "apply", new, *options, study=path)


def effects(found: list[Change]) -> set[tuple[str, str, str]]:
    return {(change.variable, change.code, str(change.effect)) for change in found}


def test_differences_and_what_they_do() -> None:
    found = changes(load(CODEBOOK), load(NEW))
    assert effects(found) >= {
        ("stance", "pro", "none"),
        ("stance", "none", "none"),
        ("lever", "talks", "maps"),
        ("lever", "summit", "none"),
        ("actor", "dprk", "review"),
    }
    assert changes(load(CODEBOOK), load(CODEBOOK)) == []


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        ("required: false", "required: true", Effect.ASK),
        ("    select: many\n", "", Effect.REVIEW),
        ("codes: {bad: Bad, good: Good}", "measurement: text", Effect.REVIEW),
        ("codes: {bad: Bad, good: Good}", "codes: {good: Good}", Effect.REVIEW),
        ("label: Tone", "label: Mood", Effect.NONE),
        ("label: Tone", "label: Tone\n    definition: New words", Effect.NONE),
    ],
)
def test_one_difference(before: str, after: str, effect: Effect) -> None:
    assert before in CODEBOOK
    found = changes(load(CODEBOOK), load(CODEBOOK.replace(before, after, 1)))
    assert effect in {change.effect for change in found}
    assert (effect is Effect.NONE) == all(c.effect is Effect.NONE for c in found)


def test_variables_that_come_and_go() -> None:
    shorter = CODEBOOK.replace("  tone:\n    label: Tone\n    required: false\n"
                               "    codes: {bad: Bad, good: Good}\n",
                               "  mood:\n    label: Mood\n    codes: {low: Low}\n")  # fmt: skip
    found = changes(load(CODEBOOK), load(shorter))
    assert effects(found) == {("mood", "", "ask"), ("tone", "", "hidden")}


def test_the_plan_is_shown_and_changes_nothing(two_coders: Path, new: Path) -> None:
    before = two_coders.read_bytes()
    out = apply(two_coders, new, "--dry-run").out
    assert "lever, talks: merged into summit" in out
    assert "actor, dprk: no longer used  (codings must be looked at again)" in out
    assert "    ana 1, ben 1" in out
    assert "1 codings map by themselves." in out
    assert "2 finished units must be looked at again: ana 1, ben 1." in out
    assert two_coders.read_bytes() == before


def test_carried_out_and_taken_back(two_coders: Path, new: Path) -> None:
    assert values(two_coders, "ana", "lever") == ["sanctions|talks", ""]
    assert apply(two_coders, new, "--yes").exit_code == 0
    assert values(two_coders, "ana", "lever") == ["sanctions|summit", ""]
    listed = run("worklist", study=two_coders).out.splitlines()
    assert listed == [
        "ana, main, first, paragraph 3: actor: dprk: no longer used",
        "ben, main, first, paragraph 2: actor: dprk: no longer used",
    ]
    with Study.open(two_coders, coder="ana") as study:
        assert not study.work(FIRST.id).unit(3).done
        assert study.undo() is None, "a coder's key does not take back the lead's act"
        assert list(study.faults()) == []
    assert "codebook small 2.0.0 adopted" in run("log", study=two_coders).out
    undone = run("undo", "--codebook", study=two_coders)
    assert undone.out == "Undone: codebook 2.0.0; version 1.0.0 is in force again\n"
    assert values(two_coders, "ana", "lever") == ["sanctions|talks", ""]
    assert run("worklist", study=two_coders).out == ""
    with Study.open(two_coders, coder="ana") as study:
        assert study.work(FIRST.id).unit(3).done
        assert list(study.faults()) == []
    assert "never changed" in run("undo", "--codebook", study=two_coders).err


def test_finishing_takes_a_unit_off_the_list(two_coders: Path, new: Path) -> None:
    apply(two_coders, new, "--yes")
    with Study.open(two_coders, coder="ana") as study:
        study.finish(FIRST.id, 3)
    assert [unit["coder"] for unit in run("worklist", "--json", study=two_coders).json()] == ["ben"]
    assert run("worklist", "--coder", "ana", study=two_coders).out == ""


def test_a_code_whose_meaning_changed_is_named_by_hand(two_coders: Path, new: Path) -> None:
    new.write_text(CODEBOOK.replace("1.0.0", "1.1.0"), encoding="utf-8")
    plan = apply(two_coders, new, "--review", "stance=pro", "--json", "-n").json()
    assert [(unit["coder"], unit["paragraph"]) for unit in plan["again"]] == [("ana", 2)]
    assert apply(two_coders, new, "--review", "mood").exit_code == 2
    assert apply(two_coders, new, "--review", "stance=left").exit_code == 2


def test_what_is_required_now_is_asked_of_finished_units(two_coders: Path, new: Path) -> None:
    new.write_text(CODEBOOK.replace("required: false", "required: true"), encoding="utf-8")
    plan = apply(two_coders, new, "--json", "-n").json()
    assert {(u["coder"], u["paragraph"], u["why"]) for u in plan["again"]} >= {
        ("ben", 1, "to be answered: Tone"),
    }


def test_diff_of_files_and_of_the_study(two_coders: Path, new: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.yaml"
    old.write_text(CODEBOOK, encoding="utf-8")
    of_files, of_study = (
        run("codebook", "diff", old, new),
        run("codebook", "diff", new, study=two_coders),
    )
    assert of_files.out == of_study.out
    assert "stance, pro: “Supports” becomes “In favour”" in of_files.out
    assert run("codebook", "diff", old, old).out == "No difference.\n"


def test_a_change_of_the_codebook_is_no_activity_of_the_coders(two_coders: Path, new: Path) -> None:
    with sqlite3.connect(two_coders) as database:
        ((newest,),) = database.execute("SELECT max(n) FROM event").fetchall()
    assert apply(two_coders, new, "--yes").exit_code == 0
    found = overview(two_coders).coders
    with sqlite3.connect(two_coders) as database:
        own = dict(
            database.execute(
                "SELECT coder, at FROM event WHERE n IN"
                " (SELECT max(n) FROM event WHERE n <= ? AND coder <> '' GROUP BY coder)",
                (newest,),
            )
        )
    assert {one.coder: one.last for one in found} == own


def test_the_worklist_of_an_unknown_coder_is_a_slip(two_coders: Path) -> None:
    finished = run("worklist", "--coder", "anna", study=two_coders)
    assert finished.exit_code == 2
    assert "ana" in finished.err


@pytest.fixture
def late(two_coders: Path, tmp_path: Path, new: Path) -> Path:
    """A package of zoe, coded under the first version, that is merged after the second came."""
    package = tmp_path / "zoe.db"
    with Study.open(two_coders) as study:
        study.pack("zoe", package)
    assert apply(two_coders, new, "--yes").exit_code == 0
    with Study.open(package, coder="zoe") as study:
        for number, actor in ((2, "dprk"), (3, "us")):
            answers = {
                "actor": Answer.of(actor), "stance": Answer.of("pro"), "lever": Answer.of("talks"),
            }  # fmt: skip
            study.add_statement(FIRST.id, number, answers)
        for _ in range(20):  # so that zoe's clock of events is ahead of the study's
            study.set_flag(Target(FIRST.id, 2), True)
        study.finish(FIRST.id, 2)
        study.finish(FIRST.id, 3)
    return package


def test_what_comes_in_later_under_an_earlier_version_is_caught_up_with(
    two_coders: Path, late: Path
) -> None:
    merged = run("merge", late, study=two_coders)
    assert "Coded under 1.0.0, which the study's codebook has replaced" in merged.out
    before = run("worklist", study=two_coders).out
    assert "zoe" not in before
    planned = run("codebook", "apply", "--dry-run", study=two_coders)
    assert "2 codings map by themselves." in planned.out
    assert "1 finished units must be looked at again: zoe 1." in planned.out
    assert run("codebook", "apply", "--yes", study=two_coders).exit_code == 0
    assert values(two_coders, "zoe", "lever") == ["summit", "summit"]
    zoe = run("worklist", "--coder", "zoe", study=two_coders).out
    assert zoe == "zoe, main, first, paragraph 2: actor: dprk: no longer used\n"
    again = run("codebook", "apply", "--dry-run", study=two_coders)
    assert again.out == "No difference: the codebook in force stays.\n"
    with Study.open(two_coders) as study:
        assert list(study.faults()) == []


def test_catching_up_is_taken_back_alone(two_coders: Path, late: Path) -> None:
    run("merge", late, study=two_coders)
    before = run("worklist", study=two_coders).out
    run("codebook", "apply", "--yes", study=two_coders)
    assert run("undo", "--codebook", study=two_coders).exit_code == 0
    assert values(two_coders, "zoe", "lever") == ["talks", "talks"]
    assert run("worklist", study=two_coders).out == before
    with Study.open(two_coders) as study:
        assert study.codebook.version == "2.0.0"


def test_a_unit_that_was_reopened_after_it_was_finished_elsewhere_is_on_the_worklist(
    two_coders: Path, tmp_path: Path, new: Path
) -> None:
    """What counts is the order of the events, not the order in which they came in."""
    package = tmp_path / "ana.db"
    with Study.open(two_coders) as study:
        study.pack("ana", package)
    with Study.open(package, coder="ana") as study:
        study.reopen(FIRST.id, 3)
        study.finish(FIRST.id, 3)
    with Study.open(two_coders, coder="lea") as study:
        for _ in range(5):  # the study's clock of events is ahead of the package's
            study.set_flag(Target(FIRST.id, 1), True)
    assert apply(two_coders, new, "--yes").exit_code == 0
    before = run("worklist", "--coder", "ana", study=two_coders).out
    assert "paragraph 3" in before
    run("merge", package, study=two_coders)
    assert run("worklist", "--coder", "ana", study=two_coders).out == before
