"""Where a coder goes on who names no round."""

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.model import facts
from annotator.model.coding import Answer, Target
from annotator.model.place import Progress
from annotator.model.team import Assigned, Purpose, Round
from annotator.study import Study
from tests.small import CODEBOOK, FIRST, SECOND

EVERYTHING = 5  # units in the two articles


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Study.create(tmp_path / "s.db", CODEBOOK) as study:
        study.add_articles([FIRST, SECOND])
        study.describe_round(Round("training", Purpose.TRAINING))
        study.describe_round(Round("reliability", Purpose.RELIABILITY))
        study.describe_round(Round("drift", Purpose.DRIFT))
    return tmp_path / "s.db"


def give(path: Path, round: str, *paragraphs: int, coder: str = "ana") -> None:
    with Study.open(path) as study:
        study.assign_units(round, {coder: [Assigned(FIRST.id, number) for number in paragraphs]})


def finish(path: Path, round: str, *paragraphs: int, coder: str = "ana") -> None:
    with Study.open(path, coder=coder, round=round) as study:
        for number in paragraphs:
            study.finish(FIRST.id, number)


def begins(path: Path, coder: str = "ana") -> tuple[str, tuple[str, ...]]:
    """The round, and the others in which units are left."""
    with Study.open(path, coder=coder, read_only=True) as study:
        found = study.beginning()
    return found.round, found.also


def test_whoever_was_given_nothing_begins_in_main(path: Path) -> None:
    assert begins(path) == ("main", ())


def test_given_units_in_one_other_round_they_begin_there(path: Path) -> None:
    give(path, "reliability", 1, 2)
    assert begins(path) == ("reliability", ())
    assert begins(path, "ben") == ("main", ())
    finish(path, "reliability", 1)
    with Study.open(path, coder="ana") as study:
        assert study.beginning().progress == Progress(1, 2)
        assert study.beginning().last == "reliability"


def test_done_with_all_they_were_given_they_are_not_put_before_everything(path: Path) -> None:
    give(path, "reliability", 1)
    finish(path, "reliability", 1)
    assert begins(path) == ("reliability", ())


def test_of_several_rounds_the_first_made_comes_first_and_main_last(path: Path) -> None:
    for name in ("main", "reliability", "training"):
        give(path, name, 1, 2)
    assert begins(path) == ("training", ("reliability", "main"))


def test_of_several_rounds_the_one_worked_in_last_goes_on(path: Path) -> None:
    for name in ("training", "reliability", "main"):
        give(path, name, 1, 2)
    finish(path, "reliability", 1)
    assert begins(path) == ("reliability", ("training", "main"))
    finish(path, "main", 1)
    assert begins(path) == ("main", ("training", "reliability"))
    finish(path, "main", 2)
    assert begins(path) == ("training", ("reliability",))


def test_units_given_go_before_a_round_that_was_coded_without(path: Path) -> None:
    finish(path, "main", 1, 2, 3)
    give(path, "drift", 1)
    with Study.open(path, coder="ana") as study:
        found = study.beginning()
    assert (found.round, found.last) == ("drift", "main")
    finish(path, "drift", 1)
    finish(path, "main", 3)
    assert begins(path) == ("main", ())


def test_given_nothing_they_stay_where_they_left_off_until_all_is_done(path: Path) -> None:
    finish(path, "training", 1)
    assert begins(path) == ("training", ("main",))
    finish(path, "training", 2, 3)
    with Study.open(path, coder="ana", round="training") as study:
        for number in (1, 2):
            study.finish(SECOND.id, number)
        assert study.progress() == Progress(EVERYTHING, EVERYTHING)
    assert begins(path) == ("main", ())
    finish(path, "main", 1)
    assert begins(path) == ("main", ())


def test_what_others_did_in_their_name_is_not_where_they_left_off(path: Path) -> None:
    finish(path, "reliability", 1)
    with Study.open(path, coder="lea", round="training") as lead:
        value = facts.value_set(Target(FIRST.id, 1), "tone", Answer.of("bad"))
        imported = (value, facts.unit_finished(Target(FIRST.id, 1)))
        lead.add_codings(
            replace(draft, coder=coder) for coder in ("ana", "ben") for draft in imported
        )
    assert begins(path) == ("reliability", ("main",))
    assert begins(path, "ben") == ("main", ())


@pytest.mark.parametrize("lead", ["ana", "lea"])
def test_a_change_of_the_codebook_is_no_coding(path: Path, tmp_path: Path, lead: str) -> None:
    for name in ("training", "main"):
        with Study.open(path, coder="ana", round=name) as study:
            study.assign(Target(FIRST.id, 1), "tone", Answer.of("bad"))
            study.finish(FIRST.id, 1)
    with Study.open(path, coder=lead) as study:
        plan = study.plan_codebook(CODEBOOK, name="", review=[("tone", "bad")])
        study.carry_out(plan, CODEBOOK, name="")
        assert not list(study.units(coders=["ana"])), "both are reopened"
        study.pack("ana", tmp_path / "ana.db")
    assert begins(path) == begins(tmp_path / "ana.db") == ("main", ())


def test_an_import_of_what_one_coded_elsewhere_is_no_coding_here(
    path: Path, tmp_path: Path
) -> None:
    finish(path, "main", 1)
    with Study.open(path, coder="ana", round="training") as study:
        study.add_codings([facts.unit_finished(Target(FIRST.id, number)) for number in (1, 2)])
        study.pack("ana", tmp_path / "ana.db")
    assert begins(path) == begins(tmp_path / "ana.db") == ("main", ())


def test_a_lead_who_settles_disagreements_does_not_code_there(path: Path) -> None:
    finish(path, "main", 1, coder="lea")
    with Study.open(path, coder="lea", round="reliability") as lead:
        lead.note_seen(Target(FIRST.id, 1), "adjudication")
    assert begins(path, "lea") == ("main", ())


def test_a_package_begins_as_the_study_does(path: Path, tmp_path: Path) -> None:
    give(path, "reliability", 1, 2)
    give(path, "drift", 3)
    finish(path, "drift", 3)
    with Study.open(path) as study:
        study.pack("ana", tmp_path / "ana.db")
    assert begins(tmp_path / "ana.db") == ("reliability", ())
