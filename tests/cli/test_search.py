"""`annotator search`: paragraphs by the words of their texts."""

from pathlib import Path

import pytest

from annotator.model.article import Kind
from annotator.model.team import WHOLE_ARTICLE, Assigned, Round
from annotator.study import Study
from tests.cli.run import run
from tests.small import FIRST, SECOND, make_article


@pytest.fixture
def study(two_coders: Path) -> Path:
    long = make_article("long", "Nothing", f"{'far ' * 40}The Harbour, seen{' off' * 40}.")
    with Study.open(two_coders) as study:
        study.add_articles([long])
    return two_coders


def test_a_line_is_the_place_and_the_words_in_their_surroundings(study: Path) -> None:
    finished = run("search", "harbour", study=study)
    first, second = finished.out.splitlines()
    assert first == "first:2: The harbour fell silent."
    assert second.startswith("long:2: ...far ")
    assert "The Harbour, seen off" in second
    assert second.endswith(" off...")
    assert (finished.exit_code, finished.err) == (0, "2 paragraphs in 2 articles.\n")


def test_all_words_must_occur_and_words_in_quotes_together(study: Path) -> None:
    assert run("search", "silent", "harbour", study=study).err == "1 paragraph in 1 article.\n"
    for phrase in ("fell silent", '"fell silent"', 'harbour "fell silent"', "“fell silent” harb"):
        assert len(run("search", phrase, study=study).out.splitlines()) == 1, phrase
    assert run("search", "silent fell", study=study).out == ""


def test_nothing_found_is_said_and_no_failure(study: Path) -> None:
    finished = run("search", "zebra", study=study)
    assert (finished.exit_code, finished.out, finished.err) == (0, "", "Nothing was found.\n")
    assert run("search", "zebra", "--json", study=study).json() == []


def test_nothing_to_search_for_is_wrong_use(study: Path) -> None:
    assert run("search", study=study).exit_code == 2
    assert run("search", ' "" ', study=study).exit_code == 2


def test_a_limit_ends_the_search_and_is_told(study: Path) -> None:
    finished = run("search", "harbour", "-n", "1", study=study)
    assert len(finished.out.splitlines()) == 1
    assert finished.err == "More than 1 paragraph.\n"
    assert run("search", "harbour", "-n", "2", study=study).err.startswith("2 paragraphs")


def test_json_has_the_text_and_the_places_in_it(study: Path) -> None:
    assert run("search", "SIGNED", "北", "--json", study=study).json() == [
        {
            "article_id": FIRST.id,
            "article": "first",
            "title": "Talks end",
            "paragraph": 3,
            "kind": "body",
            "text": "Nobody had signed 北.",
            "found": [{"start": 11, "end": 17}, {"start": 18, "end": 19}],
        }
    ]


def test_without_a_coder_every_paragraph_is_searched(study: Path) -> None:
    with Study.open(study) as changed:
        changed.correct_kind(FIRST.id, 2, Kind.BOILERPLATE)
        changed.describe_round(Round("main", masked=("name",)))
    assert "first:2:" in run("search", "harbour", study=study).out


def test_with_a_coder_only_what_is_theirs_and_without_what_is_masked(study: Path) -> None:
    with Study.open(study) as changed:
        changed.describe_round(Round("blind", masked=("name", "title")))
        changed.assign_units("blind", {"ana": [Assigned(FIRST.id, WHOLE_ARTICLE)]})
    finished = run("search", "harbour", "--coder", "ana", "--round", "blind", study=study)
    assert finished.out == f"{FIRST.id}:2: The harbour fell silent.\n"
    told = "1 paragraph in 1 article (in what ana is to code in round blind).\n"
    assert finished.err == told
    # ana goes on in the round in which something was given
    assert run("search", "harbour", "--coder", "ana", study=study).err == told
    [hit] = run("search", "harbour", "--coder", "ana", "--json", study=study).json()
    assert not {"article", "title"} & hit.keys()
    found = run("search", "bridge", "--coder", "ana", study=study)
    assert found.err == "Nothing was found (in what ana is to code in round blind).\n"


def test_names_that_are_not_known_are_refused(study: Path) -> None:
    assert "Known: ana" in run("search", "x", "--coder", "anna", study=study).err
    unknown = run("search", "x", "--coder", "ana", "--round", "nope", study=study)
    assert (unknown.exit_code, "no round" in unknown.err) == (2, True)
    assert run("search", "x", "--round", "main", study=study).exit_code == 2


def test_a_package_is_searched_with_the_eyes_of_its_coder(study: Path, tmp_path: Path) -> None:
    with Study.open(study) as lead:
        lead.assign_units("main", {"ana": [Assigned(SECOND.id, 2), Assigned(FIRST.id, 3)]})
        lead.pack("ana", tmp_path / "ana.db")
    finished = run("search", "the", study=tmp_path / "ana.db")
    assert finished.out == "second:2: Trucks waited at the bridge.\n"
    assert "(in what ana is to code in round main)" in finished.err
    assert run("search", "the", "--coder", "ben", study=tmp_path / "ana.db").exit_code == 2


def test_the_text_of_articles_cannot_reach_the_terminal(study: Path) -> None:
    with Study.open(study) as changed:
        changed.add_articles([make_article("evil\x1b[31m", "\x1b]52;c;x\x07 owl \u202e text")])
    for options in ((), ("--json",)):
        finished = run("search", "owl", *options, study=study)
        assert finished.out
        assert not {"\x1b", "\x07", "\u202e"} & set(finished.out)
