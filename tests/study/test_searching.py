"""Searching in what a coder is shown, and nothing else."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.model.article import Kind
from annotator.model.coding import Target
from annotator.model.place import Place
from annotator.model.sought import Sought
from annotator.model.team import WHOLE_ARTICLE, Assigned, Round
from annotator.study import Study
from annotator.study.searching import FoundParagraph
from tests.small import CODEBOOK, FIRST, SECOND, make_article

THIRD = make_article("third", "Rain", "The ferry left.", "The bridge was shut.", "The end.")
ARTICLE_QUESTIONS = CODEBOOK + "article:\n  overall: {label: Overall, codes: {a: A, b: B}}\n"


@pytest.fixture(params=[CODEBOOK])
def study(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Study]:
    with Study.create(tmp_path / "s.db", request.param) as study:
        study.add_articles([FIRST, SECOND, THIRD])
    with Study.open(tmp_path / "s.db", coder="ana") as study:
        yield study


about_articles = pytest.mark.parametrize("study", [ARTICLE_QUESTIONS], indirect=True)


def found(study: Study, typed: str) -> list[FoundParagraph]:
    return [hit for hits in study.search(Sought.typed(typed)) for hit in hits]


def places(study: Study, typed: str) -> list[tuple[str, int]]:
    return [(hit.article.name, hit.paragraph) for hit in found(study, typed)]


def give(study: Study, *units: tuple[str, int], round: str = "main") -> None:
    study.assign_units(round, {study.coder: [Assigned(*unit) for unit in units]})


def test_paragraphs_are_found_in_their_order_with_the_words(study: Study) -> None:
    assert places(study, "the bridge") == [("second", 2), ("third", 3)]
    hit = found(study, "ferry")[0]
    assert (hit.position, hit.place) == (3, Place(THIRD.id, 2))
    assert hit.text[slice(*hit.marks[0])] == "ferry"
    assert hit.article.text[hit.offset :].startswith("ferry left.")


def test_words_of_different_paragraphs_are_not_together(study: Study) -> None:
    assert places(study, "ferry bridge") == []


def test_every_article_is_told_of_even_if_nothing_was_found(study: Study) -> None:
    assert [len(hits) for hits in study.search(Sought.typed("ferry"))] == [0, 0, 1]


def test_only_what_was_given_is_found_in_the_order_given(study: Study) -> None:
    give(study, (THIRD.id, 3), (SECOND.id, WHOLE_ARTICLE))
    assert places(study, "the") == [("third", 3), ("second", 2)]
    assert [hit.position for hit in found(study, "the")] == [1, 2]


def test_what_others_were_given_or_wrote_is_not_found(study: Study) -> None:
    give(study, (SECOND.id, WHOLE_ARTICLE))
    with Study.open(study.path, coder="ben") as other:
        give(other, (THIRD.id, WHOLE_ARTICLE))
        other.set_memo(Target(SECOND.id, 2), "sarcasm")
        assert places(other, "bridge") == [("third", 3)]
    assert places(study, "bridge") == [("second", 2)]
    assert places(study, "sarcasm") == []


def test_the_round_decides_what_was_given(study: Study) -> None:
    study.describe_round(Round("pilot"))
    give(study, (THIRD.id, WHOLE_ARTICLE), round="pilot")
    assert len(found(study, "bridge")) == 2
    study.round = "pilot"
    assert places(study, "bridge") == [("third", 3)]


def test_paragraphs_that_are_not_put_before_coders_are_not_found(study: Study) -> None:
    study.correct_kind(THIRD.id, 3, Kind.BOILERPLATE)
    assert places(study, "bridge") == [("second", 2)]


@about_articles
def test_in_an_article_that_is_asked_about_as_a_whole_all_is_found(study: Study) -> None:
    study.correct_kind(THIRD.id, 3, Kind.BYLINE)
    assert [hit.place for hit in found(study, "bridge")] == [
        Place(SECOND.id, 2),
        Place(THIRD.id, 0),
    ]
    give(study, (SECOND.id, 0))
    assert [hit.place for hit in found(study, "bridge")] == [Place(SECOND.id, 0)]


@about_articles
def test_what_a_round_masks_is_neither_found_nor_told(study: Study) -> None:
    study.correct_kind(THIRD.id, 3, Kind.BYLINE)
    study.describe_round(Round("main", masked=("name", "title", "author")))
    assert len(found(study, "shut")) == 0
    [hit] = found(study, "ferry")
    assert (hit.article.name, hit.article.title) == ("masked", "masked")
    assert "bridge" not in hit.article.text


def test_the_lead_finds_everything_as_it_is(study: Study) -> None:
    study.correct_kind(THIRD.id, 3, Kind.BYLINE)
    study.describe_round(Round("main", masked=("name", "author")))
    give(study, (FIRST.id, WHOLE_ARTICLE))
    hits = [hit for hits in study.search_everything(Sought.typed("bridge")) for hit in hits]
    assert [(hit.article.name, hit.paragraph) for hit in hits] == [("second", 2), ("third", 3)]


def test_searching_writes_nothing(study: Study) -> None:
    before = rows(study.path)
    assert found(study, "bridge")
    with Study.open(study.path, coder="ana", read_only=True) as reading:
        assert found(reading, "bridge")
    assert rows(study.path) == before


def rows(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM event").fetchall()
