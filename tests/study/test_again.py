"""What a codebook change reopened is put before its coder, though they were not given it."""

import json
from pathlib import Path

import pytest

from annotator.model.coding import Answer, Target
from annotator.model.place import Place, Progress
from annotator.model.team import WHOLE_ARTICLE, Assigned
from annotator.study import Study
from tests.cli.run import run
from tests.small import CODEBOOK, FIRST, SECOND, make_article

THIRD = make_article("third", "Rain", "The ferry left.", "It came back.")
GIVEN = Place(SECOND.id, 2)
AGAIN = [Place(FIRST.id, 2), Place(THIRD.id, 3)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Ana coded before anything was given out; then the meaning of a code changed."""
    path = tmp_path / "s.db"
    with Study.create(path, CODEBOOK, name="small.yaml") as study:
        study.add_articles([FIRST, SECOND, THIRD])
    with Study.open(path, coder="ana") as study:
        for article, paragraph, actor in (
            (FIRST.id, 2, "dprk"), (FIRST.id, 3, "us"), (THIRD.id, 3, "dprk")
        ):  # fmt: skip
            study.add_statement(article, paragraph, {"actor": Answer.of(actor)})
            study.finish(article, paragraph)
    with Study.open(path, coder="lea") as study:
        study.assign_units("main", {"ana": [Assigned(*_unit(GIVEN))]})
        plan = study.plan_codebook(CODEBOOK, name="small.yaml", review=[("actor", "dprk")])
        study.carry_out(plan, CODEBOOK, name="small.yaml")
    return path


def _unit(place: Place) -> tuple[str, int]:
    return place.article, place.paragraph


def walk(study: Study) -> list[Place]:
    """Every unit met from here to the end, each finished."""
    walked, place = [], study.place()
    while place:
        walked.append(place)
        study.finish(place.article, place.paragraph)
        place = study.next_undone(place)
    return walked


def test_exactly_these_units_are_theirs_beside_what_they_were_given(path: Path) -> None:
    with Study.open(path, coder="ana") as study:
        assert study.units_again() == AGAIN
        theirs = [
            Place(article.id, number)
            for article in (FIRST, SECOND, THIRD)
            for number in range(len(article.paragraphs) + 1)
            if study.may_code(article.id, number)
        ]
        assert theirs == [AGAIN[0], GIVEN, AGAIN[1]]
        assert study.asked_units(FIRST) == (2,)
        assert not study.may_code(FIRST.id, WHOLE_ARTICLE)
        assert [header.id for header in study.own_headers()] == [SECOND.id, FIRST.id, THIRD.id]
        assert study.own_header(THIRD.id).position == 3
        assert [header.position for header in study.search_own_headers("rain")] == [3]


def test_the_way_leads_to_all_of_them_and_counts_them(path: Path) -> None:
    with Study.open(path, coder="ana") as study:
        assert study.progress() == study.progress_in("main") == Progress(0, 3)
        assert study.place() in AGAIN
        assert sorted(walk(study), key=_unit) == sorted([*AGAIN, GIVEN], key=_unit)
        assert study.progress() == Progress(3, 3)
        assert study.may_code(*_unit(AGAIN[0])), "it may be corrected until the study is closed"
    with Study.open(path, coder="ana") as study:
        assert study.units_again() == []
        assert study.progress() == Progress(1, 1)
        assert not study.may_code(*_unit(AGAIN[0]))


def test_after_what_was_given_comes_what_is_to_be_looked_at_again(path: Path) -> None:
    with Study.open(path, coder="ana") as study:
        assert study.next_undone(GIVEN) == AGAIN[0]
        assert study.next_undone(AGAIN[0]) == AGAIN[1]
        study.finish(*_unit(AGAIN[1]))
        assert study.next_undone(AGAIN[0]) == GIVEN


def test_of_flagged_units_only_theirs_are_gone_to(path: Path) -> None:
    with Study.open(path, coder="ana") as study:
        for article, paragraph in ((FIRST.id, 3), _unit(AGAIN[1]), _unit(GIVEN)):
            study.set_flag(Target(article, paragraph), on=True)
        assert study.next_flagged(AGAIN[0]) == GIVEN
        assert study.next_flagged(GIVEN) == AGAIN[1]
        assert study.next_flagged(AGAIN[1]) == GIVEN


def test_what_the_coder_reopens_is_not_meant(path: Path) -> None:
    with Study.open(path, coder="ana") as study:
        study.reopen(FIRST.id, 3)
    with Study.open(path, coder="ana") as study:
        assert study.units_again() == AGAIN


def test_what_was_given_after_all_is_counted_once(path: Path) -> None:
    with Study.open(path) as study:
        study.assign_units("main", {"ana": [Assigned(FIRST.id, WHOLE_ARTICLE)]})
    with Study.open(path, coder="ana") as study:
        assert study.units_again() == [AGAIN[1]]
        assert study.progress() == Progress(1, 5)


def test_in_other_rounds_and_for_others_nothing_changes(path: Path) -> None:
    with Study.open(path) as study:
        study.assign_units(
            "pilot", {"ana": [Assigned(SECOND.id, 1)], "ben": [Assigned(SECOND.id, 1)]}
        )
    for coder in ("ana", "ben"):
        with Study.open(path, coder=coder, round="pilot") as study:
            assert study.units_again() == []
            assert study.progress() == Progress(0, 1)


def test_units_left_there_are_a_reason_to_go_on_in_that_round(path: Path) -> None:
    with Study.open(path, coder="ana") as study:
        study.finish(*_unit(GIVEN))
        study.assign_units("pilot", {"ana": [Assigned(SECOND.id, 1)]})
        assert (study.beginning().round, study.beginning().also) == ("main", ("pilot",))
        assert study.beginning().progress == Progress(1, 3)
    with Study.open(path, coder="ana", round="pilot") as study:
        study.beginning()
        study.round = "main"
        assert study.units_again() == AGAIN


def test_a_package_brings_them_too(path: Path, tmp_path: Path) -> None:
    package = tmp_path / "ana.db"
    run("pack", "--coder", "ana", "--assigned-only", "-o", package, study=path)
    with Study.open(package, coder="ana") as study:
        assert study.units_again() == AGAIN
        study.finish(*_unit(AGAIN[0]))
    run("merge", package, study=path)
    with Study.open(path, coder="ana") as study:
        assert study.units_again() == [AGAIN[1]]


def test_programs_that_code_are_given_them(path: Path) -> None:
    listed = run("units", "--jsonl", "--coder", "ana", study=path).out.splitlines()
    units = [json.loads(line) for line in listed]
    assert [Place(unit["article_id"], unit["paragraph"]) for unit in units] == [GIVEN, *AGAIN]


def test_the_worklist_is_as_it_was(path: Path) -> None:
    listed = run("worklist", "--json", "--coder", "ana", study=path).json()
    assert [Place(unit["article"], unit["paragraph"]) for unit in listed] == AGAIN


def test_taking_the_change_back_takes_them_away(path: Path) -> None:
    with Study.open(path, coder="lea") as study:
        study.undo_codebook()
    with Study.open(path, coder="ana") as study:
        assert study.units_again() == []
        study.set_flag(Target(FIRST.id, 2), on=True)
        assert study.progress() == Progress(0, 1)
