"""`annotator units`: what is to be coded, for programs."""

import json
from pathlib import Path
from typing import Any

from annotator.model.article import Kind
from annotator.model.team import WHOLE_ARTICLE, Assigned, Round
from annotator.study import Study
from tests.cli.run import run
from tests.small import FIRST, SECOND


def units(study: Path, *options: str) -> list[dict[str, Any]]:
    finished = run("units", "--jsonl", *options, study=study)
    assert finished.exit_code == 0, finished.err
    return [json.loads(line) for line in finished.out.splitlines()]


def places(study: Path, *options: str) -> list[tuple[str, int]]:
    return [(unit["article_id"], unit["paragraph"]) for unit in units(study, *options)]


def test_every_unit_has_its_text_and_what_is_asked(two_coders: Path) -> None:
    found = units(two_coders)
    assert len(found) == 5
    assert found[1] == {
        "article_id": FIRST.id,
        "article": "first",
        "title": "Talks end",
        "paragraph": 2,
        "kind": "body",
        "text": "The harbour fell silent.",
        "asked": {"paragraph": ["tone"], "statement": ["actor", "stance", "lever"]},
    }


def test_context_is_what_stands_around(two_coders: Path) -> None:
    second = units(two_coders, "--context", "1")[1]
    assert (second["before"], second["after"]) == (["Talks end"], ["Nobody had signed 北."])
    assert run("units", "--context", "1", study=two_coders).exit_code == 2


def test_a_coder_gets_what_is_not_finished(two_coders: Path) -> None:
    assert places(two_coders, "--coder", "ben") == [
        (FIRST.id, 3), (SECOND.id, 1), (SECOND.id, 2),
    ]  # fmt: skip
    run("round", "set", "other", study=two_coders)
    assert len(places(two_coders, "--coder", "ben", "--round", "other")) == 5
    assert len(places(two_coders, "--coder", "gpt")) == 5


def test_assigned_units_come_in_their_order(two_coders: Path) -> None:
    with Study.open(two_coders) as study:
        given = [Assigned(SECOND.id, WHOLE_ARTICLE), Assigned(FIRST.id, 3)]
        study.assign_units("main", {"gpt": given})
    assert places(two_coders, "--coder", "gpt") == [
        (SECOND.id, 1), (SECOND.id, 2), (FIRST.id, 3),
    ]  # fmt: skip


def test_what_a_round_masks_is_not_shown(two_coders: Path) -> None:
    with Study.open(two_coders) as study:
        study.describe_round(Round("blind", masked=("title", "name")))
    found = units(two_coders, "--round", "blind")
    assert not any({"title", "article"} & unit.keys() for unit in found)


def test_lines_are_for_people_and_nothing_left_is_said(two_coders: Path) -> None:
    shown = run("units", study=two_coders).out.splitlines()
    assert shown[1] == "first  2  body  The harbour fell silent."
    with Study.open(two_coders, coder="ana") as study:
        for unit in units(two_coders, "--coder", "ana"):
            study.finish(unit["article_id"], unit["paragraph"])
    assert run("units", "--coder", "ana", study=two_coders).err == "Nothing is left to be coded.\n"


def test_questions_tell_codes_and_bounds(two_coders: Path) -> None:
    told = run("units", "--questions", study=two_coders).json()
    by_id = {variable["id"]: variable for variable in told["variables"]}
    assert by_id["tone"]["codes"] == [
        {"id": "bad", "label": "Bad"},
        {"id": "good", "label": "Good"},
    ]
    assert (by_id["lever"]["select_min"], by_id["lever"]["select_max"]) == (1, None)
    assert by_id["actor"]["level"] == "statement"


def test_the_text_of_articles_cannot_reach_the_terminal(two_coders: Path) -> None:
    from tests.small import make_article

    with Study.open(two_coders) as study:
        study.add_articles([make_article("evil\x1b[31m", "\x1b]52;c;x\x07 text")])
    for option in ("--jsonl", "--questions"):
        assert "\x1b" not in run("units", option, study=two_coders).out
    assert "\x1b" not in run("units", study=two_coders).out


def test_who_wrote_it_is_not_in_the_text_of_a_masked_round_and_no_unit_comes_twice(
    two_coders: Path,
) -> None:
    with Study.open(two_coders) as study:
        study.correct_kind(FIRST.id, 2, Kind.BYLINE)
        study.describe_round(Round("blind", masked=("author",)))
        given = [Assigned(FIRST.id, 2), Assigned(FIRST.id, 3), Assigned(FIRST.id, WHOLE_ARTICLE)]
        study.assign_units("blind", {"gpt": given})
    finished = run(
        "units", "--jsonl", "--coder", "gpt", "--round", "blind", "--context", "1", study=two_coders
    )
    told = [json.loads(line) for line in finished.out.splitlines()]
    assert [unit["paragraph"] for unit in told] == [3, 1]
    assert "harbour" not in finished.out
    assert told[0]["before"] == ["·" * len("The harbour fell silent.")]
